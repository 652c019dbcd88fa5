using NodaTime;
using static MisterAssist.Infrastructure.Documents.PdfFile;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>A PDF of pages that are drawn on one after the other.</summary>
/// <param name="fonts">What it is written with.</param>
internal sealed class PdfDocument(DocumentFonts fonts)
{
    private const string Producer = "MisterAssist";

    private readonly List<PdfPage> _pages = [];
    private readonly List<PngPicture> _pictures = [];

    public PdfFont Regular { get; } = new("Regular", fonts.Regular);

    public PdfFont Bold { get; } = new("Bold", fonts.Bold);

    public IReadOnlyList<PdfPage> Pages => _pages;

    public PdfPage AddPage()
    {
        _pages.Add(new());
        return _pages[^1];
    }

    /// <summary>The name by which pages draw it.</summary>
    public string Add(PngPicture picture)
    {
        _pictures.Add(picture);
        return NameOf(_pictures.Count - 1);
    }

    /// <param name="title">Shown by readers above the document.</param>
    /// <param name="author">Whose document it is.</param>
    /// <param name="language">Of its text, as a tag.</param>
    /// <param name="madeAt">When it is of; null where that is not said. Nothing else in the file depends on when it was made.</param>
    public byte[] ToBytes(string title, string author, string language, Instant? madeAt)
    {
        var file = new PdfFile();
        var (catalog, list) = (file.Reserve(), file.Reserve());
        var drawn = string.Concat(_pictures.Select((picture, i) => $"/{NameOf(i)} {AddTo(file, picture)} 0 R "));
        var resources = $"<< /Font << /{Regular.Name} {Regular.AddTo(file)} 0 R /{Bold.Name} {Bold.AddTo(file)} 0 R >> /XObject << {drawn}>> >>";
        var pages = _pages.ConvertAll(page => $"{page.AddTo(file, list, resources)} 0 R");
        file.Write(list, $"<< /Type /Pages /Kids [{string.Join(' ', pages)}] /Count {pages.Count} >>");
        file.Write(
            catalog, $"<< /Type /Catalog /Pages {list} 0 R /Lang ({language}) /ViewerPreferences << /DisplayDocTitle true >> >>");
        var dates = madeAt is { } at ? Invariant($" /CreationDate (D:{at:yyyyMMddHHmmss}Z) /ModDate (D:{at:yyyyMMddHHmmss}Z)") : "";
        return file.ToBytes(
            catalog, file.Add($"<< /Title {Text(title)} /Author {Text(author)} /Creator {Text(Producer)} /Producer {Text(Producer)}{dates} >>"));
    }

    private static string NameOf(int picture) => Invariant($"Picture{picture}");

    private static int AddTo(PdfFile file, PngPicture picture) => file.AddStream(
        Invariant(
            $"/Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height} /ColorSpace /DeviceRGB /BitsPerComponent 8"),
        picture.Rgb);
}
