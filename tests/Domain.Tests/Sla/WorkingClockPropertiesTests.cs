using FsCheck.NUnit;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

[Properties(Arbitrary = [typeof(ScenarioGenerator)], MaxTest = 1000, QuietOnSuccess = true)]
public sealed class WorkingClockPropertiesTests
{
    [Property]
    public void Elapsed_UntilADeadline_IsTheAmount(Scenario scenario)
    {
        var clock = scenario.Clock();

        var elapsed = clock.Elapsed(scenario.ExactStart, clock.Deadline(scenario.ExactStart, scenario.Amount));

        Assert.That(elapsed, Is.EqualTo(scenario.Amount));
    }

    [Property]
    public void Elapsed_UntilJustBeforeADeadline_IsLess(Scenario scenario)
    {
        var clock = scenario.Clock();
        var amount = scenario.Amount + Duration.Epsilon;

        var due = clock.Deadline(scenario.ExactStart, amount);

        Assert.That(clock.Elapsed(scenario.ExactStart, due - Duration.Epsilon), Is.EqualTo(scenario.Amount));
    }

    [Property]
    public void Elapsed_OverAdjoiningStretches_IsTheirSum(Scenario scenario)
    {
        var clock = scenario.Clock();
        var middle = scenario.ExactStart + scenario.Stretch;
        var end = middle + scenario.Beyond;

        var parts = clock.Elapsed(scenario.ExactStart, middle) + clock.Elapsed(middle, end);

        Assert.That(clock.Elapsed(scenario.ExactStart, end), Is.EqualTo(parts));
    }

    [Property]
    public void Elapsed_OverALongerStretch_IsNoLessAndGrowsNoFasterThanTime(Scenario scenario)
    {
        var clock = scenario.Clock();
        var shorter = clock.Elapsed(scenario.ExactStart, scenario.ExactStart + scenario.Stretch);

        var longer = clock.Elapsed(scenario.ExactStart, scenario.ExactStart + scenario.Stretch + scenario.Beyond);

        Assert.That(longer - shorter, Is.InRange(Duration.Zero, scenario.Beyond));
    }

    [Property]
    public void Deadline_OfTwoAmounts_IsThatOfTheSecondFromThatOfTheFirst(Scenario scenario)
    {
        var clock = scenario.Clock();
        var between = clock.Deadline(scenario.ExactStart, scenario.Amount);

        var due = clock.Deadline(between, scenario.Further);

        Assert.That(due, Is.EqualTo(clock.Deadline(scenario.ExactStart, scenario.Amount + scenario.Further)));
    }

    [Property]
    public void Deadline_OfMoreOrFromLater_IsNoEarlier(Scenario scenario)
    {
        var clock = scenario.Clock();

        var due = clock.Deadline(scenario.ExactStart, scenario.Amount);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.Deadline(scenario.ExactStart, scenario.Amount + Duration.Epsilon), Is.GreaterThan(due));
            Assert.That(clock.Deadline(scenario.ExactStart + scenario.Stretch, scenario.Amount), Is.GreaterThanOrEqualTo(due));
        }
    }

    [Property]
    public void NextOpening_HasNoWorkingTimeBeforeItAndSomeRightAfter(Scenario scenario)
    {
        var clock = scenario.Clock();

        var opening = clock.NextOpening(scenario.ExactStart);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.Elapsed(scenario.ExactStart, opening), Is.EqualTo(Duration.Zero));
            Assert.That(clock.Elapsed(opening, opening + Duration.Epsilon), Is.EqualTo(Duration.Epsilon));
        }
    }

    [Property]
    public void Explain_IsGaplessFromStartToEnd(Scenario scenario)
    {
        var end = scenario.ExactStart + Duration.Epsilon + scenario.Stretch;

        var ledger = scenario.Clock().Explain(scenario.ExactStart, end);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ledger.Select(s => s.From), Is.EqualTo(ledger.SkipLast(1).Select(s => s.To).Prepend(scenario.ExactStart)));
            Assert.That(ledger[^1].To, Is.EqualTo(end));
            Assert.That(ledger, Has.All.Matches<LedgerSegment>(s => s.From < s.To));
        }
    }

    [Property]
    public void Explain_HasNoTwoSegmentsThatCouldBeOne(Scenario scenario)
    {
        var ledger = scenario.Clock().Explain(scenario.ExactStart, scenario.ExactStart + scenario.Stretch);

        var reasons = ledger.Select(s => (s.Kind, s.Name)).ToList();

        Assert.That(reasons.Zip(reasons.Skip(1)).Where(pair => pair.First == pair.Second), Is.Empty);
    }

    [Property]
    public void Explain_HasCountedSegmentsThatSumToTheElapsedTime(Scenario scenario)
    {
        var clock = scenario.Clock();
        var end = scenario.ExactStart + scenario.Stretch;

        var counted = clock.Explain(scenario.ExactStart, end)
            .Aggregate(Duration.Zero, (sum, segment) => sum + segment.WorkingTime);

        Assert.That(counted, Is.EqualTo(clock.Elapsed(scenario.ExactStart, end)));
    }

    [Property]
    public void Explain_NamesHolidaysAndClosuresAndNothingElse(Scenario scenario)
    {
        var ledger = scenario.Clock().Explain(scenario.ExactStart, scenario.ExactStart + scenario.Stretch);

        var named = ledger.Where(s => s.Name is not null);

        Assert.That(named, Is.EqualTo(ledger.Where(s => s.Kind is SegmentKind.Holiday or SegmentKind.Closure)));
    }

    [Property]
    public void Compile_ForASpanAndNoMore_ExplainsItAsAWiderOneDoes(Scenario scenario)
    {
        var end = scenario.ExactStart + Duration.Epsilon + scenario.Stretch;

        var timeline = CoverageTimeline.Compile(scenario.Schedule(), scenario.ExactStart, end);

        Assert.That(timeline.Explain(scenario.ExactStart, end), Is.EqualTo(scenario.Clock().Explain(scenario.ExactStart, end)));
    }

    [Property]
    public void Explain_UntilADeadline_EndsWithCountedTime(Scenario scenario)
    {
        var clock = scenario.Clock();
        var due = clock.Deadline(scenario.ExactStart, scenario.Amount + Duration.Epsilon);

        var ledger = clock.Explain(scenario.ExactStart, due);

        Assert.That(ledger[^1].Kind, Is.EqualTo(SegmentKind.Counted));
    }
}
