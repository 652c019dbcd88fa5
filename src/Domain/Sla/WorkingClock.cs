using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>Counts working time under one coverage schedule.</summary>
/// <remarks>
/// <para>
/// Working time is real elapsed time inside coverage. For every start and amount,
/// <c>Elapsed(start, Deadline(start, amount)) == amount</c>; elapsed time is additive and monotone.
/// </para>
/// <para>
/// The schedule is compiled for as long a span as has been asked about, and again, wider, when a question falls outside it: by
/// replacing the whole timeline, so a clock may be shared between threads.
/// </para>
/// </remarks>
public sealed class WorkingClock(CoverageSchedule schedule)
{
    private static readonly Duration Margin = Duration.FromDays(30);

    private volatile CoverageTimeline? _timeline;

    public CoverageSchedule Schedule { get; } = schedule;

    /// <summary>The earliest instant, not before the start, at which that much working time has passed since the start.</summary>
    /// <param name="start">Outside coverage it begins to count at the next opening.</param>
    /// <param name="amount">Zero is due at the start; used up exactly at closing time is due then, not at the next opening.</param>
    /// <exception cref="Shared.BusinessException">
    /// The amount is negative or too long, the schedule has no working time in the coming five years, or an instant is out of range.
    /// </exception>
    public Instant Deadline(Instant start, Duration amount)
    {
        if (amount < Duration.Zero)
            throw SlaErrors.NegativeWorkingTime();

        return _timeline is { } timeline
            && timeline.Spans(start)
            && amount > Duration.Zero
            && amount <= SupportedTime.LongestSpan
            && timeline.TryFindDeadline(start, amount, out var due)
            && due - start < SupportedTime.Horizon
            ? due
            : FindDeadline(start, amount);
    }

    /// <summary>The working time between two instants.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive; not before <paramref name="from"/>.</param>
    /// <exception cref="Shared.BusinessException">
    /// The end comes first or too late, the schedule has no working time in the five years from the start, or an instant is out of range.
    /// </exception>
    public Duration Elapsed(Instant from, Instant to)
    {
        RefuseSpan(from, to);

        var worked = TimelineOver(from, to).WorkedBetween(from, to);
        if (worked == Duration.Zero && from <= SupportedTime.Latest - SupportedTime.Horizon)
            NextOpening(from);
        return worked;
    }

    /// <summary>The first instant, not before that one, at which working time passes.</summary>
    /// <exception cref="Shared.BusinessException">There is none in the coming five years, or the instant is out of range.</exception>
    public Instant NextOpening(Instant at)
    {
        RefuseUnsupported(at);
        var horizon = Instant.Min(at + SupportedTime.Horizon, SupportedTime.Latest);
        var reach = Margin;
        while (true)
        {
            var until = Instant.Min(at + reach, horizon);
            if (TimelineOver(at, until).FindOpening(at) is { } opening && opening < horizon)
                return opening;
            if (until == horizon)
                throw horizon == SupportedTime.Latest ? SlaErrors.DeadlineOutOfRange() : SlaErrors.NeverOpens();
            reach += reach;
        }
    }

    /// <summary>What the time between two instants was, segment by segment, without a gap.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive; not before <paramref name="from"/>. Nothing lies between two equal instants.</param>
    /// <param name="limit">The most segments that will be made.</param>
    /// <exception cref="Shared.BusinessException">The end comes first or too late, an instant is out of range, or there are more segments.</exception>
    public IReadOnlyList<LedgerSegment> Explain(Instant from, Instant to, int limit = int.MaxValue)
    {
        RefuseSpan(from, to);

        var timeline = TimelineOver(from, to);
        var segments = timeline.CountSegments(from, to);
        return segments <= limit ? timeline.Explain(from, to) : throw SlaErrors.LedgerTooLong(segments, limit);
    }

    private Instant FindDeadline(Instant start, Duration amount)
    {
        RefuseUnsupported(start, "startAt");
        if (amount == Duration.Zero)
            return start;

        var latest = Instant.Min(start + SupportedTime.LongestSpan, SupportedTime.Latest);
        if (amount > latest - start)
            throw SlaErrors.DeadlineOutOfRange();

        NextOpening(start);
        var reach = Margin + amount;
        while (true)
        {
            var until = Instant.Min(start + reach, latest);
            if (TimelineOver(start, until).TryFindDeadline(start, amount, out var due) && due <= latest)
                return due;
            if (until == latest)
                throw SlaErrors.DeadlineOutOfRange();
            reach += reach;
        }
    }

    private CoverageTimeline TimelineOver(Instant from, Instant to)
    {
        var timeline = _timeline;
        if (timeline is not null && timeline.Spans(from) && timeline.Spans(to))
            return timeline;

        RefuseUnsupported(from, "from");
        RefuseUnsupported(to, "to");
        timeline = timeline is null
            ? Compile(from - Duration.FromDays(1), to + Margin)
            : Widen(timeline, from, to);
        _timeline = timeline;
        return timeline;
    }

    /// <remarks>Each time by half of what it will span, so that however the questions come, compiling stays a small part of answering.</remarks>
    private CoverageTimeline Widen(CoverageTimeline timeline, Instant from, Instant to)
    {
        var spare = (Instant.Max(to, timeline.Until) - Instant.Min(from, timeline.From)) / 2;
        return Compile(
            from < timeline.From ? from - spare : timeline.From,
            to > timeline.Until ? to + spare : timeline.Until);
    }

    private CoverageTimeline Compile(Instant from, Instant until) => CoverageTimeline.Compile(
        Schedule, Instant.Max(from, Schedule.KnownFrom), Instant.Min(until, SupportedTime.Latest));

    private static void RefuseSpan(Instant from, Instant to)
    {
        if (to < from)
            throw SlaErrors.EndsBeforeStart();
        if (SupportedTime.Contains(from) && SupportedTime.Contains(to) && to - from > SupportedTime.LongestSpan)
            throw SlaErrors.SpanTooLong();
    }

    private void RefuseUnsupported(Instant instant, string? field = null)
    {
        if (!SupportedTime.Contains(instant))
            throw SlaErrors.InstantOutOfRange(instant, field);
        if (instant < Schedule.KnownFrom)
            throw SlaErrors.HolidaysUnknown(Schedule.Holidays.Code!, Schedule.Holidays.FirstYear, field);
    }
}
