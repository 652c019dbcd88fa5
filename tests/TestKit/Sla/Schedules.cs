using System.Text.Json.Nodes;
using MisterAssist.Domain.Sla;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.TestKit.Sla;

/// <summary>Coverage schedules as a person would write them down.</summary>
public static class Schedules
{
    public static readonly DateTimeZone Rome = Zone("Europe/Rome");

    /// <summary>Monday to Friday 08:00-20:00 in Rome, open on holidays.</summary>
    public static CoverageSchedule Silver() => Build("Europe/Rome", "mon-fri 08:00-20:00");

    /// <summary>Monday to Friday 10:00-18:00 in Rome, shut on Italian holidays.</summary>
    public static CoverageSchedule Bronze() => Build("Europe/Rome", "mon-fri 10:00-18:00", HolidayCalendar.Italy);

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    /// <summary>Reads <c>"mon-fri 09:00-13:00 14:00-18:00; sun 22:00-06:00"</c>.</summary>
    public static CoverageSchedule Build(
        string zone, string weekly, HolidayCalendar? holidays = null, params ClosurePeriod[] closures) =>
        CoverageSchedule.Create(Zone(zone), Windows(weekly), holidays, closures);

    public static IEnumerable<CoverageWindow> Windows(string weekly) =>
        from part in weekly.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from day in Days(words[0])
        from window in words.Skip(1)
        let ends = window.Split('-')
        select CoverageWindow.Create(day, Time(ends[0]), Time(ends[1]));

    public static CoverageSchedule FromJson(JsonObject json) => CoverageSchedule.Create(
        Zone((string)json["timeZone"]!),
        from day in json["weekly"]!.AsObject()
        from window in day.Value!.AsArray()
        select CoverageWindow.Create(
            Enum.Parse<IsoDayOfWeek>(day.Key, ignoreCase: true), Time((string)window!["from"]!), Time((string)window["to"]!)),
        HolidayCalendar.None.With(json["holidays"]!.AsArray().Select(date => Date((string)date!))));

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static WallTime Time(string text) =>
        WallTime.TryParse(text, out var time) ? time : throw new FormatException($"'{text}' is not a time of day");

    private static IEnumerable<IsoDayOfWeek> Days(string text)
    {
        string[] names = ["", "mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        var ends = text.Split('-').Select(name => Array.IndexOf(names, name)).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1).Select(day => (IsoDayOfWeek)day);
    }
}
