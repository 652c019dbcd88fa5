using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tickets.Promises;

/// <summary>Working time as a promise counts it: inside coverage, and outside the pauses of its ticket.</summary>
/// <remarks>The working time left at a pause is what is left at the resume. A pause outside coverage changes nothing.</remarks>
public sealed class PromiseClock(WorkingClock clock, Pauses pauses)
{
    /// <summary>Of the coverage.</summary>
    public DateTimeZone Zone => clock.Schedule.Zone;

    /// <summary>The earliest instant at which that much has been counted since the start; null while a pause that goes on stands before it.</summary>
    /// <param name="start">Outside coverage, or in a pause, counting begins with the next time that counts.</param>
    /// <param name="amount">Longer than zero.</param>
    public Instant? Deadline(Instant start, Duration amount)
    {
        var (at, left) = (start, amount);
        foreach (var pause in pauses.Stretches.Where(pause => pause.To is null || pause.To > start))
        {
            if (pause.From > at)
            {
                var counted = clock.Elapsed(at, pause.From);
                if (counted >= left)
                    break;
                left -= counted;
            }

            if (pause.To is not { } resumed)
                return null;
            at = resumed;
        }

        return clock.Deadline(at, left);
    }

    /// <summary>What was counted from one instant (inclusive) to another (exclusive).</summary>
    public Duration Elapsed(Instant from, Instant to)
    {
        var counted = clock.Elapsed(from, to);
        foreach (var pause in pauses.Stretches)
        {
            var (begin, end) = (Instant.Max(pause.From, from), Instant.Min(pause.To ?? to, to));
            if (begin < end)
                counted -= clock.Elapsed(begin, end);
        }

        return counted;
    }

    /// <summary>What the time between two instants was, segment by segment: what would have counted in a pause is shown as paused, with its reason.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="limit">The most segments that will be made of coverage; pauses come on top.</param>
    /// <exception cref="BusinessException">There are more segments.</exception>
    public IReadOnlyList<LedgerSegment> Explain(Instant from, Instant to, int limit)
    {
        var ledger = new List<LedgerSegment>();
        foreach (var segment in clock.Explain(from, to, limit))
        {
            if (segment.Kind == SegmentKind.Counted)
                ledger.AddRange(TakePausesOut(segment));
            else
                ledger.Add(segment);
        }

        return ledger;
    }

    private IEnumerable<LedgerSegment> TakePausesOut(LedgerSegment open)
    {
        var at = open.From;
        foreach (var pause in pauses.Stretches.Where(pause => pause.From < open.To && (pause.To is null || pause.To > open.From)))
        {
            if (pause.From > at)
                yield return open with { From = at, To = pause.From };

            var (begin, end) = (Instant.Max(pause.From, at), Instant.Min(pause.To ?? open.To, open.To));
            yield return new(begin, end, SegmentKind.Paused, new LocalizedText(pause.Reason, pause.Reason));
            at = end;
        }

        if (at < open.To)
            yield return open with { From = at };
    }
}
