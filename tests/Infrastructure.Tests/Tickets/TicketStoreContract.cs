using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Tickets;

/// <summary>What <see cref="ITicketStore"/> keeps, it and <see cref="ITicketReader"/> give back.</summary>
public abstract class TicketStoreContract : TicketContract
{
    private static readonly Instant Received = TicketSamples.ReceivedAt + Duration.FromTicks(1_234_560);
    private static readonly Duration Microsecond = Duration.FromTicks(10);

    private static IEnumerable<TestCaseData> Lives =>
    [
        Life("untouched", _ => { }),
        Life("acknowledged", ticket => ticket.Acknowledge(On(1))),
        Life("assigned", ticket => ticket.Change(ticket.ToState().Report, "Zoë \"Z\" O'Hara", FoundingClocks.Version("silver"), On(1))),
        Life("waiting", ticket => ticket.Wait("Quale stampante? \"{}[]\\ 😀", On(1))),
        Life("paused twice", ticket =>
        {
            ticket.Wait("Which printer?", On(1));
            ticket.Resume(On(2));
            ticket.Wait("And which floor?", On(3));
            ticket.Resume(On(3, Microsecond));
        }),
        Life("made urgent and back", ticket =>
        {
            Make(ticket, Urgency.Urgent, 1);
            Make(ticket, Urgency.Normal, 2);
        }),
        Life("put under another plan", ticket => ticket.ChangePlan(FoundingClocks.Plan("standard"), On(1).At, FoundingClocks.WithoutClosures)),
        Life("warned and missed", ticket => ticket.Watch(Received + Duration.FromDays(9), FoundingClocks.WithoutClosures)),
        Life("resolved", ticket => ticket.Resolve("A new cable", On(1))),
        Life("resolved and closed", ticket =>
        {
            ticket.Resolve("A new cable", On(1));
            ticket.Close(On(2));
        }),
        Life("cancelled", ticket => ticket.Cancel("It prints again", On(1))),
        Life("reopened twice", ticket =>
        {
            ticket.Resolve("A new cable", On(1));
            ticket.Reopen("It is silent again", FoundingClocks.Plan("gold"), On(24));
            ticket.Resolve("Another cable", On(25));
            ticket.Reopen("And again", FoundingClocks.Plan("bronze"), On(48));
        }),
        Life("merged", ticket => ticket.MergeInto(TicketSamples.Ticket(count: 9), On(1), FoundingClocks.WithoutClosures)),
    ];

    [TestCaseSource(nameof(Lives))]
    public async Task Add_TicketWithALife_KeepsEveryField(Action<Ticket> live)
    {
        var ticket = NewTicket(receivedAt: Received);
        live(ticket);

        await AddAsync(ticket);

        Assert.That(Told(await LoadAsync(ticket.Id)), Is.EqualTo(Told(ticket)));
    }

    [TestCaseSource(nameof(Lives))]
    public async Task Save_TicketWithALife_KeepsEveryField(Action<Ticket> live)
    {
        var id = (await AddAsync(NewTicket(receivedAt: Received))).Id;
        await AddAsync(NewTicket());
        var ticket = await LoadAsync(id);
        live(ticket);

        await SaveAsync(ticket);

        Assert.That(Told(await LoadAsync(id)), Is.EqualTo(Told(ticket)));
    }

    [Test]
    public async Task Add_EveryFieldOfAReport_IsKept([Values] Channel channel, [Values] ActorKind kind)
    {
        var report = TicketSamples.Report("È muta; DROP TABLE ticket --", Urgency.Urgent, "basic_help", SiteId.New(Received), ContactId.New(Received));
        var origin = TicketSamples.Origin(
            Received, Received + Microsecond, "Perché \"così\"", channel, channelInPlan: false, new(kind, "Zoë", TicketSamples.Staff.KeyId), TicketId.New(Received));
        var ticket = TicketSamples.Ticket("gold", report, origin);

        await AddAsync(ticket);

        Assert.That(Told(await LoadAsync(ticket.Id)), Is.EqualTo(Told(ticket)));
    }

    [Test]
    public async Task Find_ByReach_SeesWhatItCovers()
    {
        var id = (await AddAsync(NewTicket())).Id;
        CustomerReach[] reaches =
        [
            CustomerReach.All, CustomerReach.Of([TicketSamples.CustomerId]), CustomerReach.Of([Other, TicketSamples.CustomerId]),
            CustomerReach.Of([Other]), CustomerReach.Of([]),
        ];

        foreach (var reach in reaches)
        {
            var seen = reach.Covers(TicketSamples.CustomerId);
            Assert.That(await ReadAsync(tickets => tickets.ExistsAsync(id, reach, None)), Is.EqualTo(seen));
            Assert.That(await ReadAsync(tickets => tickets.FindAsync(id, reach, None)) is not null, Is.EqualTo(seen));
            Assert.That(await Database.UseAsync<ITicketStore, bool>(async tickets => await tickets.FindAsync(id, reach, None) is not null), Is.EqualTo(seen));
        }

        Assert.That(await ReadAsync(tickets => tickets.ExistsAsync(TicketId.New(Received), CustomerReach.All, None)), Is.False);
        Assert.That(await ReadAsync(tickets => tickets.FindAsync(TicketId.New(Received), CustomerReach.All, None)), Is.Null);
    }

