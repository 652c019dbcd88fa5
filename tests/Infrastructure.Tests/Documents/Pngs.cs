using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MisterAssist.Infrastructure.Tests.Documents;

/// <summary>Makes PNG files of rows as they stand in the file, each with its filter in front.</summary>
internal static class Pngs
{
    public const byte Grey = 0;
    public const byte Colour = 2;
    public const byte Indexed = 3;
    public const byte GreyWithAlpha = 4;
    public const byte ColourWithAlpha = 6;

    /// <summary>A red point on nothing.</summary>
    public static byte[] Signature => Of(2, 1, 8, ColourWithAlpha, [0, 255, 0, 0, 255, 0, 0, 0, 0]);

    public static byte[] Of(int width, int height, byte depth, byte kind, byte[] rows, byte[]? palette = null, byte[]? alphas = null, byte interlaced = 0)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (depth, kind, interlaced);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(rows);
        return
        [
            0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header),
            .. palette is null ? [] : Chunk("PLTE", palette), .. alphas is null ? [] : Chunk("tRNS", alphas), .. Chunk("IDAT", packed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    /// <summary>The check sum, which nobody looks at, is left at zero.</summary>
    private static byte[] Chunk(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
    }
}
