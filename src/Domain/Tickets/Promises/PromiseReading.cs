using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tickets.Promises;

/// <summary>A promise as it stands at an instant, able to explain itself.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="State">How it stands.</param>
/// <param name="Basis">What it is counted from.</param>
/// <param name="DueAt">Null while it is paused.</param>
/// <param name="MetAt">Null while it is not kept.</param>
/// <param name="WithdrawnAt">Null while it is owed.</param>
/// <param name="CountedUntil">Where counting stands: at the instant asked about, or where it ended before.</param>
/// <param name="Clock">Its working time.</param>
public sealed record PromiseReading(
    Promise Promise, PromiseState State, PromiseBasis Basis, Instant? DueAt, Instant? MetAt, Instant? WithdrawnAt, Instant CountedUntil,
    PromiseClock Clock)
{
    /// <summary>The working time that has passed since counting started.</summary>
    public Duration Used => Clock.Elapsed(Basis.StartsAt, CountedUntil);

    /// <summary>The working time that is left; zero once it is used up.</summary>
    public Duration Left => Duration.Max(Duration.Zero, Basis.Allowed - Used);

    /// <summary>The working time beyond what was allowed; zero while it is in time.</summary>
    public Duration Overrun => Duration.Max(Duration.Zero, Used - Basis.Allowed);

    /// <summary>From the start of counting to where it stands: the counted segments sum to <see cref="Used"/>.</summary>
    /// <param name="limit">The most segments.</param>
    public IReadOnlyList<LedgerSegment> Past(int limit) => Clock.Explain(Basis.StartsAt, CountedUntil, limit);

    /// <summary>From where it stands to the deadline: the counted segments sum to <see cref="Left"/>. Empty where nothing is to come.</summary>
    /// <param name="limit">The most segments.</param>
    public IReadOnlyList<LedgerSegment> ToCome(int limit) =>
        State == PromiseState.Running ? Clock.Explain(CountedUntil, DueAt!.Value, limit) : [];
}
