using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Tests.Sla;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Tests.Tickets.Promises;

public static class PausedScenarioGenerator
{
    private const int MinutesPerDay = 24 * 60;

    public static Arbitrary<PausedScenario> Scenarios()
    {
        var scenarios = ScenarioGenerator.Scenarios();
        return Arb.From(
            from scenario in scenarios.Generator
            from count in Gen.Choose(0, 5)
            from pauses in Pause(scenario.Start).ArrayOf(count)
            select new PausedScenario(scenario, pauses),
            paused => paused.Pauses.Select(left => paused with { Pauses = [.. paused.Pauses.Where(pause => pause != left)] })
                .Concat(scenarios.Shrinker(paused.Scenario).Select(scenario => paused with { Scenario = scenario })));
    }

    /// <summary>In whole minutes, and often in whole hours, so that some touch.</summary>
    private static Gen<Pause> Pause(Instant start) =>
        from minutes in Gen.OneOf(Gen.Choose(-MinutesPerDay, 7 * MinutesPerDay), Gen.Choose(-24, 72).Select(hour => hour * 60))
        from length in Gen.OneOf(Gen.Choose(0, 3 * MinutesPerDay), Gen.Choose(0, 24).Select(hour => hour * 60))
        from goesOn in Gen.Frequency((7, Gen.Constant(false)), (1, Gen.Constant(true)))
        from reason in Gen.Elements("a", "b", "c")
        let begin = start + Duration.FromMinutes(minutes)
        select new Pause(begin, goesOn ? null : begin + Duration.FromMinutes(length), reason);
}
