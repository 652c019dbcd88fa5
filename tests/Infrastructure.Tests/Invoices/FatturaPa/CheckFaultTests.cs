using System.Xml.Linq;
using System.Xml.XPath;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Infrastructure.Invoices.FatturaPa;
using MisterAssist.TestKit.Invoices;

namespace MisterAssist.Infrastructure.Tests.Invoices.FatturaPa;

/// <summary>Documents that were right, and were tampered with.</summary>
public sealed class CheckFaultTests
{
    private const string Customer = "//CessionarioCommittente/DatiAnagrafici";

    private static readonly Dictionary<string, Func<XDocument>> Documents = new()
    {
        ["ordinary"] = () => Document(FatturaPaSamples.Ordinary()),
        ["split"] = () => Document(FatturaPaSamples.SplitPayment()),
        ["exempt"] = () => Document(FatturaPaSamples.Exempt()),
        ["credit note"] = () => Document(FatturaPaSamples.CreditNote()),
        ["abroad"] = () => Document(FatturaPaSamples.Ordinary(InvoiceSamples.Customer() with
        {
            BillingAddress = PostalAddress.Create("Rue 1", "75001", "Paris", null, CountryCode.Create("FR", "country"), "address"),
        })),
        ["by e-mail"] = () => Document(FatturaPaSamples.Ordinary(), InvoiceDelivery.Create(null, "forno@pec.example.it")),
    };

    private static IEnumerable<string> Kinds => Documents.Keys;

    [TestCaseSource(nameof(Kinds))]
    public void AllOf_WhatWeWrite_IsNothing(string kind) => Assert.That(CheckFault.AllOf(Documents[kind]()), Is.Empty);

    [TestCase("exempt", "//DettaglioLinee[1]/Natura", "-", "00400", 1)]
    [TestCase("exempt", "//DettaglioLinee[2]/AliquotaIVA", "22.00", "00401", 2)]
    [TestCase("ordinary", "//DettaglioLinee[3]/AliquotaIVA", "10.00", "00419", 3)]
    [TestCase("exempt", "//Natura=N6.1;//EsigibilitaIVA", "S", "00420", null)]
    [TestCase("ordinary", "//Imposta", "+0.02", "00421", null)]
    [TestCase("ordinary", "//Imposta", "+-0.02", "00421", null)]
    [TestCase("ordinary", "//ImponibileImporto", "+1.00", "00422", null)]
    [TestCase("ordinary", "//DettaglioLinee[4]/PrezzoTotale", "+0.02", "00423", 4)]
    [TestCase("ordinary", "//DettaglioLinee[5]/PrezzoTotale", "+-0.011", "00423", 5)]
    [TestCase("ordinary", "//DettaglioLinee[6]/Quantita", "3.00", "00423", 6)]
    [TestCase("ordinary", "//DettaglioLinee[1]/AliquotaIVA", "0.22", "00424", 1)]
    [TestCase("ordinary", "//DatiRiepilogo/AliquotaIVA", "0.22", "00424", null)]
    [TestCase("exempt", "//DatiRiepilogo/Natura", "-", "00429", null)]
    [TestCase("exempt", "//DatiRiepilogo/AliquotaIVA", "22.00", "00430", null)]
    [TestCase("ordinary", "//DatiRiepilogo/AliquotaIVA", "10.00", "00443", null)]
    [TestCase("exempt", "//DettaglioLinee[2]/Natura", "N4", "00444", 2)]
    [TestCase("exempt", "//DatiRiepilogo/Natura", "N4", "00444", null)]
    [TestCase("exempt", "//DettaglioLinee[2]/Natura", "N2", "00445", 2)]
    [TestCase("exempt", "//DatiRiepilogo/Natura", "N6", "00445", null)]
    [TestCase("ordinary", "//CodiceDestinatario", "XXXXXXX", "00313", null)]
    [TestCase("abroad", "//CodiceDestinatario", "0000000", "00313", null)]
    [TestCase("ordinary", $"{Customer}/IdFiscaleIVA", "-", "00417", null)]
    [TestCase("credit note", "//DatiFattureCollegate/Data", "2026-12-02", "00418", null)]
    [TestCase("ordinary", "//Numero", "FT", "00425", null)]
    [TestCase("by e-mail", "//CodiceDestinatario", "ABC1234", "00426", null)]
    [TestCase("ordinary", "//CodiceDestinatario", "ABC123", "00427", null)]
    [TestCase("ordinary", "//FormatoTrasmissione", "FPA12", "00428", null)]
    [TestCase("ordinary", $"{Customer}/IdFiscaleIVA/IdCodice", "seller", "00471", null)]
    [TestCase("ordinary", "//ImportoTotaleDocumento", "+0.01", "total", null)]
    [TestCase("ordinary", "//ImportoPagamento", "+0.01", "payment", null)]
    [TestCase("split", "//EsigibilitaIVA", "I", "payment", null)]
    public void AllOf_SomethingTamperedWith_HasTheCheckAndTheLine(string kind, string path, string value, string code, int? line) => Assert.That(
        CheckFault.AllOf(Tampered(kind, path, value)).Select(fault => (fault.Code, fault.Line)), Does.Contain((code, line)));

