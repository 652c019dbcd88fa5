using System.Xml.Linq;
using System.Xml.XPath;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.TestKit.Invoices;

namespace MisterAssist.Infrastructure.Tests.Invoices.FatturaPa;

/// <summary>What the file says of fees that are given back: 73 days of a year of 365.00.</summary>
public sealed class GivenBackFilesTests
{
    [Test]
    public void Write_FeesGivenBack_NamesTheInvoiceThatChargedThem()
    {
        var document = FatturaPaSamples.Read(GivenBack(Taxation.Ordinary));

        Assert.That(document.XPathSelectElements("//TipoDocumento").Select(Text), Is.EqualTo(new[] { "TD04" }));
        Assert.That(document.XPathSelectElements("//DatiFattureCollegate").Select(Text), Is.EqualTo(new[] { "FT-2026-000001 2026-12-01" }));
        Assert.That(document.XPathSelectElements("//DatiPagamento"), Is.Empty);
    }

    [TestCase(false, null, "22.00 73.00 16.06 I")]
    [TestCase(true, null, "22.00 73.00 16.06 S")]
    [TestCase(false, "N3.5", "0.00 N3.5 73.00 0.00 I Dichiarazione 1/2026")]
    public void Write_FeesGivenBack_AreTaxedAsTheyWereCharged(bool split, string? nature, string summary)
    {
        var taxation = Taxation.Create(split, nature is null ? null : VatExemption.Create(nature, "Dichiarazione 1/2026"));

        Assert.That(FatturaPaSamples.Read(GivenBack(taxation)).XPathSelectElements("//DatiRiepilogo").Select(Text), Is.EqualTo(new[] { summary }));
    }

    private static InvoiceContent GivenBack(Taxation taxation)
    {
        var charged = InvoiceSamples.State(InvoiceSamples.Issued([InvoiceSamples.Fee(365_00)], InvoiceSamples.Customer(taxation)));
        return InvoiceSamples.Issued(InvoiceContent.GivingBack(InvoiceSamples.Month, charged, [InvoiceSamples.Fee(365_00, days: 73, isCredit: true, number: 2)]));
    }

    private static string Text(XElement element) =>
        string.Join(' ', element.DescendantsAndSelf().Where(inner => !inner.HasElements).Select(leaf => leaf.Value));
}
