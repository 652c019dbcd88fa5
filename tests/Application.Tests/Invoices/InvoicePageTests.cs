using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Application.Documents;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Application.Tests.Invoices;

public sealed class InvoicePageTests
{
    private static readonly VatExemption Exemption = VatExemption.Create("N3.5", "Art. 8 D.P.R. 633/1972");

    [Test]
    public void Facts_OfAnIssuedInvoice_AreItsNumberDateMonthAndTerms()
    {
        var document = InvoiceDocuments.Issued(InvoiceSamples.Fee(60000));

        Assert.That(Told(In(Language.Italian, document).Facts), Is.EqualTo(new[]
        {
            "Numero: FT-2026-000001", "Data: 01/12/2026", "Mese: novembre 2026", "Pagamento: 31 giorni dalla data", "Scadenza: 01/01/2027", "Stato: da pagare",
        }));
        Assert.That(Told(In(Language.English, document).Facts), Is.EqualTo(new[]
        {
            "Number: FT-2026-000001", "Date: 1 Dec 2026", "Month: November 2026", "Payment: 31 days from the date", "Due: 1 Jan 2027", "Status: to be paid",
        }));
    }

    [TestCase("2027-01-01", 0, "da pagare")]
    [TestCase("2027-01-02", 0, "scaduta", TestName = "The day after it was due")]
    [TestCase("2027-01-02", 73200, "pagata")]
    public void Status_IsThatOfTheDay(string today, long paid, string status)
    {
        var document = InvoiceDocuments.Paid(InvoiceDocuments.Issued(InvoiceSamples.Fee(60000)), paid);

        var page = In(Language.Italian, document with { Seen = document.Seen with { Today = NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value } });

        Assert.That(Told(page.Facts)[^1], Is.EqualTo($"Stato: {status}"));
    }

    [Test]
    public void Draft_SaysSoAndByWhichTermsItWouldBePaid()
    {
        var draft = InvoiceDocuments.Document(InvoiceSamples.Draft([InvoiceSamples.Fee(60000)]));

        var page = In(Language.Italian, draft);

        Assert.That((page.Title, page.Banner!.Word, page.DatedAt), Is.EqualTo(("Fattura (bozza)", "BOZZA", (Instant?)null)));
        Assert.That(Told(page.Facts), Is.EqualTo(new[]
        {
            "Numero: (bozza)", "Data: non emesso", "Mese: novembre 2026", "Pagamento: 30 giorni dalla data", "Stato: bozza",
        }));
        Assert.That(Blocks(page), Is.Empty, "nobody pays a draft");
    }

    [TestCase(0, "alla data del documento", "on the date of the document")]
    [TestCase(1, "1 giorno dalla data", "1 day from the date")]
    [TestCase(60, "60 giorni dalla data", "60 days from the date")]
    public void Terms_OfADraft_AreThoseThatAreSet(int days, string italian, string english)
    {
        var draft = InvoiceDocuments.Document(InvoiceSamples.Draft([InvoiceSamples.Fee(60000)])) with { Terms = new(days, null) };

        Assert.That((Fact(In(Language.Italian, draft), "Pagamento"), Fact(In(Language.English, draft), "Payment")), Is.EqualTo((italian, english)));
    }

    [Test]
    public void Head_HasTheCompanyTheCustomerAndWhatIsOwedByWhen()
    {
        var page = In(Language.Italian, InvoiceDocuments.Issued(InvoiceSamples.Fee(60000)));

        Assert.That(page.Author, Is.EqualTo("Assistenza di prova S.r.l."));
        Assert.That(page.Letterhead, Is.EqualTo(new[]
        {
            "Via delle Officine 7, 20121 Milano (MI)", "Partita IVA 01234567897", "Tel. +39 02 0000000 · ufficio@example.it · www.example.it",
        }));
        Assert.That(page.Parties.Select(party => $"{party.Heading}: {string.Join(" | ", party.Paragraphs)}"), Is.EqualTo(new[]
        {
            "Cliente: Forno Aurora S.n.c. | Via Roma 1 | 20121 Milano (MI) | Partita IVA 01234567897", "Da pagare: 732,00 € | entro il 01/01/2027",
        }));
        Assert.That(page.Footer.Lines[0], Is.EqualTo("Fattura FT-2026-000001 · 01/12/2026"));
    }

