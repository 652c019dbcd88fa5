using System.Data.Common;
using MisterAssist.Application.Billing;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit;
using MisterAssist.TestKit.WorkReports;
using NodaTime.Text;

namespace MisterAssist.Infrastructure.Tests.Billing;

/// <summary>What customers owe is there once, and billed once.</summary>
public abstract class ChargeStoreContract : BillingContract
{
    [Test]
    public async Task Open_AfterAReportWasIssued_HasEachOfItsLines()
    {
        var report = await ReportedAsync(lines: ReportContentSamples.WithDiscounts());

        var open = await OpenAsync(One);

        var expected = Charge.Of(report.ToState());
        Assert.That(
            Spelled.Out(open.OrderBy(charge => charge.Origin.ReportLine).Select((charge, i) => charge with { Id = expected[i].Id })),
            Is.EqualTo(Spelled.Out(expected)));
        Assert.That(await OpenAsync(Another), Is.Empty);
    }

    [Test]
    public async Task Open_AFee_HasEveryField()
    {
        var fee = Fee(await ContractAsync(One));
        await AddAsync(fee);

        Assert.That(Spelled.Out(await OpenAsync(One)), Is.EqualTo(Spelled.Out(new[] { fee })));
    }

    [TestCase("2026-11-19", 0)]
    [TestCase("2026-11-20", 2)]
    [TestCase("2026-12-31", 2)]
    public async Task Open_UpToADay_HasThatDay(string upTo, int lines)
    {
        await ReportedAsync(at: "2026-11-20 23:59");

        Assert.That(await OpenAsync(One, upTo), Has.Count.EqualTo(lines));
    }

    [Test]
    public async Task Open_AfterTheReportWasVoided_HasNothingOfIt()
    {
        var report = await ReportedAsync();

        await VoidAsync(report);

        Assert.That(await OpenAsync(One), Is.Empty);
    }

