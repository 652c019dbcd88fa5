using FluentValidation;
using FluentValidation.Results;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Application.Sla;

/// <summary>A coverage schedule as a caller writes it down, not yet known to be a good one.</summary>
/// <param name="TimeZone">IANA id.</param>
/// <param name="Weekly">Windows of each day, in the order given.</param>
/// <param name="Holidays">Single dates on which windows do not open.</param>
/// <param name="HolidayCalendar">Code of a national calendar to observe besides; null for none.</param>
public sealed record GivenSchedule(
    string TimeZone,
    IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<GivenWindow>> Weekly,
    IReadOnlyList<LocalDate> Holidays,
    string? HolidayCalendar)
{
    public const int MaxWindowsPerDay = 12;

    public const int MaxHolidays = 1000;

    /// <summary>The schedule itself; the validator has seen to it that there is one.</summary>
    public CoverageSchedule ToSchedule() => CoverageSchedule.Create(
        DateTimeZoneProviders.Tzdb[TimeZone],
        Weekly.SelectMany(day => day.Value.Select(window => CoverageWindow.Create(day.Key, window.From, window.To))),
        (Domain.Sla.HolidayCalendar.Find(HolidayCalendar ?? "") ?? Domain.Sla.HolidayCalendar.None).With(Holidays));
}

/// <summary>A window as given: an end that is not after the start is on the next day.</summary>
public sealed record GivenWindow(WallTime From, WallTime To);

internal sealed class GivenScheduleValidator : AbstractValidator<GivenSchedule>
{
    public GivenScheduleValidator()
    {
        RuleFor(s => s.TimeZone)
            .Must(id => DateTimeZoneProviders.Tzdb.Ids.Contains(id)).WithErrorCode("unknown_time_zone")
            .WithMessage(s => $"'{s.TimeZone}' is not an IANA time zone.");
        RuleFor(s => s.HolidayCalendar)
            .Must(code => code is null || HolidayCalendar.Find(code) is not null).WithErrorCode("unknown_holiday_calendar")
            .WithMessage(s => $"There is no holiday calendar '{s.HolidayCalendar}'; there is 'IT'.");
        RuleFor(s => s.Holidays.Count)
            .LessThanOrEqualTo(GivenSchedule.MaxHolidays).WithErrorCode("too_many").OverridePropertyName("Holidays");
        RuleForEach(s => s.Holidays)
            .Must(date => date.Year is >= 1970 and <= HolidayCalendar.LastYear).WithErrorCode("out_of_range")
            .WithMessage("The year is outside 1970 to 2199.");
        RuleFor(s => s.Weekly).Custom(CheckWindows);
    }

    private static void CheckWindows(
        IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<GivenWindow>> weekly, ValidationContext<GivenSchedule> context)
    {
        if (weekly.Values.All(windows => windows.Count == 0))
            Refuse("never_opens", "The schedule has no window.");

        foreach (var (day, windows) in weekly)
        {
            if (windows.Count > GivenSchedule.MaxWindowsPerDay)
                Refuse("too_many", $"More than {GivenSchedule.MaxWindowsPerDay} windows on a day.", $".{day}");
            for (var i = 0; i < windows.Count; i++)
            {
                if (windows[i].From == windows[i].To || windows[i].From == WallTime.EndOfDay)
                    Refuse("empty_window", $"The window {windows[i].From}-{windows[i].To} has no length.", $".{day}[{i}]");
            }
        }

        void Refuse(string code, string message, string where = "") =>
            context.AddFailure(new ValidationFailure(context.PropertyPath + where, message) { ErrorCode = code });
    }
}
