using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>What a stretch of time was, for somebody whose working time is being counted.</summary>
public enum SegmentKind
{
    /// <summary>Open: working time passed.</summary>
    Counted,

    /// <summary>Outside every window.</summary>
    Closed,

    /// <summary>A window that did not open, because it begins on an observed holiday.</summary>
    Holiday,

    /// <summary>Time taken out of an open window by a closure.</summary>
    Closure,

    /// <summary>Open, but a ticket was waiting for its customer.</summary>
    Paused,
}

/// <summary>One line of the ledger that explains a deadline or an elapsed time.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Kind">Why it counted, or why not.</param>
/// <param name="Name">Of the holiday or closure, or why a ticket waited; null for the other kinds.</param>
public readonly record struct LedgerSegment(Instant From, Instant To, SegmentKind Kind, LocalizedText? Name)
{
    /// <summary>The working time that passed in it: all of it, or none.</summary>
    public Duration WorkingTime => Kind == SegmentKind.Counted ? To - From : Duration.Zero;
}
