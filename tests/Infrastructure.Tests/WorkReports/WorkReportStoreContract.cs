using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tests.Interventions;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.WorkReports;

/// <summary>What is kept of work reports, who sees them, and how they are numbered.</summary>
public abstract class WorkReportStoreContract : InterventionContract
{
    private static readonly Deed Now = InterventionSamples.On("2026-11-20 19:30");
    private static readonly WorkReportFilter All = new(null, null, null, [], null, WithDrafts: true);

    private int _drafted;

    [SetUp]
    public void BeginToCount() => _drafted = 0;

    [Test]
    public async Task Find_EachStepOfALife_HasEveryField()
    {
        var intervention = await CreatedAsync();
        var report = await DraftedAsync(intervention);
        await ExpectKeptAsync(report);

        await IssueAsync(report.Id, 1, ReportContentSamples.WithDiscounts());
        await ExpectKeptAsync(await ChangeAsync(
            report.Id, r => r.Acknowledge("Zoë \"Z\" O'Hara 😀", Signature.FromState([0, 255]), Now with { Actor = TicketSamples.Customer })));
        WorkReport? next = null;
        await ExpectKeptAsync(await ChangeAsync(report.Id, r => next = r.Void("Perché?", intervention.ToState(), Now)));
        await AddAsync(next!);
        await ExpectKeptAsync(next!);
    }

    [Test]
    public async Task Find_WhatWasIssued_IsTheTextThatWasSealedToTheByte()
    {
        var report = await IssuedAsync();

        var found = (await FindAsync(report.Id))!.ToState().Issued!;

        Assert.That((found.Text, found.Sha256), Is.EqualTo((report.ToState().Issued!.Text, report.ToState().Issued!.Sha256)));
        Assert.That(DomainJson.ToText(found.Content), Is.EqualTo(found.Text));
    }

    [Test]
    public async Task Save_WhatWasVoided_LeavesWhatWasIssued()
    {
        var report = await IssuedAsync();
        var issued = report.ToState().Issued!;

        var voided = await ChangeAsync(report.Id, r => r.Void("Why", Of(r), Now));

        Assert.That((await FindAsync(report.Id))!.ToState().Issued!.Sha256, Is.EqualTo(issued.Sha256));
        Assert.That(voided.ToState().Status, Is.EqualTo(WorkReportStatus.Voided));
    }

    [Test]
    public async Task Save_LoadedTwice_IsRefusedTheSecondTime()
    {
        var report = await DraftedAsync();
        var (first, second) = ((await FindAsync(report.Id))!, (await FindAsync(report.Id))!);
        first.Issue(Sealed(1), Now);
        second.Issue(Sealed(2), Now);

        await SaveAsync(first);

        Assert.That(Assert.ThrowsAsync<BusinessException>(() => SaveAsync(second))!.Code, Is.EqualTo("work_report_changed_meanwhile"));
        Assert.That((await FindAsync(report.Id))!.ToState().Issued!.Number, Is.EqualTo(new ReportNumber(2026, 1)));
    }

    [Test]
    public async Task Add_ASecondOneThatStands_IsRefused()
    {
        var intervention = await CreatedAsync();
        await DraftedAsync(intervention);

        await Assert.ThatAsync(() => DraftedAsync(intervention), Throws.InstanceOf<DbException>());
    }

    [Test]
    public async Task Add_AfterTheFirstWasVoided_Stands()
    {
        var report = await IssuedAsync();
        WorkReport? next = null;
        await ChangeAsync(report.Id, r => next = r.Void("Why", Of(r), Now));

        await AddAsync(next!);

        Assert.That(await ListedAsync(All with { InterventionId = report.ToState().InterventionId }), Is.EquivalentTo(new[] { report.Id, next!.Id }));
    }

    [Test]
    public async Task Issue_WithANumberThatWasGiven_IsRefused()
    {
        await IssueAsync((await DraftedAsync()).Id, 1);
        var second = await DraftedAsync();

        await Assert.ThatAsync(() => IssueAsync(second.Id, 1), Throws.InstanceOf<DbException>());
    }

    [Test]
    public async Task NextNumber_OfEachYear_IsCountedFromOneAndNeverGivenTwice()
    {
        var numbers = new List<ReportNumber>();
        foreach (var year in (int[])[2026, 2026, 2027, 2026])
            numbers.Add(await Database.UseAsync<IWorkReportStore, ReportNumber>(reports => reports.NextNumberAsync(year, None)));

        Assert.That(numbers, Is.EqualTo(new ReportNumber[] { new(2026, 1), new(2026, 2), new(2027, 1), new(2026, 3) }));
    }

