using FluentValidation;
using MisterAssist.Application.Sla;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using NodaTime;
using static MisterAssist.TestKit.Sla.Moments;

namespace MisterAssist.Application.Tests.Sla;

public sealed class CalculateDeadlineTests
{
    private static readonly Duration FourHours = Duration.FromHours(4);
    private static readonly Instant FridayEvening = Rome("2026-11-20 19:30");

    private TestApplication _application = null!;

    [SetUp]
    public void Start() => _application = TestApplication.WithFoundingPlans();

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Handle_GivenSchedule_CountsInItAndNamesNoPlan()
    {
        var answer = await AskAsync(Given.Whole(Given.Schedule("mon-fri 08:00-20:00", holidays: "2026-11-23")), FridayEvening, FourHours);

        Assert.That(
            (answer.DueAt, answer.WorkingTime, answer.Zone.Id, answer.Version),
            Is.EqualTo((Rome("2026-11-24 11:30"), FourHours, "Europe/Rome", (PlanVersion?)null)));
    }

    [Test]
    public async Task Handle_Plan_CountsInItsCoverageAndNamesTheVersion()
    {
        var answer = await AskAsync(Given.Plan("silver"), FridayEvening, FourHours);

        Assert.That(answer.DueAt, Is.EqualTo(Rome("2026-11-23 11:30")));
        Assert.That((answer.Version!.Plan.Value, answer.Version.Number), Is.EqualTo(("silver", 1)));
    }

    [TestCase("bronze", PromiseKind.Response, 8)]
    [TestCase("silver", PromiseKind.Response, 4)]
    [TestCase("silver", PromiseKind.Confirmation, 8)]
    [TestCase("gold", PromiseKind.Response, 1)]
    [TestCase("standard", PromiseKind.Presence, 4)]
    public async Task Handle_Promise_CountsWhatThePlanAllows(string plan, PromiseKind promise, int hours)
    {
        var answer = await AskAsync(Given.Plan(plan), FridayEvening, promise: promise);

        Assert.That(answer.WorkingTime, Is.EqualTo(Duration.FromHours(hours)));
    }

    [TestCase("bronze", PromiseKind.Presence)]
    [TestCase("standard", PromiseKind.Response)]
    public void Handle_PromiseThatThePlanDoesNotMake_IsRefused(string plan, PromiseKind promise)
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(() => AskAsync(Given.Plan(plan), FridayEvening, promise: promise));

