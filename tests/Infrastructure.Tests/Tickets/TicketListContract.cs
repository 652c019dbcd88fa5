using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Tickets;

/// <summary>Which tickets <see cref="ITicketReader"/> lists, and in which order. A ticket is named by its subject.</summary>
public abstract class TicketListContract : TicketContract
{
    private static readonly TicketFilter All = new([], [], [], null, null, null, null);
    private static readonly Duration Microsecond = Duration.FromTicks(10);
    private static readonly Instant Now = Moments.Rome("2026-11-16 17:00");

    private static IEnumerable<TestCaseData> Filters =>
    [
        Filter("none", All, "done gold late other urgent waiting"),
        Filter("reach of one", All, "other", CustomerReach.Of([Other])),
        Filter("reach of both", All, "done gold late other urgent waiting", CustomerReach.Of([Other, TicketSamples.CustomerId])),
        Filter("reach of none", All, "", CustomerReach.Of([])),
        Filter("customer", All with { Customers = [Other] }, "other"),
        Filter("customers", All with { Customers = [Other, TicketSamples.CustomerId] }, "done gold late other urgent waiting"),
        Filter("customer out of reach", All with { Customers = [Other] }, "", CustomerReach.Of([TicketSamples.CustomerId])),
        Filter("status", All with { Statuses = [TicketStatus.Waiting] }, "waiting"),
        Filter("statuses", All with { Statuses = [TicketStatus.Waiting, TicketStatus.Resolved] }, "done waiting"),
        Filter("plan", All with { Plans = [new("gold")] }, "gold"),
        Filter("plans", All with { Plans = [new("gold"), PlanCode.Standard] }, "gold other"),
        Filter("assignee", All with { Assignee = "Bruno" }, "waiting"),
        Filter("assignee in part", All with { Assignee = "Bru" }, ""),
        Filter("due before, exclusive", All with { DueBefore = Moments.Rome("2026-11-16 12:00") }, "late"),
        Filter("due before, after it", All with { DueBefore = Moments.Rome("2026-11-16 12:00") + Microsecond }, "gold late"),
        Filter("missed", All with { Missed = true }, "gold late urgent"),
        Filter("not missed", All with { Missed = false }, "done other waiting"),
        Filter("all at once", new(
            [TicketSamples.CustomerId], [TicketStatus.New], [new("gold")], null, Now, true, "OLD"), "gold", CustomerReach.Of([TicketSamples.CustomerId])),
    ];

