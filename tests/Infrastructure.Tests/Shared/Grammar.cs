using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using MisterAssist.Infrastructure.Shared.SqlServer;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>
/// What SQL Server 2019 takes for T-SQL, by the parser of its own tools, and servers like it as well. It knows no tables: a name may be wrong, a word may
/// not.
/// </summary>
internal static partial class Grammar
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Known = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a batch that is sent as it is: nothing where it can be read.</summary>
    public static IReadOnlyList<string> FaultsOf(string batch) => Known.GetOrAdd(batch, Parse);

    /// <summary>The same of a statement as the stores write it, which is spelled for SQL Server on the way there, and whose lists are opened.</summary>
    public static IReadOnlyList<string> FaultsOfStatement(string sql) => FaultsOf(List().Replace(TransactSql.Of(sql), "IN (@${name}1, @${name}2)"));

    private static IReadOnlyList<string> Parse(string batch)
    {
        using var text = new StringReader(batch);
        var script = new TSql150Parser(initialQuotedIdentifiers: true).Parse(text, out var errors);
        if (errors.Count > 0)
            return [.. errors.Select(error => $"{error.Message} (line {error.Line}) in: {batch}")];

        var foreign = new NotShared();
        script.Accept(foreign);
        return [.. foreign.Found.Select(word => $"{word} is not shared by all servers, in: {batch}")];
    }

    [GeneratedRegex(@"\bIN @(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex List();
}
