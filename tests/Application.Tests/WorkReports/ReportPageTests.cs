using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Application.Documents;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Application.Tests.WorkReports;

public sealed class ReportPageTests
{
    private const string Sha256 = "3f7a1c0e9b2d4856a1e0c7d9f4b3825566778899aabbccddeeff001122334455";

    [TestCase(123450, "1.234,50 €", "€1,234.50")]
    [TestCase(0, "0,00 €", "€0.00")]
    [TestCase(5, "0,05 €", "€0.05")]
    [TestCase(-5, "-0,05 €", "-€0.05")]
    [TestCase(99999, "999,99 €", "€999.99")]
    [TestCase(100000, "1.000,00 €", "€1,000.00")]
    [TestCase(-123456789012, "-1.234.567.890,12 €", "-€1,234,567,890.12")]
    public void Money_IsWrittenAsInItsLanguage(long cents, string italian, string english)
    {
        var lines = new[] { ReportContentSamples.Item(1, ReportLineKind.Part, "x", "x", 1, cents) };

        var totals = InBoth(Issued(lines)).Select(page => TotalsOf(page)[^1].Value);

        Assert.That(totals, Is.EqualTo(new[] { italian, english }));
    }

    [TestCase("2026-11-20 19:30", "20/11/2026 19:30", "20 Nov 2026, 19:30", TestName = "Winter in Rome is an hour ahead")]
    [TestCase("2026-07-01 00:05", "01/07/2026 00:05", "1 Jul 2026, 00:05", TestName = "Summer in Rome is two, and a new day")]
    public void Times_AreThoseOfRome(string at, string italian, string english)
    {
        var report = Issued() with { Acknowledgement = new("Marco Verdi", Moments.Rome(at), null) };

        var signed = InBoth(report).Select(page => page.Signature!.Facts[1].Value);

        Assert.That(signed, Is.EqualTo(new[] { italian, english }));
    }

    [Test]
    public void Facts_InItalian_TellAllThatHappened() => Assert.That(
        Told(ReportPageComposer.Compose(Issued(), Language.Italian).Facts),
        Is.EqualTo(new[]
        {
            "Numero: RL-2026-000123", "Emesso il: 20/11/2026 19:30", "Segnalazione: 2026-000077", "Oggetto: La stampante è muta",
            "Ricevuta il: 20/11/2026 08:05", "Gestita come: urgente", "Piano: Argento", "Intervento: in sede", "Appuntamento: 20/11/2026 14:00",
            "Arrivo: 20/11/2026 15:20", "Fine: 20/11/2026 16:50", "Esito: problema risolto",
        }));

    [Test]
    public void Facts_InEnglish_TellAllThatHappened() => Assert.That(
        Told(ReportPageComposer.Compose(Issued(), Language.English).Facts),
        Is.EqualTo(new[]
        {
            "Number: RL-2026-000123", "Issued: 20 Nov 2026, 19:30", "Ticket: 2026-000077", "Subject: La stampante è muta",
            "Received: 20 Nov 2026, 08:05", "Handled as: urgent", "Plan: Silver", "Intervention: on site", "Appointment: 20 Nov 2026, 14:00",
            "Arrival: 20 Nov 2026, 15:20", "End: 20 Nov 2026, 16:50", "Outcome: problem solved",
        }));

    [Test]
    public void Facts_OfRemoteWorkWithoutAppointment_TellItsBeginning()
    {
        var content = ReportContentSamples.Content();
        var remote = content with { Work = content.Work with { Mode = InterventionMode.Remote, AppointedAt = null } };

        var facts = Told(ReportPageComposer.Compose(Issued() with { Content = remote }, Language.English).Facts);

        Assert.That(facts, Does.Contain("Intervention: remote").And.Contain("Appointment: none was agreed").And.Contain("Beginning: 20 Nov 2026, 15:20"));
    }

