using System.Text;
using MisterAssist.Application.Documents;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>Writes a page as one HTML file, which loads nothing and runs nothing.</summary>
internal sealed class PageHtml
{
    private readonly StringBuilder _html = new();
    private readonly DocumentPage _page;

    private PageHtml(DocumentPage page) => _page = page;

    public static string Of(DocumentPage page) => new PageHtml(page).Write();

    private string Write()
    {
        _html.Append($$"""
            <!DOCTYPE html>
            <html lang="{{_page.Language.Tag()}}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="author" content="{{Safe(_page.Author)}}">
            <title>{{Safe(_page.Title)}}</title>
            <style>
            {{PageStyle.Sheet}}
            {{PageStyle.Feet(_page.Footer)}}
            </style>
            </head>
            <body>

            """);
        if (_page.Banner is { } across)
            Line($"""<div class="across" aria-hidden="true">{Safe(across.Word)}</div>""");
        Line("<main>");
        WriteHead();
        Line($"""<section class="parties">{string.Concat(_page.Parties.Select(party => $"<div>{Heading(party.Heading)}{Paragraphs(party)}</div>"))}</section>""");
        Line($"""<dl class="facts">{string.Concat(_page.Facts.Select(Fact))}</dl>""");
        foreach (var section in _page.Sections)
            WriteSection(section);
        WriteSignature();
        Line("</main>");
        Line($"<footer>{string.Concat(_page.Footer.Lines.Select(line => $"<p>{Safe(line)}</p>"))}</footer>");
        Line("</body>");
        Line("</html>");
        return _html.ToString();
    }

    private void WriteHead()
    {
        Line($"""<header><p class="company">{Safe(_page.Author)}</p>{string.Concat(_page.Letterhead.Select(line => $"<p>{Safe(line)}</p>"))}</header>""");
        Line($"<h1>{Safe(_page.Title)}</h1>");
        if (_page.Banner is { } banner)
            Line($"""<section class="banner"><strong>{Safe(banner.Word)}</strong><p>{Safe(banner.Meaning)}</p></section>""");
    }

    private void WriteSection(IPageSection section)
    {
        switch (section)
        {
            case PageBlock block:
                WriteBlock(block);
                break;
            case PageTable table:
                WriteTable(table);
                break;
            case PageTotals totals:
                Line($"""<section class="totals"><dl>{string.Concat(totals.Facts.Select(Fact))}</dl><p class="note">{Safe(totals.Note)}</p></section>""");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(section));
        }
    }

    private void WriteBlock(PageBlock block) => Line($"<section>{Heading(block.Heading)}{Paragraphs(block)}</section>");

    private void WriteTable(PageTable table)
    {
        Line($"<section>{Heading(table.Heading)}");
        Line($"<table><thead><tr>{Cells(table, "th scope=\"col\"", "th", i => Safe(table.Columns[i].Heading))}</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            Line(row.Kind switch
            {
                PageRowKind.Heading =>
                    $"<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"{table.Columns.Count - 1}\">{Cell(0)}</th><td class=\"figures\">{Cell(1)}</td></tr>",
                PageRowKind.Attached => $"<tr class=\"below\">{Cells(table, "td", "td", Cell)}</tr>",
                _ => $"<tr>{Cells(table, "td", "td", Cell)}</tr>",
            });

            string Cell(int column) => Safe(row.Cells[column]);
        }

        Line("</tbody></table></section>");
    }

    private static string Cells(PageTable table, string open, string close, Func<int, string> content) => string.Concat(
        table.Columns.Select((column, i) => $"<{open}{(column.IsOfFigures ? " class=\"figures\"" : "")}>{content(i)}</{close}>"));

    private void WriteSignature()
    {
        if (_page.Signature is not { } signature)
            return;
        Line($"""<section class="signature">{Heading(signature.Heading)}<dl>{string.Concat(signature.Facts.Select(Fact))}</dl>""");
        if (signature.Png is { } png && PngPicture.Read(png) is not null)
            Line($"""<img alt="" src="data:image/png;base64,{Convert.ToBase64String(png)}">""");
        Line("</section>");
    }

    private static string Heading(string heading) => $"<h2>{Safe(heading)}</h2>";

    private static string Paragraphs(PageBlock block) => string.Concat(block.Paragraphs.Select(text => $"<p>{Safe(text)}</p>"));

    private static string Fact(PageFact fact) => $"<div><dt>{Safe(fact.Label)}</dt><dd>{Safe(fact.Value)}</dd></div>";

    private static string Safe(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    private void Line(string html) => _html.Append(html).Append('\n');
}
