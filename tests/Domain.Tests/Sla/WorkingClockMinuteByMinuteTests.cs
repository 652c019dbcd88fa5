using FsCheck.NUnit;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

/// <summary>The engine against the plainest form of its rules, which looks at every minute.</summary>
[Properties(Arbitrary = [typeof(ScenarioGenerator)], MaxTest = 80, QuietOnSuccess = true)]
public sealed class WorkingClockMinuteByMinuteTests
{
    [Property]
    public void Explain_ChangesWhereTheMinutesDo(Scenario scenario)
    {
        var end = scenario.Start + Duration.FromDays(10);

        var ledger = scenario.Clock().Explain(scenario.Start, end);

        var changes = ledger.Where((segment, i) => i == 0 || segment.Kind != ledger[i - 1].Kind).Select(s => (s.From, s.Kind));
        Assert.That(changes, Is.EqualTo(MinuteByMinute.Walk(scenario.Schedule(), scenario.Start, end).Changes()));
    }

    [Property]
    public void Elapsed_IsTheNumberOfCountedMinutes(Scenario scenario)
    {
        var end = scenario.Start + WholeMinutes(scenario.Stretch);

        var elapsed = scenario.Clock().Elapsed(scenario.Start, end);

        Assert.That(elapsed, Is.EqualTo(MinuteByMinute.Walk(scenario.Schedule(), scenario.Start, end).Worked()));
    }

    [Property]
    public void Deadline_IsWhereTheMinutesAreUsedUp(Scenario scenario)
    {
        var amount = WholeMinutes(scenario.Amount);

        var due = scenario.Clock().Deadline(scenario.Start, amount);

        var minutes = MinuteByMinute.Walk(scenario.Schedule(), scenario.Start, due + Duration.FromMinutes(1));
        Assert.That(due, Is.EqualTo(minutes.Deadline((int)amount.TotalMinutes)));
    }

    private static Duration WholeMinutes(Duration duration) => Duration.FromMinutes((long)duration.TotalMinutes);
}
