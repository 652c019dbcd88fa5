using MisterAssist.Application.Sla;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Application.Tests.Sla;

public sealed class WorkingClocksTests
{
    private static readonly Instant Start = Moments.Utc("2026-01-01T00:00:00Z");

    private readonly Closure _august = Closure.Announce(ClosureSamples.Days("2026-08-10", "2026-08-21"), Start);
    private readonly Closure _easter = Closure.Announce(ClosureSamples.Days("2026-04-07"), Start);
    private readonly Closure _christmas = Closure.Announce(ClosureSamples.Days("2026-12-24"), Start);

    [Test]
    public void For_SameVersionAndClosures_IsTheSameClock()
    {
        var clocks = new WorkingClocks();
        var version = PlanSamples.Version();

        var first = clocks.For(version, [_august, _christmas]);
        var second = clocks.For(PlanSamples.Version(), [_august, _christmas]);

        Assert.That(second, Is.SameAs(first));
    }

    [Test]
    public void For_OtherClosures_IsAnotherClock()
    {
        var clocks = new WorkingClocks();
        var version = PlanSamples.Version();
        IReadOnlyList<Closure>[] sets = [[], [_august], [_christmas], [_august, _christmas], [_easter, _christmas]];

        var made = sets.Select(closures => clocks.For(version, closures)).ToList();

        Assert.That(made, Is.Unique);
        Assert.That(made.Select(clock => clock.Schedule.Closures), Is.EqualTo(sets.Select(set => set.Select(c => c.Period))));
    }

    [Test]
    public void For_OtherPlanOrNumber_IsAnotherClock()
    {
        var clocks = new WorkingClocks();
        PlanVersion[] versions = [PlanSamples.Version(), PlanSamples.Version(number: 2), PlanSamples.Version("gold")];

        var made = versions.Select(version => clocks.For(version, [_august]));

        Assert.That(made, Is.Unique);
    }

    [Test]
    public void For_MoreThanItHolds_ForgetsAndAnswersRightAllTheSame()
    {
        var clocks = new WorkingClocks();
        var first = clocks.For(PlanSamples.Version(), []);
        for (var number = 2; number <= 300; number++)
            clocks.For(PlanSamples.Version(number: number), []);

        var again = clocks.For(PlanSamples.Version(), []);

        Assert.That(again, Is.Not.SameAs(first));
        Assert.That(again.Deadline(Start, Duration.FromHours(4)), Is.EqualTo(first.Deadline(Start, Duration.FromHours(4))));
    }

    [Test]
    public void For_ManyThreadsAtOnce_HandsOutOneClockForEachKey()
    {
        var clocks = new WorkingClocks();

        var made = Enumerable.Range(0, 2000).AsParallel()
            .Select(i => clocks.For(PlanSamples.Version(number: 1 + i % 10), [_august])).ToHashSet();

        Assert.That(made, Has.Count.EqualTo(10));
    }
}
