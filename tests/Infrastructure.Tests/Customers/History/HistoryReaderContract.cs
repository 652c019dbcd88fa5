using MisterAssist.Application.Customers.History;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Tests.WorkReports;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Customers.History;

/// <summary>What was done for a customer, in the order of time.</summary>
public abstract class HistoryReaderContract : WorkReportContract
{
    [Test]
    public async Task List_OfACustomer_HasTheirInterventionsByArrivalOrElseByWhenTheyWereRecorded()
    {
        var (late, early) = (await CreatedAsync(), await CreatedAsync());
        await CreatedAsync(await AddAsync(NewTicket(customer: Another)));
        await ChangeAsync(late.Id, Start);

        var page = await ListAsync();

        Assert.That(page.Items.Select(entry => (entry.Id, entry.Status)), Is.EqualTo(new[]
        {
            (early.Id, InterventionStatus.Planned), (late.Id, InterventionStatus.Started),
        }));
        Assert.That((page.Items[0].ArrivedAt, page.Items[1].ArrivedAt), Is.EqualTo(((Instant?)null, (Instant?)At("12:00"))));
        Assert.That(page.HasMore, Is.False);
    }

    [Test]
    public async Task List_OfAnEntry_TellsOfItsTicketInItsOwnWords()
    {
        var ticket = await AddAsync(NewTicket(subject: "Perché \"così\"? 😀", customer: One));
        await CreatedAsync(ticket, InterventionMode.Remote);

        var entry = (await ListAsync()).Items.Single();

        Assert.That(
            (entry.TicketId, entry.TicketNumber, entry.Subject, entry.Mode, entry.SiteId, entry.EndedAt, entry.Outcome),
            Is.EqualTo((ticket.Id, ticket.ToState().Number, "Perché \"così\"? 😀", InterventionMode.Remote, ticket.ToState().Report.SiteId, (Instant?)null, (InterventionOutcome?)null)));
        Assert.That((entry.Guarantees, entry.Reports), Is.EqualTo((Array.Empty<object>(), Array.Empty<object>())));
    }

    [Test]
    public async Task List_AfterAPlace_GoesOnWhereThePageEnded()
    {
        var ids = new List<InterventionId>();
        for (var i = 0; i < 5; i++)
            ids.Add((await CreatedAsync()).Id);

        var first = await ListAsync(limit: 2);
        var second = await ListAsync(limit: 2, after: first.Items[^1].Place);
        var last = await ListAsync(limit: 2, after: second.Items[^1].Place);

        Assert.That(first.Items.Concat(second.Items).Concat(last.Items).Select(entry => entry.Id), Is.EqualTo(ids));
        Assert.That((first.HasMore, second.HasMore, last.HasMore), Is.EqualTo((true, true, false)));
    }

    [Test]
    public async Task List_AtTheSameInstant_GoesOnById()
    {
        var ids = new List<InterventionId>();
        for (var i = 0; i < 3; i++)
            ids.Add((await ChangeAsync((await CreatedAsync()).Id, Start)).Id);
        ids.Sort((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()));

        var first = await ListAsync(limit: 1);
        var rest = await ListAsync(after: first.Items[0].Place);

        Assert.That(first.Items.Concat(rest.Items).Select(entry => entry.Id), Is.EqualTo(ids));
    }

    [Test]
    public async Task List_OfAPeriod_BeginsWithItsFirstInstantAndEndsBeforeItsLast()
    {
        var (one, two, three) = (await CreatedAsync(), await CreatedAsync(), await CreatedAsync());

        var page = await ListAsync(from: one.ToState().CreatedAt, to: three.ToState().CreatedAt);

        Assert.That(page.Items.Select(entry => entry.Id), Is.EqualTo(new[] { one.Id, two.Id }));
    }

    [Test]
    public async Task List_OutOfReach_IsEmpty()
    {
        await CreatedAsync();

        Assert.That((await ListAsync(reach: CustomerReach.Of([Another]))).Items, Is.Empty);
        Assert.That((await ListAsync(reach: CustomerReach.Of([Another, One]))).Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task List_WithWorkReports_HasTheOldestFirst_AndDraftsForWhoWantsThem()
    {
        var intervention = await CreatedAsync();
        var issued = await IssuedAsync(intervention, count: 7);
        WorkReport? draft = null;
        await ChangeAsync(issued.Id, report => draft = report.Void("Why", intervention.ToState(), Now));
        await AddAsync(draft!);

        var (all, final) = ((await ListAsync(withDrafts: true)).Items.Single().Reports, (await ListAsync(withDrafts: false)).Items.Single().Reports);

        Assert.That(all.Select(report => (report.Id, report.Status)), Is.EqualTo(new[]
        {
            (issued.Id, WorkReportStatus.Voided), (draft!.Id, WorkReportStatus.Draft),
        }));
        Assert.That((all[1].Number, all[1].IssuedAt, all[1].Net), Is.EqualTo(((ReportNumber?)null, (Instant?)null, (Domain.Shared.Money?)null)));
        var content = issued.ToState().Issued!.Content;
        Assert.That(final, Is.EqualTo(new[] { new HistoryReport(issued.Id, content.Number, WorkReportStatus.Voided, Now.At, content.Net) }));
    }

    private Task<Page<HistoryEntry>> ListAsync(
        int limit = 25, HistoryPlace? after = null, Instant? from = null, Instant? to = null, CustomerReach? reach = null, bool withDrafts = true) =>
        Database.UseAsync<IHistoryReader, Page<HistoryEntry>>(
            history => history.ListAsync(new(One, null, from, to, withDrafts), reach ?? CustomerReach.All, limit, after, None));
}
