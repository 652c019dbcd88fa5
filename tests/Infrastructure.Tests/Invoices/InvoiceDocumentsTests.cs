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
        Assert.That(pages.Select(Marks), Is.EqualTo(pages.Select(page => Reports().Matches(page).Select(report => Number(report)))));
        Assert.That(pages.SkipLast(1), Has.All.Contains("Descrizione\nQuantità"));
        Assert.That(pages.Select((text, i) => text.Contains($"Pagina {i + 1} di {pages.Count}")), Has.All.True);
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

    private static IEnumerable<int> Marks(string text) => Mark().Matches(text).Select(Number);

    private static int Number(Match match) => int.Parse(match.Groups["number"].Value);

    [GeneratedRegex(@"<(?<number>\d{3})>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"Rapporto di lavoro RL-2026-000(?<number>\d{3})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reports();
}
