using MisterAssist.Application.Documents;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>Draws a page on A4, or on as many of them as it takes.</summary>
internal sealed class PagePdf
{
    private const double Body = 9;
    private const double Label = 7.5;
    private const double BelowTotals = 55;
    private const double TotalHeight = 15;
    private const double Gutter = 20;
    private const double Column = (PdfFlow.Width - Gutter) / 2;
    private const double LabelWidth = 78;
    private const double SignatureWidth = 190;
    private const double SignatureHeight = 64;

    private readonly PdfFlow _flow;
    private readonly DocumentPage _page;

    private PagePdf(PdfFlow flow, DocumentPage page) => (_flow, _page) = (flow, page);

    private static double Line => PdfFlow.HeightOf(Body);

    /// <exception cref="Application.Shared.SettingsException">The machine has no font to write it with.</exception>
    public static byte[] Of(DocumentPage page, DocumentFonts fonts)
    {
        var document = new PdfDocument(fonts);
        new PagePdf(new(document, page), page).Draw();
        return document.ToBytes(page.Title, page.Author, page.Language.Tag(), page.DatedAt);
    }

    private void Draw()
    {
        DrawHead();
        DrawBanner();
        DrawParties();
        DrawFacts();
        foreach (var (i, section) in _page.Sections.Index())
            DrawSection(section, _page.Sections.ElementAtOrDefault(i + 1));
        DrawSignature();
        _flow.Close();
    }

    private void DrawHead()
    {
        _flow.Paragraph(_flow.Bold, 15, PdfFlow.Accent, _page.Author);
        _flow.Skip(2);
        foreach (var line in _page.Letterhead)
            _flow.Paragraph(_flow.Regular, Label, PdfFlow.Muted, line);
        _flow.Skip(7);
        _flow.Rule(PdfFlow.Left, PdfFlow.Right, 1.5, PdfFlow.Accent);
        _flow.Skip(14);
        _flow.Paragraph(_flow.Bold, 17, PdfFlow.Dark, _page.Title);
        _flow.Skip(8);
    }

    private void DrawBanner()
    {
        if (_page.Banner is not { } banner)
            return;
        const double Word = 24;
        const double Inset = 10;
        var lines = PdfLines.Of(_flow.Regular, Body, PdfFlow.Width - (2 * Inset), banner.Meaning);
        var height = Inset + PdfFlow.HeightOf(Word) + (lines.Count * Line) + Inset;
        if (height <= PdfFlow.MostRoom / 2)
            _flow.Box(PdfFlow.Left, PdfFlow.Width, height, PdfFlow.AlarmShade);
        _flow.Skip(Inset);
        _flow.Text(_flow.Bold, Word, PdfFlow.Alarm, PdfFlow.Left + Inset, banner.Word);
        _flow.Skip(PdfFlow.HeightOf(Word));
        DrawLines(lines, PdfFlow.Left + Inset, PdfFlow.Alarm);
        _flow.Skip(Inset + 12);
    }

    private void DrawLines(IEnumerable<string> lines, double x, Ink ink)
    {
        foreach (var line in lines)
        {
            _flow.Need(Line);
            _flow.Text(_flow.Regular, Body, ink, x, line);
            _flow.Skip(Line);
        }
    }

    private void DrawParties()
    {
        var columns = _page.Parties.Select(party => party.Paragraphs
            .SelectMany((text, i) => PdfLines.Of(FontOf(i), Body, Column, text).Select(line => (Font: FontOf(i), Text: line))).ToList()).ToList();
        foreach (var (i, party) in _page.Parties.Index())
            _flow.Text(_flow.Bold, Label, PdfFlow.Accent, XOf(i), party.Heading);
        _flow.Skip(PdfFlow.HeightOf(Label) + 2);
        for (var row = 0; row < columns.Max(lines => lines.Count); row++)
        {
            _flow.Need(Line);
            foreach (var (i, lines) in columns.Index().Where(column => row < column.Item.Count))
                _flow.Text(lines[row].Font, Body, PdfFlow.Dark, XOf(i), lines[row].Text);
            _flow.Skip(Line);
        }

        _flow.Skip(10);

        PdfFont FontOf(int line) => line == 0 ? _flow.Bold : _flow.Regular;
    }

