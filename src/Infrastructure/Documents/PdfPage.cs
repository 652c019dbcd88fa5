using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using static MisterAssist.Infrastructure.Documents.PdfFile;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>A page of A4 that is drawn on. Places are in points from its upper left corner; text stands on its base line.</summary>
internal sealed class PdfPage
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private readonly StringBuilder _drawn = new();

    public string Drawn => _drawn.ToString();

    public void Text(PdfFont font, double size, Ink ink, double x, double y, string text)
    {
        if (text.Length > 0)
            _drawn.Append($"BT {Fill(ink)} /{font.Name} {N(size)} Tf {N(x)} {N(Height - y)} Td <{font.Encode(text)}> Tj ET\n");
    }

    /// <summary>Rising from left to right by 45 degrees, its middle in the middle of the page.</summary>
    public void TextAcross(PdfFont font, double size, Ink ink, string text)
    {
        const double Slope = 0.7071;
        var (half, low) = (font.WidthOf(text, size) / 2 * Slope, size * 0.36 * Slope);
        var (x, y) = ((Width / 2) - half + low, (Height / 2) - half - low);
        _drawn.Append(
            $"BT {Fill(ink)} /{font.Name} {N(size)} Tf {N(Slope)} {N(Slope)} {N(-Slope)} {N(Slope)} {N(x)} {N(y)} Tm <{font.Encode(text)}> Tj ET\n");
    }

    public void Line(double fromX, double toX, double y, double thickness, Ink ink) => Box(fromX, y - (thickness / 2), toX - fromX, thickness, ink);

    public void Box(double x, double y, double width, double height, Ink ink) =>
        _drawn.Append($"{Fill(ink)} {N(x)} {N(Height - y - height)} {N(width)} {N(height)} re f\n");

    public void Image(string name, double x, double y, double width, double height) =>
        _drawn.Append($"q {N(width)} 0 0 {N(height)} {N(x)} {N(Height - y - height)} cm /{name} Do Q\n");

    /// <summary>Writes the page, and gives the number of its object.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="parent">The object that lists the pages.</param>
    /// <param name="resources">The fonts and images that it names, as a dictionary.</param>
    public int AddTo(PdfFile file, int parent, string resources)
    {
        var content = file.AddStream("", Encoding.ASCII.GetBytes(Drawn));
        return file.Add(Invariant(
            $"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {N(Width)} {N(Height)}] /Resources {resources} /Contents {content} 0 R >>"));
    }

    private static string Fill(Ink ink) => $"{N(ink.Red / 255.0)} {N(ink.Green / 255.0)} {N(ink.Blue / 255.0)} rg";

    private static string N(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}

/// <summary>A colour.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ink(byte Red, byte Green, byte Blue);
