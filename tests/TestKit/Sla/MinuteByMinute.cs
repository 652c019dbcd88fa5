using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.TestKit.Sla;

/// <summary>
/// The rules of working time in their slowest and plainest form, to check the engine against: every minute of a span is looked at
/// on its own.
/// </summary>
/// <remarks>
/// It only ever asks what the wall shows at an instant, never at which instant the wall shows a time. A stretch of local time has
/// begun when the wall has shown its start or later, and has not ended while the wall has yet to show something before its end;
/// what clocks that go forward, back, or over a whole day mean follows from that alone.
/// </remarks>
public sealed class MinuteByMinute
{
    /// <summary>More than any clock was ever changed by, and any window is long.</summary>
    private const int Margin = 3 * 24 * 60;

    private readonly CoverageSchedule _schedule;
    private readonly HashSet<LocalDate> _holidays;
    private readonly Instant _from;
    private readonly SegmentKind[] _kinds;

    private MinuteByMinute(CoverageSchedule schedule, Instant from, int minutes)
    {
        _schedule = schedule;
        _from = from;

        var wall = new LocalDateTime[Margin + minutes + Margin];
        for (var i = 0; i < wall.Length; i++)
            wall[i] = Minute(i - Margin).InZone(schedule.Zone).LocalDateTime;

        var latestSoFar = (LocalDateTime[])wall.Clone();
        for (var i = 1; i < wall.Length; i++)
            latestSoFar[i] = LocalDateTime.Max(wall[i], latestSoFar[i - 1]);

        var earliestYet = (LocalDateTime[])wall.Clone();
        for (var i = wall.Length - 2; i >= 0; i--)
            earliestYet[i] = LocalDateTime.Min(wall[i], earliestYet[i + 1]);

        var years = Enumerable.Range(wall[0].Year, wall[^1].Year - wall[0].Year + 1);
        _holidays = [.. years.Where(y => y >= schedule.Holidays.FirstYear).SelectMany(schedule.Holidays.In).Select(h => h.Date)];

        _kinds = new SegmentKind[minutes];
        for (var i = 0; i < minutes; i++)
            _kinds[i] = KindOf(latestSoFar[i + Margin], earliestYet[i + Margin]);
    }

    /// <summary>Looks at each minute from one instant, inclusive, to another, exclusive; both are whole minutes.</summary>
    public static MinuteByMinute Walk(CoverageSchedule schedule, Instant from, Instant to) =>
        new(schedule, from, checked((int)((to - from).ToInt64Nanoseconds() / NodaConstants.NanosecondsPerMinute)));

    /// <summary>The working time of the whole span.</summary>
    public Duration Worked() => Duration.FromMinutes(_kinds.Count(kind => kind == SegmentKind.Counted));

    /// <summary>The earliest instant at which that many minutes have counted; null when the span has fewer.</summary>
    public Instant? Deadline(int minutes)
    {
        var counted = 0;
        for (var i = 0; i <= _kinds.Length; i++)
        {
            if (counted == minutes)
                return Minute(i);
            if (i < _kinds.Length && _kinds[i] == SegmentKind.Counted)
                counted++;
        }

        return null;
    }

    /// <summary>The instants at which the kind of time changes, with the kind from then on; the first is the start of the span.</summary>
    public IReadOnlyList<(Instant From, SegmentKind Kind)> Changes() =>
    [
        .. from i in Enumerable.Range(0, _kinds.Length)
           where i == 0 || _kinds[i] != _kinds[i - 1]
           select (Minute(i), _kinds[i]),
    ];

    private Instant Minute(int index) => _from + Duration.FromMinutes(index);

    private SegmentKind KindOf(LocalDateTime latestSoFar, LocalDateTime earliestYet)
    {
        var (open, holiday, closure) = (false, false, false);
        for (var day = earliestYet.Date.PlusDays(-2); day <= latestSoFar.Date; day = day.PlusDays(1))
        {
            var midnight = day.AtMidnight();
            foreach (var window in _schedule.Windows)
            {
                if (window.Day != day.DayOfWeek || !IsWithin(window.StartMinute, window.EndMinute))
                    continue;
                if (_holidays.Contains(day))
                    holiday = true;
                else
                    open = true;
            }

            foreach (var period in _schedule.Closures)
                closure |= IsWithin(period.From.MinuteOfDay, period.To.MinuteOfDay) && FallsOn(period, day);

            bool IsWithin(int from, int to) => latestSoFar >= midnight.PlusMinutes(from) && earliestYet < midnight.PlusMinutes(to);
        }

        if (open)
            return closure ? SegmentKind.Closure : SegmentKind.Counted;
        return holiday ? SegmentKind.Holiday : SegmentKind.Closed;
    }

    private static bool FallsOn(ClosurePeriod closure, LocalDate day)
    {
        if (day < closure.StartsOn)
            return false;
        if (!closure.EveryYear)
            return day <= closure.EndsOn;

        var (starts, ends, today) = (InYear(closure.StartsOn), InYear(closure.EndsOn), InYear(day));
        return starts <= ends
            ? today >= starts && today <= ends
            : today >= starts || today <= ends;
    }

    /// <summary>Where in a year a day stands, the same number in every year.</summary>
    private static int InYear(LocalDate day) => day.Month * 100 + day.Day;
}