    [Test]
    public void Lines_AreGroupedByContractAndReport_EachDiscountUnderItsItemWithTheReason()
    {
        var document = InvoiceDocuments.Issued([InvoiceSamples.Fee(60000, days: 60), .. InvoiceSamples.Work(123, ReportContentSamples.WithDiscounts())]);

        Assert.That(Rows(In(Language.Italian, document)), Is.EqualTo(new[]
        {
            "Heading: Canoni di contratto|98,63 €",
            "Item: 1|Canone del piano Argento dal 01/11/2026 al 30/12/2026, 60 giorni su 365|60/365 gg|600,00 €/anno|22%|98,63 €",
            "Heading: Rapporto di lavoro RL-2026-000123 del 20/11/2026 · La stampante è muta|32,50 €",
            "Item: 2|Uscita|1 pz|40,00 €|22%|40,00 €",
            "Attached: 3|Sconto del 40% sulla voce 1: LateNormal|||22%|-16,00 €",
            "Item: 4|Manodopera in sede|1:30 h|65,00 €/ora|22%|97,50 €",
            "Attached: 5|Sconto del 100% sulla voce 3: IncludedInPlan|||22%|-97,50 €",
            "Item: 6|Scheda di rete|2 pz|1.234,50 €|22%|2.469,00 €",
            "Attached: 7|Sconto del 100% sulla voce 5: OurFault|||22%|-2.469,00 €",
            "Item: 8|Cavo di rete, 3 m|1 pz|8,50 €|22%|8,50 €",
        }));
        Assert.That(Rows(In(Language.English, document)).Take(5), Is.EqualTo(new[]
        {
            "Heading: Contract fees|€98.63",
            "Item: 1|Fee of the Silver plan from 1 Nov 2026 to 30 Dec 2026, 60 days of 365|60/365 days|€600.00/year|22%|€98.63",
            "Heading: Work report RL-2026-000123 of 20 Nov 2026 · La stampante è muta|€32.50",
            "Item: 2|Call-out|1 pc|€40.00|22%|€40.00",
            "Attached: 3|40% off item 1: LateNormal|||22%|-€16.00",
        }));
    }

    [Test]
    public void Lines_ThatWereCredited_AreMarkedAndTheirSumIsTakenOff()
    {
        var document = InvoiceDocuments.Issued(InvoiceSamples.Work(123, ReportContentSamples.WithDiscounts()));
        var partly = document with
        {
            Seen = document.Seen with { Invoice = document.Seen.Invoice with { CreditedLines = [1, 2], Left = Less(document, 24_00, 5_28) } },
        };

        var page = In(Language.Italian, partly);

        Assert.That(Rows(page)[1], Does.StartWith("Item: 1|Uscita (stornata)|"));
        Assert.That(Rows(page)[3], Does.StartWith("Item: 3|Manodopera in sede|"));
        Assert.That(Totals(page).TakeLast(2), Is.EqualTo(new[] { "Stornato con note di credito: -29,28 €", "Da pagare: 10,37 €" }));
        Assert.That(page.Banner, Is.Null);
    }

    [Test]
    public void Guarantees_AreSaidInTheWordsOfTheReportsThatTheyTakeOff()
    {
        var late = ReportContentSamples.Content(guarantees: [ReportContentSamples.LateNormal(), Another()]);
        var document = InvoiceDocuments.Document(InvoiceSamples.Issued(InvoiceSamples.Work(123, [.. ReportContentSamples.WithDiscounts().Take(2)])), late);

        Assert.That(Block(In(Language.English, document), "Guarantees that apply"), Is.EqualTo(new[]
        {
            "RL-2026-000123: The appointment was at 14:00, the technician came at 15:20: 40% off call-out and labour.",
        }));
        Assert.That(Blocks(In(Language.English, InvoiceDocuments.Issued(InvoiceSamples.Fee(60000)))), Is.EqualTo(new[] { "How to pay" }));

        static ReportedGuarantee Another() => new(GuaranteeKind.FollowUp, new("Non risolto.", "Not solved."));
    }

