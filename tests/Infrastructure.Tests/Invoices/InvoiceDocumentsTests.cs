using System.Text.RegularExpressions;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Documents;
using MisterAssist.Infrastructure.Tests.Documents;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Infrastructure.Tests.Invoices;

public sealed partial class InvoiceDocumentsTests
{
    private const string Hostile = "<script>alert(1)</script> & \"quotes\" 'and' --> ]]> \\ ( ) Ω Ж";

    private static readonly Language[] Languages = [Language.Italian, Language.English];

    private DocumentWriter _writer = null!;

    [SetUp]
    public void FindFonts() => _writer = new(MachineFonts.Some());

    [TestCaseSource(nameof(Languages))]
    public void Html_AndPdf_SayWhatThePageSays(Language language)
    {
        var page = InvoicePageComposer.Compose(Paid(), language);
        var texts = PageTexts.Of(page).Select(PageTexts.Squeezed).ToList();

        var html = PageTexts.Squeezed(PageTexts.InHtml(_writer.Html(page)));
        var pdf = PageTexts.Squeezed(PageTexts.InPdf(_writer.Pdf(page)));

        Assert.That(texts, Has.Count.GreaterThan(100));
        Assert.That(texts.Where(text => !html.Contains(text, StringComparison.Ordinal)), Is.Empty);
        Assert.That(texts.Where(text => !pdf.Contains(text, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Pdf_OfManyReports_HasEachLineOnceAndHeadsEachGroupOnThePageOfItsFirstLine()
    {
        var charges = Enumerable.Range(1, 60).SelectMany(n => InvoiceSamples.Work(
            n, ReportContentSamples.Item(1, ReportLineKind.Part, $"pezzo<{n:000}>", "x", 1, 100), ReportContentSamples.Labour(2, 90, 6500)));

        var pages = new PdfReading(_writer.Pdf(InvoicePageComposer.Compose(Document(InvoiceSamples.Issued(charges)), Language.Italian))).Pages;

        Assert.That(pages, Has.Count.GreaterThan(3).And.All.Contains("FT-2026-000001"));
        Assert.That(pages.SelectMany(Marks), Is.EqualTo(Enumerable.Range(1, 60)));
        Assert.That(pages.SelectMany(Heads).Distinct(), Is.EqualTo(Enumerable.Range(1, 60)));
        // Before those that begin there, at the most that of the report which goes on.
        Assert.That(pages, Has.All.Matches<string>(page => Heads(page).TakeLast(Marks(page).Count()).SequenceEqual(Marks(page)) && Heads(page).Count() <= Marks(page).Count() + 1));
        Assert.That(pages.SkipLast(1), Has.All.Contains("Descrizione\nQuantità"));
        Assert.That(pages.Select((text, i) => text.Contains($"Pagina {i + 1} di {pages.Count}")), Has.All.True);
    }

    [Test]
    public void Pdf_OfAReportOnSeveralPages_HeadsItsLinesOnEachAndCountsItOnce()
    {
        var parts = Enumerable.Range(1, 100).Select(n => ReportContentSamples.Item(n, ReportLineKind.Part, $"pezzo<{n:000}>", "x", 1, 123));
        var charges = InvoiceSamples.Work(7, [.. parts]).Concat(InvoiceSamples.Work(8, ReportContentSamples.Labour(1, 90, 6500)));

        var pages = new PdfReading(_writer.Pdf(InvoicePageComposer.Compose(Document(InvoiceSamples.Issued(charges)), Language.Italian))).Pages;

        Assert.That(pages.SelectMany(Marks), Is.EqualTo(Enumerable.Range(1, 100)));
        var withLines = pages.Where(page => Marks(page).Any()).ToList();
        Assert.That(withLines, Has.Count.GreaterThan(2));
        Assert.That(withLines.Select(page => Heads(page).First()), Has.All.EqualTo(7));
        Assert.That(pages.SelectMany(Heads).Count(report => report == 7), Is.EqualTo(withLines.Count));
        Assert.That(pages.SelectMany(Heads).Last(), Is.EqualTo(8));
        Assert.That(Regex.Count(string.Join('\n', pages), "^123,00 €$", RegexOptions.Multiline), Is.EqualTo(1));
    }

    [TestCase("Assistenza di prova S.r.l.", false)]
    [TestCase("Assistenza informatica e servizi per le imprese della pianura e della montagna, dei laghi e delle valli di tutta la provincia e oltre S.r.l.", true)]
    [TestCase("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", true)]
    public void Pdf_RunningHead_LeavesTheTitleItsRoom(string name, bool isShortened)
    {
        var page = InvoicePageComposer.Compose(Document(InvoiceSamples.Issued(InvoiceSamples.Work(7, ReportContentSamples.Parts(100)))), Language.Italian);

        var head = new PdfReading(_writer.Pdf(page with { Author = name })).Pages[1].Split('\n');

        Assert.That(head[1], Is.EqualTo(page.Title));
        Assert.That(name, Does.StartWith(head[0].Replace(" ...", "", StringComparison.Ordinal)));
        Assert.That(head[0].EndsWith(" ...", StringComparison.Ordinal), Is.EqualTo(isShortened));
        Assert.That(head[0], Has.Length.GreaterThan(20).And.Length.LessThan(130));
    }

    [TestCaseSource(nameof(Languages))]
    public void Text_OfAnybody_IsTextAndNothingElse(Language language)
    {
        var customer = InvoiceSamples.Customer(Taxation.Create(false, VatExemption.Create("N3.5", Hostile))) with { Name = Hostile };
        var charges = InvoiceSamples.Work(123, ReportContentSamples.Item(1, ReportLineKind.Part, Hostile, Hostile, 1, 100));
        var document = Document(InvoiceSamples.Issued(charges, customer), ReportContentSamples.Content(subject: Hostile));
        var page = InvoicePageComposer.Compose(document, language);

        var (html, pdf) = (_writer.Html(page), PageTexts.InPdf(_writer.Pdf(page)));

        Assert.That(Regex.Count(PageTexts.Squeezed(PageTexts.InHtml(html)), Regex.Escape(PageTexts.Squeezed(Hostile))), Is.EqualTo(4));
        Assert.That(html, Does.Not.Contain("<script").IgnoreCase);
        Assert.That(Regex.Count(PageTexts.Squeezed(pdf), Regex.Escape("<script>alert(1)</script>&\"quotes\"")), Is.EqualTo(4));
    }

    [Test]
    public void Pdf_OfAHeadingWithoutEnd_HasEveryLetterOfIt()
    {
        var document = Document(
            InvoiceSamples.Issued(InvoiceSamples.Work(123, ReportContentSamples.CallOutAndLabour())), ReportContentSamples.Content(subject: new string('W', 5000)));

        var text = PageTexts.InPdf(_writer.Pdf(InvoicePageComposer.Compose(document, Language.Italian)));

        Assert.That(text.Count(letter => letter == 'W'), Is.EqualTo(5000));
    }

    [Test]
    public void Documents_ThatAreWorthNothing_SaySoAcrossEveryPage()
    {
        var charges = InvoiceSamples.Work(123, ReportContentSamples.Parts(100));
        var draft = Document(InvoiceSamples.Draft(charges));
        draft = draft with { Seen = draft.Seen with { Invoice = draft.Seen.Invoice with { Issued = null } } };

        var page = InvoicePageComposer.Compose(draft, Language.Italian);

        Assert.That(new PdfReading(_writer.Pdf(page)).Pages, Has.Count.GreaterThan(2).And.All.Contains("BOZZA"));
        Assert.That(_writer.Html(page), Does.Contain("""<div class="across" aria-hidden="true">BOZZA</div>"""));
    }

    [Test]
    public void Documents_OfTheSameInvoice_AreTheSame()
    {
        var page = InvoicePageComposer.Compose(Paid(), Language.Italian);
        var others = new DocumentWriter(MachineFonts.Some());

        Assert.That(others.Pdf(page), Is.EqualTo(_writer.Pdf(InvoicePageComposer.Compose(Paid(), Language.Italian))));
    }

    /// <summary>A fee and two reports with every kind of line, paid in part.</summary>
    private static InvoiceDocument Paid()
    {
        Charge[] charges =
        [
            InvoiceSamples.Fee(60000), .. InvoiceSamples.Work(123, ReportContentSamples.WithDiscounts()),
            .. InvoiceSamples.Work(124, ReportContentSamples.CallOutAndLabour()),
        ];
        var issued = InvoiceSamples.Issued(charges, InvoiceSamples.Customer(Taxation.Create(true, null)));
        var document = Document(issued, ReportContentSamples.Content(guarantees: [ReportContentSamples.LateNormal()]));
        var payment = new Payment(1, new(10000), new(2026, 12, 10), "CRO 12345678901", TicketSamples.Staff, InvoiceSamples.IssuedAt);
        return document with { Seen = document.Seen with { Invoice = document.Seen.Invoice with { Payments = [payment] } } };
    }

    private static InvoiceDocument Document(InvoiceContent content, params ReportContent[] reports) => new(
        new(InvoiceSamples.State(content), content, null, InvoiceSamples.IssuedOn),
        reports.ToDictionary(report => content.Lines.First(line => line.Origin.ReportNumber == report.Number).Origin.ReportId!.Value),
        new(30, Iban.Find("IT60X0542811101000000123456")));

    private static IEnumerable<int> Heads(string text) => Reports().Matches(text).Select(Number);

    private static IEnumerable<int> Marks(string text) => Mark().Matches(text).Select(Number);

    private static int Number(Match match) => int.Parse(match.Groups["number"].Value);

    [GeneratedRegex(@"<(?<number>\d{3})>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"Rapporto di lavoro RL-2026-000(?<number>\d{3})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reports();
}
