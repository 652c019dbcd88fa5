using MisterAssist.Application.Customers.History;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Tests.WorkReports;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Customers.History;

/// <summary>What was done for a customer: in which order, within which bounds, and who sees it.</summary>
public abstract class HistoryReaderContract : WorkReportContract
{
    private const string Awkward = "Perché 'no'? \"Sì\" 😀 100 %_[x] città\n";

    private static readonly SiteId Bakery = new(Guid.Parse("00000000-0000-7000-8000-0000000000c1"));
    private static readonly GuaranteeTerms Terms = new(WorkTerms.Usual, new(Schedules.Silver()));
    private static readonly Duration Microsecond = Duration.FromTicks(10);

    private int _tickets;

    [SetUp]
    public void BeginWithTickets() => _tickets = 100;

    [Test]
    public async Task List_OfACustomer_IsInTheOrderOfArrivalOrElseOfRecording()
    {
        var (first, second, third, fourth) = (await CreatedAsync(), await CreatedAsync(), await CreatedAsync(), await CreatedAsync());
        await ArriveAsync(first, "12:30");
        await ArriveAsync(second, "12:00");
        await ArriveAsync(third, "12:30");

        Assert.That(await ListedAsync(), Is.EqualTo(new[] { fourth.Id, second.Id, first.Id, third.Id }), "at the same instant by id");
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(7)]
    [TestCase(8)]
    public async Task List_InPages_HasEachOnce(int limit)
    {
        for (var i = 0; i < 7; i++)
        {
            var intervention = await CreatedAsync();
            if (i is not (2 or 5))
                await ArriveAsync(intervention, i % 2 == 0 ? "12:00" : "13:00");
        }

        var all = await ListedAsync();
        var pages = new List<Page<HistoryEntry>>();
        for (HistoryPlace? after = null; pages.Count == 0 || pages[^1].HasMore; after = pages[^1].Items[^1].Place)
            pages.Add(await PageAsync(Of(One), limit: limit, after: after));

        Assert.That(all, Has.Count.EqualTo(7));
        Assert.That(pages.SelectMany(page => page.Items).Select(entry => entry.Id), Is.EqualTo(all));
        Assert.That(pages.SkipLast(1).Select(page => page.Items.Count), Has.All.EqualTo(limit));
    }

    [Test]
    public async Task List_OfAPeriod_BeginsWithItsFirstInstantAndEndsBeforeItsLast()
    {
        var (early, late, waiting) = (await CreatedAsync(), await CreatedAsync(), await CreatedAsync());
        await ArriveAsync(early, "12:00");
        await ArriveAsync(late, "13:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ListedAsync(Of(One) with { From = At("12:00") }), Is.EqualTo(new[] { early.Id, late.Id }));
            Assert.That(await ListedAsync(Of(One) with { From = At("12:00") + Microsecond }), Is.EqualTo(new[] { late.Id }));
            Assert.That(await ListedAsync(Of(One) with { To = At("13:00") }), Is.EqualTo(new[] { waiting.Id, early.Id }), "by its recording where nobody arrived");
            Assert.That(await ListedAsync(Of(One) with { To = At("13:00") + Microsecond }), Is.EqualTo(new[] { waiting.Id, early.Id, late.Id }));
            Assert.That(await ListedAsync(Of(One) with { From = At("12:00"), To = At("13:00") }), Is.EqualTo(new[] { early.Id }));
            Assert.That(await ListedAsync(Of(One) with { From = At("13:01") }), Is.Empty);
        }
    }

