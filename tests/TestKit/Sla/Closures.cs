using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;

namespace MisterAssist.TestKit.Sla;

/// <summary>Closures as a person would write them down.</summary>
public static class Closures
{
    /// <summary>Reads <c>"Summer: 2026-08-10..2026-08-22; Inventory: 2026-01-30 14:00-18:00 yearly"</c>.</summary>
    /// <remarks>The name is the same in both languages.</remarks>
    public static ClosurePeriod[] Read(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadOne)];

    private static ClosurePeriod ReadOne(string text)
    {
        var parts = text.Split(": ");
        var words = parts[1].Split(' ');
        var days = words[0].Split("..");
        var times = words.Skip(1).FirstOrDefault(word => word.Contains(':'), "00:00-24:00").Split('-');
        return ClosurePeriod.Create(
            new LocalizedText(parts[0], parts[0]),
            Schedules.Date(days[0]),
            Schedules.Date(days[^1]),
            Schedules.Time(times[0]),
            Schedules.Time(times[1]),
            everyYear: words[^1] == "yearly");
    }
}
