using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Interventions;

/// <summary>When something happened that is told later.</summary>
public static class Occurrence
{
    /// <summary>The instant to the microsecond; now where none is given.</summary>
    /// <param name="given">By whoever tells.</param>
    /// <param name="limit">How much later it may be told, in real time.</param>
    /// <param name="now">The instant of telling.</param>
    /// <exception cref="BusinessException">It would lie in the future, or too far back.</exception>
    public static Instant At(Instant? given, Duration limit, Instant now)
    {
        if (given?.ToMicrosecond() is not { } at)
            return now;
        if (at > now)
            throw InterventionErrors.OccurredInTheFuture(now);

        return now - at > limit ? throw InterventionErrors.OccurredTooLongAgo(limit) : at;
    }
}
