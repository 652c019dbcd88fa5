using MisterAssist.Application.Documents;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>Fills the pages of a document from top to bottom, and begins another where there is no room.</summary>
internal sealed class PdfFlow
{
    public const double Left = 50;
    public const double Right = PdfPage.Width - 50;
    public const double Width = Right - Left;

    public static readonly Ink Dark = new(0x20, 0x27, 0x2e);
    public static readonly Ink Muted = new(0x5f, 0x6b, 0x76);
    public static readonly Ink Accent = new(0x14, 0x53, 0x6b);
    public static readonly Ink Hairline = new(0xd5, 0xdb, 0xe0);
    public static readonly Ink Shade = new(0xee, 0xf3, 0xf5);
    public static readonly Ink Alarm = new(0xb4, 0x23, 0x18);
    public static readonly Ink AlarmShade = new(0xfd, 0xec, 0xea);

    private const double Top = 50;
    private const double RunningHead = 24;
    private const double Bottom = PdfPage.Height - 66;
    private const double Small = 7;
    private const double Leading = 1.35;
    private const double HeadingGap = 14;
    private const double LargestAcross = 118;

    private static readonly Ink Across = new(0xf7, 0xd9, 0xd6);

    private readonly PdfDocument _document;
    private readonly DocumentPage _content;
    private PdfPage _page;
    private Action? _again;

    public PdfFlow(PdfDocument document, DocumentPage content)
    {
        (_document, _content) = (document, content);
        (_page, Y) = (Begun(), Top);
    }

    /// <summary>The most that fits a page after the first.</summary>
    public static double MostRoom => Bottom - Top - RunningHead;

    public PdfFont Regular => _document.Regular;

    public PdfFont Bold => _document.Bold;

    /// <summary>Where the next thing goes, from above.</summary>
    public double Y { get; private set; }

    public static double HeightOf(double size) => size * Leading;

    /// <summary>Begins another page where there is not so much room, in points.</summary>
    public void Need(double height)
    {
        if (Y + height <= Bottom)
            return;
        (_page, Y) = (Begun(), Top + RunningHead);
        var room = Width - Bold.WidthOf(_content.Title, Small) - HeadingGap;
        _page.Text(Regular, Small, Muted, Left, Top, PdfLines.FirstOf(Regular, Small, room, _content.Author));
        RightText(Bold, Small, Muted, Right, Top, _content.Title);
        _page.Line(Left, Right, Top + 6, 0.5, Hairline);
        _again?.Invoke();
    }

    /// <summary>Says something now, and again on each page that begins before all is drawn.</summary>
    public void OnEachPage(Action said, Action drawn)
    {
        said();
        _again = said;
        drawn();
        _again = null;
    }

    public void Skip(double height) => Y += height;

    /// <summary>One line at a place beside what is drawn there.</summary>
    public void Text(PdfFont font, double size, Ink ink, double x, string text) => _page.Text(font, size, ink, x, BaseLine(size), text);

    public void RightText(PdfFont font, double size, Ink ink, double x, string text) => RightText(font, size, ink, x, BaseLine(size), text);

    /// <summary>Text in as many lines as it takes, on as many pages.</summary>
    public void Paragraph(PdfFont font, double size, Ink ink, string text, double x = Left)
    {
        foreach (var line in PdfLines.Of(font, size, Right - x, text))
        {
            Need(HeightOf(size));
            Text(font, size, ink, x, line);
            Skip(HeightOf(size));
        }
    }

    /// <summary>A heading, on one page with the beginning of what follows.</summary>
    public void Heading(string heading, double followedBy)
    {
        const double Size = 10;
        Need(HeadingGap + HeightOf(Size) + 4 + followedBy);
        Skip(HeadingGap);
        Text(Bold, Size, Accent, Left, heading);
        Skip(HeightOf(Size) + 4);
    }

    public void Rule(double fromX, double toX, double thickness, Ink ink) => _page.Line(fromX, toX, Y, thickness, ink);

    public void Box(double x, double width, double height, Ink ink) => _page.Box(x, Y, width, height, ink);

    public void Picture(PngPicture picture, double x, double width, double height) =>
        _page.Image(_document.Add(picture), x, Y, width, height);

    /// <summary>Writes the foot of every page, now that it is known how many there are.</summary>
    public void Close()
    {
        foreach (var (i, page) in _document.Pages.Index())
        {
            var y = Bottom + 18;
            page.Line(Left, Right, y - 11, 0.5, Hairline);
            _page = page;
            RightText(Regular, Small, Muted, Right, y, $"{_content.Footer.Page} {i + 1} {_content.Footer.Of} {_document.Pages.Count}");
            foreach (var line in _content.Footer.Lines)
            {
                page.Text(Regular, Small, Muted, Left, y, line);
                y += HeightOf(Small);
            }
        }
    }

    private void RightText(PdfFont font, double size, Ink ink, double x, double y, string text) =>
        _page.Text(font, size, ink, x - font.WidthOf(text, size), y, text);

    private double BaseLine(double size) => Y + size;

    private PdfPage Begun()
    {
        var page = _document.AddPage();
        if (_content.Banner is { } banner)
            page.TextAcross(Bold, Math.Min(LargestAcross, LargestAcross * 640 / Bold.WidthOf(banner.Word, LargestAcross)), Across, banner.Word);
        return page;
    }
}
