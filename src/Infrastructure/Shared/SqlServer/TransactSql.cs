using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace MisterAssist.Infrastructure.Shared.SqlServer;

/// <summary>Spells statements as SQL Server takes them. They are written so that only the few words below differ.</summary>
internal static partial class TransactSql
{
    private const int Patience = 1000;
    private const RegexOptions Named = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>There are as many as there are statements in the program, times the conditions that they are asked with.</summary>
    private static readonly ConcurrentDictionary<string, string> Spelled = new(StringComparer.Ordinal);

    public static string Of(string sql) => Spelled.GetOrAdd(sql, Spell);

    private static string Spell(string sql)
    {
        sql = Claim().Replace(sql, Claimed);
        sql = Limit().Replace(sql, "OFFSET 0 ROWS FETCH NEXT ${count} ROWS ONLY");
        // The server gives up after a hundred steps unless it is told not to.
        if (Recursive().IsMatch(sql))
            sql = $"{Recursive().Replace(sql, "WITH")}\nOPTION (MAXRECURSION 0)";
        sql = JoinedElements().Replace(sql, "CROSS APPLY OPENJSON(");
        sql = Elements().Replace(sql, "OPENJSON(");
        sql = Found().Replace(sql, "CHARINDEX(${what}, ${text})");
        // What comes out of JSON is compared as codes are.
        return JsonValue().Replace(sql, "JSON_VALUE(${from}, ${path}) COLLATE Latin1_General_BIN2");
    }

    private static string Claimed(Match claim)
    {
        var given = string.Join(", ", claim.Groups["given"].Value.Split(',', StringSplitOptions.TrimEntries).Select(column => $"inserted.{column}"));
        // What another transaction is at is passed over, and not waited for.
        var which = First().Replace(
            claim.Groups["which"].Value,
            "(SELECT TOP (${count}) ${key} FROM ${table} WITH (UPDLOCK, READPAST, ROWLOCK) WHERE ${due} ORDER BY ${order})");
        return $"OUTPUT {given}\nWHERE {which}";
    }

    [GeneratedRegex(@"^WHERE (?<which>.+)\nRETURNING (?<given>[^()]+)\z", Named | RegexOptions.Multiline | RegexOptions.Singleline, Patience)]
    private static partial Regex Claim();

    [GeneratedRegex(
        @"\(SELECT (?<key>\w+) FROM (?<table>\w+) WHERE (?<due>[^()]+) ORDER BY (?<order>[\w, ]+) LIMIT (?<count>@\w+|\d+)\)", Named, Patience)]
    private static partial Regex First();

    [GeneratedRegex(@"\bLIMIT (?<count>@\w+|\d+)", Named, Patience)]
    private static partial Regex Limit();

    [GeneratedRegex(@"\bWITH RECURSIVE\b", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Recursive();

    [GeneratedRegex(@"\bJOIN json_each\(", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex JoinedElements();

    [GeneratedRegex(@"\bjson_each\(", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Elements();

    [GeneratedRegex(@"\binstr\((?<text>[\w.]+), (?<what>@\w+)\)", Named, Patience)]
    private static partial Regex Found();

    [GeneratedRegex(@"(?<from>\w+\.[\w""]+) ->> (?<path>'[^']+')", Named, Patience)]
    private static partial Regex JsonValue();
}
