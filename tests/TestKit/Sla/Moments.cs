using NodaTime;
using NodaTime.Text;

namespace MisterAssist.TestKit.Sla;

/// <summary>Instants and amounts of time as a person would write them down.</summary>
public static class Moments
{
    private static readonly LocalDateTimePattern Wall = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private static readonly OffsetDateTimePattern WallAndOffset =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm o<+HH:mm>");

    private static readonly LocalDateTimePattern Shown = LocalDateTimePattern.CreateWithInvariantCulture("ddd uuuu-MM-dd HH:mm");

    private static readonly DurationPattern HoursAndMinutes = DurationPattern.CreateWithInvariantCulture("-H:mm");

    /// <summary>An instant from <c>2026-11-20T18:30:00Z</c>.</summary>
    public static Instant Utc(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    /// <summary>An instant from the wall clock in Rome, read as by <see cref="At"/>.</summary>
    public static Instant Rome(string text) => At("Europe/Rome", text);

    /// <summary>
    /// An instant from the wall clock of a zone, <c>2026-11-20 19:30</c>. A time that exists twice needs the offset that tells which
    /// one is meant, <c>2026-10-25 02:30 +01:00</c>; a time that does not exist is refused.
    /// </summary>
    public static Instant At(string zone, string text)
    {
        var exact = WallAndOffset.Parse(text);
        if (!exact.Success)
            return Wall.Parse(text).Value.InZoneStrictly(Schedules.Zone(zone)).ToInstant();

        var instant = exact.Value.ToInstant();
        return Schedules.Zone(zone).GetUtcOffset(instant) == exact.Value.Offset
            ? instant
            : throw new FormatException($"{zone} does not show {text}");
    }

    /// <summary>What the wall in Rome shows at an instant, to the minute: <c>Fri 2026-11-20 19:30</c>.</summary>
    public static string OnTheWall(Instant instant) => Shown.Format(instant.InZone(Schedules.Rome).LocalDateTime);

    /// <summary>An amount from hours and minutes, <c>37:30</c>.</summary>
    public static Duration Hours(string text) => HoursAndMinutes.Parse(text).Value;
}
