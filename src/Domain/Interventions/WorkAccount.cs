using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Interventions;

/// <summary>What came of an intervention, in words and hours.</summary>
/// <param name="Outcome">Solved or not.</param>
/// <param name="Words">What was done.</param>
/// <param name="TimeEntries">Who worked, from when until when.</param>
public sealed record WorkAccount(InterventionOutcome Outcome, string Words, IReadOnlyList<TimeEntry> TimeEntries)
{
    /// <summary>The same by our clock, where that of the phone that told it was ahead: what it worked up to its now was worked up to ours.</summary>
    /// <remarks>
    /// As far back as the phone is ahead, but not beyond the arrival, its minutes are told closer together: so nothing overlaps that did not,
    /// nothing becomes empty, and what was before stays as it was said.
    /// </remarks>
    /// <param name="arrivedAt">When somebody was there.</param>
    /// <param name="at">When it ended.</param>
    /// <param name="told">When it ended by the phone's clock; null for now.</param>
    public WorkAccount ByOurClock(Instant arrivedAt, Instant at, Instant? told)
    {
        if (told is not { } ended || ended <= at)
            return this;

        var since = Instant.Max(arrivedAt, at - (ended - at));
        return this with { TimeEntries = [.. TimeEntries.Select(entry => entry with { From = Ours(entry.From), To = Ours(entry.To) })] };

        Instant Ours(Instant phones) => phones <= since || phones > ended
            ? phones
            : since + Duration.FromTicks((phones - since).BclCompatibleTicks * (at - since).BclCompatibleTicks / (ended - since).BclCompatibleTicks);
    }

    /// <exception cref="BusinessException">Nobody worked where somebody was there, or a time entry is empty, outside of the intervention, or of a technician twice at once.</exception>
    internal void Check(Instant arrivedAt, Instant completedAt)
    {
        if (TimeEntries.Count == 0 && Outcome != InterventionOutcome.NobodyThere)
            throw InterventionErrors.NothingWorked();

        for (var i = 0; i < TimeEntries.Count; i++)
        {
            var entry = TimeEntries[i];
            if (entry.From >= entry.To)
                throw InterventionErrors.InvalidTimeEntry(i, "Working ends after it begins.");
            if (entry.From < arrivedAt || entry.To > completedAt)
                throw InterventionErrors.InvalidTimeEntry(i, $"The intervention lasted from {arrivedAt} to {completedAt}: work lies within.");
            if (TimeEntries.Take(i).Any(entry.Overlaps))
                throw InterventionErrors.InvalidTimeEntry(i, "The technician works at that time already.");
        }
    }
}
