using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace MisterAssist.Infrastructure.Tests.Documents;

/// <summary>Reads a PDF as a program would that knows nothing of ours: by its table of objects, from the catalogue to the pages and their fonts.</summary>
internal sealed partial class PdfReading
{
    private readonly string _file;
    private readonly Dictionary<int, int> _places;

    public PdfReading(byte[] file)
    {
        _file = Encoding.Latin1.GetString(file);
        var table = int.Parse(StartOfTable().Match(_file).Groups["first"].Value);
        _places = Entry().Matches(_file[table..]).Select((entry, number) => (number, place: int.Parse(entry.Groups["first"].Value)))
            .Where(entry => entry.number > 0).ToDictionary(entry => entry.number, entry => entry.place);
    }

    /// <summary>The text of each page, as the glyphs stand for it, a line for each time that some was drawn.</summary>
    public IReadOnlyList<string> Pages => [.. PageObjects.Select(TextOf)];

    public string About => Text(Referred(_file[_file.LastIndexOf("trailer", StringComparison.Ordinal)..], "Info"));

    public string Catalog => Object(Root);

    /// <summary>How many pictures the pages draw.</summary>
    public int Pictures => PageObjects.Sum(page => Picture().Count(Stream(Number(page, "Contents"))));

    private int Root => Number(_file[_file.LastIndexOf("trailer", StringComparison.Ordinal)..], "Root");

    private IEnumerable<string> PageObjects =>
        Reference().Matches(Kids().Match(Referred(Catalog, "Pages")).Groups["first"].Value).Select(kid => Object(int.Parse(kid.Groups["first"].Value)));

    private string TextOf(string page)
    {
        var fonts = FontEntry().Matches(page).ToDictionary(font => font.Groups["first"].Value, font => CharactersOf(int.Parse(font.Groups["second"].Value)));
        return string.Join('\n', Shown().Matches(Stream(Number(page, "Contents")))
            .Select(shown => string.Concat(shown.Groups["second"].Value.Chunk(4).Select(glyph => fonts[shown.Groups["first"].Value][new string(glyph)]))));
    }

    private Dictionary<string, string> CharactersOf(int font) => Mapped().Matches(Stream(Number(Object(font), "ToUnicode")).Split("endcodespacerange")[1])
        .ToDictionary(entry => entry.Groups["first"].Value, entry => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(entry.Groups["second"].Value)));

    private string Referred(string dictionary, string entry) => Object(Number(dictionary, entry));

    private static int Number(string dictionary, string entry)
    {
        var from = dictionary[(dictionary.IndexOf($"/{entry} ", StringComparison.Ordinal) + entry.Length + 2)..];
        return int.Parse(string.Concat(from.TakeWhile(char.IsAsciiDigit)));
    }

    private string Object(int number)
    {
        var text = _file[_places[number]..];
        var head = $"{number} 0 obj\n";
        Assert.That(text, Does.StartWith(head));
        return text[head.Length..text.IndexOf("\nendobj", StringComparison.Ordinal)];
    }

    private string Stream(int number) => Encoding.Latin1.GetString(Unpacked(number));

    private byte[] Unpacked(int number)
    {
        var text = Object(number);
        var from = text.IndexOf("stream\n", StringComparison.Ordinal) + "stream\n".Length;
        var length = Number(text, "Length");
        using var packed = new MemoryStream(Encoding.Latin1.GetBytes(text.Substring(from, length)));
        using var zip = new ZLibStream(packed, CompressionMode.Decompress);
        using var whole = new MemoryStream();
        zip.CopyTo(whole);
        return whole.ToArray();
    }

    private static string Text(string dictionary) => InHexadecimal().Replace(
        dictionary, text => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(text.Groups["first"].Value)));

    [GeneratedRegex(@"startxref\n(?<first>\d+)\n%%EOF\n$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"^(?<first>\d{10}) \d{5} [nf] $", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entry();

    [GeneratedRegex(@"/Kids \[(?<first>[^\]]*)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kids();

    [GeneratedRegex(@"(?<first>\d+) 0 R", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"/(?<first>Regular|Bold) (?<second>\d+) 0 R", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FontEntry();

    [GeneratedRegex(@"/(?<first>\w+) [\d.]+ Tf [^<]*<(?<second>[0-9A-F]*)> Tj", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();

    [GeneratedRegex(@"^<(?<first>[0-9A-F]{4})> <(?<second>[0-9A-F]+)>$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mapped();

    [GeneratedRegex(@"<FEFF(?<first>[0-9A-F]*)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InHexadecimal();

    [GeneratedRegex(@"/Picture\d+ Do", RegexOptions.None, 1000)]
    private static partial Regex Picture();
}
