using System.Text;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>What a PNG file says of its picture, and the picture as it is packed in it.</summary>
internal sealed record PngFile(
    int Width, int Height, int Depth, int Kind, bool IsInterlaced, ReadOnlyMemory<byte> Palette, ReadOnlyMemory<byte> Alphas, byte[] Data)
{
    private const int Header = 8;
    private const int ChunkOverhead = 12;

    private static readonly Dictionary<int, int> ChannelsOfKind = new() { [0] = 1, [2] = 3, [3] = 1, [4] = 2, [6] = 4 };

    public int Channels => ChannelsOfKind[Kind];

    public int BitsPerPoint => Channels * Depth;

    /// <summary>Null where it does not begin as a PNG does.</summary>
    /// <exception cref="ArgumentException">It is broken off.</exception>
    /// <exception cref="InvalidDataException">It says what no PNG does.</exception>
    public static PngFile? Parse(ReadOnlyMemory<byte> file)
    {
        if (!IsOne(file.Span))
            return null;
        var (header, palette, alphas) = (ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty);
        using var data = new MemoryStream();
        for (var at = Header; at + ChunkOverhead <= file.Length;)
        {
            var chunk = file.Slice(at + 8, TrueTypeFont.U32(file.Span, at));
            switch (Encoding.ASCII.GetString(file.Span.Slice(at + 4, 4)))
            {
                case "IHDR": header = chunk; break;
                case "PLTE": palette = chunk; break;
                case "tRNS": alphas = chunk; break;
                case "IDAT": data.Write(chunk.Span); break;
            }

            at += chunk.Length + ChunkOverhead;
        }

        var said = header.Span;
        return said[8] is 1 or 2 or 4 or 8 or 16 && ChannelsOfKind.ContainsKey(said[9])
            ? new(TrueTypeFont.U32(said, 0), TrueTypeFont.U32(said, 4), said[8], said[9], said[12] == 1, palette, alphas, data.ToArray())
            : throw new InvalidDataException("No PNG has such points.");
    }

    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>A colour of the palette, and how much it covers.</summary>
    public (int Red, int Green, int Blue, int Alpha) ColourAt(int index)
    {
        var colour = Palette.Span[(index * 3)..];
        return (colour[0], colour[1], colour[2], index < Alphas.Length ? Alphas.Span[index] : 255);
    }

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
}
