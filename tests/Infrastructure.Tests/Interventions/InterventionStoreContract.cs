using MisterAssist.Application.Events;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Interventions;

/// <summary>What is kept of interventions, and who sees them.</summary>
public abstract class InterventionStoreContract : InterventionContract
{
    private static readonly TechnicianId Giulia = InterventionSamples.Giulia;
    private static readonly TechnicianId Marco = InterventionSamples.Marco;
    private static readonly InterventionFilter All = new(null, null, null, []);

    private static readonly GuaranteeTerms Terms = new(WorkTerms.Usual, new(Schedules.Silver()));

    [Test]
    public async Task Find_EachStepOfALife_HasEveryField()
    {
        var before = await CreatedAsync();
        var ticket = await AddAsync(TicketSamples.Ticket(
            report: TicketSamples.Report(siteId: new SiteId(Guid.Parse("00000000-0000-7000-8000-0000000000c1"))), customerId: One, count: 77));
        var state = before.FollowUp(ticket.ToState(), InterventionSamples.On("2026-11-16 11:30")).ToState() with { OurFault = "Perché? 'Noi' 😀" };
        var intervention = await KeepAsync(Intervention.FromState(state));
        await ExpectKeptAsync(intervention);

        foreach (var step in (Action<Intervention>[])
        [
            i => i.Plan(InterventionSamples.Slot("2026-11-16 12:00"), [Giulia], wishedByCustomer: true, InterventionSamples.On("2026-11-16 11:40")),
            i => i.Move(InterventionSamples.Slot("2026-11-16 13:00", "1:30"), [Marco, Giulia], MoveCause.Exceptional, "Snow", "Carla", InterventionSamples.On("2026-11-16 11:41")),
            i => i.FollowSite(ticket.ToState() with { Report = TicketSamples.Report(siteId: new SiteId(Guid.Parse("00000000-0000-7000-8000-0000000000c2"))) }, InterventionSamples.On("2026-11-16 11:42")),
            i => i.Fit(InterventionSamples.Item(60_00), 2, Money.Zero, askBeforeAny: false, InterventionSamples.On("2026-11-16 11:42")),
            i => i.Decide(1, isApproved: true, "Yes", InterventionSamples.On("2026-11-16 11:43", TicketSamples.Customer)),
            i => i.Fit(InterventionSamples.Item(0, "X-1"), 1, Money.Zero, askBeforeAny: false, InterventionSamples.On("2026-11-16 11:44")),
            i => i.Travel(Moments.Rome("2026-11-16 14:00"), InterventionSamples.On("2026-11-16 14:00")),
            i => i.Start(
                Moments.Rome("2026-11-16 14:31"), [Giulia], new(new("silver"), 1), () => new(Moments.Rome("2026-11-16 14:00"), Moments.Rome("2026-11-16 14:31"), Duration.FromNanoseconds(1)),
                InterventionSamples.On("2026-11-16 15:00")),
            i => i.Complete(
                Moments.Rome("2026-11-16 16:00"),
                new(InterventionOutcome.Solved, "A new cable.", [InterventionSamples.Entry("2026-11-16 14:31", "2026-11-16 16:00", Marco)]), Terms,
                InterventionSamples.On("2026-11-16 16:00")),
            i => i.Contest("No.", 15, InterventionSamples.On("2026-11-17 09:00", TicketSamples.Customer)),
            i => i.DeclineContest("Yes.", InterventionSamples.On("2026-11-17 10:00")),
            i => i.TakeReport(WorkReportId.New(TicketSamples.ReceivedAt)),
            i => i.LoseReport(),
        ])
        {
            await ExpectKeptAsync(await ChangeAsync(intervention.Id, step));
        }

        var ended = (await FindAsync(intervention.Id))!.ToState();
        Assert.That(ended.Ending!.Guarantees, Has.Count.EqualTo(4));
        Assert.That(ended.SiteId, Is.EqualTo(new SiteId(Guid.Parse("00000000-0000-7000-8000-0000000000c2"))));
    }

    [Test]
    public async Task Find_ThatWasCalledOff_HasTheCause()
    {
        var intervention = await CreatedAsync(mode: InterventionMode.Remote);

        await ExpectKeptAsync(await ChangeAsync(intervention.Id, i => i.Cancel(MoveCause.Other, "Why", InterventionSamples.On("2026-11-16 12:00"))));
    }

    [Test]
    public async Task Find_OutOfReach_IsNull()
    {
        var intervention = await CreatedAsync();

        Assert.That(await FindAsync(intervention.Id, CustomerReach.Of([Another])), Is.Null);
        Assert.That(await FindAsync(intervention.Id, CustomerReach.Of([])), Is.Null);
        Assert.That(await FindAsync(intervention.Id, CustomerReach.Of([Another, One])), Is.Not.Null);
        Assert.That(await FindAsync(InterventionId.New(TicketSamples.ReceivedAt)), Is.Null);
    }

    [Test]
    public async Task Save_LoadedTwice_IsRefusedTheSecondTimeAndTellsNothing()
    {
        var intervention = await PlannedAsync("12:00", Giulia);
        var (first, second) = ((await FindAsync(intervention.Id))!, (await FindAsync(intervention.Id))!);
        first.Reassign([Marco], InterventionSamples.On("2026-11-16 11:45"));
        second.Cancel(MoveCause.CustomerRequest, "Why", InterventionSamples.On("2026-11-16 11:45"));

        await SaveAsync(first);

        Assert.That(Assert.ThrowsAsync<BusinessException>(() => SaveAsync(second))!.Code, Is.EqualTo("intervention_changed_meanwhile"));
        await ExpectKeptAsync(first);
    }

