using System.Data.Common;
using MisterAssist.Application.Billing;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Billing;

/// <summary>What is kept of billing runs: wherever one is cut off, it stands where it stood last.</summary>
public abstract class BillingRunStoreContract : BillingContract
{
    private static readonly YearMonth October = new(2026, 10);
    private static readonly YearMonth November = new(2026, 11);

    [Test]
    public async Task Find_EachStepOfALife_HasEveryField()
    {
        var run = await StartedAsync();
        await ExpectKeptAsync(run);
        await ExpectKeptAsync(await AdvanceAsync(run, One, Outcome(One)));
        await ExpectKeptAsync(await AdvanceAsync(run, null));
        var other = await StartedAsync();
        other.Cancel(Now.At);
        await SaveAsync(other);
        await ExpectKeptAsync(other);
        Assert.That(await FindAsync(BillingRunId.New(Now.At)), Is.Null);
    }

    [Test]
    public async Task ClaimRunning_IsTheOldestThatIsNotOver()
    {
        Assert.That(await RunningAsync(), Is.Null);
        var (first, second) = (await StartedAsync(), await StartedAsync());
        Assert.That(await RunningAsync(), Is.EqualTo(first.ToState().Id));

        await AdvanceAsync(first, One, Outcome(One));
        Assert.That(await RunningAsync(), Is.EqualTo(first.ToState().Id));
        await AdvanceAsync(first, null);
        Assert.That(await RunningAsync(), Is.EqualTo(second.ToState().Id));
        second.Cancel(Now.At);
        await SaveAsync(second);
        Assert.That(await RunningAsync(), Is.Null);
    }

    [Test]
    public async Task Save_InATransactionThatFails_LeavesTheRunWhereItStood()
    {
        var run = await StartedAsync();
        await AdvanceAsync(run, One, Outcome(One));
        var before = Spelled.Out(run.ToState());

        await FailAfterAsync<IBillingRunStore>(async runs =>
        {
            var running = (await runs.ClaimRunningAsync(None))!;
            await runs.SaveAsync(running, running.Advance([Outcome(Another)], 1, Another, Now.At), None);
        });

        Assert.That(Spelled.Out((await FindAsync(run.ToState().Id))!.ToState()), Is.EqualTo(before));
        Assert.That(await OutcomesAsync(run), Is.EqualTo(new[] { One }));
    }

    [Test]
    public async Task Save_LoadedTwice_IsRefusedTheSecondTimeWithItsOutcomes()
    {
        var run = await StartedAsync();
        var (first, second) = ((await FindAsync(run.ToState().Id))!, (await FindAsync(run.ToState().Id))!);
        first.Advance([], 1, One, Now.At);
        var outcomes = second.Advance([Outcome(One)], 1, One, Now.At);

        await SaveAsync(first);

        Assert.That(Assert.ThrowsAsync<BusinessException>(() => SaveAsync(second, outcomes))!.Code, Is.EqualTo("billing_run_changed_meanwhile"));
        Assert.That(await OutcomesAsync(run), Is.Empty);
    }

    [Test]
    public async Task Save_ASecondOutcomeOfANumber_IsRefused()
    {
        var run = await StartedAsync();
        await AdvanceAsync(run, One, Outcome(One));

        var again = (await FindAsync(run.ToState().Id))!;
        again.Advance([], 0, One, Now.At);

        await Assert.ThatAsync(() => SaveAsync(again, new NumberedOutcome(1, Outcome(Another))), Throws.InstanceOf<DbException>());
    }

    [Test]
    public async Task List_InPages_HasTheNewestFirst()
    {
        var (first, second, third) = (await StartedAsync(), await StartedAsync(October), await StartedAsync());

        var page = await ListAsync(null, 2, null);

        Assert.That((Ids(page), page.HasMore), Is.EqualTo((new[] { third.ToState().Id, second.ToState().Id }, true)));
        Assert.That(Ids(await ListAsync(null, 2, page.Items[^1].Id)), Is.EqualTo(new[] { first.ToState().Id }));
        Assert.That(Ids(await ListAsync(November, 25, null)), Is.EqualTo(new[] { third.ToState().Id, first.ToState().Id }));
    }

