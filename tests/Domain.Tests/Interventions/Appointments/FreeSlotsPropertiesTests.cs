using FsCheck.NUnit;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Tests.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Interventions.Appointments;

[Properties(Arbitrary = [typeof(ScenarioGenerator)], MaxTest = 300, QuietOnSuccess = true)]
public sealed class FreeSlotsPropertiesTests
{
    private const int Wanted = 30;

    [Property]
    public void Find_LiesInCoverageWhole(Scenario scenario)
    {
        var (clock, found) = Find(scenario);

        Assert.That(found.Select(slot => clock.Elapsed(slot.From, slot.To)), Has.All.EqualTo(LengthIn(scenario)));
    }

    [Property]
    public void Find_IsInOrderAndOverlapsNothing(Scenario scenario)
    {
        var (_, found) = Find(scenario);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Zip(found.Skip(1)), Has.All.Matches<(Slot Earlier, Slot Later)>(pair => pair.Earlier.To <= pair.Later.From));
            Assert.That(found.Where(slot => Busy(scenario).Any(slot.Overlaps)), Is.Empty);
            Assert.That(found.Select(slot => slot.From), Has.All.GreaterThanOrEqualTo(scenario.ExactStart));
            Assert.That(found, Has.Count.LessThanOrEqualTo(Wanted));
        }
    }

    [Property]
    public void Find_OfFewer_IsWhereThoseOfMoreBegin(Scenario scenario)
    {
        var (clock, found) = Find(scenario);

        var fewer = FreeSlots.Find(clock, Busy(scenario), LengthIn(scenario), scenario.ExactStart, Wanted / 2);

        Assert.That(fewer, Is.EqualTo(found.Take(Wanted / 2)));
    }

    private static (Domain.Sla.WorkingClock Clock, IReadOnlyList<Slot> Found) Find(Scenario scenario)
    {
        var clock = scenario.Clock();
        return (clock, FreeSlots.Find(clock, Busy(scenario), LengthIn(scenario), scenario.ExactStart, Wanted));
    }

    /// <summary>From a minute to two hours.</summary>
    private static Duration LengthIn(Scenario scenario) => Duration.FromMinutes(1 + (scenario.Amount.ToInt64Nanoseconds() / NodaConstants.NanosecondsPerMinute % 120));

    /// <summary>Two appointments within the first days, which may overlap.</summary>
    private static Slot[] Busy(Scenario scenario) =>
    [
        new(scenario.ExactStart + (scenario.Stretch / 10), Duration.FromMinutes(50) + scenario.Moment),
        new(scenario.ExactStart + (scenario.Beyond / 10), LengthIn(scenario) * 2),
    ];
}
