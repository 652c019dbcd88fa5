using MisterAssist.Application.Sla;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Application.Tests.Sla;

public sealed class GivenScheduleValidatorTests
{
    private static readonly GivenScheduleValidator Validator = new();

    [TestCase("Europe/Rome", null)]
    [TestCase("Pacific/Apia", "IT")]
    [TestCase("UTC", null)]
    public void Validate_GoodSchedule_FindsNoFault(string zone, string? calendar)
    {
        var schedule = Given.Schedule("mon-fri 08:00-24:00; sun 22:00-06:00", zone, calendar, "2026-12-24", "1970-01-01", "2199-12-31");

        var faults = Faults.Of(Validator, schedule);

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void Validate_EverythingWrong_TellsEveryFaultAtOnceWithItsPath()
    {
        var schedule = Given.Day(IsoDayOfWeek.Monday, ("09:00", "09:00"), ("09:00", "13:00"), ("24:00", "06:00")) with
        {
            TimeZone = "Europe/Roma",
            HolidayCalendar = "XX",
            Holidays = [Schedules.Date("2026-12-25"), Schedules.Date("1969-12-31"), Schedules.Date("2200-01-01")],
        };

        var faults = Faults.Of(Validator, schedule);

        Assert.That(
            faults,
            Is.EqualTo(new[]
            {
                "HolidayCalendar: unknown_holiday_calendar",
                "Holidays[1]: out_of_range",
                "Holidays[2]: out_of_range",
                "TimeZone: unknown_time_zone",
                "Weekly.Monday[0]: empty_window",
                "Weekly.Monday[2]: empty_window",
            }));
    }

    [TestCase("")]
    [TestCase("europe/rome")]
    [TestCase("+01:00")]
    [TestCase("W. Europe Standard Time")]
    public void Validate_ZoneThatIsNotIana_IsUnknown(string zone)
    {
        var faults = Faults.Of(Validator, Given.Schedule(zone: zone));

        Assert.That(faults, Is.EqualTo(new[] { "TimeZone: unknown_time_zone" }));
    }

    [Test]
    public void Validate_NoDayAtAll_NeverOpens()
    {
        var faults = Faults.Of(Validator, Given.Schedule(""));

        Assert.That(faults, Is.EqualTo(new[] { "Weekly: never_opens" }));
    }

    [Test]
    public void Validate_DaysWithoutWindows_NeverOpen()
    {
        var faults = Faults.Of(Validator, Given.Day(IsoDayOfWeek.Sunday));

        Assert.That(faults, Is.EqualTo(new[] { "Weekly: never_opens" }));
    }

    [TestCase(GivenSchedule.MaxWindowsPerDay, new string[0])]
    [TestCase(GivenSchedule.MaxWindowsPerDay + 1, new[] { "Weekly.Friday: too_many" })]
    public void Validate_WindowsOnADay_AreLimited(int count, string[] expected)
    {
        var windows = Enumerable.Range(0, count).Select(hour => ($"{hour:00}:00", $"{hour:00}:30"));

        var faults = Faults.Of(Validator, Given.Day(IsoDayOfWeek.Friday, [.. windows]));

        Assert.That(faults, Is.EqualTo(expected));
    }

    [TestCase(GivenSchedule.MaxHolidays, new string[0])]
    [TestCase(GivenSchedule.MaxHolidays + 1, new[] { "Holidays: too_many" })]
    public void Validate_Holidays_AreLimited(int count, string[] expected)
    {
        var schedule = Given.Schedule() with
        {
            Holidays = [.. Enumerable.Range(0, count).Select(day => new LocalDate(2026, 1, 1).PlusDays(day))],
        };

        var faults = Faults.Of(Validator, schedule);

        Assert.That(faults, Is.EqualTo(expected));
    }

    [Test]
    public void ToSchedule_EverythingGiven_IsInTheSchedule()
    {
        var schedule = Given.Schedule("mon 09:00-13:00 22:00-06:00", "Pacific/Apia", "IT", "2026-12-24").ToSchedule();

        Assert.That(schedule.Zone.Id, Is.EqualTo("Pacific/Apia"));
        Assert.That(schedule.Windows, Is.EqualTo(Schedules.Windows("mon 09:00-13:00 22:00-06:00")));
        Assert.That(schedule.Holidays.Code, Is.EqualTo("IT"));
        Assert.That(schedule.Holidays.SingleDates, Is.EqualTo(new[] { Schedules.Date("2026-12-24") }));
    }

    [Test]
    public void ToSchedule_NoCalendar_ObservesOnlyTheDatesGiven()
    {
        var schedule = Given.Schedule(calendar: null, holidays: "2026-12-24").ToSchedule();

        Assert.That(schedule.Holidays.In(2026).Select(h => h.Date), Is.EqualTo(new[] { Schedules.Date("2026-12-24") }));
        Assert.That(schedule.Holidays.Code, Is.EqualTo(HolidayCalendar.None.Code));
    }
}
