using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>
/// A schedule compiled for a span of time: adjoining segments, each with the working time that passed before it. A deadline, an
/// elapsed time and a ledger are all look-ups in the same segments, so they cannot disagree.
/// </summary>
/// <remarks>
/// Segment <c>i</c> runs from <c>_starts[i]</c>, inclusive, to <c>_starts[i + 1]</c>, exclusive; <c>_worked[i]</c> is the working
/// time since the start of the span at <c>_starts[i]</c>. Both count nanoseconds, the first since the Unix epoch. The running
/// total stands still over time that does not count, and so inverts by search. Immutable.
/// </remarks>
public sealed class CoverageTimeline
{
    private readonly long[] _starts;
    private readonly long[] _worked;
    private readonly (SegmentKind Kind, LocalizedText? Name)[] _reasons;

    private CoverageTimeline(long[] starts, long[] worked, (SegmentKind, LocalizedText?)[] reasons)
    {
        (_starts, _worked, _reasons) = (starts, worked, reasons);
        (From, Until) = (FromNanoseconds(starts[0]), FromNanoseconds(starts[^1]));
    }

    /// <summary>The first instant of the span.</summary>
    public Instant From { get; }

    /// <summary>The end of the span: the last instant that can be asked about.</summary>
    public Instant Until { get; }

    /// <param name="schedule">What is compiled.</param>
    /// <param name="from">Start of the span, within <see cref="SupportedTime"/>.</param>
    /// <param name="until">End of the span, after its start and within <see cref="SupportedTime"/>.</param>
    public static CoverageTimeline Compile(CoverageSchedule schedule, Instant from, Instant until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, SupportedTime.Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(until, SupportedTime.Latest);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(until, from);

        var (open, holidays, closures) = LayersOf(schedule, from, until);
        var starts = new List<long>();
        var worked = new List<long>();
        var reasons = new List<(SegmentKind Kind, LocalizedText? Name)>();
        var end = ToNanoseconds(until);
        var total = 0L;

        for (long at = ToNanoseconds(from), next; at < end; at = next)
        {
            var isOpen = open.LiesOver(at, out _, out next);
            var isHoliday = holidays.LiesOver(at, out var holiday, out var holidayUntil);
            var isClosed = closures.LiesOver(at, out var closure, out var closureUntil);
            next = Math.Min(Math.Min(next, end), Math.Min(holidayUntil, closureUntil));

            (SegmentKind Kind, LocalizedText? Name) reason = (isOpen, isClosed, isHoliday) switch
            {
                (true, true, _) => (SegmentKind.Closure, closure),
                (true, false, _) => (SegmentKind.Counted, null),
                (false, _, true) => (SegmentKind.Holiday, holiday),
                (false, _, false) => (SegmentKind.Closed, null),
            };
            if (reasons.Count == 0 || reasons[^1] != reason)
            {
                starts.Add(at);
                worked.Add(total);
                reasons.Add(reason);
            }

            if (reason.Kind == SegmentKind.Counted)
                total += next - at;
        }

        return new([.. starts, end], [.. worked, total], [.. reasons]);
    }

    /// <summary>Whether both ends of the span include the instant.</summary>
    public bool Spans(Instant instant) => instant >= From && instant <= Until;

    /// <summary>Finds the earliest instant at which <paramref name="amount"/> of working time has passed since <paramref name="start"/>.</summary>
    /// <param name="start">Within the span.</param>
    /// <param name="amount">Greater than zero, at most <see cref="SupportedTime.LongestSpan"/>.</param>
    /// <param name="due">The instant; at closing time itself where the amount is used up exactly then.</param>
    /// <returns>False when the span holds less working time than that after the start.</returns>
    public bool TryFindDeadline(Instant start, Duration amount, out Instant due)
    {
        var at = ToNanoseconds(start);
        var segment = SegmentAt(at);
        var target = WorkedUntil(at, segment) + amount.ToInt64Nanoseconds();
        if (target > _worked[^1])
        {
            due = default;
            return false;
        }

        // The first segment at whose end the total reaches the target: it counts, or the one before would have reached it.
        segment = FirstReaching(target, segment + 1) - 1;
        due = FromNanoseconds(_starts[segment] + (target - _worked[segment]));
        return true;
    }

    /// <summary>The working time from one instant (inclusive) to another (exclusive), both within the span, in that order.</summary>
    public Duration WorkedBetween(Instant from, Instant to)
    {
        var (start, end) = (ToNanoseconds(from), ToNanoseconds(to));
        return Duration.FromNanoseconds(WorkedUntil(end, SegmentAt(end)) - WorkedUntil(start, SegmentAt(start)));
    }

    /// <summary>The first instant, not before <paramref name="at"/>, at which working time passes; null when the span has none.</summary>
    public Instant? FindOpening(Instant at)
    {
        var from = ToNanoseconds(at);
        for (var segment = SegmentAt(from); segment < _reasons.Length; segment++)
        {
            if (_reasons[segment].Kind == SegmentKind.Counted && _starts[segment + 1] > from)
                return FromNanoseconds(Math.Max(from, _starts[segment]));
        }

        return null;
    }

