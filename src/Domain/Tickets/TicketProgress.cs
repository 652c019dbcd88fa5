using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Tickets;

/// <summary>How far the work on a ticket is, since it was received or last reopened.</summary>
/// <param name="AcknowledgedAt">When a person first answered; null while nobody has.</param>
/// <param name="ConfirmedAt">When it was first confirmed how and when we act; null while it was not.</param>
/// <param name="BegunAt">When a technician was first there, or began from remote; null while nobody was.</param>
/// <param name="Wish">When the customer wants somebody there, whether presence is promised or not; null where it said nothing.</param>
/// <param name="FollowUpOwed">Whether an intervention did not solve it, and the free one that follows is still to be done.</param>
public sealed record TicketProgress(Instant? AcknowledgedAt, Instant? ConfirmedAt, Instant? BegunAt, PresenceWish? Wish, bool FollowUpOwed)
{
    public static TicketProgress None { get; } = new(null, null, null, null, FollowUpOwed: false);

    /// <summary>Where a ticket is that is open and does not wait.</summary>
    internal TicketStatus Status => this switch
    {
        { BegunAt: not null } => TicketStatus.InProgress,
        { ConfirmedAt: not null } => TicketStatus.Confirmed,
        { AcknowledgedAt: not null } => TicketStatus.Acknowledged,
        _ => TicketStatus.New,
    };

    /// <summary>Whether what a promise is about was not done yet, whether it was promised or not.</summary>
    internal bool StillOwes(PromiseKind kind) => kind switch
    {
        PromiseKind.Response => AcknowledgedAt is null,
        PromiseKind.Confirmation => ConfirmedAt is null,
        _ => BegunAt is null,
    };

    internal Instant? LastAt => ((IEnumerable<Instant?>)[AcknowledgedAt, ConfirmedAt, BegunAt]).Max();
}

/// <summary>When the customer wants somebody there.</summary>
/// <param name="Intervention">Whose appointment that is, or was.</param>
/// <param name="At">When.</param>
public sealed record PresenceWish(InterventionId Intervention, Instant At);