    [Test]
    public async Task NextNumber_InATransactionThatFails_LeavesNoGap()
    {
        await Database.UseAsync<IWorkReportStore>(reports => reports.NextNumberAsync(2026, None));
        Assert.ThrowsAsync<InvalidOperationException>(() => FailAfterAsync(reports => reports.NextNumberAsync(2026, None)));

        var next = await Database.UseAsync<IWorkReportStore, ReportNumber>(reports => reports.NextNumberAsync(2026, None));

        Assert.That(next, Is.EqualTo(new ReportNumber(2026, 2)));
    }

    [Test]
    public async Task Find_ADraftOrOutOfReach_IsForWhoMaySeeIt()
    {
        var (draft, issued) = (await DraftedAsync(), await IssuedAsync());

        Assert.That(await FindAsync(draft.Id, withDrafts: false), Is.Null);
        Assert.That(await FindAsync(issued.Id, withDrafts: false), Is.Not.Null);
        Assert.That(await FindAsync(issued.Id, CustomerReach.Of([Another])), Is.Null);
        Assert.That(await FindAsync(issued.Id, CustomerReach.Of([Another, One])), Is.Not.Null);
        Assert.That(await FindAsync(WorkReportId.New(Now.At)), Is.Null);
    }

    [Test]
    public async Task Issued_OfSeveral_IsWhatThoseSaidThatWereIssued()
    {
        var (draft, issued) = (await DraftedAsync(), await IssuedAsync());

        var found = await Database.UseAsync<IWorkReportStore, IReadOnlyDictionary<WorkReportId, ReportContent>>(
            reports => reports.IssuedAsync([draft.Id, issued.Id, WorkReportId.New(Now.At)], None));

        Assert.That(found.Select(one => (one.Key, Spelled.Out(one.Value))), Is.EqualTo([(issued.Id, Spelled.Out(issued.ToState().Issued!.Content))]));
    }

