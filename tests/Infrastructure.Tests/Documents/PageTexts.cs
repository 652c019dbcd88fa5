using System.Net;
using System.Text.RegularExpressions;
using MisterAssist.Application.Documents;

namespace MisterAssist.Infrastructure.Tests.Documents;

/// <summary>What a page says, and what documents made of it say, to be compared.</summary>
internal static partial class PageTexts
{
    /// <summary>Every text of a page.</summary>
    public static IEnumerable<string> Of(DocumentPage page) =>
    [
        page.Author, page.Title, .. page.Letterhead, .. page.Parties.Concat(page.Sections).SelectMany(Of), .. page.Facts.SelectMany(Of),
        .. page.Signature is { } signature ? signature.Facts.SelectMany(Of).Append(signature.Heading) : [], .. page.Footer.Lines,
    ];

    public static string InPdf(byte[] pdf) => string.Join('\n', new PdfReading(pdf).Pages);

    public static string InHtml(string html) => WebUtility.HtmlDecode(Tag().Replace(html[html.IndexOf("<body>", StringComparison.Ordinal)..], "\n"));

    /// <summary>Without blanks, since lines end elsewhere in each.</summary>
    public static string Squeezed(string text) => Blanks().Replace(text, "");

    private static IEnumerable<string> Of(IPageSection section) => section switch
    {
        PageBlock block => block.Paragraphs.Prepend(block.Heading),
        PageTable table => [table.Heading, .. table.Columns.Select(column => column.Heading), .. table.Rows.SelectMany(row => row.Cells)],
        PageTotals totals => totals.Facts.SelectMany(Of).Append(totals.Note),
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };

    private static IEnumerable<string> Of(PageFact fact) => [fact.Label, fact.Value];

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
