using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace MisterAssist.Infrastructure.Shared.SqlServer;

/// <summary>Spells statements as SQL Server takes them. They are written so that only the few words below differ.</summary>
internal static partial class TransactSql
{
    private const int Patience = 1000;

    /// <summary>There are as many as there are statements in the program, times the conditions that they are asked with.</summary>
    private static readonly ConcurrentDictionary<string, string> Spelled = new(StringComparer.Ordinal);

    public static string Of(string sql) => Spelled.GetOrAdd(sql, Spell);

    private static string Spell(string sql)
    {
        sql = Limit().Replace(sql, "OFFSET 0 ROWS FETCH NEXT ${count} ROWS ONLY");
        sql = Recursive().Replace(sql, "WITH");
        sql = JoinedElements().Replace(sql, "CROSS APPLY OPENJSON(");
        sql = Elements().Replace(sql, "OPENJSON(");
        sql = Found().Replace(sql, "CHARINDEX(${what}, ${text})");
        // What comes out of JSON is compared as codes are.
        return JsonValue().Replace(sql, "JSON_VALUE(${from}, ${path}) COLLATE Latin1_General_BIN2");
    }

    [GeneratedRegex(@"\bLIMIT (?<count>@\w+|\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Limit();

    [GeneratedRegex(@"\bWITH RECURSIVE\b", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Recursive();

    [GeneratedRegex(@"\bJOIN json_each\(", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex JoinedElements();

    [GeneratedRegex(@"\bjson_each\(", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Elements();

    [GeneratedRegex(@"\binstr\((?<text>[\w.]+), (?<what>@\w+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Found();

    [GeneratedRegex(@"(?<from>\w+\.[\w""]+) ->> (?<path>'[^']+')", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex JsonValue();
}
