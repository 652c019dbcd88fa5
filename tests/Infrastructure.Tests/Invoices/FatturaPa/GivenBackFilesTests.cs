using System.Xml.Linq;
using System.Xml.XPath;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Infrastructure.Tests.Invoices.FatturaPa;

/// <summary>What the file says of fees that are given back.</summary>
public sealed class GivenBackFilesTests
{
    [Test]
    public void Write_FeesGivenBack_NamesTheInvoicesThatChargedThemWithTheLines()
    {
        Charge[] charges = [InvoiceSamples.Fee(36_500, isCredit: true), .. InvoiceSamples.Work(1, ReportContentSamples.Labour(1, 60, 6000))];
        var document = FatturaPaSamples.Read(GivenBack(charges, new(Charged, 22, null, Taxation.Ordinary)));

        Assert.That(document.XPathSelectElements("//DatiFattureCollegate").Select(Text), Is.EqualTo(new[] { "1 FT-2025-000007 2025-12-01" }));
    }

    [Test]
    public void Write_FeesGivenBackThatWereTaxedInAnotherWay_SaysForEachWhoPaysTheVat()
    {
        Charge[] charges = [InvoiceSamples.Fee(36_500, isCredit: true), .. InvoiceSamples.Work(1, ReportContentSamples.Labour(1, 60, 6000))];

        var document = FatturaPaSamples.Read(GivenBack(charges, new(Charged, 22, null, Taxation.Create(true, null))));

        Assert.That(
            document.XPathSelectElements("//DatiRiepilogo").Select(Text), Is.EquivalentTo(new[] { "22.00 365.00 80.30 S", "22.00 -60.00 -13.20 I" }));
    }

    [Test]
    public void Write_FeesGivenBackThatWereExempt_SaysWhy()
    {
        Charge[] charges = [InvoiceSamples.Fee(36_500, isCredit: true)];
        var exempt = Taxation.Create(false, VatExemption.Create("N3.5", "Dichiarazione 1/2026"));

        var document = FatturaPaSamples.Read(GivenBack(charges, new(Charged, 0, "N3.5", exempt)));

        Assert.That(document.XPathSelectElements("//DatiRiepilogo").Select(Text), Is.EqualTo(new[] { "0.00 N3.5 365.00 0.00 I Dichiarazione 1/2026" }));
    }

    private static InvoiceReference Charged { get; } = new(InvoiceId.New(InvoiceSamples.IssuedAt), new(InvoiceKind.Invoice, 2025, 7), new(2025, 12, 1));

    /// <summary>Of which the first charge is given back.</summary>
    private static InvoiceContent GivenBack(Charge[] charges, FeeAsCharged asCharged) => InvoiceSamples.Issued(InvoiceContent.Of(
        InvoiceSamples.Month, ReportContentSamples.Company, InvoiceSamples.Customer(), charges,
        new Dictionary<ChargeId, FeeAsCharged> { [charges[0].Id] = asCharged }));

    private static string Text(XElement element) =>
        string.Join(' ', element.DescendantsAndSelf().Where(inner => !inner.HasElements).Select(leaf => leaf.Value));
}
