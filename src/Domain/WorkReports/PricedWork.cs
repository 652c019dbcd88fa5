using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Prices;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.WorkReports;

/// <summary>An intervention that has ended, with all by which it is priced.</summary>
/// <param name="Intervention">Completed.</param>
/// <param name="Entitlement">Whether the plan pays for the work.</param>
/// <param name="Terms">Of the plan version.</param>
/// <param name="Prices">Of the plan; of Standard, where the plan does not cover the work.</param>
/// <param name="Hours">The plan's working time.</param>
/// <param name="StandardHours">That of Standard: within it nobody pays a surcharge.</param>
/// <param name="NameOf">Gives the names of technicians.</param>
public sealed record PricedWork(
    InterventionState Intervention, EntitlementKind Entitlement, WorkTerms Terms, PlanPrices Prices, WorkingClock Hours,
    WorkingClock StandardHours, Func<TimeEntry, string> NameOf)
{
    /// <summary>Exact working time of a technician, by whether the plan covers it.</summary>
    internal WorkedTime Measure(IEnumerable<TimeEntry> entries) => entries.Aggregate(
        new WorkedTime(Duration.Zero, Duration.Zero, Duration.Zero),
        (sum, entry) =>
        {
            var beyond = Hours.Explain(entry.From, entry.To).Where(segment => segment.Kind != SegmentKind.Counted).ToList();
            var uncovered = beyond.Aggregate(Duration.Zero, (time, segment) => time + (segment.To - segment.From));
            var standard = beyond.Aggregate(Duration.Zero, (time, segment) => time + StandardHours.Elapsed(segment.From, segment.To));
            return new(sum.Covered + entry.Length - uncovered, sum.Uncovered + uncovered, sum.OutOfHours + uncovered - standard);
        });
}

/// <summary>How long a technician worked.</summary>
/// <param name="Covered">Within the hours of the plan.</param>
/// <param name="Uncovered">Outside of them.</param>
/// <param name="OutOfHours">The part of that which is outside the hours of Standard too: only for that a surcharge is charged.</param>
internal sealed record WorkedTime(Duration Covered, Duration Uncovered, Duration OutOfHours)
{
    public Duration Total => Covered + Uncovered;
}
