using MisterAssist.Application.Sla;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;
using NodaTime;
using static MisterAssist.TestKit.Sla.Moments;

namespace MisterAssist.Application.Tests.Sla;

public sealed class CalculateElapsedTests
{
    private static readonly Instant Friday = Rome("2026-11-20 19:30");
    private static readonly Instant Tuesday = Rome("2026-11-24 08:30");

    private TestApplication _application = null!;

    [SetUp]
    public void Start() => _application = TestApplication.WithFoundingPlans();

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Handle_GivenSchedule_CountsInItAndNamesNoPlan()
    {
        var answer = await AskAsync(Given.Whole(Given.Schedule("sat 10:00-12:00", "UTC")), Friday, Tuesday);

        Assert.That((answer.WorkingTime, answer.Zone.Id, answer.Version), Is.EqualTo((Duration.FromHours(2), "UTC", answer.Version)));
        Assert.That(answer.Version, Is.Null);
    }

    [Test]
    public async Task Handle_Plan_CountsInItsCoverageWithALedgerThatSumsUp()
    {
        var answer = await AskAsync(Given.Plan("silver"), Friday, Tuesday);

        Assert.That((answer.WorkingTime, answer.Version!.Number), Is.EqualTo((Duration.FromHours(13), 1)));
        Assert.That(
            answer.Ledger!.Aggregate(Duration.Zero, (sum, s) => sum + s.WorkingTime), Is.EqualTo(answer.WorkingTime));
    }

    [TestCase(null, 13, TestName = "Elapsed leaves out a closure announced after the start")]
    [TestCase("2026-11-21 09:00", 1, TestName = "Elapsed counts a closure known at a later instant")]
    public async Task Handle_ClosureAnnouncedAfterTheStart_CountsWhenItIsSaidToBeKnown(string? knownAt, int hours)
    {
        _application.Closures.Have(Closure.Announce(ClosureSamples.Days("2026-11-23"), Rome("2026-11-21 09:00")));

        var answer = await AskAsync(Given.Plan("silver", knownAt is null ? null : Rome(knownAt)), Friday, Tuesday);

        Assert.That(answer.WorkingTime, Is.EqualTo(Duration.FromHours(hours)));
    }

    [Test]
    public async Task Handle_VersionThatHoldsOnlyAtTheEnd_IsNotApplied()
    {
        _application.Plans.Have(PlanSamples.Plan("two", rank: 9, versions:
        [
            PlanSamples.Version("two", 1),
            PlanSamples.Version("two", 2, Rome("2026-11-23 00:00"), terms: PlanSamples.Terms(Schedules.Build("UTC", "sun 00:00-01:00"))),
        ]));

        var answer = await AskAsync(Given.Plan("two"), Friday, Tuesday);

        Assert.That((answer.Version!.Number, answer.WorkingTime), Is.EqualTo((1, Duration.FromHours(13))));
    }

    [Test]
    public void Handle_UnknownPlan_IsRefused()
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(() => AskAsync(Given.Plan("nowhere"), Friday, Tuesday));

        Assert.That(refusal!.Code, Is.EqualTo("unknown_plan"));
    }

    [Test]
    public void Handle_EndBeforeStart_IsRefused()
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(() => AskAsync(Given.Plan("silver"), Tuesday, Friday));

        Assert.That((refusal!.Code, refusal.Field), Is.EqualTo(("ends_before_start", "to")));
    }

    [TestCase(true, "ledger_too_long")]
    [TestCase(false, null)]
    public async Task Handle_MoreSegmentsThanTheLimit_AreRefusedOnlyInALedger(bool ledger, string? code)
    {
        var coverage = Given.Whole(Given.Schedule("mon-sun 12:00-12:01"));

        string? refused = null;
        try
        {
            await AskAsync(coverage, Friday, Friday + Duration.FromDays(2600), ledger);
        }
        catch (BusinessException refusal)
        {
            refused = refusal.Code;
        }

        Assert.That(refused, Is.EqualTo(code));
    }

    private Task<CalculatedElapsed> AskAsync(ScheduleChoice coverage, Instant from, Instant to, bool ledger = true) =>
        _application.SendAsync(new CalculateElapsedQuery(coverage, from, to, ledger));
}