    private void DrawFacts()
    {
        _flow.Rule(PdfFlow.Left, PdfFlow.Right, 0.5, PdfFlow.Hairline);
        _flow.Skip(8);
        foreach (var pair in _page.Facts.Chunk(2))
        {
            var values = pair.Select(fact => PdfLines.Of(_flow.Regular, Body, Column - LabelWidth, fact.Value)).ToList();
            for (var row = 0; row < values.Max(lines => lines.Count); row++)
            {
                _flow.Need(Line);
                foreach (var (i, lines) in values.Index().Where(value => row < value.Item.Count))
                {
                    if (row == 0)
                        _flow.Text(_flow.Regular, Body, PdfFlow.Muted, XOf(i), pair[i].Label);
                    _flow.Text(_flow.Regular, Body, PdfFlow.Dark, XOf(i) + LabelWidth, lines[row]);
                }

                _flow.Skip(Line);
            }

            _flow.Skip(1.5);
        }
    }

    private void DrawSection(IPageSection section, IPageSection? next)
    {
        switch (section)
        {
            case PageBlock block:
                DrawBlock(block);
                break;
            case PageTable table:
                PdfTable.Draw(_flow, table, next is PageTotals followedBy ? HeightOf(followedBy) : 0);
                break;
            case PageTotals totals:
                DrawTotals(totals);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(section));
        }
    }

    private void DrawBlock(PageBlock block)
    {
        _flow.Heading(block.Heading, 2 * Line);
        foreach (var paragraph in block.Paragraphs)
        {
            _flow.Paragraph(_flow.Regular, Body, PdfFlow.Dark, paragraph);
            _flow.Skip(3);
        }
    }

    private void DrawTotals(PageTotals totals)
    {
        const double ValuesFrom = PdfFlow.Right - 280;
        _flow.Need(HeightOf(totals));
        _flow.Skip(8);
        foreach (var fact in totals.Facts.SkipLast(1))
            DrawTotal(fact, _flow.Regular, Body, PdfFlow.Muted);
        _flow.Rule(ValuesFrom, PdfFlow.Right, 1, PdfFlow.Accent);
        _flow.Skip(5);
        DrawTotal(totals.Facts[^1], _flow.Bold, 12, PdfFlow.Accent);
        _flow.Skip(4);
        foreach (var line in PdfLines.Of(_flow.Regular, Label, PdfFlow.Width, totals.Note))
        {
            _flow.RightText(_flow.Regular, Label, PdfFlow.Muted, PdfFlow.Right - 6, line);
            _flow.Skip(PdfFlow.HeightOf(Label));
        }

        void DrawTotal(PageFact fact, PdfFont font, double size, Ink ink)
        {
            _flow.Text(font, size, ink, ValuesFrom, fact.Label);
            _flow.RightText(font, size, size > Body ? ink : PdfFlow.Dark, PdfFlow.Right - 6, fact.Value);
            _flow.Skip(PdfFlow.HeightOf(size) + 3);
        }
    }

    private void DrawSignature()
    {
        if (_page.Signature is not { } signature)
            return;
        var lines = signature.Facts.Sum(fact => PdfLines.Of(_flow.Regular, Body, PdfFlow.Width - LabelWidth, fact.Value).Count);
        _flow.Heading(signature.Heading, (lines * 2 * Line) + (signature.Png is null ? 0 : SignatureHeight));
        foreach (var fact in signature.Facts)
            DrawSigned(fact);
        if (signature.Png is { } png && PngPicture.Read(png) is { } picture)
        {
            var scale = Math.Min(SignatureWidth / picture.Width, SignatureHeight / picture.Height);
            _flow.Need(SignatureHeight + 4);
            _flow.Skip(4);
            _flow.Picture(picture, PdfFlow.Left + LabelWidth, picture.Width * scale, picture.Height * scale);
            _flow.Skip(SignatureHeight);
        }
    }

    private void DrawSigned(PageFact fact)
    {
        if (fact.Value.Length == 0)
            _flow.Skip(10);
        _flow.Need(Line);
        _flow.Text(_flow.Regular, Body, PdfFlow.Muted, PdfFlow.Left, fact.Label);
        if (fact.Value.Length > 0)
        {
            DrawLines(PdfLines.Of(_flow.Regular, Body, PdfFlow.Width - LabelWidth, fact.Value), PdfFlow.Left + LabelWidth, PdfFlow.Dark);
            return;
        }

        _flow.Skip(Line);
        _flow.Rule(PdfFlow.Left + LabelWidth, PdfFlow.Left + LabelWidth + 240, 0.7, PdfFlow.Muted);
    }

    private static double HeightOf(PageTotals totals) => BelowTotals + (totals.Facts.Count * TotalHeight);

    private static double XOf(int column) => PdfFlow.Left + (column * (Column + Gutter));
}
