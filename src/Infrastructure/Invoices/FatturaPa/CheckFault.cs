using System.Xml.Linq;

namespace MisterAssist.Infrastructure.Invoices.FatturaPa;

/// <summary>Something for which the exchange system would refuse a document.</summary>
/// <param name="Code">Of its check; a word of our own where it has none.</param>
/// <param name="Line">The number of the line; null where it is about no single one.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record CheckFault(string Code, int? Line, string Text)
{
    private const int MostNamed = 10;

    /// <summary>Everything that is wrong with a document: with its form, or with what it says, since what has no form cannot be computed with.</summary>
    public static IReadOnlyList<CheckFault> AllOf(XDocument document) => FormChecks.FaultsOf(document) is { Count: > 0 } ofForm
        ? ofForm
        : [.. PartyChecks.FaultsOf(document), .. VatChecks.FaultsOf(document), .. AmountChecks.FaultsOf(document)];

    /// <summary>Each kind of fault once, with the lines that have it, or the first of them.</summary>
    public static IReadOnlyList<string> InWords(IEnumerable<CheckFault> faults) =>
    [
        .. from fault in faults
           group fault.Line by (fault.Code, fault.Text) into same
           let lines = InWords([.. same.OfType<int>()])
           select lines.Length == 0 ? $"{same.Key.Code}: {same.Key.Text}" : $"{same.Key.Code}, line {lines}: {same.Key.Text}",
    ];

    private static string InWords(IReadOnlyList<int> lines) =>
        string.Join(", ", lines.Take(MostNamed)) + (lines.Count > MostNamed ? $" and {lines.Count - MostNamed} more" : "");
}