    [Test]
    public void Totals_AreWithAndWithoutDiscountsVatAndPayments()
    {
        var document = InvoiceDocuments.Paid(InvoiceDocuments.Issued(InvoiceSamples.Work(123, ReportContentSamples.WithDiscounts())), 1000);

        var page = In(Language.Italian, document);

        Assert.That(Totals(page), Is.EqualTo(new[]
        {
            "Prezzo pieno: 2.615,00 €", "Sconti: -2.582,50 €", "Totale imponibile: 32,50 €", "Totale IVA: 7,15 €", "Totale documento: 39,65 €",
            "Già pagato: -10,00 €", "Da pagare: 29,65 €",
        }));
        Assert.That(Table(page, "Riepilogo IVA"), Is.EqualTo(new[] { "22%|32,50 €|7,15 €" }));
        Assert.That(Table(page, "Pagamenti ricevuti"), Is.EqualTo(new[] { "10/12/2026|CRO 12345678901|10,00 €" }));
    }

    [Test]
    public void SplitPayment_LeavesTheVatToTheCustomerAndSaysWhy()
    {
        var page = In(Language.Italian, InvoiceDocuments.Issued([InvoiceSamples.Fee(60000)], Taxation.Create(true, null)));

        Assert.That(Totals(page), Is.EqualTo(new[]
        {
            "Totale imponibile: 600,00 €", "Totale IVA: 132,00 €", "Totale documento: 732,00 €", "IVA versata dal cliente: -132,00 €", "Da pagare: 600,00 €",
        }));
        Assert.That(Table(page, "Riepilogo IVA"), Is.EqualTo(new[] { "22% · scissione dei pagamenti|600,00 €|132,00 €" }));
        Assert.That(Block(page, "Note").Single(), Does.StartWith("Scissione dei pagamenti (art. 17-ter"));
    }

    [Test]
    public void Exemption_StandsWithItsCodeAndReference()
    {
        var page = In(Language.English, InvoiceDocuments.Issued([InvoiceSamples.Fee(60000)], Taxation.Create(false, Exemption)));

        Assert.That(Rows(page)[1], Does.EndWith("|N3.5|€600.00"));
        Assert.That(Table(page, "VAT summary"), Is.EqualTo(new[] { "N3.5 · Art. 8 D.P.R. 633/1972|€600.00|€0.00" }));
    }

    [Test]
    public void Statement_SaysThatNothingIsOwed()
    {
        var document = InvoiceDocuments.Issued(InvoiceSamples.Work(123, [.. ReportContentSamples.WithDiscounts().Skip(2).Take(2)]));

        var page = In(Language.Italian, document);

        Assert.That((page.Title, page.Banner), Is.EqualTo(("Estratto EC-2026-000001", (PageBanner?)null)));
        Assert.That(Block(page, "Nulla da pagare").Single(), Does.StartWith("Per questo mese non è dovuto nulla."));
        Assert.That(Totals(page), Is.EqualTo(new[] { "Prezzo pieno: 97,50 €", "Sconti: -97,50 €", "Da pagare: 0,00 €" }));
        Assert.That(Told(page.Facts), Has.None.StartsWith("Scadenza"));
    }

    [Test]
    public void CreditNote_NamesTheInvoiceThatItTakesBackAndWhy()
    {
        var invoice = InvoiceSamples.Issued(InvoiceSamples.Work(123, ReportContentSamples.WithDiscounts()));

        var page = In(Language.English, InvoiceDocuments.Document(InvoiceSamples.CreditNote(invoice, "Nobody\u0007 came.", 1)));

        Assert.That(page.Title, Is.EqualTo("Credit note NC-2026-000001"));
        Assert.That(Told(page.Facts).Skip(3), Is.EqualTo(new[] { "Takes back: FT-2026-000001 of 1 Dec 2026", "Reason: Nobody  came." }));
        Assert.That(Totals(page)[^1], Is.EqualTo("Taken off FT-2026-000001: €29.28"));
    }

    [Test]
    public void Invoice_ThatWasCreditedWhole_IsNotToBePaid()
    {
        var document = InvoiceDocuments.Issued(InvoiceSamples.Fee(60000));
        var credited = document with { Seen = document.Seen with { Invoice = document.Seen.Invoice with { CreditedLines = [1], Left = Less(document, 600_00, 132_00) } } };

        var page = In(Language.Italian, InvoiceDocuments.Paid(credited, 10000));

        Assert.That((page.Banner!.Word, page.Banner.Meaning), Is.EqualTo(("STORNATA", "Questo documento è stato stornato per intero: non va pagato.")));
        Assert.That(Totals(page)[^1], Is.EqualTo("A vostro credito: 100,00 €"), "what was paid for it");
        Assert.That(Blocks(page), Does.Not.Contain("Come pagare"));
    }

