using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Infrastructure.Tests.WorkReports;

/// <summary>What is kept of work reports, who sees them, and how they are numbered.</summary>
public abstract class WorkReportStoreContract : WorkReportContract
{
    private static readonly WorkReportFilter All = new(null, null, null, [], null, WithDrafts: true);

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