    [Test]
    public async Task Add_FromWhereSomethingComesAlready_IsRefused()
    {
        var contract = await ContractAsync(One);
        await AddAsync(Fee(contract));
        await ReportedAsync();
        var line = (await OpenAsync(One)).First(charge => charge.Origin.ReportId is not null);

        await Assert.ThatAsync(() => AddAsync(line with { Id = ChargeId.New(Now.At) }), Throws.InstanceOf<DbException>());
        await Assert.ThatAsync(() => AddAsync(Fee(contract)), Throws.InstanceOf<DbException>());
        await AddAsync(Fee(contract, number: 2));
        Assert.That(await OpenAsync(One), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Bill_WhatIsOpen_PutsItOnTheInvoice()
    {
        var report = await ReportedAsync();
        var open = await OpenAsync(One);
        Assert.That(await InvoiceOfAsync(report.Id), Is.Null);

        var draft = await DraftedAsync(One, open);

        Assert.That(await OpenAsync(One), Is.Empty);
        Assert.That(Ids(await OnAsync(draft.Id)), Is.EquivalentTo(Ids(open)));
        Assert.That(await InvoiceOfAsync(report.Id), Is.EqualTo(draft.Id));
    }

    [Test]
    public async Task Bill_WhatStandsOnAnInvoice_IsRefused()
    {
        await ReportedAsync();
        var open = await OpenAsync(One);
        var draft = await DraftedAsync(One, open);
        var another = await DraftedAsync(Another);

        Assert.That(RefusalOf(() => BillAsync(another.Id, open)), Is.EqualTo("billing_run_changed_meanwhile"));
        Assert.That(Ids(await OnAsync(draft.Id)), Is.EquivalentTo(Ids(open)));
    }

    [Test]
    public async Task Bill_WhatWasDropped_IsRefused()
    {
        var report = await ReportedAsync();
        var open = await OpenAsync(One);
        await VoidAsync(report);
        var draft = await DraftedAsync();

        Assert.That(RefusalOf(() => BillAsync(draft.Id, open)), Is.EqualTo("billing_run_changed_meanwhile"));
    }

    [Test]
    public async Task Free_WhatIsToBeBilledAgain_IsOpenAndStoodOnTheFirst()
    {
        var report = await ReportedAsync();
        var open = await OpenAsync(One);
        var first = await DraftedAsync(One, open);
        await ChangeAsync(first.Id, invoice => Issue(invoice));

        await FreeAsync(first.Id, [open[0].Id], billAgain: true);

        Assert.That(Ids(await OpenAsync(One)), Is.EqualTo(new[] { open[0].Id }));
        Assert.That(await OnAsync(first.Id), Has.Count.EqualTo(2));
        Assert.That(await InvoiceOfAsync(report.Id), Is.EqualTo(first.Id), "the rest stands");
        var second = await DraftedAsync(One, await OpenAsync(One));
        await FreeAsync(first.Id, [open[1].Id], billAgain: true);
        Assert.That(await InvoiceOfAsync(report.Id), Is.EqualTo(second.Id));
    }

    [Test]
    public async Task Free_WhatIsNotOwedAnyMore_IsNeverOpenAgain()
    {
        await ReportedAsync();
        var open = await OpenAsync(One);
        var draft = await DraftedAsync(One, open);

        await FreeAsync(draft.Id, Ids(open), billAgain: false);

        Assert.That(await OpenAsync(One), Is.Empty);
        Assert.That(RefusalOf(() => BillAsync(draft.Id, open)), Is.EqualTo("billing_run_changed_meanwhile"));
    }

    [Test]
    public async Task Debtors_AreWhoOwesSomethingOrHasAContract_ById()
    {
        var (first, second) = string.CompareOrdinal(One.ToString(), Another.ToString()) < 0 ? (One, Another) : (Another, One);
        Assert.That(await DebtorsAsync("2026-12-31"), Is.Empty);
        await ContractAsync(second, "2026-12-01");
        await ReportedAsync(first);
        await ReportedAsync(first);

        Assert.That(await DebtorsAsync("2026-11-30"), Is.EqualTo(new[] { first }));
        Assert.That(await DebtorsAsync("2026-12-31"), Is.EqualTo(new[] { first, second }));
        Assert.That(await NextAsync("2026-12-31", null, 1), Is.EqualTo(new[] { first }));
        Assert.That(await NextAsync("2026-12-31", first, 1), Is.EqualTo(new[] { second }));
        Assert.That(await NextAsync("2026-12-31", second, 1), Is.Empty);
        await DraftedAsync(first, await OpenAsync(first));
        Assert.That(await DebtorsAsync("2026-11-30"), Is.Empty, "all is billed");
        Assert.That(await DebtorsAsync("2026-11-30", "2026-11"), Is.EqualTo(new[] { first }), "what is a draft may still be issued");
        Assert.That(await DebtorsAsync("2026-11-30", "2026-12"), Is.EqualTo(new[] { first }), "and that of a month before");
        Assert.That(await DebtorsAsync("2026-11-30", "2026-10"), Is.Empty, "of a later month");
    }

    [Test]
    public async Task StandingFees_AreThoseOnDraftsAndOnIssuedInvoices()
    {
        var (contract, other) = (await ContractAsync(One), await ContractAsync(Another));
        Charge[] fees = [Fee(contract), Fee(contract, number: 2), Fee(contract, number: 3), Fee(other)];
        await AddAsync(fees);
        var issued = await ChangeAsync((await DraftedAsync(One, fees[0], fees[1])).Id, invoice => Issue(invoice, charges: fees[..2]));
        await FreeAsync(issued.Id, [fees[1].Id], billAgain: false);
        var draft = await DraftedAsync(One, fees[2]);

        var found = await Database.UseAsync<IChargeStore, IReadOnlyList<StandingFee>>(charges => charges.StandingFeesOfAsync([contract.Id, other.Id], None));

        Assert.That(found, Is.EquivalentTo(new[]
        {
            new StandingFee(contract.Id, fees[0].Origin.Fee!, fees[0].Id, issued.Id, issued.ToState().Issued!.Number),
            new StandingFee(contract.Id, fees[2].Origin.Fee!, fees[2].Id, draft.Id, null),
        }));
    }

    [Test]
    public async Task Drop_WhatIsOpen_IsWaived_AndWhatIsBilledIsNot()
    {
        var contract = await ContractAsync(One);
        Charge[] fees = [Fee(contract), Fee(contract, number: 2)];
        await AddAsync(fees);
        await DraftedAsync(One, fees[1]);

        await Database.UseAsync<IChargeStore>(charges => charges.DropAsync([.. fees.Select(fee => fee.Id)], None));

        Assert.That(await OpenAsync(One), Is.Empty);
        var known = await Database.UseAsync<IChargeStore, ILookup<ContractId, KnownFee>>(charges => charges.FeesOfAsync([One], None));
        Assert.That(known[contract.Id].Where(fee => fee.IsWaived).Select(fee => fee.Fee), Is.EqualTo(new[] { fees[0].Origin.Fee }));
    }

    [Test]
    public async Task Fees_OfContracts_AreAllThatWereCharged()
    {
        var (contract, other) = (await ContractAsync(One), await ContractAsync(Another));
        Charge[] fees = [Fee(contract), Fee(contract, number: 2)];
        await AddAsync([.. fees, Fee(other)]);
        var draft = await DraftedAsync(One, fees[0]);

        var found = await Database.UseAsync<IChargeStore, ILookup<ContractId, KnownFee>>(charges => charges.FeesOfAsync([One], None));

        Assert.That(found.Select(of => of.Key), Is.EqualTo(new[] { contract.Id }));
        Assert.That(found[contract.Id], Is.EquivalentTo(fees.Select(fee => new KnownFee(fee.Origin.Fee!, IsWaived: false))));

        await FreeAsync(draft.Id, [fees[0].Id], billAgain: false);
        found = await Database.UseAsync<IChargeStore, ILookup<ContractId, KnownFee>>(charges => charges.FeesOfAsync([One], None));
        Assert.That(found[contract.Id].Single(fee => fee.IsWaived).Fee, Is.EqualTo(fees[0].Origin.Fee));
    }

    private static ChargeId[] Ids(IEnumerable<Charge> charges) => [.. charges.Select(charge => charge.Id)];

    private static string? RefusalOf(Func<Task> work) => Assert.ThrowsAsync<BusinessException>(() => work())!.Code;

    private Task<IReadOnlyList<Charge>> OnAsync(InvoiceId invoice) =>
        Database.UseAsync<IChargeStore, IReadOnlyList<Charge>>(charges => charges.OnAsync(invoice, None));

    private Task<InvoiceId?> InvoiceOfAsync(WorkReportId report) =>
        Database.UseAsync<IChargeStore, InvoiceId?>(charges => charges.FindInvoiceOfAsync(report, None));

    private Task BillAsync(InvoiceId invoice, IReadOnlyCollection<Charge> charges) =>
        Database.UseAsync<IChargeStore>(store => store.BillAsync(invoice, charges, None));

    private Task FreeAsync(InvoiceId invoice, ChargeId[] charges, bool billAgain) =>
        Database.UseAsync<IChargeStore>(store => store.FreeAsync(invoice, charges, billAgain, None));

    private Task<WorkReport> VoidAsync(WorkReport report)
    {
        var of = report.ToState();
        return ChangeReportAsync(report.Id, r => r.Void("Why", WorkSamples.Work().Intervention with { Id = of.InterventionId, TicketId = of.TicketId, CustomerId = of.CustomerId }, Now));
    }

    /// <summary>All of them, of whom there have to be as many as are counted.</summary>
    private async Task<IReadOnlyList<CustomerId>> DebtorsAsync(string upTo, string? draftsOf = null)
    {
        var found = await NextAsync(upTo, null, 100, draftsOf);
        Assert.That(await Database.UseAsync<IChargeStore, int>(charges => charges.CountDebtorsAsync(DebtOf(upTo, draftsOf), None)), Is.EqualTo(found.Count));
        return found;
    }

    private Task<IReadOnlyList<CustomerId>> NextAsync(string upTo, CustomerId? after, int limit, string? draftsOf = null) =>
        Database.UseAsync<IChargeStore, IReadOnlyList<CustomerId>>(charges => charges.NextDebtorsAsync(DebtOf(upTo, draftsOf), after, limit, None));

    private static Debt DebtOf(string upTo, string? draftsOf) =>
        new(Day(upTo), draftsOf is null ? null : YearMonthPattern.Iso.Parse(draftsOf).Value);
}
