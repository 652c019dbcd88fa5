using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Invoices;
using MisterAssist.Infrastructure.Invoices.FatturaPa;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit.Customers;

namespace MisterAssist.Infrastructure.Tests.Invoices.FatturaPa;

/// <summary>The company moves, and gets another name: what was issued before is from the one that it was.</summary>
public sealed class SealedSellerTests
{
    private static readonly string TaxCode = ItalianNumbers.Sixteen("RSSMRA80A01F205");

    [Test]
    public void Write_WithTheSellerOfItsIssue_IsTheSameWhateverTheSettingsAreByThen()
    {
        var issued = FatturaPaSamples.Ordinary() with { Seller = new ElectronicInvoices(FatturaPaSamples.Settings($"TaxCode={TaxCode}", $"TransmitterId={TaxCode}")).Seller() };
        var kept = DomainJson.FromText<InvoiceContent>(DomainJson.ToText(issued));
        var moved = FatturaPaSamples.Settings(
            "Name=Altra S.p.A.", $"VatNumber={ItalianNumbers.Eleven("0123456780")}", "TaxRegime=RF19", "Seat:Street=Via Nuova 1", "Iban=");

        var file = FatturaPaSamples.Write(kept, settings: moved);

        Assert.That(file, Is.EqualTo(FatturaPaSamples.Write(issued)));
        Assert.That((file.FileName, SellerIn(file)), Is.EqualTo((
            $"IT{TaxCode}_0001A.xml", $"IT {FatturaPaSamples.VatNumber} {TaxCode} Assistenza di prova S.r.l. RF01 Via delle Officine 7 20121 Milano MI IT")));
        Assert.That(FatturaPaSamples.Write(kept, settings: new ConfigurationBuilder().Build()), Is.EqualTo(file), "nor are any needed");
    }

    [Test]
    public void Write_IssuedBeforeTheSellerWasKept_HasThatOfTheSettings()
    {
        var file = FatturaPaSamples.Write(FatturaPaSamples.Ordinary(), settings: FatturaPaSamples.Settings("Name=Altra S.p.A."));

        Assert.That(SellerIn(file), Does.Contain("Altra S.p.A."));
    }

    private static string SellerIn(ElectronicInvoice file) => string.Join(
        ' ', XDocument.Parse(file.Xml).XPathSelectElements("//CedentePrestatore//*").Where(inner => !inner.HasElements).Select(leaf => leaf.Value));
}
