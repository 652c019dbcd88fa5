using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Billing;
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

    private static readonly Taxation[] Taxations =
    [
        Taxation.Ordinary, Taxation.Create(true, null), Taxation.Create(false, VatExemption.Create("N3.1", "Art. 8")),
    ];

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
    public void Kind_IsAStatementWhereNothingIsOwed(long cents, InvoiceKind kind, string amounts)
    {
        var content = InvoiceSamples.Draft([InvoiceSamples.Fee(cents)]);

        Assert.That((content.Kind, Amounts(content)), Is.EqualTo((kind, amounts)));
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

    [Test]
    public void Sums_OfLinesRatesAndTotalsAgree([Values(InvoiceKind.Invoice, InvoiceKind.Statement)] InvoiceKind kind) => Prop.ForAll(Months(kind), month =>
    {
        var (content, charged) = (month.Issued, month.Charges.Sum(charge => charge.Line.Amount));

        Assert.That(content.Lines.Select(line => line.ChargeId), Is.EquivalentTo(month.Charges.Select(charge => charge.Id)));
        Assert.That(content.Lines.Sum(line => line.Charged.Amount), Is.EqualTo(charged));
        Assert.That(content.Net, Is.EqualTo(content.Lines.Sum(line => line.Charged.Amount)));
        Assert.That(content.Total, Is.EqualTo(content.Net + content.Tax));
        Assert.That(content.Payable, Is.EqualTo(month.Taxation.SplitPayment ? content.Net : content.Total));
        foreach (var share in content.Vat)
        {
            Assert.That(share.Taxable, Is.EqualTo(content.Lines.Where(line => (line.VatPercent, line.Nature) == (share.Percent, share.Nature)).Sum(line => line.Charged.Amount)));
            Assert.That(share.Tax, Is.EqualTo(share.Taxable.Percent(share.Percent)));
            Assert.That((share.Nature, share.Percent == 0), Is.EqualTo((month.Taxation.Exemption?.Nature, month.Taxation.Exemption is not null)));
        }
    }).QuickCheckThrowOnFailure();

    /// <remarks>Set of lines by set of lines in any order, the last cent of VAT included.</remarks>
    [Test]
    public void Credits_OfSetsOfLinesSumToTheInvoice([Values(InvoiceKind.Invoice, InvoiceKind.Statement)] InvoiceKind kind) =>
        Prop.ForAll(Months(kind), LineSets(), (month, sets) =>
        {
            var (content, invoice, notes) = (month.Issued, Invoice.FromState(InvoiceSamples.State(month.Issued)), new List<InvoiceContent>());
            foreach (var set in sets)
            {
                var left = invoice.ToState().StandingLines;
                if (left.Where(line => set.Contains(line.Number)).Select(line => line.Number).ToList() is { Count: > 0 } taken)
                    notes.Add(invoice.Credit(taken, "Why", On));
            }

            if (invoice.ToState().StandingLines.Count > 0)
                notes.Add(invoice.Credit(null, "Why", On));

            Assert.That(SharesOf(notes), Is.EquivalentTo(content.Vat));
            Assert.That(notes.Sum(note => note.Total), Is.EqualTo(content.Total));
            Assert.That(notes.All(note => note.Total >= Money.Zero && note.Net == note.Lines.Sum(line => line.Charged.Amount)), Is.True);
            var state = invoice.ToState();
            Assert.That((state.Status, state.Open, state.Credited), Is.EqualTo((InvoiceStatus.Credited, Money.Zero, content.Payable)));
        }).QuickCheckThrowOnFailure();

    private static string Amounts(InvoiceContent content) => $"{content.Net} {content.Tax} {content.Total} {content.Payable}";

    private static IEnumerable<VatShare> SharesOf(IEnumerable<InvoiceContent> notes) =>
        from share in notes.SelectMany(note => note.Vat)
        group share by (share.Percent, share.Nature) into rate
        select new VatShare(rate.Key.Percent, rate.Key.Nature, rate.Sum(share => share.Taxable), rate.Sum(share => share.Tax));

    /// <summary>Months that come to a document of a kind, of whoever owes it.</summary>
    private static Arbitrary<Month> Months(InvoiceKind kind) => (
        from taxation in Gen.Elements(Taxations)
        from isFree in Gen.Elements(kind == InvoiceKind.Statement, false)
        from reports in Work(isFree).ListOf()
        from fees in Fees(isFree).ListOf()
        let charges = Numbered(reports.SelectMany((lines, i) => InvoiceSamples.Work(i + 1, lines)), fees)
        where charges.Count > 0
        let month = new Month(taxation, charges, InvoiceSamples.Issued(charges, InvoiceSamples.Customer(taxation)))
        where month.Issued.Kind == kind
        select month).ToArbitrary();

    /// <summary>An item of a report, with what is taken off it.</summary>
    private static Gen<ReportLine[]> Work(bool isFree) =>
        from cents in Gen.Choose(1, 9999)
        from minutes in Gen.Choose(1, 300)
        from rate in Gen.Elements(4, 10, 22)
        from percent in isFree ? Gen.Constant(100) : Gen.Elements(0, 20, 40, 100)
        let item = ReportContentSamples.Labour(1, minutes, cents) with { VatPercent = rate }
        let off = item.Amount.Percent(percent)
        select off == Money.Zero
            ? new[] { item }
            : [item, ReportContentSamples.Discount(2, 1, DiscountReason.LateNormal, percent, -off.Cents) with { VatPercent = rate }];

    /// <summary>The fee of a year, and days of it that are given back.</summary>
    private static Gen<(int Cents, int GivenBack)> Fees(bool isFree) =>
        from cents in Gen.Choose(1, 99_999)
        from givenBack in Gen.Choose(0, 365)
        select (cents, isFree ? 365 : givenBack);

    private static IReadOnlyList<Charge> Numbered(IEnumerable<Charge> work, IEnumerable<(int Cents, int GivenBack)> fees) =>
    [
        .. work,
        .. fees
            .SelectMany(fee => new[] { (fee.Cents, Days: 365, IsCredit: false), (fee.Cents, Days: fee.GivenBack, IsCredit: true) })
            .Where(fee => fee.Days > 0)
            .Select((fee, i) => InvoiceSamples.Fee(fee.Cents, fee.Days, fee.IsCredit, i + 1)),
    ];

    private static Arbitrary<HashSet<int>[]> LineSets() =>
        Gen.Choose(1, 12).NonEmptyListOf().Select(numbers => numbers.ToHashSet()).ArrayOf().ToArbitrary();

    private sealed record Month(Taxation Taxation, IReadOnlyList<Charge> Charges, InvoiceContent Issued);
}