    [Test]
    public void HowToPay_IsSaidWhereAnAccountIsSet()
    {
        var document = InvoiceDocuments.Issued(InvoiceSamples.Fee(60000));

        Assert.That(Block(In(Language.Italian, document), "Come pagare"), Is.EqualTo(new[]
        {
            "Con bonifico sul conto IT60 X054 2811 1010 0000 0123 456 intestato a Assistenza di prova S.r.l., causale FT-2026-000001.",
        }));
        Assert.That(Blocks(In(Language.Italian, document with { Terms = new(30, null) })), Is.Empty);
        Assert.That(Blocks(In(Language.Italian, InvoiceDocuments.Paid(document, 73200))), Is.Empty);
    }

    [Test]
    public void Note_OfWhatGoesToTheExchangeSystem_SaysThatThisIsACopy()
    {
        var document = InvoiceDocuments.Issued(InvoiceSamples.Fee(60000));
        var delivered = document with
        {
            Seen = document.Seen with { Invoice = document.Seen.Invoice with { Deliveries = [DeliveryAttempt.Prepared(1, new(1))] } },
        };

        Assert.That(Block(In(Language.Italian, delivered), "Note"), Is.EqualTo(new[] { "Copia di cortesia: fa fede la fattura elettronica." }));
    }

    [FsCheck.NUnit.Property]
    public Property Lines_OfAnyMonth_SumToTheirGroupsAndTheTotal() => Prop.ForAll(AnyCharges.ToArbitrary(), charges =>
    {
        var document = InvoiceDocuments.Document(InvoiceSamples.Issued(charges));
        var page = In(Language.Italian, document);
        var rows = page.Sections.OfType<PageTable>().First().Rows;
        var net = document.Seen.Content.Net.Cents;

        return rows.Where(row => row.Kind == PageRowKind.Heading).Sum(row => Cents(row.Cells[^1])) == net
            && rows.Where(row => row.Kind != PageRowKind.Heading).Sum(row => Cents(row.Cells[^1])) == net
            && rows.Count(row => row.Kind != PageRowKind.Heading) == document.Seen.Content.Lines.Count;
    });

    private static Gen<List<Charge>> AnyCharges =>
        Gen.Choose(1, 5).SelectMany(report => Gen.Choose(1, 99_999_99).Select(cents => (report, cents))).ListOf()
            .Select(items => items.GroupBy(item => item.report).SelectMany(group => InvoiceSamples.Work(
                group.Key, [.. group.Select((item, i) => ReportContentSamples.Item(i + 1, ReportLineKind.Part, "Pezzo", "Part", 1, item.cents))])).ToList());

    /// <summary>An amount as a person reads it: the digits, and whether it is taken off.</summary>
    private static long Cents(string amount) => long.Parse(string.Concat(amount.Where(char.IsAsciiDigit))) * (amount.StartsWith('-') ? -1 : 1);

    private static IReadOnlyList<VatShare> Less(InvoiceDocument document, long taxable, long tax) =>
        VatShare.Less(document.Seen.Content.Vat, [new(22, null, new(taxable), new(tax))]);

    private static DocumentPage In(Language language, InvoiceDocument document) => InvoicePageComposer.Compose(document, language);

    private static string[] Told(IEnumerable<PageFact> facts) => [.. facts.Select(fact => $"{fact.Label}: {fact.Value}")];

    private static string Fact(DocumentPage page, string label) => page.Facts.Single(fact => fact.Label == label).Value;

    private static string[] Totals(DocumentPage page) => Told(page.Sections.OfType<PageTotals>().Single().Facts);

    private static string[] Rows(DocumentPage page) =>
        [.. page.Sections.OfType<PageTable>().First().Rows.Select(row => $"{row.Kind}: {string.Join('|', row.Cells)}")];

    private static IEnumerable<string> Table(DocumentPage page, string heading) =>
        page.Sections.OfType<PageTable>().Single(table => table.Heading == heading).Rows.Select(row => string.Join('|', row.Cells));

    private static IEnumerable<string> Blocks(DocumentPage page) => page.Sections.OfType<PageBlock>().Select(block => block.Heading);

    private static IReadOnlyList<string> Block(DocumentPage page, string heading) =>
        page.Sections.OfType<PageBlock>().Single(block => block.Heading == heading).Paragraphs;
}