    [Test]
    public async Task List_OfASite_LeavesOthersAndThoseWithoutOneOut()
    {
        var (here, _, elsewhere) = (await AtSiteAsync(Bakery), await CreatedAsync(), await AtSiteAsync(new(Guid.Parse("00000000-0000-7000-8000-0000000000c2"))));

        Assert.That(await ListedAsync(Of(One) with { Site = Bakery }), Is.EqualTo(new[] { here.Id }));
        Assert.That(await ListedAsync(Of(One) with { Site = elsewhere.ToState().SiteId }), Is.EqualTo(new[] { elsewhere.Id }));
        Assert.That(await ListedAsync(Of(Another) with { Site = Bakery }), Is.Empty);
        Assert.That(await ListedAsync(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task List_OutOfReachOrOfNothing_IsEmpty()
    {
        var own = await CreatedAsync();

        Assert.That(await ListedAsync(reach: CustomerReach.Of([Another])), Is.Empty);
        Assert.That(await ListedAsync(reach: CustomerReach.Of([])), Is.Empty);
        Assert.That(await ListedAsync(reach: CustomerReach.Of([Another, One])), Is.EqualTo(new[] { own.Id }));

        var nothing = await PageAsync(Of(Another));
        Assert.That((nothing.Items.Count, nothing.HasMore), Is.EqualTo((0, false)));
    }

    [Test]
    public async Task List_AnEndedOne_HasEveryFieldAndAnyText()
    {
        var ticket = await AddAsync(TicketSamples.Ticket(
            report: TicketSamples.Report(subject: Awkward.Trim(), siteId: Bakery), customerId: One, count: ++_tickets));
        var of = await CreatedAsync(ticket);
        await ChangeAsync(of.Id, i => i.Start(
            At("14:31"), [InterventionSamples.Giulia], new(new("silver"), 1), () => new(At("14:00"), At("14:31"), Duration.FromNanoseconds(1)),
            InterventionSamples.On("2026-11-16 15:00")));
        var ended = (await ChangeAsync(of.Id, i => i.Complete(
            At("16:00"), new(InterventionOutcome.Solved, Awkward, [InterventionSamples.Entry("2026-11-16 14:31", "2026-11-16 16:00")]), Terms,
            InterventionSamples.On("2026-11-16 16:00")))).ToState();

        var listed = await PageAsync(Of(One));

        var expected = new HistoryEntry(
            of.Id, ticket.Id, ticket.ToState().Number, Awkward.Trim(), InterventionMode.OnSite, Bakery, InterventionStatus.Completed, ended.CreatedAt, At("14:31"),
            At("16:00"), InterventionOutcome.Solved, Awkward, [.. ended.Ending!.Guarantees.Select(guarantee => guarantee.Kind)], []);
        Assert.That(expected.Guarantees, Is.Not.Empty);
        Assert.That(Spelled.Out(listed.Items), Is.EqualTo(Spelled.Out(new[] { expected })));
    }

    [Test]
    public async Task List_OneThatIsToBeDone_HasNothingOfItsEnd()
    {
        var ticket = await AddAsync(NewTicket(customer: One));
        var of = (await CreatedAsync(ticket, InterventionMode.Remote)).ToState();

        var listed = await PageAsync(Of(One));

        var expected = new HistoryEntry(
            of.Id, ticket.Id, ticket.ToState().Number, "The printer is silent", InterventionMode.Remote, null, of.Status, of.CreatedAt, null, null, null, null, [],
            []);
        Assert.That(Spelled.Out(listed.Items), Is.EqualTo(Spelled.Out(new[] { expected })));
    }

    [Test]
    public async Task List_WithReports_HasThoseOfEachTheOldestFirstAndDraftsWhereTheyAreWanted()
    {
        var (one, other) = (await CreatedAsync(), await CreatedAsync());
        var first = await IssuedAsync(one, 1, ReportContentSamples.WithDiscounts());
        WorkReport? next = null;
        await ChangeAsync(first.Id, r => next = r.Void("Why", one.ToState(), Now));
        await AddAsync(next!);
        var third = await IssuedAsync(other, 2);

        var voided = Told(first, WorkReportStatus.Voided);
        var draft = new HistoryReport(next!.Id, null, WorkReportStatus.Draft, null, null);
        Assert.That(await ReportsAsync(withDrafts: true), Is.EqualTo(new[] { voided, draft, Told(third, WorkReportStatus.Issued) }));
        Assert.That(await ReportsAsync(withDrafts: false), Is.EqualTo(new[] { voided, Told(third, WorkReportStatus.Issued) }));
        Assert.That((await PageAsync(Of(One))).Items.Select(entry => entry.Reports.Count), Is.EqualTo(new[] { 2, 1 }));

        static HistoryReport Told(WorkReport report, WorkReportStatus status)
        {
            var issued = report.ToState().Issued!;
            return new(report.Id, issued.Number, status, issued.At, issued.Content.Net);
        }
    }

    private static HistoryFilter Of(CustomerId customer) => new(customer, null, null, null, WithDrafts: true);

    private Task<Page<HistoryEntry>> PageAsync(HistoryFilter filter, CustomerReach? reach = null, int limit = 25, HistoryPlace? after = null) =>
        Database.UseAsync<IHistoryReader, Page<HistoryEntry>>(history => history.ListAsync(filter, reach ?? CustomerReach.All, limit, after, None));

    private async Task<IReadOnlyList<InterventionId>> ListedAsync(HistoryFilter? filter = null, CustomerReach? reach = null) =>
        [.. (await PageAsync(filter ?? Of(One), reach)).Items.Select(entry => entry.Id)];

    private async Task<IReadOnlyList<HistoryReport>> ReportsAsync(bool withDrafts) =>
        [.. (await PageAsync(Of(One) with { WithDrafts = withDrafts })).Items.SelectMany(entry => entry.Reports)];

    private Task<Intervention> ArriveAsync(Intervention intervention, string time) => ChangeAsync(intervention.Id, i => i.Start(
        At(time), [], new(new("silver"), 1), () => null, InterventionSamples.On($"2026-11-16 {time}")));

    private async Task<Intervention> AtSiteAsync(SiteId site) => await CreatedAsync(await AddAsync(
        TicketSamples.Ticket(report: TicketSamples.Report(siteId: site), customerId: One, count: ++_tickets)));
}
