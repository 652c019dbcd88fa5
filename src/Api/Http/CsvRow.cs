using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Http;

/// <summary>Rows of comma-separated values (RFC 4180).</summary>
internal static class CsvRow
{
    private static readonly char[] Quoted = [',', '"', '\r', '\n'];

    /// <summary>One row with its line break; null for an empty field.</summary>
    public static string Of(IEnumerable<string?> fields) => $"{string.Join(',', fields.Select(field => Quote(Disarm(field ?? ""))))}\r\n";

    /// <summary>Spreadsheets take what begins like that for a formula, whoever wrote it, and carry it out: with an apostrophe it is text.</summary>
    /// <remarks>An amount is none, below zero either: it has to be added up.</remarks>
    private static string Disarm(string field) =>
        field is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !Money.TryParse(field, out _) ? $"'{field}" : field;

    private static string Quote(string field) =>
        field.IndexOfAny(Quoted) < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
