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
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Interventions;

/// <summary>What is kept of interventions, who sees them, and when technicians are busy.</summary>
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
        Assert.That(ended.SiteId, Is.EqualTo(ticket.ToState().Report.SiteId));
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

    [TestCase("10:00", "12:00", "", TestName = "Until the other begins")]
    [TestCase("13:00", "14:00", "", TestName = "From where the other ends")]
    [TestCase("11:00", "12:01", "12:00", TestName = "A minute together")]
    [TestCase("12:15", "12:30", "12:00", TestName = "Within the other")]
    [TestCase("11:00", "18:00", "12:00 15:00", TestName = "All day, in order")]
    public async Task Busy_WithinAStretch_HasWhatOverlapsIt(string from, string to, string expected)
    {
        await PlannedAsync("15:00", Giulia);
        await PlannedAsync("12:00", Giulia);
        await PlannedAsync("12:00", Marco);

        Assert.That(await BusyAsync(Giulia, from, to), Is.EqualTo(expected));
    }

    [Test]
    public async Task Busy_ButForOne_LeavesThatOut()
    {
        var planned = await PlannedAsync("12:00", Giulia);
        await PlannedAsync("13:00", Giulia);

        Assert.That(await BusyAsync(Giulia, "11:00", "18:00", planned.Id), Is.EqualTo("13:00"));
    }

    [Test]
    public async Task Busy_FollowsTheAppointmentUntilItIsOver()
    {
        var id = (await PlannedAsync("12:00", Giulia)).Id;
        await ChangeAsync(id, i => i.Move(Slot("13:00"), [Giulia, Marco], MoveCause.CustomerRequest, "Why", "Carla", InterventionSamples.On("2026-11-16 11:45")));
        Assert.That((await BusyAsync(Giulia, "11:00", "18:00"), await BusyAsync(Marco, "11:00", "18:00")), Is.EqualTo(("13:00", "13:00")));

        await ChangeAsync(id, i => i.Reassign([Marco], InterventionSamples.On("2026-11-16 11:46")));
        Assert.That((await BusyAsync(Giulia, "11:00", "18:00"), await BusyAsync(Marco, "11:00", "18:00")), Is.EqualTo(("", "13:00")));

        await ChangeAsync(id, Start);
        Assert.That(await BusyAsync(Marco, "11:00", "18:00"), Is.EqualTo("12:00"), "from an arrival before the time on");

        await ChangeAsync(id, i => i.Complete(
            At("12:30"), new(InterventionOutcome.Solved, "Done", [InterventionSamples.Entry("2026-11-16 12:00", "2026-11-16 12:30", Marco)]), Terms,
            InterventionSamples.On("2026-11-16 12:30")));
        Assert.That(await BusyAsync(Marco, "11:00", "18:00"), Is.Empty);
    }

    [TestCase("12:59", "12:59", "12:00", TestName = "Busy as planned before the planned end")]
    [TestCase("13:30", "13:30", "12:00", TestName = "Busy at the present instant past the planned end")]
    [TestCase("13:30", "13:31", "", TestName = "Not known to be busy later than now")]
    [TestCase("12:59", "13:30", "", TestName = "Not known to be busy past the planned end before it came")]
    public async Task Busy_AtWork_IsSoPastNowAtLeast(string now, string from, string expected)
    {
        var (appointed, begun) = (await PlannedAsync("12:00", Giulia), await CreatedAsync());
        await ChangeAsync(appointed.Id, Start);
        await ChangeAsync(begun.Id, i => i.Start(At("12:00"), [Marco], new(new("silver"), 1), () => null, InterventionSamples.On("2026-11-16 12:00")));

        Assert.That(await BusyAsync(Giulia, from, "18:00", now: now), Is.EqualTo(expected));
        Assert.That(await BusyAsync(Marco, from, "18:00", now: now), Is.EqualTo(now == from ? expected : ""), "without an appointment");
        Assert.That(await BusyAsync(Giulia, from, "18:00", appointed.Id, now), Is.Empty);
    }

    [TestCase("11:00", "12:00", "", TestName = "Worked until the other began")]
    [TestCase("12:30", "13:00", "", TestName = "Worked from where the other ended")]
    [TestCase("12:29", "13:00", "12:00", TestName = "Worked a minute in two places")]
    [TestCase("12:10", "12:20", "12:00", TestName = "Worked elsewhere all the while")]
    [TestCase("11:00", "15:00", "12:00 13:00", TestName = "Worked elsewhere twice, in order")]
    public async Task WorkedElsewhere_MeanwhileAnEntryLasts_HasWhatOverlapsIt(string from, string to, string expected)
    {
        await WorkedAsync("13:00", "13:30", Giulia);
        var first = await WorkedAsync("12:00", "12:30", Giulia);
        await WorkedAsync("12:00", "14:00", Marco);
        var except = await WorkedAsync("14:00", "15:00", Giulia);

        Assert.That(await ElsewhereAsync(from, to, except), Is.EqualTo(expected));

        await ChangeAsync(first, i => i.Correct(
            new(InterventionMode.OnSite, "Done", [InterventionSamples.Entry("2026-11-16 12:00", "2026-11-16 12:30", Marco)], null), Terms,
            InterventionSamples.On("2026-11-16 16:00")));
        Assert.That(await ElsewhereAsync(from, to, except), Does.Not.Contain("12:00"), "as it was corrected");
    }

    private static Instant At(string time) => Moments.Rome($"2026-11-16 {time}");

    private static Slot Slot(string time) => InterventionSamples.Slot($"2026-11-16 {time}");

    private static void Start(Intervention intervention) => intervention.Start(At("12:00"), [], new(new("silver"), 1), () => null, InterventionSamples.On("2026-11-16 12:00"));

    private async Task<Intervention> PlannedAsync(string at, TechnicianId technician, Ticket? ticket = null)
    {
        var id = (await CreatedAsync(ticket)).Id;
        return await ChangeAsync(id, i => i.Plan(Slot(at), [technician], wishedByCustomer: false, InterventionSamples.On("2026-11-16 11:30")));
    }

    private async Task<InterventionId> WorkedAsync(string from, string to, TechnicianId technician)
    {
        var id = (await CreatedAsync()).Id;
        await ChangeAsync(id, i => i.Start(At(from), [], new(new("silver"), 1), () => null, InterventionSamples.On($"2026-11-16 {from}")));
        await ChangeAsync(id, i => i.Complete(
            At(to), new(InterventionOutcome.Solved, "Done", [new(technician, At(from), At(to))]), Terms, InterventionSamples.On($"2026-11-16 {to}")));
        return id;
    }

    private async Task<string> ElsewhereAsync(string from, string to, InterventionId except)
    {
        var worked = await Database.UseAsync<IInterventionStore, IReadOnlyList<TimeEntry>>(
            interventions => interventions.WorkedElsewhereAsync(new(Giulia, At(from), At(to)), except, None));
        return string.Join(' ', worked.Select(entry => Moments.OnTheWall(entry.From)[^5..]));
    }

    private async Task<string> BusyAsync(TechnicianId technician, string from, string to, InterventionId? except = null, string now = "11:00")
    {
        var within = new Slot(At(from), At(to) - At(from));
        var busy = await Database.UseAsync<IInterventionStore, IReadOnlyList<Slot>>(
            interventions => interventions.BusyAsync(technician, within, except, At(now), None));
        return string.Join(' ', busy.Select(slot => Moments.OnTheWall(slot.From)[^5..]));
    }

    private async Task ExpectKeptAsync(Intervention intervention) =>
        Assert.That(Spelled.Out((await FindAsync(intervention.Id))!.ToState()), Is.EqualTo(Spelled.Out(intervention.ToState())));

    private async Task<IEnumerable<InterventionId>> ListedAsync(InterventionFilter filter, CustomerReach? reach = null) =>
        (await PageAsync(filter, reach ?? CustomerReach.All, 25, null)).Items.Select(intervention => intervention.Id);

    private Task<Page<Intervention>> PageAsync(InterventionFilter filter, CustomerReach reach, int limit, InterventionId? after) =>
        Database.UseAsync<IInterventionStore, Page<Intervention>>(interventions => interventions.ListAsync(filter, reach, limit, after, None));
}
