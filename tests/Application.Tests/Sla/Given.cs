using MisterAssist.Application.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Application.Tests.Sla;

/// <summary>Schedules and choices as a caller would give them: valid as they come.</summary>
internal static class Given
{
    /// <summary>Reads <c>"mon-fri 09:00-13:00 14:00-18:00; sun 22:00-06:00"</c>.</summary>
    public static GivenSchedule Schedule(
        string weekly = "mon-fri 08:00-20:00", string zone = "Europe/Rome", string? calendar = null, params string[] holidays) => new(
            zone,
            Schedules.Windows(weekly)
                .GroupBy(w => w.Day)
                .ToDictionary(day => day.Key, IReadOnlyList<GivenWindow> (day) => [.. day.Select(w => new GivenWindow(w.From, w.To))]),
            [.. holidays.Select(Schedules.Date)],
            calendar);

    /// <summary>One day's windows, which need not be good ones.</summary>
    public static GivenSchedule Day(IsoDayOfWeek day, params (string From, string To)[] windows) =>
        Schedule() with { Weekly = new Dictionary<IsoDayOfWeek, IReadOnlyList<GivenWindow>> { [day] = [.. windows.Select(Window)] } };

    public static ScheduleChoice Whole(GivenSchedule? schedule = null) => new(Plan: null, schedule ?? Schedule(), KnownAt: null);

    public static ScheduleChoice Plan(string code = "silver", Instant? knownAt = null) => new(new PlanCode(code), Schedule: null, knownAt);

    private static GivenWindow Window((string From, string To) window) => new(Schedules.Time(window.From), Schedules.Time(window.To));
}
