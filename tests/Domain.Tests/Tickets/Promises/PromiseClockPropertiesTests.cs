using FsCheck.NUnit;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Tickets.Promises;

[Properties(Arbitrary = [typeof(PausedScenarioGenerator)], MaxTest = 300, QuietOnSuccess = true)]
public sealed class PromiseClockPropertiesTests
{
    [Property]
    public void Elapsed_UntilADeadline_IsTheAmount(PausedScenario paused)
    {
        var (clock, scenario) = (paused.Clock(), paused.Scenario);
        var amount = scenario.Amount + Duration.Epsilon;

        var due = clock.Deadline(scenario.ExactStart, amount);

        if (due is { } at)
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(clock.Elapsed(scenario.ExactStart, at), Is.EqualTo(amount));
                Assert.That(clock.Elapsed(scenario.ExactStart, at - Duration.Epsilon), Is.EqualTo(scenario.Amount));
            }
        }
        else
        {
            Assert.That(clock.Elapsed(scenario.ExactStart, scenario.ExactStart + Duration.FromDays(300)), Is.LessThan(amount));
        }
    }

    [Property]
    public void Elapsed_OverAdjoiningStretches_IsTheirSum(PausedScenario paused)
    {
        var (clock, start) = (paused.Clock(), paused.Scenario.ExactStart);
        var middle = start + paused.Scenario.Stretch;
        var end = middle + paused.Scenario.Beyond;

        Assert.That(clock.Elapsed(start, end), Is.EqualTo(clock.Elapsed(start, middle) + clock.Elapsed(middle, end)));
    }

    [Property(MaxTest = 40)]
    public void DeadlineAndElapsed_AreThoseOfTheMinutesOutsidePauses(PausedScenario paused)
    {
        var (clock, start) = (paused.Clock(), paused.Scenario.Start);
        var minutes = 1 + (int)paused.Scenario.Amount.TotalMinutes;
        var due = clock.Deadline(start, Duration.FromMinutes(minutes));
        var end = (due ?? start + Duration.FromDays(10)) + Duration.FromMinutes(1);

        var counted = CountedMinutes(paused, start, end);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(due, Is.EqualTo(counted.Count < minutes ? null : counted[minutes - 1] + Duration.FromMinutes(1)));
            Assert.That(clock.Elapsed(start, end), Is.EqualTo(Duration.FromMinutes(counted.Count)));
        }
    }

    [Property]
    public void Explain_AdjoinsWithoutGapAndCountsWhatElapsed(PausedScenario paused)
    {
        var (clock, start) = (paused.Clock(), paused.Scenario.ExactStart);
        var end = start + Duration.Epsilon + paused.Scenario.Stretch;

        var ledger = clock.Explain(start, end, int.MaxValue);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ledger.Select(s => s.From), Is.EqualTo(ledger.SkipLast(1).Select(s => s.To).Prepend(start)));
            Assert.That(ledger[^1].To, Is.EqualTo(end));
            Assert.That(ledger, Has.All.Matches<LedgerSegment>(s => s.From < s.To));
            Assert.That(
                ledger.Aggregate(Duration.Zero, (sum, segment) => sum + segment.WorkingTime), Is.EqualTo(clock.Elapsed(start, end)));
        }
    }

    [Property]
    public void Explain_DiffersFromTheWorkingClockOnlyByWhatIsPaused(PausedScenario paused)
    {
        var (scenario, start) = (paused.Scenario, paused.Scenario.ExactStart);
        var end = start + Duration.Epsilon + scenario.Stretch;

        var unpaused = paused.Clock().Explain(start, end, int.MaxValue)
            .Select(s => s.Kind == SegmentKind.Paused ? s with { Kind = SegmentKind.Counted, Name = null } : s);

        Assert.That(Joined(unpaused), Is.EqualTo(Joined(scenario.Clock().Explain(start, end))));
    }

    [Property]
    public void Stretches_AreDisjointInOrderAndCoverWhatPausesDo(PausedScenario paused)
    {
        var stretches = paused.All.Stretches;
        var ends = paused.Pauses.SelectMany(p => new[] { p.From, p.To ?? Instant.MaxValue });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stretches, Has.All.Matches<Pause>(p => p.To is null || p.From < p.To));
            Assert.That(stretches.Zip(stretches.Skip(1)), Has.All.Matches<(Pause, Pause)>(pair => pair.Item1.To <= pair.Item2.From));
            foreach (var at in ends)
                Assert.That(stretches.Count(p => IsWithin(p, at)), Is.EqualTo(paused.Pauses.Any(p => IsWithin(p, at)) ? 1 : 0));
        }
    }

    [Property]
    public void AsOf_SaysOfThePastWhatAllOfThemSay(PausedScenario paused)
    {
        var scenario = paused.Scenario;
        var at = scenario.ExactStart + scenario.Stretch;

        var known = paused.All.AsOf(at);

        var then = new PromiseClock(scenario.Clock(), known);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(then.Elapsed(scenario.ExactStart, at), Is.EqualTo(paused.Clock().Elapsed(scenario.ExactStart, at)));
            Assert.That(known.All, Has.All.Matches<Pause>(p => p.From <= at && (p.To is null || p.To <= at)));
            Assert.That(known.IsOpen, Is.EqualTo(paused.Pauses.Any(p => IsWithin(p, at) || p.From == at && p.To > at)));
        }
    }

    private static bool IsWithin(Pause pause, Instant at) => pause.From <= at && (pause.To is null || at < pause.To);

    private static List<Instant> CountedMinutes(PausedScenario paused, Instant start, Instant end)
    {
        var changes = MinuteByMinute.Walk(paused.Scenario.Schedule(), start, end).Changes();
        var kinds = changes.Zip(changes.Skip(1).Select(change => change.From).Append(end));
        return
        [
            .. from stretch in kinds
               where stretch.First.Kind == SegmentKind.Counted
               from minute in Enumerable.Range(0, (int)(stretch.Second - stretch.First.From).TotalMinutes)
               let at = stretch.First.From + Duration.FromMinutes(minute)
               where !paused.Pauses.Any(pause => IsWithin(pause, at))
               select at,
        ];
    }

    private static List<(Instant From, SegmentKind Kind, string? Name)> Joined(IEnumerable<LedgerSegment> ledger)
    {
        var joined = new List<(Instant From, SegmentKind Kind, string? Name)>();
        foreach (var segment in ledger)
        {
            if (joined.Count == 0 || (joined[^1].Kind, joined[^1].Name) != (segment.Kind, segment.Name?.En))
                joined.Add((segment.From, segment.Kind, segment.Name?.En));
        }

        return joined;
    }
}
