using System.Text;
using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Documents;

namespace MisterAssist.Infrastructure.Tests.Documents;

public sealed class DocumentFontsTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("fonts").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void From_AFolderWithoutFonts_NamesTheSettingTheFolderAndWhatItNeeds()
    {
        var failure = Assert.Throws<SettingsException>(() => From(_folder));

        Assert.That(failure!.Message, Does.StartWith("Documents:FontFolder: ").And.Contains(_folder).And.Contains("DejaVu Sans").And.Not.Contains("\n"));
    }

    [Test]
    public void From_AFolderThatIsNotThere_IsRefusedLikewise() =>
        Assert.That(() => From(Path.Combine(_folder, "none")), Throws.TypeOf<SettingsException>());

    [Test]
    public void From_FilesThatAreNoFonts_AreNotTaken()
    {
        File.WriteAllText(Path.Combine(_folder, "DejaVuSans.ttf"), "no font");
        File.WriteAllText(Path.Combine(_folder, "DejaVuSans-Bold.ttf"), "");

        Assert.That(() => From(_folder), Throws.TypeOf<SettingsException>());
    }

    [Test]
    public void From_AFolderWithAPairSomewhereInIt_TakesThat()
    {
        MachineFonts.Some();
        var (regular, bold) = FilesOfTheMachine();
        var inner = Directory.CreateDirectory(Path.Combine(_folder, "truetype")).FullName;
        File.Copy(regular, Path.Combine(inner, "notosans-regular.ttf"));
        File.Copy(bold, Path.Combine(inner, "NotoSans-Bold.ttf"));

        var fonts = DocumentFonts.From(With(Path.GetFileName(_folder)), Path.GetDirectoryName(_folder)!);

        Assert.That(fonts.Bold.AdvanceOf(fonts.Bold.GlyphOf(new Rune('m'))), Is.GreaterThan(fonts.Regular.AdvanceOf(fonts.Regular.GlyphOf(new Rune('m')))));
    }

    [Test]
    public void TrueTypeFont_BrokenOffAnywhere_IsRefusedAsNoFont()
    {
        MachineFonts.Some();
        var whole = File.ReadAllBytes(FilesOfTheMachine().Regular);

        for (var length = 0; length < whole.Length - 1; length += 1 + (whole.Length / 60))
        {
            var part = whole[..length];
            Assert.That(() => new TrueTypeFont(part), Throws.TypeOf<FormatException>(), $"{length} of {whole.Length} bytes");
        }
    }

    [Test]
    public void FontSubset_HasTheOutlinesOfWhatIsUsedAndOfItsPartsAlone()
    {
        var font = MachineFonts.Some().Regular;
        // Drawn as an A and a ring in most fonts.
        var (ring, other) = (font.GlyphOf(new Rune('Å')), font.GlyphOf(new Rune('Q')));

        var subset = new Outlines(FontSubset.Of(font, [ring]));

        Assert.That(subset.LengthOf(ring), Is.EqualTo(font.GlyphOffsets[ring + 1] - font.GlyphOffsets[ring]).Within(3));
        Assert.That(subset.LengthOf(0), Is.Positive);
        Assert.That(subset.LengthOf(other), Is.Zero);
        Assert.That(subset.Total, Is.LessThan(font.GlyphOffsets[^1] / 10));
    }

    private static (string Regular, string Bold) FilesOfTheMachine()
    {
        var folders = new[] { "/usr/share/fonts", "/Library/Fonts", "/System/Library/Fonts", Environment.GetFolderPath(Environment.SpecialFolder.Fonts) };
        var files = folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.ttf", SearchOption.AllDirectories)).ToList();
        string[] regular = ["DejaVuSans.ttf", "LiberationSans-Regular.ttf", "NotoSans-Regular.ttf", "Arial.ttf", "arial.ttf"];
        string[] bold = ["DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf", "NotoSans-Bold.ttf", "Arial Bold.ttf", "arialbd.ttf"];
        return (First(regular), First(bold));

        string First(string[] names) => names.Select(name => files.Find(file => Path.GetFileName(file) == name)).OfType<string>().First();
    }

    private static DocumentFonts From(string folder) => DocumentFonts.From(With(folder), "/");

    private static IConfiguration With(string folder) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Documents:FontFolder", folder)]).Build();

    /// <summary>The outlines of a subset, which has no table of characters and is no font by itself.</summary>
    private sealed class Outlines(byte[] file)
    {
        public int Total => LengthOf("glyf");

        public int LengthOf(int glyph) => At(glyph + 1) - At(glyph);

        private int At(int glyph) => TrueTypeFont.U32(file, Entry("loca", 8) + (glyph * 4));

        private int LengthOf(string tag) => Entry(tag, 12);

        private int Entry(string tag, int field)
        {
            var entries = Enumerable.Range(0, TrueTypeFont.U16(file, 4)).Select(i => 12 + (i * 16));
            return TrueTypeFont.U32(file, entries.Single(at => Encoding.ASCII.GetString(file, at, 4) == tag) + field);
        }
    }
}