    [Test]
    public async Task Outcomes_InPagesAndOfAKind_AreInTheOrderInWhichTheyCame()
    {
        var run = await StartedAsync();
        var invoice = await DraftedAsync();
        var made = new BillingOutcome(One, invoice.Id, BillingOutcomeKind.CreditNote, 3, new(-12_50), new(-15_25), null);
        var failed = new BillingOutcome(Another, null, BillingOutcomeKind.Failed, 0, Money.Zero, Money.Zero, new("fee_not_priced", "Perché \"sì\"."));
        await AdvanceAsync(run, One, made, made with { Kind = BillingOutcomeKind.Statement });
        await AdvanceAsync(run, Another, failed);

        var first = await PageAsync(run, null, 2, null);

        Assert.That(first.Items.Select(item => (item.Number, item.Outcome.Kind)), Is.EqualTo(new[] { (1, BillingOutcomeKind.CreditNote), (2, BillingOutcomeKind.Statement) }));
        Assert.That((first.Items[0].Outcome, first.HasMore), Is.EqualTo((made, true)));
        var second = await PageAsync(run, null, 2, 2);
        Assert.That((second.Items.Single(), second.HasMore), Is.EqualTo((new NumberedOutcome(3, failed), false)));
        Assert.That((await PageAsync(run, BillingOutcomeKind.Failed, 25, null)).Items, Is.EqualTo(second.Items));
        Assert.That(await OutcomesAsync(await StartedAsync()), Is.Empty, "of another run");
    }

    private static BillingOutcome Outcome(CustomerId customer) =>
        new(customer, null, BillingOutcomeKind.Statement, 2, Money.Zero, Money.Zero, null);

    private static IEnumerable<BillingRunId> Ids(Page<BillingRunState> page) => page.Items.Select(run => run.Id);

    private async Task<BillingRun> StartedAsync(YearMonth? month = null)
    {
        var run = BillingRun.Start(month ?? November, issues: true, customers: 2, Next());
        await Database.UseAsync<IBillingRunStore>(runs => runs.AddAsync(run, None));
        return (await FindAsync(run.ToState().Id))!;
    }

    private async Task<BillingRun> AdvanceAsync(BillingRun run, CustomerId? last, params BillingOutcome[] outcomes)
    {
        var loaded = (await FindAsync(run.ToState().Id))!;
        await SaveAsync(loaded, loaded.Advance(outcomes, outcomes.Length, last, Now.At));
        run.Advance(outcomes, outcomes.Length, last, Now.At);
        return run;
    }

    private Task SaveAsync(BillingRun run, params IReadOnlyList<NumberedOutcome> outcomes) =>
        Database.UseAsync<IBillingRunStore>(runs => runs.SaveAsync(run, outcomes, None));

    private Task<BillingRun?> FindAsync(BillingRunId id) => Database.UseAsync<IBillingRunStore, BillingRun?>(runs => runs.FindAsync(id, None));

    private async Task<BillingRunId?> RunningAsync() =>
        (await Database.UseAsync<IBillingRunStore, BillingRun?>(runs => runs.ClaimRunningAsync(None)))?.ToState().Id;

    private Task<Page<BillingRunState>> ListAsync(YearMonth? month, int limit, BillingRunId? before) =>
        Database.UseAsync<IBillingRunStore, Page<BillingRunState>>(runs => runs.ListAsync(month, limit, before, None));

    private Task<Page<NumberedOutcome>> PageAsync(BillingRun run, BillingOutcomeKind? kind, int limit, int? after) =>
        Database.UseAsync<IBillingRunStore, Page<NumberedOutcome>>(runs => runs.OutcomesAsync(run.ToState().Id, kind, limit, after, None));

    private async Task<IEnumerable<CustomerId>> OutcomesAsync(BillingRun run) =>
        (await PageAsync(run, null, 25, null)).Items.Select(item => item.Outcome.CustomerId);

    private async Task ExpectKeptAsync(BillingRun run) =>
        Assert.That(Spelled.Out((await FindAsync(run.ToState().Id))!.ToState()), Is.EqualTo(Spelled.Out(run.ToState())));
}