        Assert.That((refusal!.Code, refusal.Refusal), Is.EqualTo(("promise_not_in_plan", Refusal.RuleBroken)));
    }

    [TestCase("nowhere", "2026-11-20T18:30:00Z")]
    [TestCase("silver", "2000-12-31T22:59:59Z")]
    public void Handle_PlanThatIsNotInForceAtTheStart_IsUnknown(string plan, string start)
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(() => AskAsync(Given.Plan(plan), Utc(start), FourHours));

        Assert.That((refusal!.Code, refusal.Field), Is.EqualTo(("unknown_plan", "plan")));
    }

    [TestCase("2026-11-19 19:30", 1, "2026-11-20 11:30")]
    [TestCase("2026-11-20 00:00", 2, "2026-11-20 13:00")]
    public async Task Handle_PlanOfTwoVersions_TakesTheOneThatHoldsAtTheStart(string start, int number, string due)
    {
        _application.Plans.Have(PlanSamples.Plan("two", rank: 9, versions:
        [
            PlanSamples.Version("two", 1),
            PlanSamples.Version(
                "two", 2, Rome("2026-11-20 00:00"), terms: PlanSamples.Terms(Schedules.Build("Europe/Rome", "mon-fri 09:00-18:00"))),
        ]));

        var answer = await AskAsync(Given.Plan("two"), Rome(start), FourHours);

        Assert.That((answer.Version!.Number, answer.DueAt), Is.EqualTo((number, Rome(due))));
    }

    [TestCase(null, "2026-11-23 11:30", TestName = "Closure announced after the start does not count")]
    [TestCase("2026-11-21 09:00", "2026-11-24 11:30", TestName = "Closure counts when known at an instant after its announcement")]
    [TestCase("2026-11-21 08:59", "2026-11-23 11:30", TestName = "Closure does not count when known at an instant before its announcement")]
    [TestCase("2026-11-21 10:00", "2026-11-23 11:30", TestName = "Closure does not count when known at the instant of its withdrawal")]
    public async Task Handle_ClosureAnnouncedAndWithdrawn_CountsAsItWasKnown(string? knownAt, string due)
    {
        var closure = Closure.Announce(ClosureSamples.Days("2026-11-23"), Rome("2026-11-21 09:00"));
        closure.Withdraw(Rome("2026-11-21 10:00"));
        _application.Closures.Have(closure);

        var answer = await AskAsync(Given.Plan("silver", knownAt is null ? null : Rome(knownAt)), FridayEvening, FourHours);

        Assert.That(answer.DueAt, Is.EqualTo(Rome(due)));
    }

    [Test]
    public async Task Handle_ClosureAnnouncedAtTheStart_Counts()
    {
        _application.Closures.Have(Closure.Announce(ClosureSamples.Days("2026-11-23"), FridayEvening));

        var answer = await AskAsync(Given.Plan("silver"), FridayEvening, FourHours);

        Assert.That(answer.DueAt, Is.EqualTo(Rome("2026-11-24 11:30")));
        Assert.That(answer.Ledger!.Select(s => s.Kind), Does.Contain(SegmentKind.Closure));
    }

    [Test]
    public async Task Handle_ClosureWithAGivenSchedule_DoesNotCount()
    {
        _application.Closures.Have(Closure.Announce(ClosureSamples.Days("2026-11-23"), FridayEvening));

        var answer = await AskAsync(Given.Whole(), FridayEvening, FourHours);

        Assert.That(answer.DueAt, Is.EqualTo(Rome("2026-11-23 11:30")));
    }

    [Test]
    public async Task Handle_Ledger_SumsToTheAmountFromStartToDeadline()
    {
        var answer = await AskAsync(Given.Plan("silver"), FridayEvening, FourHours);

        var ledger = answer.Ledger!;
        Assert.That((ledger[0].From, ledger[^1].To), Is.EqualTo((FridayEvening, answer.DueAt)));
        Assert.That(ledger.Aggregate(Duration.Zero, (sum, s) => sum + s.WorkingTime), Is.EqualTo(FourHours));
    }

    [Test]
    public async Task Handle_LedgerNotAskedFor_IsLeftOutHoweverLong()
    {
        var answer = await AskAsync(Given.Whole(Given.Schedule("mon-sun 12:00-12:01")), FridayEvening, Duration.FromHours(50), ledger: false);

        Assert.That(answer.Ledger, Is.Null);
    }

    [Test]
    public void Handle_LedgerLongerThanTheLimit_IsRefused()
    {
        var coverage = Given.Whole(Given.Schedule("mon-sun 12:00-12:01"));

        var refusal = Assert.ThrowsAsync<BusinessException>(() => AskAsync(coverage, FridayEvening, Duration.FromHours(50)));

        Assert.That((refusal!.Code, refusal.Field), Is.EqualTo(("ledger_too_long", "includeLedger")));
    }

    [TestCase(2500, Ledgers.MaxSegments)]
    public async Task Handle_LedgerOfExactlyTheLimit_IsGiven(int minutes, int segments)
    {
        var coverage = Given.Whole(Given.Schedule("mon-sun 12:00-12:01"));

        var answer = await AskAsync(coverage, FridayEvening, Duration.FromMinutes(minutes));

        Assert.That(answer.Ledger, Has.Count.EqualTo(segments));
    }

    [Test]
    public void Send_InvalidQuery_IsRefusedBeforeAnythingIsRead()
    {
        Assert.ThrowsAsync<ValidationException>(() => AskAsync(Given.Plan("nowhere"), FridayEvening, Duration.Zero));
    }

    private Task<CalculatedDeadline> AskAsync(
        ScheduleChoice coverage, Instant start, Duration? amount = null, PromiseKind? promise = null, bool ledger = true) =>
        _application.SendAsync(new CalculateDeadlineQuery(coverage, start, amount, promise, ledger));
}
