using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>When working time passes: weekly windows on the wall of one time zone, less holidays and closures.</summary>
/// <remarks>
/// Validated whole, then frozen. Windows that touch or overlap are one; a window does not open when it begins on an observed
/// holiday, and one that began the evening before runs on; closures take their local time out of whatever is open.
/// </remarks>
public sealed class CoverageSchedule
{
    private readonly CoverageWindow[][] _byDay;

    private CoverageSchedule(
        DateTimeZone zone, IReadOnlyList<CoverageWindow> windows, HolidayCalendar holidays, IReadOnlyList<ClosurePeriod> closures)
    {
        (Zone, Windows, Holidays, Closures) = (zone, windows, holidays, closures);
        _byDay = [.. Enumerable.Range(0, 8).Select(day => windows.Where(w => (int)w.Day == day).ToArray())];
    }

    public DateTimeZone Zone { get; }

    /// <summary>By week day, then by start.</summary>
    public IReadOnlyList<CoverageWindow> Windows { get; }

    public HolidayCalendar Holidays { get; }

    public IReadOnlyList<ClosurePeriod> Closures { get; }

    /// <summary>The first instant for which the answer is known: holidays are not known for ever back.</summary>
    public Instant KnownFrom => Holidays.FirstYear <= SupportedTime.Earliest.InUtc().Year
        ? SupportedTime.Earliest
        : Zone.AtStartOfDay(new LocalDate(Holidays.FirstYear, 1, 1)).ToInstant();

    /// <exception cref="Shared.BusinessException">There is no window at all.</exception>
    public static CoverageSchedule Create(
        DateTimeZone zone,
        IEnumerable<CoverageWindow> windows,
        HolidayCalendar? holidays = null,
        IEnumerable<ClosurePeriod>? closures = null)
    {
        CoverageWindow[] ordered = [.. windows.OrderBy(w => w.Day).ThenBy(w => w.StartMinute).ThenBy(w => w.EndMinute)];
        if (ordered.Length == 0)
            throw SlaErrors.NeverOpens();

        return new(zone, ordered, holidays ?? HolidayCalendar.None, [.. closures ?? []]);
    }

    /// <summary>The same schedule with these closures, and no others.</summary>
    public CoverageSchedule WithClosures(IEnumerable<ClosurePeriod> closures) => new(Zone, Windows, Holidays, [.. closures]);

    internal IReadOnlyList<CoverageWindow> OpeningOn(LocalDate date) => _byDay[(int)date.DayOfWeek];
}
