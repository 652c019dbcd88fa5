using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>Writes the objects of a PDF (ISO 32000, version 1.7), one after the other, and where each of them stands.</summary>
internal sealed class PdfFile
{
    private const int IdBytes = 16;

    private readonly List<byte[]?> _objects = [];

    /// <summary>Keeps a number for an object that is written later, since others name it.</summary>
    public int Reserve()
    {
        _objects.Add(null);
        return _objects.Count;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Write(number, body);
        return number;
    }

    public void Write(int number, string body) => _objects[number - 1] = Encoding.ASCII.GetBytes(body);

    /// <param name="entries">Of its dictionary, without the length and the filter.</param>
    /// <param name="content">As it is; it is compressed here.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(content);
        var number = Reserve();
        _objects[number - 1] =
        [
            .. Encoding.ASCII.GetBytes(Invariant($"<< {entries} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n")), .. packed.ToArray(),
            .. "\nendstream"u8,
        ];
        return number;
    }

    /// <summary>The whole file. What identifies it is made of its content, so that equal documents are equal files.</summary>
    public byte[] ToBytes(int catalog, int about)
    {
        using var file = new MemoryStream();
        // The second line tells programs that there are more than letters in it.
        file.Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
        var places = new List<long>();
        foreach (var (i, body) in _objects.Index())
        {
            places.Add(file.Length);
            file.Write(Encoding.ASCII.GetBytes(Invariant($"{i + 1} 0 obj\n")));
            file.Write(body ?? throw new InvalidOperationException($"Object {i + 1} was kept a number for and never written."));
            file.Write("\nendobj\n"u8);
        }

        var (start, id) = (file.Length, Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, IdBytes)));
        var table = string.Concat(places.Select(place => Invariant($"{place:0000000000} 00000 n \n")));
        file.Write(Encoding.ASCII.GetBytes(Invariant($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{table}")));
        file.Write(Encoding.ASCII.GetBytes(Invariant(
            $"trailer\n<< /Size {places.Count + 1} /Root {catalog} 0 R /Info {about} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{start}\n%%EOF\n")));
        return file.ToArray();
    }

    /// <summary>Text outside pages, in any script.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
