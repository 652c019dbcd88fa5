using System.IO.Compression;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>The picture of a PNG file, on white: three bytes to a point.</summary>
internal sealed record PngPicture(int Width, int Height, byte[] Rgb)
{
    private const int MostPoints = 4_000_000;
    private const int Palette = 3;
    private const int White = 255;

    private static readonly (int X, int Y, int StepX, int StepY)[] OnePass = [(0, 0, 1, 1)];

    private static readonly (int X, int Y, int StepX, int StepY)[] SevenPasses =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Null where the bytes are no PNG, or one of more than four million points.</summary>
    public static PngPicture? Read(byte[] file)
    {
        try
        {
            return PngFile.Parse(file) is { } png && png.Width > 0 && png.Height > 0 && (long)png.Width * png.Height <= MostPoints ? Drawn(png) : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException or EndOfStreamException)
        {
            return null;
        }
    }

    private static PngPicture Drawn(PngFile png)
    {
        var rgb = new byte[png.Width * png.Height * 3];
        using var packed = new MemoryStream(png.Data);
        using var data = new ZLibStream(packed, CompressionMode.Decompress);
        foreach (var (x, y, stepX, stepY) in png.IsInterlaced ? SevenPasses : OnePass)
        {
            var width = (png.Width - x + stepX - 1) / stepX;
            var above = new byte[((width * png.BitsPerPoint) + 7) / 8];
            for (var row = y; width > 0 && row < png.Height; row += stepY)
            {
                var line = Unfiltered(data, above, Math.Max(1, png.BitsPerPoint / 8));
                for (var point = 0; point < width; point++)
                    Draw(png, line, point, rgb.AsSpan(((row * png.Width) + x + (point * stepX)) * 3, 3));
                above = line;
            }
        }

        return new(png.Width, png.Height, rgb);
    }

    private static byte[] Unfiltered(Stream data, byte[] above, int step)
    {
        var (filter, line) = (data.ReadByte(), new byte[above.Length]);
        data.ReadExactly(line);
        for (var i = 0; i < line.Length; i++)
        {
            var (left, up, corner) = (i < step ? 0 : line[i - step], above[i], i < step ? 0 : above[i - step]);
            line[i] = unchecked((byte)(line[i] + filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Nearest(left, up, corner),
                _ => throw new InvalidDataException("There is no such filter."),
            }));
        }

        return line;
    }

    private static int Nearest(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - corner - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static void Draw(PngFile png, byte[] line, int point, Span<byte> rgb)
    {
        int Sample(int channel)
        {
            if (png.Depth == 16)
                return line[((point * png.Channels) + channel) * 2];
            var bit = ((point * png.Channels) + channel) * png.Depth;
            return (line[bit / 8] >> (8 - png.Depth - (bit % 8))) & ((1 << png.Depth) - 1);
        }

        int Scaled(int channel) => png.Depth < 8 ? Sample(channel) * White / ((1 << png.Depth) - 1) : Sample(channel);

        var (red, green, blue, alpha) = png.Kind switch
        {
            Palette => png.ColourAt(Sample(0)),
            0 => (Scaled(0), Scaled(0), Scaled(0), White),
            4 => (Scaled(0), Scaled(0), Scaled(0), Scaled(1)),
            2 => (Scaled(0), Scaled(1), Scaled(2), White),
            _ => (Scaled(0), Scaled(1), Scaled(2), Scaled(3)),
        };
        (rgb[0], rgb[1], rgb[2]) = (OnWhite(red, alpha), OnWhite(green, alpha), OnWhite(blue, alpha));
    }

    private static byte OnWhite(int sample, int alpha) => (byte)(White - ((White - sample) * alpha / White));
}
