using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Tickets.Promises;

/// <summary>What a deadline is counted from: with the pauses of the ticket it gives the same instant whenever it is asked.</summary>
/// <param name="Plan">Whose coverage counts.</param>
/// <param name="PlanVersion">In which version: later ones do not move what was promised.</param>
/// <param name="KnownAt">Closures count as they stood announced at this instant.</param>
/// <param name="StartsAt">When counting starts.</param>
/// <param name="Allowed">The working time until it is due; zero where a time was agreed on with the customer instead.</param>
/// <param name="Warnings">The percentages of that time at which a warning is raised, ascending.</param>
public sealed record PromiseBasis(
    PlanCode Plan, int PlanVersion, Instant KnownAt, Instant StartsAt, Duration Allowed, IReadOnlyList<int> Warnings)
{
    /// <summary>Whether it is due at a time that the customer wanted, later than what was promised.</summary>
    public bool IsAgreed => Allowed == Duration.Zero;

    /// <summary>Whether it is counted in the same way from the same instant.</summary>
    public bool IsSameAs(PromiseBasis other) => AllowsAs(other) && (KnownAt, StartsAt) == (other.KnownAt, other.StartsAt);

    /// <summary>A time that the customer wants instead: it is due then, and nothing is counted before.</summary>
    public PromiseBasis AgreedFor(Instant wanted) => this with { StartsAt = wanted, Allowed = Duration.Zero, Warnings = [] };

    /// <summary>The same promise, counted from another instant with the closures that are known then.</summary>
    public PromiseBasis CountedFrom(Instant at) => this with { StartsAt = at, KnownAt = at };

    /// <summary>Whether it promises the same, wherever counting starts.</summary>
    public bool AllowsAs(PromiseBasis other) => (Plan, PlanVersion, Allowed) == (other.Plan, other.PlanVersion, other.Allowed);
}

/// <summary>The basis of a promise from an instant on, until the next one holds.</summary>
/// <param name="Since">Inclusive.</param>
/// <param name="Basis">Null where the promise was withdrawn.</param>
/// <param name="Withdrawal">Why; null where it was not.</param>
public sealed record PromiseTerm(Instant Since, PromiseBasis? Basis, Withdrawal? Withdrawal);

/// <summary>Why something is no longer owed.</summary>
public enum Withdrawal
{
    /// <summary>The ticket's urgency or plan changed, and the new one makes no such promise.</summary>
    Changed,

    /// <summary>The ticket was resolved.</summary>
    Resolved,

    /// <summary>The ticket was cancelled.</summary>
    Cancelled,

    /// <summary>The ticket went on in another one.</summary>
    Merged,
}

/// <summary>Gives the clock of a basis: the coverage of its plan version with the closures that it knows.</summary>
public delegate WorkingClock ClockOf(PromiseBasis basis);
