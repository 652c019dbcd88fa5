using MisterAssist.Application.Sla.Closures;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Sla;

/// <summary>Finds the clock that counts for whoever starts counting at an instant.</summary>
internal sealed class PlanCalendars(IPlanReader plans, IClosureReader closures, WorkingClocks clocks)
{
    /// <summary>The clock of the choice, with the plan version behind it where a plan was chosen.</summary>
    public async Task<(WorkingClock Clock, PlanVersion? Version)> ForAsync(ScheduleChoice choice, Instant startAt, CancellationToken ct)
    {
        if (choice.Plan is not { } code)
            return (new WorkingClock(choice.Schedule!.ToSchedule()), null);

        var plan = await plans.FindAsync(code, startAt, ct) ?? throw PlanErrors.UnknownPlan(code, startAt);
        return (await ForAsync(plan.Version, choice.KnownAt ?? startAt, ct), plan.Version);
    }

    /// <summary>The clock of a plan version, with the closures that stood announced at an instant.</summary>
    public async Task<WorkingClock> ForAsync(PlanVersion version, Instant knownAt, CancellationToken ct) =>
        clocks.For(version, await closures.StandingAtAsync(knownAt, ct));
}
