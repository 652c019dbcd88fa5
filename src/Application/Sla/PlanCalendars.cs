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
        var clockOf = await KnownAtAsync(choice.KnownAt ?? startAt, ct);
        return (clockOf(plan.Version), plan.Version);
    }

    /// <summary>Gives the clock of any plan version, with the closures that stood announced at an instant.</summary>
    public async Task<Func<PlanVersion, WorkingClock>> KnownAtAsync(Instant knownAt, CancellationToken ct)
    {
        var standing = await closures.StandingAtAsync(knownAt, ct);
        return version => clocks.For(version, standing);
    }
}
