using FsCheck.NUnit;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

/// <summary>What one clock was asked before, or is being asked by others, does not show in its answers.</summary>
[Properties(Arbitrary = [typeof(ScenarioGenerator)], MaxTest = 60, QuietOnSuccess = true)]
public sealed class WorkingClockSharingTests
{
    private static readonly Duration Decade = Duration.FromDays(3653);

    [Property]
    public void Answers_AfterFarQuestionsBeforeAndLater_AreThoseOfAFreshClock(Scenario scenario)
    {
        var asked = scenario.Clock();
        asked.Deadline(scenario.Start + Decade, scenario.Amount);
        asked.Explain(Instant.Max(scenario.Start - Decade, asked.Schedule.KnownFrom), scenario.Start);
        asked.NextOpening(scenario.Start + Decade * 2);

        Assert.That(Answers(asked, scenario), Is.EqualTo(Answers(scenario.Clock(), scenario)));
    }

    [Property]
    public void Answers_AfterNearQuestions_AreThoseOfAFreshClock(Scenario scenario)
    {
        var asked = scenario.Clock();
        asked.Elapsed(scenario.ExactStart, scenario.ExactStart + scenario.Beyond);
        asked.Deadline(scenario.ExactStart - scenario.Stretch, scenario.Amount + scenario.Further);

        Assert.That(Answers(asked, scenario), Is.EqualTo(Answers(scenario.Clock(), scenario)));
    }

    [Property(MaxTest = 20)]
    public void Answers_WhenAskedFromSeveralThreads_AreThoseOfAFreshClock(Scenario scenario)
    {
        // Each question widens what the clock has compiled, in another direction, while the others are being answered.
        Scenario[] asked =
        [
            .. new[] { 0, 400, -200, 800 }.Select(days => scenario with { Start = scenario.Start + Duration.FromDays(days) }),
        ];
        var expected = asked.Select(s => Answers(s.Clock(), s)).ToArray();

        for (var round = 0; round < 50; round++)
        {
            var shared = scenario.Clock();
            var answers = new List<object>[asked.Length];
            Parallel.For(0, asked.Length, i => answers[i] = Answers(shared, asked[i]));

            Assert.That(answers, Is.EqualTo(expected));
        }
    }

    private static List<object> Answers(WorkingClock clock, Scenario scenario)
    {
        var (start, end) = (scenario.ExactStart, scenario.ExactStart + scenario.Stretch);
        return
        [
            clock.Deadline(start, scenario.Amount),
            clock.Elapsed(start, end),
            clock.NextOpening(start),
            .. clock.Explain(start, end).Cast<object>(),
        ];
    }
}
