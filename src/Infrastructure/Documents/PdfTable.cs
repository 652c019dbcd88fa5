using MisterAssist.Application.Documents;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>Draws a table on as many pages as it takes: its headings on each, and rows whole, save one that is longer than a page.</summary>
internal sealed class PdfTable
{
    private const double Size = 8.5;
    private const double HeadingSize = 7.5;
    private const double Padding = 4;
    private const double Gap = 6;
    private const double Indent = 10;

    private readonly PdfFlow _flow;
    private readonly PageTable _table;
    private readonly double _followedBy;
    private readonly double[] _widths;
    private readonly double[] _starts;
    private readonly int _words;
    private PageRow? _group;

    private PdfTable(PdfFlow flow, PageTable table, double followedBy)
    {
        (_flow, _table, _followedBy) = (flow, table, followedBy);
        _words = Array.FindIndex([.. table.Columns], column => !column.IsOfFigures);
        _widths = [.. table.Columns.Select((column, i) => column.IsOfFigures ? WidestOf(i) + (2 * Gap) : 0)];
        _widths[_words] = PdfFlow.Width - _widths.Sum();
        _starts = [.. _widths.Select((_, i) => PdfFlow.Left + _widths.Take(i).Sum())];
    }

    private static double LineHeight => PdfFlow.HeightOf(Size);

    private static double HeadingsHeight => LineHeight + (2 * Padding);

    /// <param name="flow">Where to.</param>
    /// <param name="table">What is drawn.</param>
    /// <param name="followedBy">What stays on one page with the last row, in points.</param>
    public static void Draw(PdfFlow flow, PageTable table, double followedBy = 0)
    {
        var drawn = new PdfTable(flow, table, followedBy);
        flow.Heading(table.Heading, HeadingsHeight + (table.Rows.Count == 0 ? 0 : drawn.RoomOf(0)));
        flow.OnEachPage(drawn.DrawHeadings, drawn.DrawRows);
    }

    /// <summary>Those of the columns.</summary>
    private void DrawHeadings()
    {
        _flow.Box(PdfFlow.Left, PdfFlow.Width, HeadingsHeight, PdfFlow.Shade);
        _flow.Skip(Padding);
        foreach (var (i, column) in _table.Columns.Index())
            DrawCell(i, _flow.Bold, HeadingSize, PdfFlow.Accent, column.Heading);
        _flow.Skip(LineHeight + Padding);
        if (_group is { } group)
            DrawAgain(group);
    }

    /// <summary>What a heading says, in one line: its figure stands where it began.</summary>
    private void DrawAgain(PageRow heading)
    {
        _flow.Skip(PaddingAbove(heading));
        _flow.Text(_flow.Bold, Size, PdfFlow.Dark, StartOf(heading), PdfLines.FirstOf(_flow.Bold, Size, EndOf(heading) - StartOf(heading) - Gap, WordsOf(heading)));
        _flow.Skip(LineHeight + Padding);
        _flow.Rule(PdfFlow.Left, PdfFlow.Right, 0.5, PdfFlow.Hairline);
    }

    private void DrawRows()
    {
        foreach (var (i, row) in _table.Rows.Index())
        {
            if (row.Kind == PageRowKind.Heading)
                _group = null;
            DrawRow(i);
            if (row.Kind == PageRowKind.Heading)
                _group = row;
        }

        _group = null;
    }

    private void DrawRow(int index)
    {
        var row = _table.Rows[index];
        var (font, ink) = (FontOf(row), row.Kind == PageRowKind.Attached ? PdfFlow.Muted : PdfFlow.Dark);
        _flow.Need(RoomOf(index));
        _flow.Skip(PaddingAbove(row));
        foreach (var (i, column) in _table.Columns.Index())
        {
            if (column.IsOfFigures)
                DrawCell(i, font, Size, ink, CellOf(row, i));
        }

        foreach (var text in LinesOf(row))
        {
            _flow.Need(LineHeight);
            _flow.Text(font, Size, ink, StartOf(row), text);
            _flow.Skip(LineHeight);
        }

        _flow.Skip(Padding);
        if (_table.Rows.ElementAtOrDefault(index + 1) is not { Kind: PageRowKind.Attached })
            _flow.Rule(PdfFlow.Left, PdfFlow.Right, 0.5, PdfFlow.Hairline);
    }

    /// <summary>What a row needs below it to begin on a page: itself, with what belongs to it if a page has room for all that.</summary>
    private double RoomOf(int index)
    {
        const double Some = 5;
        var (alone, most) = (HeightOf(_table.Rows[index]), PdfFlow.MostRoom - HeadingsHeight - (_group is { } group ? HeightAgainOf(group) : 0));
        var attached = _table.Rows.Skip(index + 1).Take(AttachedTo(index)).ToList();
        var together = alone + attached.Sum(HeightOf) + (index + attached.Count + 1 == _table.Rows.Count ? _followedBy : 0);
        return together <= most ? together : alone <= most ? alone : Some * LineHeight;
    }

    /// <summary>How many rows after one stay with it: those that are about it, and, with a heading, the first below with its own.</summary>
    private int AttachedTo(int index)
    {
        var first = _table.Rows[index].Kind == PageRowKind.Heading ? index + 1 : index;
        return first - index + _table.Rows.Skip(first + 1).TakeWhile(next => next.Kind == PageRowKind.Attached).Count();
    }

    private void DrawCell(int column, PdfFont font, double size, Ink ink, string text)
    {
        if (_table.Columns[column].IsOfFigures)
            _flow.RightText(font, size, ink, _starts[column] + _widths[column] - Gap, text);
        else
            _flow.Text(font, size, ink, _starts[column] + Gap, text);
    }

    private IReadOnlyList<string> LinesOf(PageRow row) => PdfLines.Of(FontOf(row), Size, EndOf(row) - StartOf(row) - Gap, WordsOf(row));

    private double StartOf(PageRow row) => row.Kind switch
    {
        PageRowKind.Heading => PdfFlow.Left + Gap,
        PageRowKind.Attached => _starts[_words] + Gap + Indent,
        _ => _starts[_words] + Gap,
    };

    /// <summary>A heading has all columns but the last one.</summary>
    private double EndOf(PageRow row) => row.Kind == PageRowKind.Heading ? _starts[^1] : _starts[_words] + _widths[_words];

    private string WordsOf(PageRow row) => row.Kind == PageRowKind.Heading ? row.Cells[0] : row.Cells[_words];

    private string CellOf(PageRow row, int column) => row.Kind == PageRowKind.Heading
        ? column == _table.Columns.Count - 1 ? row.Cells[^1] : ""
        : row.Cells[column];

    private PdfFont FontOf(PageRow row) => row.Kind == PageRowKind.Heading ? _flow.Bold : _flow.Regular;

    private double WidestOf(int column) =>
        _table.Rows.Select(row => FontOf(row).WidthOf(CellOf(row, column), Size))
            .Append(_flow.Bold.WidthOf(_table.Columns[column].Heading, HeadingSize)).Max();

    private double HeightOf(PageRow row) => (LinesOf(row).Count * LineHeight) + PaddingAbove(row) + Padding;

    private static double HeightAgainOf(PageRow heading) => PaddingAbove(heading) + LineHeight + Padding;

    private static double PaddingAbove(PageRow row) => row.Kind == PageRowKind.Heading ? 2 * Padding : Padding;
}
