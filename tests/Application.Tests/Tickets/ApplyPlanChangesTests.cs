using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Sla.Plans;
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

        await ApplyAsync();
        var between = _desk.Tickets[ticket].Terms.Plan.Value;
        await ApplyAsync();

        Assert.That((between, _desk.Tickets[ticket].Terms.Plan.Value), Is.EqualTo(("bronze", "gold")));
    }

    private void Change(string plan, LocalDate? from = null) => _desk.Contract!.ChangePlan(new(plan), from, _desk.Application.Clock.Now);

    private Task<bool> ApplyAsync() => _desk.SendAsync(new ApplyPlanChangesCommand());
}
