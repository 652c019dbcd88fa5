using System.Buffers.Binary;
using System.Text;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>A TrueType font: which glyph draws a character, and how wide it is.</summary>
internal sealed class TrueTypeFont
{
    private const int Missing = 0;
    private const int UnitsOfPdf = 1000;
    private const int RestrictedLicence = 2;

    private readonly Dictionary<string, ReadOnlyMemory<byte>> _tables = [];
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly int[] _advances;

    /// <exception cref="FormatException">It is no TrueType font, has no outlines or no Unicode, or may not be embedded.</exception>
    public TrueTypeFont(byte[] file)
    {
        try
        {
            ReadTables(file);
            Head = Table("head");
            var (horizontal, os2) = (Table("hhea"), Table("OS/2"));
            GlyphCount = U16(Table("maxp").Span, 4);
            Ascent = Scaled(S16(horizontal.Span, 4));
            Descent = Scaled(S16(horizontal.Span, 6));
            CapHeight = U16(os2.Span, 0) >= 2 ? Scaled(S16(os2.Span, 88)) : Ascent;
            if ((U16(os2.Span, 8) & 0xF) == RestrictedLicence)
                throw new FormatException("The font may not be embedded.");
            _advances = ReadAdvances(U16(horizontal.Span, 34));
            ReadCharacters();
            GlyphOffsets = ReadGlyphOffsets();
        }
        catch (Exception fault) when (fault is ArgumentException or IndexOutOfRangeException or KeyNotFoundException or OverflowException)
        {
            throw new FormatException("The font cannot be read.", fault);
        }
    }

    public int GlyphCount { get; }

    /// <summary>Above the base line, in thousandths of the size; the next ones too.</summary>
    public int Ascent { get; }

    /// <summary>Below the base line: negative.</summary>
    public int Descent { get; }

    public int CapHeight { get; }

    /// <summary>That every glyph is in: left, bottom, right, top.</summary>
    public IReadOnlyList<int> Box =>
        [Scaled(S16(Head.Span, 36)), Scaled(S16(Head.Span, 38)), Scaled(S16(Head.Span, 40)), Scaled(S16(Head.Span, 42))];

    /// <summary>Where each glyph's outline begins in <c>glyf</c>, and one more for where the last one ends.</summary>
    public IReadOnlyList<int> GlyphOffsets { get; }

    private ReadOnlyMemory<byte> Head { get; }

    private int UnitsPerEm => U16(Head.Span, 18);

    public ReadOnlyMemory<byte> Table(string tag) => _tables[tag];

    public bool Has(string tag) => _tables.ContainsKey(tag);

    /// <summary>Zero, which draws a box, where the font has none.</summary>
    public int GlyphOf(Rune character) => _glyphs.GetValueOrDefault(character.Value, Missing);

    /// <summary>In thousandths of the size.</summary>
    public int AdvanceOf(int glyph) => _advances[Math.Min(glyph, _advances.Length - 1)];

    internal static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    internal static int S16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);

    internal static int U32(ReadOnlySpan<byte> bytes, int at) => checked((int)BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]));

    private void ReadTables(byte[] file)
    {
        if (U32(file, 0) is not (0x00010000 or 0x74727565))
            throw new FormatException("Only fonts with TrueType outlines are taken.");
        for (var (i, count) = (0, U16(file, 4)); i < count; i++)
        {
            var entry = file.AsSpan(12 + (i * 16), 16);
            _tables[Encoding.ASCII.GetString(entry[..4])] = file.AsMemory(U32(entry, 8), U32(entry, 12));
        }
    }

    private int[] ReadAdvances(int count)
    {
        var metrics = Table("hmtx").Span;
        var advances = new int[count];
        for (var glyph = 0; glyph < count; glyph++)
            advances[glyph] = Scaled(U16(metrics, glyph * 4));
        return advances;
    }

    private int[] ReadGlyphOffsets()
    {
        var offsets = Table("loca").Span;
        var (isLong, length) = (S16(Head.Span, 50) == 1, Table("glyf").Length);
        var read = new int[GlyphCount + 1];
        for (var glyph = 0; glyph <= GlyphCount; glyph++)
            read[glyph] = Math.Min(isLong ? U32(offsets, glyph * 4) : U16(offsets, glyph * 2) * 2, length);
        return read;
    }

    /// <summary>Formats 12 (all of Unicode) and 4 (its first plane), which every font of today has.</summary>
    private void ReadCharacters()
    {
        var map = Table("cmap").Span;
        for (var (i, count) = (0, U16(map, 2)); i < count; i++)
        {
            var (platform, encoding) = (U16(map, 4 + (i * 8)), U16(map, 6 + (i * 8)));
            if (platform != 0 && (platform != 3 || encoding is not (1 or 10)))
                continue;
            var part = map[U32(map, 8 + (i * 8))..];
            if (U16(part, 0) == 12)
                ReadGroups(part);
            else if (U16(part, 0) == 4)
                ReadSegments(part);
        }

        if (_glyphs.Count == 0)
            throw new FormatException("The font knows no Unicode.");
    }

    private void ReadGroups(ReadOnlySpan<byte> part)
    {
        for (var (group, count) = (0, U32(part, 12)); group < count; group++)
        {
            var (first, last, glyph) = (U32(part, 16 + (group * 12)), U32(part, 20 + (group * 12)), U32(part, 24 + (group * 12)));
            for (var character = first; character <= Math.Min(last, 0x10FFFF); character++)
                Add(character, glyph + character - first);
        }
    }

    private void ReadSegments(ReadOnlySpan<byte> part)
    {
        var size = U16(part, 6);
        for (var segment = 0; segment < size; segment += 2)
        {
            var (last, first) = (U16(part, 14 + segment), U16(part, 16 + size + segment));
            var (delta, rangeAt) = (U16(part, 16 + (size * 2) + segment), 16 + (size * 3) + segment);
            for (var character = first; character <= last && character != 0xFFFF; character++)
            {
                var range = U16(part, rangeAt);
                var glyph = range == 0 ? character : U16(part, rangeAt + range + ((character - first) * 2));
                Add(character, glyph == 0 ? 0 : (glyph + delta) & 0xFFFF);
            }
        }
    }

    private void Add(int character, int glyph)
    {
        if (glyph > 0 && glyph < GlyphCount)
            _glyphs.TryAdd(character, glyph);
    }

    private int Scaled(int units) => (int)Math.Round((double)units * UnitsOfPdf / UnitsPerEm);
}
