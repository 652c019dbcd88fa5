using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>The one place where local time becomes an instant.</summary>
/// <remarks>
/// Where the clocks go forward, or a zone leaves out a whole day, a local time in the gap is the instant of the change. Where
/// they go back, an ambiguous local time is its first occurrence if something begins then, its last if something ends: what is
/// open stays open through the change, in the customer's favour.
/// </remarks>
internal static class WallClock
{
    /// <summary>The first instant at which the wall shows <paramref name="local"/> or later.</summary>
    public static Instant Begins(DateTimeZone zone, LocalDateTime local)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count == 0 ? mapping.EarlyInterval.End : mapping.First().ToInstant();
    }

    /// <summary>The first instant after the wall has shown its last moment before <paramref name="local"/>.</summary>
    /// <remarks>
    /// An end is exclusive, so what is located is the moment just before it. The difference shows where the clocks go back from
    /// 03:00 to 02:00: a window until 02:00 ends before the repeated hour, a window until 02:01 ends within its second pass.
    /// </remarks>
    public static Instant Ends(DateTimeZone zone, LocalDateTime local)
    {
        var mapping = zone.MapLocal(local.PlusNanoseconds(-1));
        return mapping.Count == 0 ? mapping.EarlyInterval.End : mapping.Last().ToInstant() + Duration.Epsilon;
    }
}
