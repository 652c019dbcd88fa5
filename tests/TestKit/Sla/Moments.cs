using NodaTime;
using NodaTime.Text;

namespace MisterAssist.TestKit.Sla;

/// <summary>Instants as a person would write them down.</summary>
public static class Moments
{
    private static readonly LocalDateTimePattern Wall = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>An instant from <c>2026-11-20T18:30:00Z</c>.</summary>
    public static Instant Utc(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    /// <summary>An instant from the wall clock in Rome, <c>2026-11-20 19:30</c>; refuses a time that does not exist or exists twice.</summary>
    public static Instant Rome(string text) => At("Europe/Rome", text);

    /// <summary>An instant from the wall clock of a zone; refuses a time that does not exist or exists twice.</summary>
    public static Instant At(string zone, string text) =>
        Wall.Parse(text).Value.InZoneStrictly(Schedules.Zone(zone)).ToInstant();
}
