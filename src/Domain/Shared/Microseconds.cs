using NodaTime;

namespace MisterAssist.Domain.Shared;

/// <summary>The precision of instants that are kept: what is answered is then what is stored.</summary>
public static class Microseconds
{
    private const int TicksPerMicrosecond = 10;

    /// <summary>The last whole microsecond, not after the instant.</summary>
    public static Instant ToMicrosecond(this Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - ((ticks % TicksPerMicrosecond + TicksPerMicrosecond) % TicksPerMicrosecond));
    }
}