    [TestCase("//Imposta", "+0.01", "00421")]
    [TestCase("//ImponibileImporto", "+-0.99", "00422")]
    [TestCase("//DettaglioLinee[4]/PrezzoTotale", "+0.01", "00423")]
    public void AllOf_WithinTheTolerance_HasNotTheCheck(string path, string value, string code) =>
        Assert.That(CheckFault.AllOf(Tampered("ordinary", path, value)).Select(fault => fault.Code), Does.Not.Contain(code));

    [TestCaseSource(nameof(Kinds))]
    public void AllOf_AnyElementWithALetterThatTheFormatHasNot_HasIt(string kind)
    {
        var document = Documents[kind]();
        foreach (var leaf in document.Descendants().Where(element => !element.HasElements).ToList())
        {
            var before = leaf.Value;
            leaf.Value = "Ω";
            Assert.That(CheckFault.AllOf(document), Has.One.Matches<CheckFault>(
                fault => fault.Code == "00200" && fault.Text.Contains($"{leaf.Parent!.Name.LocalName}/{leaf.Name}", StringComparison.Ordinal)));
            leaf.Value = before;
        }
    }

    [TestCase("//CessionarioCommittente//Denominazione", 80)]
    [TestCase("//CessionarioCommittente//Indirizzo", 60)]
    [TestCase("//CessionarioCommittente//Comune", 60)]
    [TestCase("//Numero", 20)]
    [TestCase("//DettaglioLinee[2]/Descrizione", 1000)]
    [TestCase("//Causale", 200)]
    public void AllOf_TextOfTheMostAndOneMore_HasTheOneMore(string path, int most)
    {
        Assert.That(CheckFault.AllOf(Tampered("credit note", path, new('1', most))), Is.Empty);
        Assert.That(CheckFault.AllOf(Tampered("credit note", path, new('1', most + 1))).Select(fault => fault.Code), Is.EqualTo(new[] { "00200" }));
    }