    [Test]
    public async Task Save_PutsWhatHappenedOnTheTimelineOfTheTicket()
    {
        var intervention = await PlannedAsync("12:00", Giulia);

        var told = await Database.UseAsync<IEventReader, IReadOnlyList<string>>(
            async events => [.. (await events.ListOfTicketAsync(intervention.ToState().TicketId, false, 25, 0, None)).Items.Select(e => e.Event.Type)]);

        Assert.That(told.Where(type => type.StartsWith("intervention", StringComparison.Ordinal)), Is.EqualTo(new[] { "intervention.created", "intervention.planned" }));
    }

    [Test]
    public async Task OpenOf_ATicket_AreThoseThatAreToBeDoneOrUnderWay()
    {
        var ticket = await AddAsync(NewTicket(customer: One));
        var (planned, started, ended, cancelled) = (await CreatedAsync(ticket), await CreatedAsync(ticket), await CreatedAsync(ticket), await CreatedAsync(ticket));
        await CreatedAsync();
        await ChangeAsync(started.Id, Start);
        await ChangeAsync(ended.Id, i => i.FindNobody(At("12:00"), new(new("silver"), 1), "We rang.", () => null, Terms, InterventionSamples.On("2026-11-16 12:00")));
        await ChangeAsync(cancelled.Id, i => i.Withdraw("Why", InterventionSamples.On("2026-11-16 12:00")));

        var open = await Database.UseAsync<IInterventionStore, IReadOnlyList<Intervention>>(interventions => interventions.OpenOfAsync(ticket.Id, None));

        Assert.That(open.Select(intervention => intervention.Id), Is.EqualTo(new[] { planned.Id, started.Id }));
    }

    [Test]
    public async Task List_Filtered_HasThoseThatMatch()
    {
        var ticket = await AddAsync(NewTicket(customer: One));
        var (planned, started) = (await PlannedAsync("12:00", Giulia, ticket), await CreatedAsync(ticket));
        var elsewhere = await PlannedAsync("13:00", Marco, await AddAsync(NewTicket(customer: Another)));
        await ChangeAsync(started.Id, Start);
        var done = await PlannedAsync("14:00", Giulia);
        await ChangeAsync(done.Id, Start);
        await ChangeAsync(done.Id, i => i.Complete(
            At("13:00"), new(InterventionOutcome.Solved, "Done", [InterventionSamples.Entry("2026-11-16 12:00", "2026-11-16 13:00", Marco)]), Terms,
            InterventionSamples.On("2026-11-16 13:00")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ListedAsync(All), Is.EqualTo(new[] { planned.Id, started.Id, elsewhere.Id, done.Id }));
            Assert.That(await ListedAsync(All with { TicketId = ticket.Id }), Is.EqualTo(new[] { planned.Id, started.Id }));
            Assert.That(await ListedAsync(All with { CustomerId = Another }), Is.EqualTo(new[] { elsewhere.Id }));
            Assert.That(await ListedAsync(All with { Technician = Giulia }), Is.EqualTo(new[] { planned.Id, done.Id }));
            Assert.That(await ListedAsync(All with { Technician = Marco }), Is.EqualTo(new[] { elsewhere.Id, done.Id }), "who was planned, and who did it");
            Assert.That(
                await ListedAsync(All with { Statuses = [InterventionStatus.Started, InterventionStatus.Completed] }), Is.EqualTo(new[] { started.Id, done.Id }));
            Assert.That(await ListedAsync(All with { TicketId = ticket.Id, Statuses = [InterventionStatus.Completed] }), Is.Empty);
            Assert.That(await ListedAsync(All, CustomerReach.Of([Another])), Is.EqualTo(new[] { elsewhere.Id }));
            Assert.That(await ListedAsync(All with { CustomerId = One }, CustomerReach.Of([Another])), Is.Empty);
        }
    }

    [Test]
    public async Task List_InPages_HasEachOnce()
    {
        var expected = new[] { (await CreatedAsync()).Id, (await CreatedAsync()).Id, (await CreatedAsync()).Id };

        var first = await PageAsync(All, CustomerReach.All, 2, null);
        var second = await PageAsync(All, CustomerReach.All, 2, first.Items[^1].Id);

        Assert.That(first.Items.Concat(second.Items).Select(intervention => intervention.Id), Is.EqualTo(expected));
        Assert.That((first.HasMore, second.HasMore), Is.EqualTo((true, false)));
    }

    private async Task ExpectKeptAsync(Intervention intervention) =>
        Assert.That(Spelled.Out((await FindAsync(intervention.Id))!.ToState()), Is.EqualTo(Spelled.Out(intervention.ToState())));

    private async Task<IEnumerable<InterventionId>> ListedAsync(InterventionFilter filter, CustomerReach? reach = null) =>
        (await PageAsync(filter, reach ?? CustomerReach.All, 25, null)).Items.Select(intervention => intervention.Id);

    private Task<Page<Intervention>> PageAsync(InterventionFilter filter, CustomerReach reach, int limit, InterventionId? after) =>
        Database.UseAsync<IInterventionStore, Page<Intervention>>(interventions => interventions.ListAsync(filter, reach, limit, after, None));
}
