using System.Buffers.Binary;
using System.Text;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>A font file with the outlines of some glyphs alone; their numbers stay what they were.</summary>
internal static class FontSubset
{
    private const int TableEntry = 16;
    private const int HeadAdjustment = 8;
    private const uint WholeSum = 0xB1B0AFBA;

    // Of a glyph that is put together from others.
    private const int ArgumentsAreWords = 0x1;
    private const int HasScale = 0x8;
    private const int MoreFollow = 0x20;
    private const int HasTwoScales = 0x40;
    private const int HasMatrix = 0x80;

    private static readonly string[] Copied = ["cvt ", "fpgm", "hhea", "hmtx", "maxp", "prep"];

    public static byte[] Of(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        var (outlines, offsets) = Outlines(font, WithTheirParts(font, glyphs));
        var head = font.Table("head").ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        head.AsSpan(HeadAdjustment, 4).Clear();
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { ["glyf"] = outlines, ["loca"] = offsets, ["head"] = head };
        foreach (var tag in Copied.Where(font.Has))
            tables[tag] = font.Table(tag).ToArray();
        return Assembled(tables);
    }

    private static SortedSet<int> WithTheirParts(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        var (all, pending) = (new SortedSet<int>(), new Queue<int>(glyphs.Prepend(0)));
        while (pending.TryDequeue(out var glyph))
        {
            if (glyph >= font.GlyphCount || !all.Add(glyph))
                continue;
            foreach (var part in PartsOf(OutlineOf(font, glyph).Span))
                pending.Enqueue(part);
        }

        return all;
    }

    private static List<int> PartsOf(ReadOnlySpan<byte> outline)
    {
        var parts = new List<int>();
        if (outline.Length < 10 || TrueTypeFont.S16(outline, 0) >= 0)
            return parts;
        for (var (at, flags) = (10, MoreFollow); (flags & MoreFollow) != 0;)
        {
            flags = TrueTypeFont.U16(outline, at);
            parts.Add(TrueTypeFont.U16(outline, at + 2));
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2)
                + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
        }

        return parts;
    }

    private static (byte[] Outlines, byte[] Offsets) Outlines(TrueTypeFont font, SortedSet<int> glyphs)
    {
        using var outlines = new MemoryStream();
        var offsets = new byte[(font.GlyphCount + 1) * 4];
        for (var glyph = 0; glyph <= font.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(glyph * 4), (int)outlines.Length);
            if (!glyphs.Contains(glyph))
                continue;
            outlines.Write(OutlineOf(font, glyph).Span);
            outlines.Write(new byte[-(int)outlines.Length & 3]);
        }

        return (outlines.ToArray(), offsets);
    }

    private static ReadOnlyMemory<byte> OutlineOf(TrueTypeFont font, int glyph) =>
        font.Table("glyf")[font.GlyphOffsets[glyph]..Math.Max(font.GlyphOffsets[glyph], font.GlyphOffsets[glyph + 1])];

    private static byte[] Assembled(SortedDictionary<string, byte[]> tables)
    {
        var at = 12 + (tables.Count * TableEntry);
        var file = new byte[at + tables.Values.Sum(table => (table.Length + 3) & ~3)];
        var entrySelector = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)((1 << entrySelector) * TableEntry));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)entrySelector);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((tables.Count - (1 << entrySelector)) * TableEntry));

        var (entry, headAt) = (12, 0);
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(file, at);
            headAt = tag == "head" ? at : headAt;
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), SumOf(file.AsSpan(at, (table.Length + 3) & ~3)));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), at);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), table.Length);
            (entry, at) = (entry + TableEntry, at + ((table.Length + 3) & ~3));
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headAt + HeadAdjustment), unchecked(WholeSum - SumOf(file)));
        return file;
    }

    private static uint SumOf(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var at = 0; at < bytes.Length; at += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]));
        return sum;
    }
}