    [Test]
    public void Lines_InItalian_HaveEachDiscountUnderItsItemWithTheReason() => Assert.That(
        Rows(ReportPageComposer.Compose(Issued(ReportContentSamples.WithDiscounts()), Language.Italian)),
        Is.EqualTo(new[]
        {
            "1|Uscita|1 pz|40,00 €|22%|40,00 €",
            "2|Sconto del 40% sulla voce 1: LateNormal|||22%|-16,00 €",
            "3|Manodopera in sede|1:30 h|65,00 €/ora|22%|97,50 €",
            "4|Sconto del 100% sulla voce 3: IncludedInPlan|||22%|-97,50 €",
            "5|Scheda di rete|2 pz|1.234,50 €|22%|2.469,00 €",
            "6|Sconto del 100% sulla voce 5: OurFault|||22%|-2.469,00 €",
            "7|Cavo di rete, 3 m|1 pz|8,50 €|22%|8,50 €",
        }));

    [Test]
    public void Lines_InEnglish_HaveEachDiscountUnderItsItemWithTheReason() => Assert.That(
        Rows(ReportPageComposer.Compose(Issued(ReportContentSamples.WithDiscounts()), Language.English)).Take(4),
        Is.EqualTo(new[]
        {
            "1|Call-out|1 pc|€40.00|22%|€40.00",
            "2|40% off item 1: LateNormal|||22%|-€16.00",
            "3|Labour on site|1:30 h|€65.00/hour|22%|€97.50",
            "4|100% off item 3: IncludedInPlan|||22%|-€97.50",
        }));

    [Test]
    public void Lines_WithDiscountsAtTheEnd_HaveThemUnderTheirItemsAllTheSame()
    {
        ReportLine[] lines =
        [
            .. ReportContentSamples.Parts(2), ReportContentSamples.Discount(3, 2, DiscountReason.FollowUp, 100, -100),
            ReportContentSamples.Discount(4, 1, DiscountReason.NobodyThere, 100, -100),
        ];

        var rows = LinesOf(ReportPageComposer.Compose(Issued(lines), Language.English));

        Assert.That(rows.Select(row => row.Cells[0]), Is.EqualTo(new[] { "1", "4", "2", "3" }));
        Assert.That(rows.Select(row => row.Kind), Is.EqualTo(new[] { PageRowKind.Item, PageRowKind.Attached, PageRowKind.Item, PageRowKind.Attached }));
    }

    [Test]
    public void Times_TellWhoWorkedFromWhenUntilWhen()
    {
        var times = ReportPageComposer.Compose(Issued(), Language.Italian).Sections.OfType<PageTable>().First();

        Assert.That(times.Rows[0].Cells, Is.EqualTo(new[] { "Giulia Ferri", "20/11/2026 15:20", "20/11/2026 16:50", "1:30" }));
    }

    [Test]
    public void Head_HasTheCompanyAndTheCustomer()
    {
        var page = ReportPageComposer.Compose(Issued(), Language.Italian);

        Assert.That(page.Author, Is.EqualTo("Assistenza di prova S.r.l."));
        Assert.That(page.Letterhead, Is.EqualTo(new[]
        {
            "Via delle Officine 7, 20121 Milano (MI)", "Partita IVA 01234567897", "Tel. +39 02 0000000 · ufficio@example.it · www.example.it",
        }));
        Assert.That(page.Parties.Select(party => party.Paragraphs), Is.EqualTo(new[]
        {
            new[] { "Forno Aurora S.n.c.", "Via Roma 1", "20121 Milano (MI)", "Partita IVA 01234567897" },
            ["Laboratorio", "Via Po 12", "20121 Milano (MI)"],
        }));
    }

    [Test]
    public void Head_OfACompanyThatSaysNoMore_IsItsName()
    {
        var content = ReportContentSamples.Content() with { Issuer = new("MisterAssist", [], null, null, null, null) };

        var page = ReportPageComposer.Compose(Issued() with { Content = content }, Language.Italian);

        Assert.That((page.Author, page.Letterhead.Count), Is.EqualTo(("MisterAssist", 0)));
    }

