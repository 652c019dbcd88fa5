using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>Local time that a closure takes out of coverage: whole days, or the same part of each of some days.</summary>
public sealed record ClosurePeriod
{
    /// <summary>A closure of more days than this is not a closure but another business.</summary>
    public const int MaxDays = 366;

    private ClosurePeriod(LocalizedText name, LocalDate startsOn, LocalDate endsOn, WallTime from, WallTime to, bool everyYear) =>
        (Name, StartsOn, EndsOn, From, To, EveryYear) = (name, startsOn, endsOn, from, to, everyYear);

    public LocalizedText Name { get; }

    public LocalDate StartsOn { get; }

    /// <summary>The last day, inclusive.</summary>
    public LocalDate EndsOn { get; }

    /// <summary>Where the closed part of each day begins; 00:00 for whole days.</summary>
    public WallTime From { get; }

    /// <summary>Where the closed part of each day ends, exclusive; 24:00 for whole days.</summary>
    public WallTime To { get; }

    /// <summary>
    /// Whether it comes back on the same days of every later year. 29 February is then closed in leap years only: the
    /// other years do not have it.
    /// </summary>
    public bool EveryYear { get; }

    public bool WholeDays => From == WallTime.StartOfDay && To == WallTime.EndOfDay;

    /// <exception cref="BusinessException">It ends before it starts, has no length, or lasts too long to be a closure.</exception>
    public static ClosurePeriod Create(
        LocalizedText name, LocalDate startsOn, LocalDate endsOn, WallTime from, WallTime to, bool everyYear)
    {
        if (endsOn < startsOn)
            throw SlaErrors.ClosureEndsBeforeStart();
        if (to <= from)
            throw SlaErrors.ClosureWithoutLength(from, to);

        var days = Period.DaysBetween(startsOn, endsOn) + 1;
        var limit = everyYear ? Period.DaysBetween(startsOn, startsOn.PlusYears(1)) : MaxDays;
        return days <= limit
            ? new(name, startsOn, endsOn, from, to, everyYear)
            : throw SlaErrors.ClosureTooLong(days, limit);
    }

    public static ClosurePeriod WholeDay(LocalizedText name, LocalDate on, bool everyYear = false) =>
        Create(name, on, on, WallTime.StartOfDay, WallTime.EndOfDay, everyYear);

    /// <summary>The runs of days on which it falls that touch the span from <paramref name="first"/> to <paramref name="last"/>, in order.</summary>
    internal IEnumerable<DateInterval> Occurrences(LocalDate first, LocalDate last)
    {
        if (!EveryYear)
        {
            if (StartsOn <= last && EndsOn >= first)
                yield return new DateInterval(StartsOn, EndsOn);
            yield break;
        }

        var intoNextYear = EndsOn.Year - StartsOn.Year;
        for (var year = Math.Max(StartsOn.Year, first.Year - intoNextYear); year <= last.Year; year++)
        {
            var start = DayOrNext(StartsOn, year);
            var end = DayOrPrevious(EndsOn, year + intoNextYear);
            if (start <= end && start <= last && end >= first)
                yield return new DateInterval(start, end);
        }
    }

    private static LocalDate DayOrNext(LocalDate date, int year) =>
        Exists(date, year) ? new LocalDate(year, date.Month, date.Day) : new LocalDate(year, 3, 1);

    private static LocalDate DayOrPrevious(LocalDate date, int year) =>
        Exists(date, year) ? new LocalDate(year, date.Month, date.Day) : new LocalDate(year, 2, 28);

    private static bool Exists(LocalDate date, int year) =>
        date.Day <= CalendarSystem.Iso.GetDaysInMonth(year, date.Month);
}