    [Test]
    public async Task List_Filtered_HasThoseThatMatch()
    {
        var ticket = await AddAsync(NewTicket(customer: One));
        var draft = await DraftedAsync(await CreatedAsync(ticket));
        var issued = await IssuedAsync(await CreatedAsync(ticket), count: 7);
        var elsewhere = await IssuedAsync(await CreatedAsync(await AddAsync(NewTicket(customer: Another))), count: 8);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ListedAsync(All), Is.EqualTo(new[] { draft.Id, issued.Id, elsewhere.Id }));
            Assert.That(await ListedAsync(All with { WithDrafts = false }), Is.EqualTo(new[] { issued.Id, elsewhere.Id }));
            Assert.That(await ListedAsync(All with { WithDrafts = false, Statuses = [WorkReportStatus.Draft] }), Is.Empty);
            Assert.That(await ListedAsync(All with { Statuses = [WorkReportStatus.Draft, WorkReportStatus.Voided] }), Is.EqualTo(new[] { draft.Id }));
            Assert.That(await ListedAsync(All with { TicketId = ticket.Id }), Is.EqualTo(new[] { draft.Id, issued.Id }));
            Assert.That(await ListedAsync(All with { CustomerId = Another }), Is.EqualTo(new[] { elsewhere.Id }));
            Assert.That(await ListedAsync(All with { InterventionId = issued.ToState().InterventionId }), Is.EqualTo(new[] { issued.Id }));
            Assert.That(await ListedAsync(All with { Number = "RL-2026-000008" }), Is.EqualTo(new[] { elsewhere.Id }));
            Assert.That(await ListedAsync(All with { Number = "RL-2026-000008" }, CustomerReach.Of([One])), Is.Empty);
            Assert.That(await ListedAsync(All, CustomerReach.Of([Another])), Is.EqualTo(new[] { elsewhere.Id }));
        }
    }

    [Test]
    public async Task List_InPages_HasEachOnce()
    {
        var expected = new[] { (await DraftedAsync()).Id, (await DraftedAsync()).Id, (await DraftedAsync()).Id };

        var first = await PageAsync(All, CustomerReach.All, 2, null);
        var second = await PageAsync(All, CustomerReach.All, 2, first.Items[^1].Id);

        Assert.That(first.Items.Concat(second.Items).Select(report => report.Id), Is.EqualTo(expected));
        Assert.That((first.HasMore, second.HasMore), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task ChargedOn_ATicket_IsWhatItsIssuedReportsComeToThatStand()
    {
        var ticket = await AddAsync(NewTicket(customer: One));
        Assert.That(await ChargedAsync(), Is.EqualTo(Money.Zero));
        await IssuedAsync(await CreatedAsync(ticket), count: 1);
        var voided = await IssuedAsync(await CreatedAsync(ticket), count: 2);
        await ChangeAsync(voided.Id, r => r.Void("Why", Of(r), Now));
        await IssuedAsync(await CreatedAsync(ticket), 3, ReportContentSamples.Parts(2));
        await DraftedAsync(await CreatedAsync(ticket));
        await IssuedAsync(await CreatedAsync(), count: 4);

        // 40.00 and an hour and a half at 65.00, and two parts at 1.00.
        Assert.That((await ChargedAsync()).ToString(), Is.EqualTo("139.50"));

        Task<Money> ChargedAsync() => Database.UseAsync<IWorkReportStore, Money>(reports => reports.ChargedOnAsync(ticket.Id, TicketSamples.ReceivedAt, None));
    }

    [Test]
    public async Task ChargedOn_TicketsThatWereMerged_IsWhatTheReportsOfAllOfThemComeTo()
    {
        var (first, second, last) = (await AddAsync(NewTicket(customer: One)), await AddAsync(NewTicket(customer: One)), await AddAsync(NewTicket(customer: One)));
        await IssuedAsync(await CreatedAsync(first), count: 1);
        await IssuedAsync(await CreatedAsync(last), 2, ReportContentSamples.Parts(2));
        Assert.That((await ChargedAsync(first), await ChargedAsync(last)), Is.EqualTo(("137.50", "2.00")));

        await MergeAsync(first.Id, last.Id);
        await MergeAsync(second.Id, last.Id);

        foreach (var ticket in (Ticket[])[first, second, last])
            Assert.That(await ChargedAsync(ticket), Is.EqualTo("139.50"));

        async Task<string> ChargedAsync(Ticket ticket) => (await Database.UseAsync<IWorkReportStore, Money>(
            reports => reports.ChargedOnAsync(ticket.Id, TicketSamples.ReceivedAt, None))).ToString();
    }

    protected async Task<WorkReport> IssuedAsync(Intervention? intervention = null, int count = 1, ReportLine[]? lines = null) =>
        await IssueAsync((await DraftedAsync(intervention)).Id, count, lines);

    protected Task<WorkReport?> FindAsync(WorkReportId id, CustomerReach? reach = null, bool withDrafts = true) =>
        Database.UseAsync<IWorkReportStore, WorkReport?>(reports => reports.FindAsync(id, reach ?? CustomerReach.All, withDrafts, None));

    private static SealedReport Sealed(int count, ReportLine[]? lines = null)
    {
        var content = ReportContentSamples.Content(lines, [ReportContentSamples.LateNormal()]) with { Number = new ReportNumber(2026, count) };
        return new(content, DomainJson.ToText(content), new string('a', 64));
    }

    private static InterventionState Of(WorkReport report)
    {
        var of = report.ToState();
        return WorkSamples.Intervention([], InterventionMode.OnSite, InterventionOutcome.Solved, [], []) with
        {
            Id = of.InterventionId,
            TicketId = of.TicketId,
            CustomerId = of.CustomerId,
        };
    }

    private async Task<WorkReport> DraftedAsync(Intervention? intervention = null)
    {
        var of = intervention ?? await CreatedAsync();
        _drafted++;
        return await AddAsync(WorkReport.Draft(of.ToState(), null, Now with { At = Now.At - Duration.FromHours(1) + Duration.FromSeconds(_drafted) }));
    }

    private Task<WorkReport> IssueAsync(WorkReportId id, int count, ReportLine[]? lines = null) => ChangeAsync(id, r => r.Issue(Sealed(count, lines), Now));

    private async Task<WorkReport> AddAsync(WorkReport report)
    {
        await Database.UseAsync<IWorkReportStore>(reports => reports.AddAsync(report, None));
        return report;
    }

    private async Task<WorkReport> ChangeAsync(WorkReportId id, Action<WorkReport> change)
    {
        var report = (await FindAsync(id))!;
        change(report);
        await SaveAsync(report);
        return report;
    }

    private Task SaveAsync(WorkReport report) => Database.UseAsync<IWorkReportStore>(reports => reports.SaveAsync(report, None));

    private async Task FailAfterAsync(Func<IWorkReportStore, Task> work)
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var (reports, transactions) = (Get<IWorkReportStore>(), Get<ITransactions>());
        await transactions.RunAsync<int>(
            async () =>
            {
                await work(reports);
                throw new InvalidOperationException("It fails.");
            },
            None);

        T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
    }

    private async Task ExpectKeptAsync(WorkReport report) =>
        Assert.That(Spelled.Out((await FindAsync(report.Id))!.ToState()), Is.EqualTo(Spelled.Out(report.ToState())));

    private async Task<IEnumerable<WorkReportId>> ListedAsync(WorkReportFilter filter, CustomerReach? reach = null) =>
        (await PageAsync(filter, reach ?? CustomerReach.All, 25, null)).Items.Select(report => report.Id);

    private Task<Page<WorkReport>> PageAsync(WorkReportFilter filter, CustomerReach reach, int limit, WorkReportId? after) =>
        Database.UseAsync<IWorkReportStore, Page<WorkReport>>(reports => reports.ListAsync(filter, reach, limit, after, None));
}
