using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Domain.Tests.Invoices;

public sealed class InvoiceAmountTests
{
    private static readonly Deed On = new(TicketSamples.Staff, InvoiceSamples.IssuedAt);

    [Test]
    public void Lines_AreContractsFirstThenReportsWithEachDiscountAfterItsItem()
    {
        var content = InvoiceSamples.Draft([.. InvoiceSamples.Work(2, ReportContentSamples.CallOutAndLabour()), .. InvoiceSamples.Work(1, ReportContentSamples.WithDiscounts()), InvoiceSamples.Fee(60000)]);

        Assert.That(
            content.Lines.Select(line => $"{line.Number} {line.Origin.ReportNumber?.ToString() ?? "fee"} {line.Charged.Amount}{(line.Charged.Discount is { } off ? $" of {off.OfLine}" : "")}"),
            Is.EqualTo(new[]
            {
                "1 fee 600.00",
                "2 RL-2026-000001 40.00", "3 RL-2026-000001 -16.00 of 2", "4 RL-2026-000001 97.50", "5 RL-2026-000001 -97.50 of 4",
                "6 RL-2026-000001 2469.00", "7 RL-2026-000001 -2469.00 of 6", "8 RL-2026-000001 8.50",
                "9 RL-2026-000002 40.00", "10 RL-2026-000002 97.50",
            }));
    }

    [TestCase(60000, InvoiceKind.Invoice, "600.00 132.00 732.00 732.00")]
    [TestCase(1, InvoiceKind.Invoice, "0.01 0.00 0.01 0.01")]
    [TestCase(0, InvoiceKind.Statement, "0.00 0.00 0.00 0.00")]
    public void Kind_IsBySignOfTheTotal(long cents, InvoiceKind kind, string amounts)
    {
        var content = InvoiceSamples.Draft([InvoiceSamples.Fee(cents)]);

        Assert.That((content.Kind, Amounts(content)), Is.EqualTo((kind, amounts)));
    }

    [Test]
    public void GivenBack_IsACreditNoteWithTheAmountsTurnedAround()
    {
        var content = InvoiceSamples.Draft([InvoiceSamples.Fee(36500, days: 10, isCredit: true)]);

        Assert.That((content.Kind, Amounts(content)), Is.EqualTo((InvoiceKind.CreditNote, "10.00 2.20 12.20 12.20")));
    }

    [Test]
    public void SplitPayment_IsPaidWithoutTheVat() => Assert.That(
        Amounts(InvoiceSamples.Draft([InvoiceSamples.Fee(60000)], InvoiceSamples.Customer(Taxation.Create(true, null)))),
        Is.EqualTo("600.00 132.00 732.00 600.00"));

    [Test]
    public void Exempt_HasNoVatAndSaysWhy()
    {
        var content = InvoiceSamples.Draft(
            [InvoiceSamples.Fee(60000)], InvoiceSamples.Customer(Taxation.Create(false, VatExemption.Create("N3.1", "Art. 8"))));

        Assert.That(Amounts(content), Is.EqualTo("600.00 0.00 600.00 600.00"));
        Assert.That(content.Vat.Single(), Is.EqualTo(new VatShare(0, "N3.1", new(60000), Money.Zero)));
    }

    [Test]
    public void Vat_IsOfTheSumOfARateAndNotOfItsLines()
    {
        // 22 % of three cents each would be a cent each.
        var charges = InvoiceSamples.Work(1, [.. Enumerable.Range(1, 3).Select(n => ReportContentSamples.Item(n, ReportLineKind.Part, "x", "x", 1, 3))]);

        Assert.That(Amounts(InvoiceSamples.Draft(charges)), Is.EqualTo("0.09 0.02 0.11 0.11"));
    }

    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public Property Sums_OfLinesRatesAndTotalsAgree() => Prop.ForAll(Reports(), reports =>
    {
        var content = InvoiceSamples.Draft(ChargesOf(reports));

        Assert.That(content.Net, Is.EqualTo(content.Lines.Sum(line => line.Charged.Amount)));
        Assert.That(content.Total, Is.EqualTo(content.Net + content.Tax));
        foreach (var share in content.Vat)
            Assert.That(share.Tax, Is.EqualTo(share.Taxable.Percent(share.Percent)));
    });

    /// <remarks>Line by line in any order, the last cent of VAT included.</remarks>
    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public Property Credits_OfAllLinesOneByOneSumToTheInvoice() => Prop.ForAll(Reports(), Gen.Choose(0, 1000).ToArbitrary(), (reports, seed) =>
    {
        var content = InvoiceSamples.Issued(ChargesOf(reports));
        if (content.Kind != InvoiceKind.Invoice)
            return;

        var invoice = Invoice.FromState(InvoiceSamples.State(content));
        var (net, tax) = (Money.Zero, Money.Zero);
        while (invoice.ToState().StandingLines is { Count: > 0 } left)
        {
            var note = invoice.Credit([left[seed % left.Count].Number], "Why", On);
            (net, tax) = (net + note.Net, tax + note.Tax);
            Assert.That(note.Net, Is.EqualTo(note.Lines.Sum(line => line.Charged.Amount)));
        }

        var state = invoice.ToState();
        Assert.That((net, tax), Is.EqualTo((content.Net, content.Tax)));
        Assert.That((state.Status, state.Open, state.Credited), Is.EqualTo((InvoiceStatus.Credited, Money.Zero, content.Payable)));
    });

    private static string Amounts(InvoiceContent content) => $"{content.Net} {content.Tax} {content.Total} {content.Payable}";

    private static Arbitrary<ReportLine[][]> Reports() => (
        from lines in (
            from cents in Gen.Choose(1, 9999)
            from minutes in Gen.Choose(1, 300)
            from rate in Gen.Elements(4, 10, 22)
            from percent in Gen.Elements(0, 20, 40, 100)
            let item = ReportContentSamples.Labour(1, minutes, cents) with { VatPercent = rate }
            let off = item.Amount.Percent(percent)
            select off == Money.Zero
                ? new[] { item }
                : [item, ReportContentSamples.Discount(2, 1, DiscountReason.LateNormal, percent, -off.Cents) with { VatPercent = rate }]).NonEmptyListOf()
        select lines.ToArray()).ToArbitrary();

    private static IEnumerable<Domain.Billing.Charge> ChargesOf(ReportLine[][] reports) =>
        reports.SelectMany((lines, i) => InvoiceSamples.Work(i + 1, lines));
}
