using System.Collections.Immutable;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>The public holidays that a coverage schedule observes: a national calendar, single dates, or both.</summary>
public sealed class HolidayCalendar
{
    /// <summary>The last year that people may ask about: the last one of <see cref="SupportedTime"/>.</summary>
    public const int LastYear = 2199;

    private static readonly LocalizedText SingleDateName = new("Festività", "Holiday");

    private readonly IReadOnlyList<HolidayRule> _rules;

    private HolidayCalendar(string? code, int firstYear, IReadOnlyList<HolidayRule> rules, ImmutableSortedSet<LocalDate> dates) =>
        (Code, FirstYear, _rules, SingleDates) = (code, firstYear, rules, dates);

    /// <summary>No holiday at all.</summary>
    public static HolidayCalendar None { get; } = new(null, int.MinValue, [], []);

    /// <summary>Italy's national holidays, known from 2001 on.</summary>
    public static HolidayCalendar Italy { get; } = new("IT", ItalianHolidays.FirstYear, ItalianHolidays.Rules, []);

    /// <summary>ISO 3166 code of the country; null where only single dates are observed.</summary>
    public string? Code { get; }

    /// <summary>The first year for which the rules are known; before it the calendar must not be asked.</summary>
    public int FirstYear { get; }

    /// <summary>The dates that are observed besides the national calendar's.</summary>
    public IReadOnlyCollection<LocalDate> SingleDates { get; }

    /// <summary>The national calendar with that code, or null.</summary>
    public static HolidayCalendar? Find(string code) => code == Italy.Code ? Italy : null;

    /// <summary>This calendar with some single dates besides.</summary>
    public HolidayCalendar With(IEnumerable<LocalDate> dates) => new(Code, FirstYear, _rules, [.. SingleDates, .. dates]);

    /// <summary>The holidays of a year, by date, one for each date.</summary>
    /// <exception cref="BusinessException">The year comes before <see cref="FirstYear"/>.</exception>
    public IReadOnlyList<Holiday> In(int year)
    {
        if (year < FirstYear)
            throw SlaErrors.HolidaysUnknown(Code!, FirstYear);

        var national = _rules.Where(rule => rule.Holds(year)).Select(rule => rule.In(year)).ToList();
        var single = SingleDates.Where(date => date.Year == year && national.TrueForAll(h => h.Date != date))
            .Select(date => new Holiday(date, SingleDateName, year));
        return [.. national.Concat(single).GroupBy(h => h.Date).Select(Joined).OrderBy(h => h.Date)];
    }

    private static Holiday Joined(IEnumerable<Holiday> onOneDate) =>
        onOneDate.Aggregate((a, b) => new Holiday(
            a.Date,
            new LocalizedText($"{a.Name.It} e {b.Name.It}", $"{a.Name.En} and {b.Name.En}"),
            Math.Min(a.HoldsFrom, b.HoldsFrom)));
}