    [Test]
    public async Task Save_LoadedTwice_IsRefusedTheSecondTimeAndLeavesNothingOfIt()
    {
        var id = (await AddAsync(NewTicket())).Id;
        var (first, second) = (await LoadAsync(id), await LoadAsync(id));
        first.Wait("Which printer?", On(1));
        second.Resolve("A new cable", On(1));

        await SaveAsync(first);
        var before = (Spelled.Out((await LoadAsync(id)).ToState()), (await EventsAsync(id)).Count);

        await Assert.ThatAsync(() => SaveAsync(second), Refused.With("ticket_changed_meanwhile"));
        Assert.That((Spelled.Out((await LoadAsync(id)).ToState()), (await EventsAsync(id)).Count), Is.EqualTo(before));
    }

    [Test]
    public async Task AddAndSave_WhatHappened_IsInTheLogInOrder()
    {
        var ticket = await AddAsync(NewTicket());
        var changed = await LoadAsync(ticket.Id);
        changed.Wait("Which printer?", On(1));
        await SaveAsync(changed);

        Assert.That(
            (await EventsAsync(ticket.Id)).Select(Spelled.Out), Is.EqualTo(ticket.Events.Concat(changed.Events).Select(Spelled.Out)));
    }

    [Test]
    public async Task AddAndSave_InATransactionThatIsUndone_LeaveNothing()
    {
        var kept = (await AddAsync(NewTicket())).Id;
        var before = (await EventsAsync(kept)).Count;
        var lost = NewTicket();

        Assert.ThrowsAsync<TimeoutException>(() => InTransactionAsync(async tickets =>
        {
            await tickets.AddAsync(lost, None);
            var ticket = (await tickets.FindAsync(kept, CustomerReach.All, None))!;
            ticket.Resolve("A new cable", On(1));
            await tickets.SaveAsync(ticket, None);
            throw new TimeoutException();
        }));

        Assert.That(await ReadAsync(tickets => tickets.ExistsAsync(lost.Id, CustomerReach.All, None)), Is.False);
        Assert.That(await EventsAsync(lost.Id), Is.Empty);
        Assert.That((await LoadAsync(kept)).ToState().Status, Is.EqualTo(TicketStatus.New));
        Assert.That(await EventsAsync(kept), Has.Count.EqualTo(before));
    }

    [Test]
    public async Task NextNumber_ByManyAtOnce_GivesEachYearItsOwnWithoutGaps()
    {
        int[] years = [.. Enumerable.Range(0, 40).Select(i => 2026 + (i % 2))];

        var numbers = await Task.WhenAll(years.Select(year => Task.Run(() => NumberAsync(year))));

        foreach (var year in years.Distinct())
        {
            Assert.That(
                numbers.Where(number => number.Year == year).Select(number => number.Count).Order(), Is.EqualTo(Enumerable.Range(1, 20)));
        }
    }

    [Test]
    public async Task NextNumber_InATransactionThatIsUndone_IsGivenAgain()
    {
        var first = await NumberAsync(2026);
        Assert.ThrowsAsync<TimeoutException>(() => InTransactionAsync(async tickets =>
        {
            await tickets.NextNumberAsync(2026, None);
            throw new TimeoutException();
        }));

        Assert.That((first.Count, (await NumberAsync(2026)).Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task OpenOf_ACustomer_HasThoseOnWhichWorkIsOwedById()
    {
        var open = new List<TicketId>();
        for (var i = 0; i < 5; i++)
            open.Add((await AddAsync(NewTicket())).Id);
        await AddAsync(NewTicket(customer: Other));
        await ChangeAsync((await AddAsync(NewTicket())).Id, ticket => ticket.Resolve("A new cable", On(1)));
        await ChangeAsync(open[0], ticket => ticket.Wait("Which printer?", On(1)));

        var found = await Database.UseAsync<ITicketStore, IReadOnlyList<TicketId>>(tickets => tickets.OpenOfAsync(TicketSamples.CustomerId, None));

        Assert.That(found, Is.EqualTo(open.OrderBy(id => id.ToString(), StringComparer.Ordinal)));
    }

    private static TestCaseData Life(string name, Action<Ticket> live) => new TestCaseData(live).SetArgDisplayNames(name);

    private static Occasion On(int hours, Duration? more = null) =>
        TicketSamples.On(Received + Duration.FromHours(hours) + (more ?? Duration.Zero));

    private static void Make(Ticket ticket, Urgency urgency, int hours) => ticket.Change(
        ticket.ToState().Report with { Urgency = urgency }, null, FoundingClocks.Version("silver"), On(hours));

    /// <summary>Everything that a ticket says of itself; the order of its promises says nothing.</summary>
    private static string Told(Ticket ticket)
    {
        var state = ticket.ToState();
        return Spelled.Out(state with
        {
            Promises = [.. state.Promises.OrderBy(promise => promise.Round).ThenBy(promise => promise.Kind)],
            Revision = 0,
        });
    }

    private async Task<TicketNumber> NumberAsync(int year)
    {
        TicketNumber number = default;
        await InTransactionAsync(async tickets => number = await tickets.NextNumberAsync(year, None));
        return number;
    }

    private async Task<IReadOnlyList<RecordedEvent>> EventsAsync(TicketId ticket)
    {
        var page = await Database.UseAsync<IEventReader, Page<LoggedEvent>>(events => events.ListOfTicketAsync(ticket, true, 100, 0, None));
        return [.. page.Items.Select(line => line.Event)];
    }
}
