using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Application.Tests.Tickets;

public sealed class ApplyPlanChangesTests
{
    private TestDesk _desk = null!;

    [SetUp]
    public void Start() => _desk = new();

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [Test]
    public async Task Apply_ChangeOfToday_MovesTheOpenTicketsOfTheContract()
    {
        var ticket = await _desk.OpenAsync();
        _desk.Now = "2026-11-23 12:00";
        Change("gold");

        var applied = await ApplyAsync();

        var kept = _desk.Tickets[ticket];
        Assert.That((applied, kept.Terms.Plan.Value, kept.Version), Is.EqualTo((true, "gold", 2)));
        Assert.That(_desk.Owed(ticket), Is.EqualTo("Response until Mon 2026-11-23 13:00, Confirmation until Mon 2026-11-23 19:00"));
        Assert.That(_desk.Told(ticket), Does.Contain("ticket.plan_changed"));
    }

    [Test]
    public async Task Apply_WhenAllIsApplied_SaysSoAndChangesNothing()
    {
        var ticket = await _desk.OpenAsync();
        Change("gold");

        var told = new[] { await ApplyAsync(), await ApplyAsync() };

        Assert.That(told, Is.EqualTo(new[] { true, false }));
        Assert.That((_desk.Tickets[ticket].Version, _desk.Application.Contracts.Applied.Count), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task Apply_ChangeOfALaterDay_WaitsForIt()
    {
        var ticket = await _desk.OpenAsync();
        Change("gold", new(2026, 11, 24));

        var before = await ApplyAsync();
        _desk.Now = "2026-11-24 00:00";
        var then = await ApplyAsync();

        Assert.That((before, then), Is.EqualTo((false, true)));
        Assert.That(_desk.Owed(ticket), Does.StartWith("Response until Mon 2026-11-23 15:00"), "what is due was due before the change");
    }

    [Test]
    public async Task Apply_LeavesAloneWhatEndedAndWhatTheContractDoesNotCover()
    {
        var ended = await _desk.OpenAsync();
        await _desk.ResolveAsync(ended);
        var stranger = await _desk.OpenAsync(TestDesk.Other);
        var cover = _desk.Conclude(TestDesk.Other, "silver", "2026-11-24");
        _desk.Now = "2026-11-24 10:00";
        cover.ChangePlan(new("gold"), null, _desk.Application.Clock.Now);
        Change("gold");

        Assert.That((await ApplyAsync(), await ApplyAsync(), await ApplyAsync()), Is.EqualTo((true, true, false)));
        Assert.That((_desk.Tickets[ended].Terms.Plan.Value, _desk.Tickets[ended].Version), Is.EqualTo(("silver", 2)));
        Assert.That((_desk.Tickets[stranger].Terms.Plan, _desk.Tickets[stranger].Version), Is.EqualTo((PlanCode.Standard, 1)));
    }

    [Test]
    public async Task Apply_TwoChangesThatFellDue_AreAppliedOneAfterTheOther()
    {
        var ticket = await _desk.OpenAsync();
        Change("bronze");
        Change("gold", new(2026, 11, 24));
        _desk.Now = "2026-11-24 10:00";

        Assert.That((await ApplyAsync(), await ApplyAsync()), Is.EqualTo((true, false)), "both at once, since they are of one contract");

        Assert.That((_desk.Tickets[ticket].Terms.Plan.Value, _desk.Tickets[ticket].Version), Is.EqualTo(("gold", 3)));
    }

    [Test]
    public async Task Apply_NoticedDaysLate_CountsFromTheInstantFromWhichThePlanHolds()
    {
        await using var desk = new TestDesk("gold") { Now = "2026-11-23 21:30" };
        var ticket = await desk.OpenAsync();
        desk.Contract!.ChangePlan(new("bronze"), new(2026, 11, 24), desk.Application.Clock.Now);
        desk.Now = "2026-11-26 12:00";

        await desk.SendAsync(new ApplyPlanChangesCommand());
        await desk.SendAsync(new WatchPromisesCommand());

        var missed = desk.Tickets.Events.Where(e => e.Type == "promise.missed").Select(e => Moments.OnTheWall(e.At));
        Assert.That(desk.Owed(ticket), Is.EqualTo("Response until Tue 2026-11-24 18:00, Confirmation until Tue 2026-11-24 18:00"));
        Assert.That(missed, Is.EqualTo(new[] { "Tue 2026-11-24 18:00", "Tue 2026-11-24 18:00" }), "and not under Gold, on Tuesday at half past eight");
    }

    [Test]
    public async Task Apply_TicketThatCannotBeSeenTo_DoesNotKeepTheOthersWaiting()
    {
        var spoilt = await _desk.OpenAsync();
        var sound = await _desk.OpenAsync();
        _desk.Tickets.Spoil(spoilt);
        Change("gold");

        Assert.That((await ApplyAsync(), await ApplyAsync()), Is.EqualTo((true, false)));
        Assert.That((_desk.Tickets[spoilt].Terms.Plan.Value, _desk.Tickets[sound].Terms.Plan.Value), Is.EqualTo(("silver", "gold")));
    }

    private void Change(string plan, LocalDate? from = null) => _desk.Contract!.ChangePlan(new(plan), from, _desk.Application.Clock.Now);

    private Task<bool> ApplyAsync() => _desk.SendAsync(new ApplyPlanChangesCommand());
}
