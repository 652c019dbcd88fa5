using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Events;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Events;

namespace MisterAssist.Infrastructure.Tests.Events;

/// <summary>What <see cref="IEventLog"/> writes, <see cref="IEventReader"/> reads, in its order and within the reader's reach.</summary>
public abstract class EventLogContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly EventFilter All = new(IncludeInternal: true, []);
    private static readonly CustomerId Other = CustomerId.New(EventSamples.At);
    private static readonly TicketId Ticket = TicketId.New(EventSamples.At);

    private static IEnumerable<TestCaseData> Filters =>
    [
        new TestCaseData(All, CustomerReach.All, "1 2 3 4 5 6").SetArgDisplayNames("none"),
        new TestCaseData(All with { IncludeInternal = false }, CustomerReach.All, "1 3 4 6").SetArgDisplayNames("no internal ones"),
        new TestCaseData(All with { Types = ["a.b"] }, CustomerReach.All, "1 4").SetArgDisplayNames("a type"),
        new TestCaseData(All with { Types = ["a.b", "c.d"] }, CustomerReach.All, "1 2 4").SetArgDisplayNames("two types"),
        new TestCaseData(All with { Types = ["x.y"] }, CustomerReach.All, "").SetArgDisplayNames("a type that never was"),
        new TestCaseData(All with { CustomerId = Other }, CustomerReach.All, "4 5 6").SetArgDisplayNames("a customer"),
        new TestCaseData(All with { TicketId = Ticket }, CustomerReach.All, "2 3").SetArgDisplayNames("a ticket"),
        new TestCaseData(All, CustomerReach.Of([Other]), "4 5 6").SetArgDisplayNames("reach of one"),
        new TestCaseData(All, CustomerReach.Of([Other, EventSamples.Customer]), "1 2 3 4 5 6").SetArgDisplayNames("reach of both"),
        new TestCaseData(All, CustomerReach.Of([]), "").SetArgDisplayNames("reach of none"),
        new TestCaseData(All with { CustomerId = Other }, CustomerReach.Of([EventSamples.Customer]), "").SetArgDisplayNames("out of reach"),
        new TestCaseData(All with { TicketId = Ticket }, CustomerReach.Of([Other]), "").SetArgDisplayNames("ticket out of reach"),
        new TestCaseData(
            new EventFilter(false, ["c.d", "a.b"], EventSamples.Customer), CustomerReach.Of([EventSamples.Customer]), "1").SetArgDisplayNames("all"),
    ];

    [Test]
    public async Task List_WhatWasAppended_HasEveryField([Values] ActorKind actor, [Values] PromiseKind promise)
    {
        RecordedEvent[] events = [EventSamples.Full(actor, promise), EventSamples.Event()];
        await AppendAsync(events);

        var page = await ListAsync();

        Assert.That(page.Items.Select(line => Spelled.Out(line.Event)), Is.EqualTo(events.Select(Spelled.Out)));
    }

    [Test]
    public async Task List_InOrderOfWriting_WhateverTheInstantsAndIds()
    {
        var late = EventSamples.Event("t.late") with { At = EventSamples.At + NodaTime.Duration.FromDays(1) };
        await AppendAsync(late, EventSamples.Event("t.early"));
        await AppendAsync(EventSamples.Event("t.last"));

        var page = await ListAsync();

        Assert.That(page.Items.Select(line => line.Event.Type), Is.EqualTo(new[] { "t.late", "t.early", "t.last" }));
        Assert.That(page.Items.Select(line => line.Sequence), Is.Ordered.Ascending.And.Unique);
    }

    [Test]
    public async Task List_OfAnEmptyLog_StaysWhereItIs()
    {
        Assert.That(Spelled.Out(await ListAsync()), Is.EqualTo(Spelled.Out(new EventPage([], 0, HasMore: false))));
        Assert.That((await ListAsync(after: 7)).NextAfter, Is.EqualTo(7));
    }

    [TestCaseSource(nameof(Filters))]
    public async Task List_WithAFilter_HasJustThoseAndGoesOnAfterAllThatWereLookedAt(EventFilter filter, CustomerReach reach, string expected)
    {
        await AppendAsync(
            EventSamples.Event("a.b"),
            EventSamples.Event("c.d", ticket: Ticket, isInternal: true),
            EventSamples.Event("e.f", ticket: Ticket),
            EventSamples.Event("a.b", Other),
            EventSamples.Event("e.f", Other, TicketId.New(EventSamples.At), isInternal: true),
            EventSamples.Event("g.h", Other));

        var page = await ListAsync(filter, reach);

        Assert.That(string.Join(' ', page.Items.Select(line => line.Sequence)), Is.EqualTo(expected));
        Assert.That((page.NextAfter, page.HasMore), Is.EqualTo((6L, false)));
    }

    [Test]
    public async Task List_PageByPage_HasEachOnce([Range(1, 6)] int limit)
    {
        await AppendAsync([.. Enumerable.Range(1, 5).Select(number => EventSamples.Event(number % 2 == 1 ? "odd.one" : "even.one"))]);

        var read = new List<long>();
        EventPage page;
        long after = 0;
        do
        {
            page = await ListAsync(All with { Types = ["odd.one"] }, limit: limit, after: after);
            read.AddRange(page.Items.Select(line => line.Sequence));
            after = page.NextAfter;
        }
        while (page.HasMore);

        Assert.That(read, Is.EqualTo(new long[] { 1, 3, 5 }));
        Assert.That(after, Is.EqualTo(5));
    }

    [Test]
    public async Task List_WhereFewOfManyPass_LooksAtSoManyAndTellsHowFarItCame()
    {
        const int span = SqlEventReader.Span;
        await AppendAsync([.. Enumerable.Range(1, span + 1).Select(number => EventSamples.Event(number == span + 1 ? "rare.one" : "usual.one"))]);
        var rare = All with { Types = ["rare.one"] };

        var first = await ListAsync(rare);
        var second = await ListAsync(rare, after: first.NextAfter);

        Assert.That((first.Items.Count, first.NextAfter, first.HasMore), Is.EqualTo((0, (long)span, true)));
        Assert.That((second.Items.Count, second.NextAfter, second.HasMore), Is.EqualTo((1, span + 1L, false)));
    }

    [Test]
    public async Task Append_InATransactionThatIsUndone_LeavesNothing()
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<IEventLog>();

        Assert.ThrowsAsync<TimeoutException>(() => scope.ServiceProvider.GetRequiredService<ITransactions>().RunAsync<int>(
            async () =>
            {
                await log.AppendAsync([EventSamples.Event()], None);
                throw new TimeoutException();
            },
            None));

        Assert.That((await ListAsync()).Items, Is.Empty);
    }

    [Test]
    public async Task Append_ByManyAtOnce_IsReadByAPollerOnceEachInOrder()
    {
        const int writers = 8, transactions = 25;
        var writing = Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(
            async () =>
            {
                foreach (var number in Enumerable.Range(0, transactions))
                    await AppendAsync(EventSamples.Event($"w{writer}.n{number}"), EventSamples.Event($"w{writer}.m{number}"));
            },
            None)));

        var read = new List<LoggedEvent>();
        long after = 0;
        bool wasWriting;
        do
        {
            wasWriting = !writing.IsCompleted;
            EventPage page;
            do
            {
                page = await ListAsync(after: after, limit: 7);
                read.AddRange(page.Items);
                after = page.NextAfter;
            }
            while (page.HasMore);
        }
        while (wasWriting);
        await writing;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Select(line => line.Sequence), Is.Ordered.Ascending.And.Unique);
            Assert.That(read.Select(line => line.Event.Type), Is.Unique);
            Assert.That(read, Has.Count.EqualTo(writers * transactions * 2));
        }
    }

    [Test]
    public async Task ListOfTicket_HasItsLinesAloneInOrder([Values] bool includeInternal)
    {
        await AppendAsync(
            EventSamples.Event(ticket: Ticket),
            EventSamples.Event(),
            EventSamples.Event(ticket: TicketId.New(EventSamples.At)),
            EventSamples.Event(ticket: Ticket, isInternal: true),
            EventSamples.Event(ticket: Ticket));

        var whole = await ListOfTicketAsync(includeInternal);
        var first = await ListOfTicketAsync(includeInternal, limit: 1);
        var rest = await ListOfTicketAsync(includeInternal, after: 1);

        long[] expected = includeInternal ? [1, 4, 5] : [1, 5];
        Assert.That(Numbers(whole), Is.EqualTo(expected));
        Assert.That((Numbers(first), first.HasMore), Is.EqualTo((new long[] { 1 }, true)));
        Assert.That((Numbers(rest), rest.HasMore), Is.EqualTo((expected[1..], false)));

        static long[] Numbers(Page<LoggedEvent> page) => [.. page.Items.Select(line => line.Sequence)];
    }

    private async Task AppendAsync(params RecordedEvent[] events)
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<IEventLog>();
        await scope.ServiceProvider.GetRequiredService<ITransactions>().RunAsync(
            async () =>
            {
                await log.AppendAsync(events, None);
                return events.Length;
            },
            None);
    }

    private Task<EventPage> ListAsync(EventFilter? filter = null, CustomerReach? reach = null, long after = 0, int limit = 25) =>
        Database.UseAsync<IEventReader, EventPage>(events => events.ListAsync(filter ?? All, reach ?? CustomerReach.All, after, limit, None));

    private Task<Page<LoggedEvent>> ListOfTicketAsync(bool includeInternal, int limit = 25, long after = 0) =>
        Database.UseAsync<IEventReader, Page<LoggedEvent>>(events => events.ListOfTicketAsync(Ticket, includeInternal, limit, after, None));
}
