using System.Text;

namespace MisterAssist.Api.Tests.Http;

/// <summary>Reads comma-separated values by the grammar of RFC 4180, character by character.</summary>
internal static class CsvTable
{
    /// <exception cref="FormatException">A quote, a line break or the end stands where none may.</exception>
    public static IReadOnlyList<string[]> Read(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        for (var at = 0; at < text.Length;)
        {
            row.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                continue;
            }

            if (!text.AsSpan(at).StartsWith("\r\n"))
                throw new FormatException($"no line break at {at}");
            at += 2;
            rows.Add([.. row]);
            row.Clear();
        }

        return row.Count == 0 ? rows : throw new FormatException("the last row breaks off");
    }

    private static string Plain(string text, ref int at)
    {
        var from = at;
        while (at < text.Length && text[at] is not (',' or '\r' or '\n' or '"'))
            at++;
        return text[from..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        at++;
        while (text[at] != '"' || text[++at] == '"')
            field.Append(text[at++]);
        return field.ToString();
    }
}
