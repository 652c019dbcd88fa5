using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.Extensions.Configuration;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Customers;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Infrastructure.Tests.Invoices.FatturaPa;

public sealed class ElectronicInvoicesTests
{
    private static readonly string TaxCode = ItalianNumbers.Sixteen("RSSMRA80A01F205");

    private static BilledCustomer Abroad => InvoiceSamples.Customer() with { BillingAddress = Address("FR"), VatNumber = "12345678901" };

    [Test]
    public void Write_AnInvoice_IsAFileNamedAfterTheTransmitterAndTheProgressive()
    {
        var file = FatturaPaSamples.Write(FatturaPaSamples.Ordinary());

        Assert.That(file.FileName, Is.EqualTo($"IT{FatturaPaSamples.VatNumber}_0001A.xml"));
        Assert.That(file.Xml, Does.StartWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<p:FatturaElettronica "));
        Assert.That(Text(XDocument.Parse(file.Xml), "//DatiTrasmissione"), Is.EqualTo($"IT {FatturaPaSamples.VatNumber} 0001A FPR12 0000000"));
    }

    [Test]
    public void Write_WithATransmitter_NamesTheFileAfterThem()
    {
        var file = FatturaPaSamples.Write(FatturaPaSamples.Ordinary(), settings: FatturaPaSamples.Settings($"TransmitterId={TaxCode}"));

        Assert.That(file.FileName, Is.EqualTo($"IT{TaxCode}_0001A.xml"));
        Assert.That(Text(XDocument.Parse(file.Xml), "//IdTrasmittente"), Is.EqualTo($"IT {TaxCode}"));
    }

    [Test]
    public void Write_AnInvoice_HasWhatItSays()
    {
        var document = FatturaPaSamples.Read(FatturaPaSamples.Ordinary());

        Assert.Multiple(() =>
        {
            Assert.That(Text(document, "//CedentePrestatore"), Is.EqualTo(
                $"IT {FatturaPaSamples.VatNumber} Assistenza di prova S.r.l. RF01 Via delle Officine 7 20121 Milano MI IT"));
            Assert.That(Text(document, "//CessionarioCommittente"), Is.EqualTo(
                $"IT {ItalianNumbers.Eleven("0123456789")} Forno Aurora S.n.c. Via Roma 1 20121 Milano MI IT"));
            Assert.That(Text(document, "//DatiGenerali"), Is.EqualTo("TD01 EUR 2026-12-01 FT-2026-000001 478.85"));
            Assert.That(Text(document, "//DatiRiepilogo"), Is.EqualTo("22.00 392.50 86.35 I"));
            Assert.That(Text(document, "//DatiPagamento"), Is.EqualTo($"TP02 MP05 2027-01-01 478.85 {FatturaPaSamples.Iban}"));
        });
    }

    [TestCase(1, "1 Canone del piano Argento dal 01/11/2026 al 31/10/2027 2026-11-01 2027-10-31 360.00 360.00 22.00")]
    [TestCase(2, "2 Uscita 40.00 40.00 22.00 RAPPORTO RL-2026-000123")]
    [TestCase(3, "3 SC Sconto del 40% sulla voce 1: LateNormal -16.00 -16.00 22.00 RAPPORTO RL-2026-000123")]
    [TestCase(4, "4 Manodopera in sede 1.50 ore 65.00 97.50 22.00 RAPPORTO RL-2026-000123")]
    [TestCase(5, "5 SC Sconto del 100% sulla voce 3: IncludedInPlan -97.50 -97.50 22.00 RAPPORTO RL-2026-000123")]
    [TestCase(6, "6 Scheda di rete 2.00 pz 1234.50 2469.00 22.00 RAPPORTO RL-2026-000123")]
    public void Write_ALine_HasItsAmountAndWhereItComesFrom(int number, string text) =>
        Assert.That(Text(FatturaPaSamples.Read(FatturaPaSamples.Ordinary()), $"//DettaglioLinee[{number}]"), Is.EqualTo(text));

    [TestCase(90, "1.50")]
    [TestCase(20, "0.33333333")]
    [TestCase(50, "0.83333333")]
    [TestCase(1, "0.01666667")]
    public void Write_Labour_IsInHours(int minutes, string hours)
    {
        var document = FatturaPaSamples.Read(InvoiceSamples.Issued(InvoiceSamples.Work(1, ReportContentSamples.Labour(1, minutes, 6500))));

        Assert.That(document.XPathSelectElement("//Quantita")!.Value, Is.EqualTo(hours));
    }

    [Test]
    public void Write_LabourSoDearThatHoursDoNotComeOut_HasTheAmountAlone()
    {
        var document = FatturaPaSamples.Read(InvoiceSamples.Issued(InvoiceSamples.Work(1, ReportContentSamples.Labour(1, 20, 9_999_999_999))));

        Assert.That(Text(document, "//DettaglioLinee"), Is.EqualTo("1 Manodopera in sede 33333333.33 33333333.33 22.00 RAPPORTO RL-2026-000001"));
    }

    [Test]
    public void Write_AFeeThatIsGivenBack_IsNoDiscount()
    {
        var document = FatturaPaSamples.Read(InvoiceSamples.Issued([InvoiceSamples.Fee(36_500), InvoiceSamples.Fee(36_500, 73, isCredit: true, number: 2)]));

        Assert.That(Text(document, "//DettaglioLinee[2]"), Is.EqualTo(
            "2 Storno canone del piano Argento dal 01/11/2026 al 12/01/2027, 73 giorni su 365 2026-11-01 2027-01-12 -73.00 -73.00 22.00"));
    }

    [Test]
    public void Write_SplitPayment_LeavesTheVatToTheCustomer()
    {
        var document = FatturaPaSamples.Read(FatturaPaSamples.SplitPayment());

        Assert.That(Text(document, "//DatiRiepilogo"), Is.EqualTo("22.00 392.50 86.35 S"));
        Assert.That(Text(document, "//DatiPagamento"), Does.Contain(" 392.50 "));
    }

    [Test]
    public void Write_Exempt_SaysWhy()
    {
        var document = FatturaPaSamples.Read(FatturaPaSamples.Exempt());

        Assert.That(Text(document, "//DatiRiepilogo"), Is.EqualTo("0.00 N2.1 392.50 0.00 I Art. 7-ter DPR 633/72"));
        Assert.That(document.XPathSelectElements("//DettaglioLinee/Natura").Count(), Is.EqualTo(8));
    }

    [Test]
    public void Write_SeveralRates_SumsUpEach()
    {
        var reduced = ReportContentSamples.Parts(1)[0] with { VatPercent = 4 };

        var document = FatturaPaSamples.Read(InvoiceSamples.Issued([InvoiceSamples.Fee(36_000), .. InvoiceSamples.Work(1, reduced)]));

        Assert.That(document.XPathSelectElements("//DatiRiepilogo").Select(Text), Is.EqualTo(new[] { "22.00 360.00 79.20 I", "4.00 1.00 0.04 I" }));
    }

    [Test]
    public void Write_WithoutAnAccount_LeavesOpenHowItIsPaid()
    {
        var xml = FatturaPaSamples.Write(FatturaPaSamples.Ordinary(), settings: FatturaPaSamples.Settings("Iban=")).Xml;

        Assert.That(xml, Does.Not.Contain("DatiPagamento"));
    }

    [Test]
    public void Write_ACreditNote_NamesTheInvoiceAndTheReason()
    {
        var reason = string.Concat(Enumerable.Repeat("accordo ", 30)).Trim();
        var document = FatturaPaSamples.Read(InvoiceSamples.CreditNote(FatturaPaSamples.Ordinary(), reason, 2));

        Assert.Multiple(() =>
        {
            Assert.That(Text(document, "//DatiGeneraliDocumento/TipoDocumento"), Is.EqualTo("TD04"));
            Assert.That(Text(document, "//ImportoTotaleDocumento"), Is.EqualTo("29.28"));
            Assert.That(Text(document, "//DatiFattureCollegate"), Is.EqualTo("FT-2026-000001 2026-12-01"));
            Assert.That(string.Concat(document.XPathSelectElements("//Causale").Select(Text)), Is.EqualTo(reason));
            Assert.That(document.XPathSelectElements("//DettaglioLinee").Select(line => Text(line)[..4]), Is.EqualTo(new[] { "1 Us", "2 SC" }));
            Assert.That(document.XPathSelectElement("//DatiPagamento"), Is.Null);
        });
    }

    [TestCase("ABC1234", null, "ABC1234")]
    [TestCase(null, "forno@pec.example.it", "0000000 forno@pec.example.it")]
    [TestCase(null, null, "0000000")]
    public void Write_Delivery_IsThatOfTheCustomer(string? code, string? certifiedEmail, string text)
    {
        var document = FatturaPaSamples.Read(FatturaPaSamples.Ordinary(), delivery: InvoiceDelivery.Create(code, certifiedEmail));

        Assert.That(Text(document, "//DatiTrasmissione"), Does.EndWith($" FPR12 {text}"));
    }

    [Test]
    public void Write_ForAPerson_HasTheirTaxCode()
    {
        var person = InvoiceSamples.Customer() with { Kind = PartyKind.Private, Name = "Mária Kovács-Ő", VatNumber = null, TaxCode = TaxCode };

        Assert.That(
            Text(FatturaPaSamples.Read(FatturaPaSamples.Ordinary(person)), "//CessionarioCommittente/DatiAnagrafici"),
            Is.EqualTo($"{TaxCode} Mária Kovács-O"));
    }

    [TestCase("FR", "12345678901", null, null, "XXXXXXX FR 12345678901 FR", TestName = "A company abroad")]
    [TestCase("US", null, null, "a@pec.example.it", "XXXXXXX US 99999999999 US", TestName = "A person abroad")]
    [TestCase("CH", null, "RSSMRA80A01F205", null, "0000000 code CH", TestName = "A person abroad with an Italian tax code")]
    [TestCase("FR", "12345678901", null, "ABC1234", "XXXXXXX FR 12345678901 FR", TestName = "Abroad with a recipient code")]
    [TestCase("SM", "12345", null, "2R4GTO8", "2R4GTO8 SM 12345 SM", TestName = "San Marino")]
    [TestCase("SM", null, null, null, "XXXXXXX SM 99999999999 SM", TestName = "A person of San Marino")]
    public void Write_ForACustomerAbroad_HasTheirCountry(string country, string? number, string? taxCode, string? delivery, string text)
    {
        var customer = Abroad with { BillingAddress = Address(country), VatNumber = number, TaxCode = taxCode is null ? null : TaxCode };
        var isEmail = delivery?.Contains('@', StringComparison.Ordinal) == true;

        var document = FatturaPaSamples.Read(
            FatturaPaSamples.Ordinary(customer), delivery: InvoiceDelivery.Create(isEmail ? null : delivery, isEmail ? delivery : null));

        const string Paths =
            "//CodiceDestinatario | //PECDestinatario | //CessionarioCommittente//IdFiscaleIVA | //CessionarioCommittente//CodiceFiscale"
            + " | //CessionarioCommittente//Nazione";
        var found = document.XPathSelectElements(Paths).Select(Text);
        Assert.That(string.Join(' ', found), Is.EqualTo(text.Replace("code", TaxCode, StringComparison.Ordinal)));
        Assert.That(Text(document, "//CessionarioCommittente/Sede"), Is.EqualTo($"Rue 1 00000 Ville {country}"));
    }

    [Test]
    public void Write_CustomerWhoseDataWerePutRight_HasThemAsTheyAreByNow()
    {
        var content = FatturaPaSamples.Ordinary(InvoiceSamples.Customer() with { VatNumber = null });

        Assert.That(() => FatturaPaSamples.Write(content), Refused.With("electronic_invoice_refused"));
        Assert.That(
            Text(FatturaPaSamples.Read(content, InvoiceSamples.Customer()), "//CessionarioCommittente//IdCodice"), Is.EqualTo(ItalianNumbers.Eleven("0123456789")));
    }

    [Test]
    public void Write_LongAndOutlandishTexts_AreMadeFit()
    {
        var part = ReportContentSamples.Item(1, ReportLineKind.Part, new string('č', 1001), "long", 1, 100);
        var customer = InvoiceSamples.Customer() with { Name = new string('€', 80) };

        var document = FatturaPaSamples.Read(InvoiceSamples.Issued(InvoiceSamples.Work(1, part), customer));

        Assert.That(Text(document, "//Descrizione"), Is.EqualTo($"{new string('c', 997)}..."));
        Assert.That(Text(document, "//CessionarioCommittente//Denominazione"), Has.Length.EqualTo(80));
    }

    [Test]
    public void Write_SeveralThingsThatWouldBeRefused_TellsEach()
    {
        var untaxed = ReportContentSamples.Parts(3).Select(part => part with { VatPercent = 0 });
        var content = InvoiceSamples.Issued(InvoiceSamples.Work(1, [.. untaxed]), InvoiceSamples.Customer() with { VatNumber = null });

        var refusal = Assert.Throws<BusinessException>(() => FatturaPaSamples.Write(content));

        Assert.That(refusal!.Code, Is.EqualTo("electronic_invoice_refused"));
        Assert.That(
            refusal.Message.Split('\n').Select(reason => reason[..reason.IndexOf(':', StringComparison.Ordinal)]),
            Is.EqualTo(new[] { "00417", "00400, line 1, 2, 3", "00429" }));
    }

    [Test]
    public void Write_AsManyLinesAsTheFormatHasRoomFor_IsWritten() => Assert.That(() => FatturaPaSamples.Write(WithParts(9999)), Throws.Nothing);

    [Test]
    public void Write_ALineMoreThanTheFormatHasRoomFor_NamesItAndSaysWhy()
    {
        var refusal = Assert.Throws<BusinessException>(() => FatturaPaSamples.Write(WithParts(10_000)));

        Assert.That(refusal!.Code, Is.EqualTo("electronic_invoice_refused"));
        Assert.That(refusal.Message, Is.EqualTo("00200, line 10000: the format has room for 9999 lines, and there are 10000"));
    }

    [Test]
    public void Write_WhereNothingIsSetUp_IsRefusedWithWhatIsMissing()
    {
        var refusal = Assert.Throws<BusinessException>(
            () => FatturaPaSamples.Write(FatturaPaSamples.Ordinary(), settings: new ConfigurationBuilder().Build()));

        Assert.That(refusal!.Code, Is.EqualTo("electronic_invoices_not_set_up"));
        Assert.That(refusal.Message, Does.Contain("Company:VatNumber is missing"));
    }

    [Test]
    public void Write_AStatementOrADraft_IsRefused()
    {
        var free = InvoiceSamples.Work(1, ReportContentSamples.Item(1, ReportLineKind.CallOut, "Uscita", "Call-out", 1, 0));

        Assert.That(() => FatturaPaSamples.Write(InvoiceSamples.Issued(free)), Refused.With("not_deliverable"));
        Assert.That(() => FatturaPaSamples.Write(InvoiceSamples.Draft([InvoiceSamples.Fee(100)])), Refused.With("invoice_not_issued"));
    }

    private static InvoiceContent WithParts(int count) => InvoiceSamples.Issued(InvoiceSamples.Work(1, [.. ReportContentSamples.Parts(count)]));

    private static PostalAddress Address(string country) =>
        PostalAddress.Create("Rue 1", "F-75001", "Ville", null, CountryCode.Create(country, "country"), "address");

    private static string Text(XDocument document, string path) => Text(document.XPathSelectElement(path)!);

    private static string Text(XElement element) =>
        string.Join(' ', element.DescendantsAndSelf().Where(inner => !inner.HasElements).Select(leaf => leaf.Value));
}