    [TestCase("by e-mail", "//PECDestinatario", "a..b@example.it")]
    [TestCase("by e-mail", "//PECDestinatario", "a b@example.it")]
    [TestCase("by e-mail", "//PECDestinatario", "a@example@it")]
    [TestCase("ordinary", "//Imposta", "86.3")]
    [TestCase("ordinary", "//DatiRiepilogo/AliquotaIVA", "22")]
    [TestCase("ordinary", "//DatiGeneraliDocumento/Data", "2026-13-01")]
    [TestCase("ordinary", "//RegimeFiscale", "RF03")]
    [TestCase("exempt", "//DatiRiepilogo/Natura", "N2.3")]
    [TestCase("ordinary", "//CedentePrestatore/Sede/CAP", "2012")]
    [TestCase("ordinary", "//CedentePrestatore/Sede/CAP", "٢٠١٢١")]
    [TestCase("ordinary", "//DettaglioLinee[1]/Descrizione", "a\nb")]
    [TestCase("ordinary", "//DettaglioLinee[6]/Quantita", "2")]
    [TestCase("ordinary", "//DettaglioLinee[6]/Quantita", "0.000000001")]
    public void AllOf_WhatHasNotTheFormOfTheFormat_HasIt(string kind, string path, string value) =>
        Assert.That(CheckFault.AllOf(Tampered(kind, path, value)).Select(fault => fault.Code), Is.EqualTo(new[] { "00200" }));

    [TestCase("//DatiTrasmissione/IdTrasmittente")]
    [TestCase("//CedentePrestatore/DatiAnagrafici/RegimeFiscale")]
    [TestCase("//CessionarioCommittente/Sede")]
    [TestCase("//DatiGeneraliDocumento/Numero")]
    [TestCase("//DatiRiepilogo")]
    [TestCase("//DettaglioLinee[2]/PrezzoUnitario")]
    public void AllOf_WithoutWhatMustBeThere_HasIt(string path) =>
        Assert.That(CheckFault.AllOf(Tampered("ordinary", path, "-")).Select(fault => fault.Code), Is.EqualTo(new[] { "00200" }));

    [Test]
    public void AllOf_WhatIsThereTwiceOrNotAtAllOurs_HasIt()
    {
        var document = Documents["ordinary"]();
        var line = document.Descendants("DettaglioLinee").First();
        line.Add(new XElement("AliquotaIVA", "22.00"), new XElement("Ritenuta", "SI"));

        Assert.That(CheckFault.AllOf(document).Select(fault => (fault.Code, fault.Line)), Is.EqualTo(new[] { ("00200", (int?)1), ("00200", 1) }));
    }

    [Test]
    public void InWords_SameFaultOfSeveralLines_IsToldOnceWithTheLines() => Assert.That(
        CheckFault.InWords([new("00400", 1, "none"), new("00417", null, "who"), new("00400", 3, "none")]),
        Is.EqualTo(new[] { "00400, line 1, 3: none", "00417: who" }));

    [Test]
    public void InWords_SameFaultOfManyLines_NamesTheFirstOfThem() => Assert.That(
        CheckFault.InWords(Enumerable.Range(1, 12).Select(line => new CheckFault("00400", line, "none"))),
        Is.EqualTo(new[] { "00400, line 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more: none" }));

    private static XDocument Document(InvoiceContent content, InvoiceDelivery? delivery = null) =>
        InvoiceXml.Of(FatturaPaSamples.Source(content, null, delivery), SellerSettings.From(FatturaPaSamples.Settings()));

    /// <param name="kind">Of the document.</param>
    /// <param name="path">What is changed; before it may stand <c>path=value;</c> of others.</param>
    /// <param name="value">To what: - for nothing, + and an amount for so much more.</param>
    private static XDocument Tampered(string kind, string path, string value)
    {
        var document = Documents[kind]();
        foreach (var edit in $"{path}={value}".Split(';').Select(edit => edit.Split('=')))
        {
            var elements = document.XPathSelectElements(edit[0]).ToList();
            Assert.That(elements, Is.Not.Empty, edit[0]);
            foreach (var element in elements)
                Change(element, edit[1]);
        }

        return document;
    }

    private static void Change(XElement element, string value)
    {
        if (value == "-")
            element.Remove();
        else if (value[0] == '+')
            element.Value = $"{decimal.Parse(element.Value) + decimal.Parse(value[1..]):0.00#}";
        else
            element.Value = value == "seller" ? FatturaPaSamples.VatNumber : value;
    }
}
