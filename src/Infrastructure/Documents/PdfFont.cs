using System.Text;
using static MisterAssist.Infrastructure.Documents.PdfFile;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>A font of a document, which learns what is written with it and embeds that alone.</summary>
/// <param name="name">As pages name it, letters only.</param>
/// <param name="source">What it is made of.</param>
internal sealed class PdfFont(string name, TrueTypeFont source)
{
    private const int MostPerBlock = 100;
    private const string Replacement = "\uFFFD";

    private readonly SortedDictionary<int, string> _used = new() { [0] = Replacement };

    public string Name { get; } = name;

    /// <summary>In points, at a size in points.</summary>
    public double WidthOf(string text, double size) => text.EnumerateRunes().Sum(rune => source.AdvanceOf(source.GlyphOf(rune))) * size / 1000;

    /// <summary>The text as glyphs in hexadecimal, for a page.</summary>
    public string Encode(string text)
    {
        var glyphs = new StringBuilder(text.Length * 4);
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = source.GlyphOf(rune);
            _used.TryAdd(glyph, rune.ToString());
            glyphs.Append(glyph.ToString("X4", null));
        }

        return glyphs.ToString();
    }

    /// <summary>Writes the font with all that was used, and gives the number of its object.</summary>
    public int AddTo(PdfFile file)
    {
        var subset = FontSubset.Of(source, _used.Keys);
        // Six letters before the name say that it is not the whole font.
        var full = $"MISTER+{Name}";
        var content = file.AddStream(Invariant($"/Length1 {subset.Length}"), subset);
        var descriptor = file.Add(Invariant(
            $"<< /Type /FontDescriptor /FontName /{full} /Flags 4 /FontBBox [{string.Join(' ', source.Box)}] /ItalicAngle 0 /Ascent {source.Ascent} /Descent {source.Descent} /CapHeight {source.CapHeight} /StemV 80 /FontFile2 {content} 0 R >>"));
        var widths = string.Join(' ', _used.Keys.Select(glyph => Invariant($"{glyph} [{source.AdvanceOf(glyph)}]")));
        var descendant = file.Add(Invariant(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{full} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 0 /W [{widths}] >>"));
        var characters = file.AddStream("", Encoding.ASCII.GetBytes(Characters()));
        return file.Add(Invariant(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{full} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {characters} 0 R >>"));
    }

    /// <summary>Which characters the glyphs stand for, so that the text can be searched and copied.</summary>
    private string Characters()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var block in _used.Chunk(MostPerBlock))
        {
            map.Append(Invariant($"{block.Length} beginbfchar\n"));
            foreach (var (glyph, text) in block)
                map.Append(Invariant($"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n"));
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