    /// <summary>How many segments a ledger from one instant to another has.</summary>
    public int CountSegments(Instant from, Instant to) =>
        from == to ? 0 : SegmentAt(ToNanoseconds(to) - 1) - SegmentAt(ToNanoseconds(from)) + 1;

    /// <summary>The segments from one instant to another, both within the span: adjoining, in order, the outer two cut to fit.</summary>
    public IReadOnlyList<LedgerSegment> Explain(Instant from, Instant to)
    {
        var ledger = new LedgerSegment[CountSegments(from, to)];
        var first = SegmentAt(ToNanoseconds(from));
        for (var i = 0; i < ledger.Length; i++)
        {
            var (kind, name) = _reasons[first + i];
            ledger[i] = new(
                i == 0 ? from : FromNanoseconds(_starts[first + i]),
                i == ledger.Length - 1 ? to : FromNanoseconds(_starts[first + i + 1]),
                kind,
                name);
        }

        return ledger;
    }

    private static (CoverageLayer Open, CoverageLayer Holidays, CoverageLayer Closures) LayersOf(
        CoverageSchedule schedule, Instant from, Instant until)
    {
        // A window may begin on the day before; two days before, where the clocks go back over midnight in the night between.
        var first = from.InZone(schedule.Zone).Date.PlusDays(-2);
        var last = until.InZone(schedule.Zone).Date.PlusDays(1);
        var (open, holidays) = LayWindows(schedule, first, last);
        return (open, holidays, LayClosures(schedule, first, last));
    }

    private static (CoverageLayer Open, CoverageLayer Holidays) LayWindows(CoverageSchedule schedule, LocalDate first, LocalDate last)
    {
        var (open, unopened) = (new CoverageLayer(), new CoverageLayer());
        var observed = Enumerable.Range(first.Year, last.Year - first.Year + 1)
            .Where(year => year >= schedule.Holidays.FirstYear)
            .SelectMany(schedule.Holidays.In)
            .ToDictionary(holiday => holiday.Date, holiday => holiday.Name);

        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            var windows = schedule.OpeningOn(date);
            if (windows.Count == 0)
                continue;

            var midnight = date.AtMidnight();
            var isHoliday = observed.TryGetValue(date, out var name);
            foreach (var window in windows)
            {
                var begins = WallClock.Begins(schedule.Zone, midnight.PlusMinutes(window.StartMinute));
                var ends = WallClock.Ends(schedule.Zone, midnight.PlusMinutes(window.EndMinute));
                (isHoliday ? unopened : open).Lay(ToNanoseconds(begins), ToNanoseconds(ends), name);
            }
        }

        return (open, unopened);
    }

    private static CoverageLayer LayClosures(CoverageSchedule schedule, LocalDate first, LocalDate last)
    {
        var stretches =
            from closure in schedule.Closures
            from days in closure.Occurrences(first, last)
            from part in closure.WholeDays ? [days] : days.Select(day => new DateInterval(day, day))
            let begins = WallClock.Begins(schedule.Zone, part.Start.AtMidnight().PlusMinutes(closure.From.MinuteOfDay))
            let ends = WallClock.Ends(schedule.Zone, part.End.AtMidnight().PlusMinutes(closure.To.MinuteOfDay))
            orderby begins
            select (begins, ends, closure.Name);

        var layer = new CoverageLayer();
        foreach (var (begins, ends, name) in stretches)
            layer.Lay(ToNanoseconds(begins), ToNanoseconds(ends), name);
        return layer;
    }

    private static long ToNanoseconds(Instant instant) => (instant - NodaConstants.UnixEpoch).ToInt64Nanoseconds();

    private static Instant FromNanoseconds(long nanoseconds) => NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds);

    private long WorkedUntil(long at, int segment) =>
        Math.Min(_worked[segment] + (at - _starts[segment]), _worked[segment + 1]);

    /// <summary>The segment in which an instant of the span falls; the end of the span counts to the last one.</summary>
    private int SegmentAt(long at)
    {
        var (low, count) = (0, _reasons.Length);
        while (count > 1)
        {
            var half = count >> 1;
            low += _starts[low + half] <= at ? half : 0;
            count -= half;
        }

        return low;
    }

    /// <summary>The first index, from a known one on, at which the running total is at least the target.</summary>
    /// <remarks>Gallops, since most deadlines lie near: the cost grows with the logarithm of the distance, not of the span.</remarks>
    private int FirstReaching(long target, int from)
    {
        var step = 1;
        var low = from;
        while (low + step < _worked.Length && _worked[low + step] < target)
        {
            low += step;
            step <<= 1;
        }

        if (_worked[low] >= target)
            return low;

        // Everything up to low falls short; something up to low + step reaches it.
        var high = Math.Min(low + step, _worked.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            if (_worked[middle] < target)
                low = middle;
            else
                high = middle;
        }

        return high;
    }
}