    [Test]
    public void Footer_HasTheNumberTheDateAndTheHashInGroups()
    {
        var footer = ReportPageComposer.Compose(Issued(), Language.Italian).Footer;

        Assert.That(footer.Lines, Is.EqualTo(new[]
        {
            "Rapporto di lavoro RL-2026-000123 · 20/11/2026 19:30",
            "Impronta SHA-256 3f7a1c0e 9b2d4856 a1e0c7d9 f4b38255 66778899 aabbccdd eeff0011 22334455",
        }));
        Assert.That((footer.Page, footer.Of), Is.EqualTo(("Pagina", "di")));
    }

    [Test]
    public void Banner_OfADraft_SaysSoAndNothingIsToBeSigned()
    {
        var draft = new ReportDocument(ReportContentSamples.Content() with { Number = null, IssuedAt = null }, null, ReportMark.Draft);

        var pages = InBoth(draft).ToList();

        Assert.That(pages.Select(page => page.Banner!.Word), Is.EqualTo(new[] { "BOZZA", "DRAFT" }));
        Assert.That(pages.Select(page => page.Title), Is.EqualTo(new[] { "Rapporto di lavoro (bozza)", "Work report (draft)" }));
        Assert.That(pages.Select(page => page.Signature), Has.All.Null);
        Assert.That(Told(pages[1].Facts), Does.Contain("Issued: not issued"));
    }

    [Test]
    public void Banner_OfAVoidedReport_SaysWhy()
    {
        var voided = Issued() with { Mark = ReportMark.Voided, VoidReason = "Sede sbagliata." };

        var banners = InBoth(voided).Select(page => $"{page.Banner!.Word}: {page.Banner.Meaning}");

        Assert.That(banners, Is.EqualTo(new[]
        {
            "ANNULLATO: Questo rapporto non vale più. Motivo: Sede sbagliata.", "VOID: This report has no force any more. Reason: Sede sbagliata.",
        }));
    }

    [Test]
    public void Banner_OfAReportThatStands_IsNone() => Assert.That(InBoth(Issued()).Select(page => page.Banner), Has.All.Null);

    [Test]
    public void Signature_OfAnIssuedReport_IsAPlaceToSign() => Assert.That(
        Told(ReportPageComposer.Compose(Issued(), Language.Italian).Signature!.Facts), Is.EqualTo(new[] { "Nome: ", "Data: ", "Firma: " }));

    [Test]
    public void Signature_OfAnAcknowledgedReport_IsWhoAndWhenAndTheDrawing()
    {
        var report = Issued() with { Acknowledgement = new("Marco Verdi", ReportContentSamples.IssuedAt, [1, 2, 3]) };

        var signature = ReportPageComposer.Compose(report, Language.English).Signature!;

        Assert.That(Told(signature.Facts), Is.EqualTo(new[] { "Name: Marco Verdi", "Date: 20 Nov 2026, 19:30" }));
        Assert.That(signature.Png, Is.EqualTo(new byte[] { 1, 2, 3 }));
    }

    [Test]
    public void Guarantees_AreSaidInWordsWhereSomeApply()
    {
        var with = Issued() with { Content = ReportContentSamples.Content(guarantees: [ReportContentSamples.LateNormal()]) };

        var said = GuaranteesOf(with);

        Assert.That(said.Single().Paragraphs, Is.EqualTo(new[] { "The appointment was at 14:00, the technician came at 15:20: 40% off call-out and labour." }));
        Assert.That(GuaranteesOf(Issued()), Is.Empty);

        static IEnumerable<PageBlock> GuaranteesOf(ReportDocument report) =>
            ReportPageComposer.Compose(report, Language.English).Sections.OfType<PageBlock>().Where(block => block.Heading == "Guarantees that apply");
    }