    [TestCaseSource(nameof(Filters))]
    public async Task List_WithAFilter_HasJustThose(TicketFilter filter, CustomerReach reach, string expected)
    {
        await AddSixAsync();

        var page = await ListAsync(filter, reach: reach);

        Assert.That(string.Join(' ', page.Items.Select(ticket => ticket.Subject).Order(StringComparer.Ordinal)), Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Filters))]
    public async Task ListQueue_WithAFilter_HasJustThoseThatAreOpen(TicketFilter filter, CustomerReach reach, string expected)
    {
        await AddSixAsync();

        var page = await QueueAsync(filter, reach);

        Assert.That(
            page.Items.Select(ticket => ticket.Subject).Order(StringComparer.Ordinal),
            Is.EqualTo(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(["done"])));
    }

    [TestCase("100%", "100% sure")]
    [TestCase("0%", "100% sure")]
    [TestCase("a_b", "a_b")]
    [TestCase("!", "wow!")]
    [TestCase("[x]", "[x]")]
    [TestCase("x", "[x]|axb")]
    [TestCase("SURE", "100 sure|100% sure")]
    [TestCase("è rotta", "È ROTTA")]
    [TestCase("È Rotta", "È ROTTA")]
    [TestCase("rotta", "È ROTTA")]
    [TestCase("e rotta", "È ROTTA")]
    [TestCase("2026-000002", "100 sure")]
    [TestCase("000002", "")]
    [TestCase("'; DROP", "")]
    [TestCase("\u0301", "100 sure|100% sure|[x]|a_b|axb|wow!|È ROTTA")]
    public async Task List_WithText_TakesItAsItIsWhateverTheCase(string text, string expected)
    {
        foreach (var subject in new[] { "100% sure", "100 sure", "a_b", "axb", "wow!", "[x]", "È ROTTA" })
            await AddAsync(NewTicket(subject: subject));

        var page = await ListAsync(All with { Text = text });

        Assert.That(string.Join('|', page.Items.Select(ticket => ticket.Subject).Order(StringComparer.Ordinal)), Is.EqualTo(expected));
    }

    [Test]
    public async Task List_AnyTicket_HasWhatATicketHas()
    {
        var ticket = await AddAsync(NewTicket("gold", urgency: Urgency.Urgent));
        await ChangeAsync(ticket.Id, t => t.Change(t.ToState().Report, "Bruno", FoundingClocks.Version("gold"), TicketSamples.On(Now)));
        var state = (await LoadAsync(ticket.Id)).ToState();

        var summary = (await ListAsync(All)).Items.Single();

        var expected = new TicketSummary(
            state.Id, state.Number, state.CustomerId, state.Report.Subject, state.Status, state.Report.Urgency, state.Terms, state.QueueRank, state.Assignee,
            state.Origin.ReceivedAt, state.Promises, state.Version);
        Assert.That(Spelled.Out(summary), Is.EqualTo(Spelled.Out(expected)));
        Assert.That(Spelled.Out((await QueueAsync(All)).Items.Single()), Is.EqualTo(Spelled.Out(expected)));
    }

    [Test]
    public async Task List_Missed_IsAMatterOfTheClockWhetherAnybodyWatchedOrNot()
    {
        var due = (await AddAsync(NewTicket("gold"))).ToState().NextDue();

        foreach (var (at, missed) in new[] { (due, false), (due + Microsecond, true) })
        {
            Assert.That((await ListAsync(All with { Missed = true }, now: at)).Items.Count, Is.EqualTo(missed ? 1 : 0));
            Assert.That((await ListAsync(All with { Missed = false }, now: at)).Items.Count, Is.EqualTo(missed ? 0 : 1));
        }
    }

    [Test]
    public async Task List_PageByPage_HasEachOnceInOrder([Values] TicketOrder order, [Values(1, 2, 3, 9, 10)] int limit)
    {
        var tickets = await AddWithEqualKeysAsync();

        var met = await PagesAsync(
            limit, after => ReadAsync(reader => reader.ListAsync(All, CustomerReach.All, order, after, limit, Now, None)),
            last => (TicketPlace?)new TicketPlace(order == TicketOrder.DueFirst ? last.DueAt : last.ReceivedAt, last.Id));

        Assert.That(met.Select(ticket => ticket.Id), Is.EqualTo(InOrder(tickets, order).Select(ticket => ticket.Id)));
    }

    [Test]
    public async Task List_DueFirst_HasThoseWithoutADeadlineLast()
    {
        await AddWithEqualKeysAsync();

        var due = (await ListAsync(All, TicketOrder.DueFirst)).Items.Select(ticket => ticket.DueAt is null).ToList();

        Assert.That(due, Is.Ordered.And.Contains(true).And.Contains(false), "false comes before true");
    }

    [Test]
    public async Task ListQueue_PageByPage_HasEachOnceInOrder([Values(1, 2, 3, 7, 10)] int limit)
    {
        var tickets = await AddWithEqualKeysAsync();
        foreach (var plan in new[] { "bronze", "gold", "standard" })
        {
            foreach (var urgency in Enum.GetValues<Urgency>())
                tickets.Add((await AddAsync(NewTicket(plan, urgency: urgency))).ToState());
        }

        var met = await PagesAsync(
            limit, after => ReadAsync(reader => reader.ListQueueAsync(All, CustomerReach.All, after, limit, Now, None)), last => (QueuePlace?)last.QueuePlace);

        var expected =
            from ticket in tickets
            where ticket.Status.IsOpen()
            orderby ticket.Terms.HandledAs == Urgency.Urgent ? 0 : 1, ticket.Terms.Precedence, ticket.NextDue(), ticket.Origin.ReceivedAt,
                ticket.Id.ToString()
            select ticket.Id;
        Assert.That(met.Select(ticket => ticket.Id), Is.EqualTo(expected));
    }

    private static TestCaseData Filter(string name, TicketFilter filter, string expected, CustomerReach? reach = null) =>
        new TestCaseData(filter, reach ?? CustomerReach.All, expected).SetArgDisplayNames(name);

    private static IEnumerable<TicketState> InOrder(IEnumerable<TicketState> tickets, TicketOrder order) => order switch
    {
        TicketOrder.NewestFirst => tickets.OrderByDescending(ticket => ticket.Origin.ReceivedAt).ThenByDescending(IdOf, StringComparer.Ordinal),
        TicketOrder.OldestFirst => tickets.OrderBy(ticket => ticket.Origin.ReceivedAt).ThenBy(IdOf, StringComparer.Ordinal),
        _ => tickets.OrderBy(ticket => ticket.NextDue()).ThenBy(IdOf, StringComparer.Ordinal),
    };

    private static string IdOf(TicketState ticket) => ticket.Id.ToString();

    private static async Task<IReadOnlyList<TicketSummary>> PagesAsync<TPlace>(
        int limit, Func<TPlace?, Task<Page<TicketSummary>>> read, Func<TicketSummary, TPlace?> placeOf)
    {
        var met = new List<TicketSummary>();
        var page = await read(default);
        met.AddRange(page.Items);
        while (page.HasMore)
        {
            Assert.That(page.Items, Has.Count.EqualTo(limit));
            page = await read(placeOf(page.Items[^1]));
            met.AddRange(page.Items);
        }

        return met;
    }

    /// <summary>Received at 11:00 on a Monday; it is 17:00. One was answered too late, one is resolved, one waits and owes nothing by now.</summary>
    private async Task AddSixAsync()
    {
        await AddAsync(NewTicket("gold", "gold"));
        await AddAsync(NewTicket("silver", "late", receivedAt: TicketSamples.ReceivedAt - Duration.FromDays(3)));
        var urgent = await AddAsync(NewTicket("silver", "urgent", Urgency.Urgent));
        await ChangeAsync(urgent.Id, ticket => ticket.Acknowledge(TicketSamples.On(Moments.Rome("2026-11-16 15:30"))));
        await AddAsync(NewTicket("standard", "other", customer: Other));
        var done = await AddAsync(NewTicket("silver", "done"));
        await ChangeAsync(done.Id, ticket => ticket.Resolve("A new cable", TicketSamples.On(Moments.Rome("2026-11-16 12:00"))));
        var waiting = await AddAsync(NewTicket("silver", "waiting"));
        await ChangeAsync(waiting.Id, ticket =>
        {
            var on = TicketSamples.On(Moments.Rome("2026-11-16 12:00"));
            ticket.Change(ticket.ToState().Report, "Bruno", FoundingClocks.Version("silver"), on);
            ticket.Acknowledge(on);
            ticket.Wait("Which printer?", on);
        });
    }

    /// <summary>Nine tickets: some received at the same microsecond, some a microsecond apart; three have no deadline, two of them not open.</summary>
    private async Task<List<TicketState>> AddWithEqualKeysAsync()
    {
        var tickets = new List<TicketState>();
        foreach (var microseconds in new[] { 5, 0, 5, 1, 5, 0, 0, 5, 1 })
        {
            var ticket = NewTicket(receivedAt: TicketSamples.ReceivedAt + (Microsecond * microseconds));
            var on = TicketSamples.On(Now);
            if (tickets.Count is 1 or 4)
                ticket.Resolve("A new cable", on);
            if (tickets.Count is 6)
            {
                ticket.Acknowledge(on);
                ticket.Wait("Which printer?", on);
            }

            await AddAsync(ticket);
            tickets.Add(ticket.ToState());
        }

        return tickets;
    }

    private Task<Page<TicketSummary>> ListAsync(
        TicketFilter filter, TicketOrder order = default, Instant? now = null, CustomerReach? reach = null) =>
        ReadAsync(tickets => tickets.ListAsync(filter, reach ?? CustomerReach.All, order, null, 25, now ?? Now, None));

    private Task<Page<TicketSummary>> QueueAsync(TicketFilter filter, CustomerReach? reach = null) =>
        ReadAsync(tickets => tickets.ListQueueAsync(filter, reach ?? CustomerReach.All, null, 25, Now, None));
}

internal static class Deadlines
{
    /// <summary>The nearest deadline of what is owed; where there is none, later than any.</summary>
    public static Instant NextDue(this TicketState ticket) =>
        ticket.Promises.Where(promise => promise.IsOwed).Min(promise => promise.DueAt) ?? Instant.MaxValue;
}
