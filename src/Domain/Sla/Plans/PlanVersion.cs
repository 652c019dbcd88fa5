using NodaTime;

namespace MisterAssist.Domain.Sla.Plans;

/// <summary>The terms of a plan from one instant on, until a later version holds.</summary>
/// <param name="Plan">The plan that it is a version of.</param>
/// <param name="Number">From 1, in the order of publication.</param>
/// <param name="EffectiveAt">The instant from which it holds, inclusive.</param>
/// <param name="PublishedAt">When it was announced. Never after <paramref name="EffectiveAt"/>, save for the founding version.</param>
/// <param name="Terms">What it promises.</param>
public sealed record PlanVersion(PlanCode Plan, int Number, Instant EffectiveAt, Instant PublishedAt, PlanTerms Terms)
{
    /// <summary>What this version promises for a report, when each promise is due and when each warning is raised.</summary>
    /// <param name="receivedAt">When the report was received: the promises start then.</param>
    /// <param name="reported">The urgency in the reporter's words.</param>
    /// <param name="clock">Of this version's coverage, with the closures that were known at <paramref name="receivedAt"/>.</param>
    public IReadOnlyList<OfferedPromise> Promise(Instant receivedAt, Urgency reported, WorkingClock clock) =>
    [
        .. from target in Terms.Targets.For(reported)
           let warnings = Terms.WarningThresholds.Select(
               percent => new PromiseWarning(percent, clock.Deadline(receivedAt, target.WorkingTime * percent / 100)))
           select new OfferedPromise(
               target.Kind, target.WorkingTime, clock.Deadline(receivedAt, target.WorkingTime), [.. warnings]),
    ];
}
