using System.ComponentModel.DataAnnotations;
using MisterAssist.Application.Sla;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Api.Sla;

/// <summary>When working time passes: weekly windows on the wall of one time zone, less holidays.</summary>
internal sealed record ScheduleRequest
{
    /// <summary>IANA id.</summary>
    [StringLength(64, MinimumLength = 1)]
    public required string TimeZone { get; init; }

    public required WeeklyRequest Weekly { get; init; }

    /// <summary>Single dates on which no window opens. A night window that began the evening before runs on.</summary>
    [MaxLength(GivenSchedule.MaxHolidays)]
    public IReadOnlyList<LocalDate>? Holidays { get; init; }

    /// <summary>A national calendar whose holidays are observed besides: `IT`. It is known from 2001 on.</summary>
    [StringLength(2, MinimumLength = 2)]
    public string? HolidayCalendar { get; init; }

    public GivenSchedule ToGiven() => new(TimeZone, Weekly.ToWindows(), Holidays ?? [], HolidayCalendar);
}

/// <summary>The windows of each day of the week; a day without any is closed.</summary>
internal sealed record WeeklyRequest
{
    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public IReadOnlyList<WindowRequest>? Monday { get; init; }

    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public IReadOnlyList<WindowRequest>? Tuesday { get; init; }

    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public IReadOnlyList<WindowRequest>? Wednesday { get; init; }

    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public IReadOnlyList<WindowRequest>? Thursday { get; init; }

    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public IReadOnlyList<WindowRequest>? Friday { get; init; }

    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public IReadOnlyList<WindowRequest>? Saturday { get; init; }

    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public IReadOnlyList<WindowRequest>? Sunday { get; init; }

    public IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<GivenWindow>> ToWindows()
    {
        var days = new[] { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };
        return days
            .Select((windows, i) => (Day: (IsoDayOfWeek)(i + 1), Windows: windows ?? []))
            .ToDictionary(d => d.Day, IReadOnlyList<GivenWindow> (d) => [.. d.Windows.Select(w => new GivenWindow(w.From, w.To))]);
    }
}

/// <summary>A window of covered time, owned by the day on which it begins.</summary>
internal sealed record WindowRequest
{
    /// <summary>Inclusive.</summary>
    public required WallTime From { get; init; }

    /// <summary>Exclusive; an end that is not after the start is on the next day.</summary>
    public required WallTime To { get; init; }
}

/// <summary>When working time passes: weekly windows on the wall of one time zone, less holidays.</summary>
internal sealed record ScheduleResponse
{
    /// <summary>IANA id.</summary>
    [StringLength(64)]
    public required string TimeZone { get; init; }

    public required WeeklyResponse Weekly { get; init; }

    /// <summary>Single dates on which no window opens.</summary>
    [MaxLength(GivenSchedule.MaxHolidays)]
    public required IReadOnlyList<LocalDate> Holidays { get; init; }

    /// <summary>The national calendar whose holidays are observed besides; null for none.</summary>
    [StringLength(2)]
    public required string? HolidayCalendar { get; init; }

    public static ScheduleResponse Of(CoverageSchedule schedule) => new()
    {
        TimeZone = schedule.Zone.Id,
        Weekly = WeeklyResponse.Of(schedule.Windows),
        Holidays = [.. schedule.Holidays.SingleDates],
        HolidayCalendar = schedule.Holidays.Code,
    };
}

/// <summary>The windows of each day of the week; a day without any is closed.</summary>
internal sealed record WeeklyResponse
{
    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public required IReadOnlyList<WindowResponse> Monday { get; init; }

    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public required IReadOnlyList<WindowResponse> Tuesday { get; init; }

    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public required IReadOnlyList<WindowResponse> Wednesday { get; init; }

    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public required IReadOnlyList<WindowResponse> Thursday { get; init; }

    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public required IReadOnlyList<WindowResponse> Friday { get; init; }

    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public required IReadOnlyList<WindowResponse> Saturday { get; init; }

    [MaxLength(GivenSchedule.MaxWindowsPerDay)]
    public required IReadOnlyList<WindowResponse> Sunday { get; init; }

    public static WeeklyResponse Of(IReadOnlyList<CoverageWindow> windows)
    {
        IReadOnlyList<WindowResponse> On(IsoDayOfWeek day) =>
            [.. windows.Where(w => w.Day == day).Select(w => new WindowResponse { From = w.From, To = w.To })];

        return new()
        {
            Monday = On(IsoDayOfWeek.Monday),
            Tuesday = On(IsoDayOfWeek.Tuesday),
            Wednesday = On(IsoDayOfWeek.Wednesday),
            Thursday = On(IsoDayOfWeek.Thursday),
            Friday = On(IsoDayOfWeek.Friday),
            Saturday = On(IsoDayOfWeek.Saturday),
            Sunday = On(IsoDayOfWeek.Sunday),
        };
    }
}

/// <summary>A window of covered time, owned by the day on which it begins.</summary>
internal sealed record WindowResponse
{
    /// <summary>Inclusive.</summary>
    public required WallTime From { get; init; }

    /// <summary>Exclusive; an end that is not after the start is on the next day.</summary>
    public required WallTime To { get; init; }
}
