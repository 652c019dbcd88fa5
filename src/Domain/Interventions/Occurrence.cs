using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Interventions;

/// <summary>When something happened that is told later.</summary>
public static class Occurrence
{
    /// <summary>How far a technician's phone may be ahead of us.</summary>
    public static Duration Ahead { get; } = Duration.FromMinutes(2);

    /// <summary>The instant to the microsecond; now where none is given, or one that is a little ahead.</summary>
    /// <param name="given">By whoever tells.</param>
    /// <param name="receivedAt">When the ticket was received: nothing was done about it before.</param>
    /// <param name="limit">How much later it may be told, in real time.</param>
    /// <param name="now">The instant of telling.</param>
    /// <exception cref="BusinessException">It would lie in the future, too far back, or before the reception.</exception>
    public static Instant At(Instant? given, Instant receivedAt, Duration limit, Instant now)
    {
        if (given?.ToMicrosecond() is not { } at)
            return now;
        if (at > now)
            return at - now > Ahead ? throw InterventionErrors.OccurredInTheFuture(now) : now;
        if (now - at > limit)
            throw InterventionErrors.OccurredTooLongAgo(limit);

        return at < receivedAt ? throw InterventionErrors.OccurredBeforeReception(receivedAt) : at;
    }
}
