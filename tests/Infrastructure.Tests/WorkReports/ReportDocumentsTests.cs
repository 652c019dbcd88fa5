using System.Text.RegularExpressions;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Documents;
using MisterAssist.Infrastructure.Tests.Documents;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Infrastructure.Tests.WorkReports;

public sealed partial class ReportDocumentsTests
{
    private const string Sha256 = "3f7a1c0e9b2d4856a1e0c7d9f4b3825566778899aabbccddeeff001122334455";
    private const string Hostile = "<script>alert(1)</script> & \"quotes\" 'and' --> ]]> \\ ( ) Ω Ж 😀 שלום مرحبا";

    private static readonly Language[] Languages = [Language.Italian, Language.English];

    private DocumentWriter _writer = null!;

    [SetUp]
    public void FindFonts() => _writer = new(MachineFonts.Some());

    [TestCaseSource(nameof(Languages))]
    public void Html_AndPdf_SayWhatThePageSays(Language language)
    {
        var report = Issued(ReportContentSamples.Content(ReportContentSamples.WithDiscounts(), [ReportContentSamples.LateNormal()]));
        var texts = PageTexts.Of(ReportPageComposer.Compose(report, language)).Select(PageTexts.Squeezed).ToList();

        var (html, pdf) = (PageTexts.Squeezed(PageTexts.InHtml(Html(report, language))), PageTexts.Squeezed(PageTexts.InPdf(Pdf(report, language))));

        Assert.That(texts, Has.Count.GreaterThan(80));
        Assert.That(texts.Where(text => !html.Contains(text, StringComparison.Ordinal)), Is.Empty);
        Assert.That(texts.Where(text => !pdf.Contains(text, StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(nameof(Languages))]
    public void Lines_OverSeveralPages_AreEachThereOnceAndInOrder(Language language)
    {
        var report = Issued(ReportContentSamples.Content(ReportContentSamples.Parts(120)));
        var expected = Enumerable.Range(1, 120).Select(n => $"<{n:000}>");

        var pages = new PdfReading(Pdf(report, language)).Pages;

        Assert.That(Marks(PageTexts.InHtml(Html(report, language))), Is.EqualTo(expected));
        Assert.That(Marks(string.Join('\n', pages)), Is.EqualTo(expected));
        Assert.That(pages, Has.Count.GreaterThan(3));
    }

    [Test]
    public void Pdf_OfSeveralPages_HasNumberHeadingsAndPageOnEach()
    {
        var pages = new PdfReading(Pdf(Issued(ReportContentSamples.Content(ReportContentSamples.Parts(120))), Language.Italian)).Pages;

        Assert.That(pages, Has.All.Contains("RL-2026-000123").And.All.Contains("Descrizione\nQuantità"));
        Assert.That(pages.Select((text, i) => text.Contains($"Pagina {i + 1} di {pages.Count}")), Has.All.True);
    }

    [Test]
    public void Pdf_ALineThatFitsOnAPage_IsNeverBroken()
    {
        // Eleven lines each, so that some page ends within one.
        var lines = Enumerable.Range(1, 30).Select(n => ReportContentSamples.Item(
            n, ReportLineKind.Part, $"<{n:000}> {string.Join('\n', Enumerable.Repeat("riga", 10))} </{n:000}>", "x", 1, 100)).ToList();

        var pages = new PdfReading(Pdf(Issued(ReportContentSamples.Content(lines)), Language.Italian)).Pages;

        Assert.That(pages, Has.Count.GreaterThan(3));
        Assert.That(pages.Select(Marks), Is.EqualTo(pages.Select(page => Ends().Matches(page).Select(end => $"<{end.Groups["mark"].Value}>"))));
    }

    [Test]
    public void Pdf_ADiscount_StaysOnThePageOfItsItem()
    {
        var lines = Enumerable.Range(0, 60).SelectMany(n => new[]
        {
            ReportContentSamples.Item((2 * n) + 1, ReportLineKind.Part, $"<{(2 * n) + 1:000}>", "x", 1, 100),
            ReportContentSamples.Discount((2 * n) + 2, (2 * n) + 1, DiscountReason.OurFault, 100, -100),
        }).ToList();

        var pages = new PdfReading(Pdf(Issued(ReportContentSamples.Content(lines)), Language.Italian)).Pages;

        var items = pages.Select(page => Marks(page).Select(mark => int.Parse(mark.Trim('<', '>')))).ToList();
        var discounted = pages.Select(page => OffItem().Matches(page).Select(off => int.Parse(off.Groups["item"].Value))).ToList();
        Assert.That(items.Sum(page => page.Count()), Is.EqualTo(60));
        Assert.That(discounted, Is.EqualTo(items));
    }

    [TestCaseSource(nameof(Languages))]
    public void Text_OfAnybody_IsTextAndNothingElse(Language language)
    {
        var report = Issued(ReportContentSamples.Content(
            [ReportContentSamples.Item(1, ReportLineKind.Part, Hostile, Hostile, 1, 100)], subject: Hostile, description: Hostile, customer: Hostile))
            with
        { Acknowledgement = new(Hostile, ReportContentSamples.IssuedAt, null) };

        var (html, pdf) = (Html(report, language), new PdfReading(Pdf(report, language)));

        Assert.That(Regex.Count(PageTexts.Squeezed(PageTexts.InHtml(html)), Regex.Escape(PageTexts.Squeezed(Hostile))), Is.EqualTo(5));
        Assert.That(html, Does.Not.Contain("<script").IgnoreCase.And.Not.Contain("onload"));
        Assert.That(Regex.Count(PageTexts.Squeezed(string.Join('\n', pdf.Pages)), Regex.Escape("<script>alert(1)</script>&\"quotes\"'and'")), Is.EqualTo(5));
    }

    [Test]
    public void Pdf_OfWordsWithoutEnd_HasEveryLetterOfThem()
    {
        var report = Issued(ReportContentSamples.Content(
            [ReportContentSamples.Item(1, ReportLineKind.Part, new string('W', 10_000), "x", 1, 9_999_999_999)],
            description: new string('X', 10_000), customer: new string('Z', 200)));

        var pages = string.Concat(new PdfReading(Pdf(report, Language.Italian)).Pages);

        Assert.That((pages.Count(c => c == 'W'), pages.Count(c => c == 'X'), pages.Count(c => c == 'Z')), Is.EqualTo((10_000, 10_000, 200)));
    }

    [Test]
    public void Pdf_CharactersThatNoFontHas_AreBoxes()
    {
        var report = Issued(ReportContentSamples.Content(description: "a\U000E0FFFb"));

        var text = PageTexts.InPdf(Pdf(report, Language.Italian));

        Assert.That(text, Does.Contain("a\uFFFDb"));
    }

    [Test]
    public void Documents_OfTheSameReport_AreTheSame()
    {
        var report = Issued() with { Acknowledgement = new("Marco Verdi", ReportContentSamples.IssuedAt, Pngs.Signature) };
        var (others, page) = (new DocumentWriter(MachineFonts.Some()), ReportPageComposer.Compose(report, Language.English));

        Assert.That(others.Pdf(page), Is.EqualTo(Pdf(report, Language.English)));
        Assert.That(others.Html(page), Is.EqualTo(Html(report, Language.English)));
    }

    [TestCase(Language.Italian, "it", "Rapporto di lavoro RL-2026-000123")]
    [TestCase(Language.English, "en", "Work report RL-2026-000123")]
    public void Documents_SayWhatAndWhoseTheyAreAndInWhichLanguage(Language language, string tag, string title)
    {
        var (html, pdf) = (Html(Issued(), language), new PdfReading(Pdf(Issued(), language)));

        Assert.That(html, Does.Contain($"<html lang=\"{tag}\">").And.Contain($"<title>{title}</title>"));
        Assert.That(pdf.Catalog, Does.Contain($"/Lang ({tag})"));
        Assert.That(pdf.About, Does.Contain($"/Title {title}").And.Contain("/Author Assistenza di prova S.r.l.").And.Contain("/CreationDate (D:20261120183000Z)"));
    }

    [Test]
    public void Documents_ThatAreWorthNothing_SaySoAcrossEveryPage()
    {
        var content = ReportContentSamples.Content(ReportContentSamples.Parts(120));
        var voided = Issued(content) with { Mark = ReportMark.Voided, VoidReason = "Sede sbagliata." };

        var (html, pages) = (Html(voided, Language.Italian), new PdfReading(Pdf(voided, Language.Italian)).Pages);

        Assert.That(pages, Has.Count.GreaterThan(3).And.All.Contains("ANNULLATO"));
        Assert.That(pages[0], Does.Contain("Motivo: Sede sbagliata."));
        Assert.That(html, Does.Contain("""<div class="across" aria-hidden="true">ANNULLATO</div>""").And.Contain("Motivo: Sede sbagliata."));
    }

    [Test]
    public void Documents_ThatStand_HaveNothingAcross()
    {
        Assert.That(Html(Issued(), Language.Italian), Does.Not.Contain("class=\"across\""));
        Assert.That(PageTexts.InPdf(Pdf(Issued(), Language.Italian)), Does.Not.Contain("ANNULLATO").And.Not.Contain("BOZZA"));
    }

    [Test]
    public void Signature_ThatWasDrawn_IsInBoth()
    {
        var report = Issued() with { Acknowledgement = new("Marco Verdi", ReportContentSamples.IssuedAt, Pngs.Signature) };

        Assert.That(Html(report, Language.Italian), Does.Contain($"data:image/png;base64,{Convert.ToBase64String(Pngs.Signature)}"));
        Assert.That(new PdfReading(Pdf(report, Language.Italian)).Pictures, Is.EqualTo(1));
    }

    [Test]
    public void Signature_ThatIsNoPicture_IsLeftOutAndTheNameStands()
    {
        var report = Issued() with { Acknowledgement = new("Marco Verdi", ReportContentSamples.IssuedAt, "<svg>"u8.ToArray()) };

        var (html, pdf) = (Html(report, Language.Italian), new PdfReading(Pdf(report, Language.Italian)));

        Assert.That(html, Does.Not.Contain("<img").And.Contain("Marco Verdi"));
        Assert.That((pdf.Pictures, pdf.Pages[0].Contains("Marco Verdi")), Is.EqualTo((0, true)));
    }

    [Test]
    public void Html_NeedsNoOtherFile()
    {
        var html = Html(Issued(), Language.Italian);

        Assert.That(html, Does.Contain("default-src 'none'").And.Not.Match(@"<(script|link|iframe|object)\b").And.Not.Match(@"https?:|url\(|@import"));
    }

    private static ReportDocument Issued(ReportContent? content = null) => new(content ?? ReportContentSamples.Content(), Sha256, ReportMark.Issued);

    private string Html(ReportDocument report, Language language) => _writer.Html(ReportPageComposer.Compose(report, language));

    private byte[] Pdf(ReportDocument report, Language language) => _writer.Pdf(ReportPageComposer.Compose(report, language));

    private static IEnumerable<string> Marks(string text) => Mark().Matches(text).Select(mark => mark.Value);

    [GeneratedRegex(@"<\d{3}>", RegexOptions.None, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"</(?<mark>\d{3})>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ends();

    [GeneratedRegex(@"sulla voce (?<item>\d+):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OffItem();
}
