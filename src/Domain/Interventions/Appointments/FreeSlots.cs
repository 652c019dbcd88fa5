using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Domain.Interventions.Appointments;

/// <summary>When somebody is free while a plan's working time passes.</summary>
public static class FreeSlots
{
    /// <summary>How far ahead is looked.</summary>
    public static Duration Horizon { get; } = Duration.FromDays(60);

    /// <summary>On the wall in Rome people make appointments for quarters of an hour.</summary>
    private static readonly Duration Quarter = Duration.FromMinutes(15);

    /// <summary>
    /// The first slots in which nothing is to be done, each whole within one stretch of coverage. Where time gets free, the first begins
    /// at the next quarter of an hour in Rome; the others follow on it.
    /// </summary>
    /// <param name="clock">Of the coverage.</param>
    /// <param name="busy">What is to be done, in no order that matters.</param>
    /// <param name="length">Longer than zero.</param>
    /// <param name="from">Inclusive; what ends after the horizon from here is not looked at.</param>
    /// <param name="count">The most that are wanted.</param>
    /// <exception cref="BusinessException">The start or the horizon is out of range.</exception>
    public static IReadOnlyList<Slot> Find(WorkingClock clock, IReadOnlyCollection<Slot> busy, Duration length, Instant from, int count) =>
    [
        .. clock.Explain(from, from + Horizon)
            .Where(stretch => stretch.Kind == SegmentKind.Counted)
            .SelectMany(stretch => Within(stretch, busy, length))
            .Take(count),
    ];

    private static IEnumerable<Slot> Within(LedgerSegment stretch, IReadOnlyCollection<Slot> busy, Duration length)
    {
        var slot = new Slot(NextQuarter(stretch.From), length);
        while (slot.To <= stretch.To)
        {
            var inTheWay = busy.Where(slot.Overlaps).ToList();
            if (inTheWay.Count == 0)
                yield return slot;
            slot = slot with { From = inTheWay.Count == 0 ? slot.To : NextQuarter(inTheWay.Max(other => other.To)) };
        }
    }

    private static Instant NextQuarter(Instant at)
    {
        var past = Duration.FromNanoseconds(at.InZone(Company.Zone).TimeOfDay.NanosecondOfDay % Quarter.ToInt64Nanoseconds());
        return past == Duration.Zero ? at : at + (Quarter - past);
    }
}