    [TestCase("a\r\nb\rc", "a\nb\nc", TestName = "Ends of lines are of one kind")]
    [TestCase("a\0b\u001Bc\td", "a b c d", TestName = "Controls are blanks")]
    [TestCase("a\u202Eb\u2066c", "a b c", TestName = "Marks that turn the direction are blanks")]
    [TestCase("a\uFFFEb", "a b", TestName = "What is no character is a blank")]
    [TestCase("<script>&\"'</script>", "<script>&\"'</script>", TestName = "What is text stays")]
    [TestCase("Ελλάδα Київ שלום 😀", "Ελλάδα Київ שלום 😀", TestName = "In any script")]
    public void Text_IsCleanedAndElseLeftAlone(string written, string shown) => Assert.That(
        WorkOf(Issued() with { Content = ReportContentSamples.Content(description: written) }).Paragraphs,
        Is.EqualTo(new[] { shown }));

    [Test]
    public void Text_WithHalfACharacter_HasTheSignForOne() => Assert.That(
        WorkOf(Issued() with { Content = ReportContentSamples.Content(description: "a\uD83Db") }).Paragraphs,
        Is.EqualTo(new[] { "a\uFFFDb" }));

    [FsCheck.NUnit.Property]
    public Property Totals_OfAnyLines_AreThoseOfTheReport() => Prop.ForAll(AnyLines.ToArbitrary(), lines =>
    {
        var report = Issued([.. lines]);
        var (italian, english) = (ReportPageComposer.Compose(report, Language.Italian), ReportPageComposer.Compose(report, Language.English));
        var expected = new[] { report.Content.Gross, report.Content.Discounts, report.Content.Net };

        return TotalsOf(italian).Select(Cents).SequenceEqual(expected.Select(money => money.Cents))
            && TotalsOf(english).Select(Cents).SequenceEqual(expected.Select(money => money.Cents))
            && LinesOf(italian).Sum(row => Cents(new("", row.Cells[^1]))) == report.Content.Net.Cents
            && LinesOf(italian).Count == lines.Count;
    });

    private static Gen<List<ReportLine>> AnyLines =>
        Gen.Choose(1, 99_999_999).SelectMany(cents => Gen.Choose(1, 30).SelectMany(quantity => Gen.Choose(0, 100).Select(off => (cents, quantity, off))))
            .ListOf().Select(items => items.SelectMany((item, i) => ItemWithDiscount(item, i)).ToList());

    private static IEnumerable<ReportLine> ItemWithDiscount((int Cents, int Quantity, int Off) item, int index)
    {
        var line = ReportContentSamples.Item((2 * index) + 1, ReportLineKind.Part, "Pezzo", "Part", item.Quantity, item.Cents);
        yield return line;
        if (item.Off > 0)
            yield return ReportContentSamples.Discount(line.Number + 1, line.Number, DiscountReason.OurFault, item.Off, -line.Amount.Percent(item.Off).Cents);
    }

    /// <summary>An amount as a person reads it: the digits, and whether it is taken off.</summary>
    private static long Cents(PageFact fact) =>
        long.Parse(string.Concat(fact.Value.Where(char.IsAsciiDigit))) * (fact.Value.StartsWith('-') ? -1 : 1);

    private static ReportDocument Issued(IReadOnlyList<ReportLine>? lines = null) => new(ReportContentSamples.Content(lines), Sha256, ReportMark.Issued);

    private static IEnumerable<DocumentPage> InBoth(ReportDocument report) =>
        [ReportPageComposer.Compose(report, Language.Italian), ReportPageComposer.Compose(report, Language.English)];

    private static PageBlock WorkOf(ReportDocument report) => ReportPageComposer.Compose(report, Language.Italian).Sections.OfType<PageBlock>().First();

    private static IReadOnlyList<PageFact> TotalsOf(DocumentPage page) => page.Sections.OfType<PageTotals>().Single().Facts;

    private static IReadOnlyList<PageRow> LinesOf(DocumentPage page) => page.Sections.OfType<PageTable>().Last().Rows;

    private static IEnumerable<string> Told(IEnumerable<PageFact> facts) => facts.Select(fact => $"{fact.Label}: {fact.Value}");

    private static IEnumerable<string> Rows(DocumentPage page) => LinesOf(page).Select(row => string.Join('|', row.Cells));
}
