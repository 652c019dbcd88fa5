using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>The span of time in which the engine answers: wide enough for any contract, narrow enough to be exact.</summary>
/// <remarks>Within it every instant is a 64-bit count of nanoseconds, and time zone rules are well defined.</remarks>
public static class SupportedTime
{
    /// <summary>1970-01-01T00:00Z, inclusive.</summary>
    public static Instant Earliest { get; } = Instant.FromUtc(1970, 1, 1, 0, 0);

    /// <summary>2200-01-01T00:00Z, inclusive.</summary>
    public static Instant Latest { get; } = Instant.FromUtc(2200, 1, 1, 0, 0);

    /// <summary>Without working time for this long ahead (five years, in real time) a schedule is taken never to open.</summary>
    public static Duration Horizon { get; } = Duration.FromDays(5 * 365 + 2);

    /// <summary>The longest time that one question may be about: twenty years, in real time.</summary>
    /// <remarks>So that no schedule, however scattered its windows, makes an answer costly.</remarks>
    public static Duration LongestSpan { get; } = Duration.FromDays(20 * 365 + 5);

    internal const string Description = "the supported years, 1970 to 2199";

    public static bool Contains(Instant instant) => instant >= Earliest && instant <= Latest;
}
