using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Tickets.Confirmations;

/// <summary>The written answer to a report: what we found, how and when we will act. It is kept as it was sent.</summary>
/// <param name="Id">Its own.</param>
/// <param name="TicketId">The ticket that it answers.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Author">Who sent it.</param>
/// <param name="Proposal">What it says.</param>
/// <param name="Entitlement">Whether the plan pays for the work, as it was told.</param>
/// <param name="PresenceDueAt">Until when presence was owed at that moment; null where it was not, or was paused.</param>
public sealed record Confirmation(
    ConfirmationId Id, TicketId TicketId, Instant At, Actor Author, Proposal Proposal, Entitlement Entitlement, Instant? PresenceDueAt);

/// <summary>What a confirmation says.</summary>
/// <param name="Analysis">What we found at first sight.</param>
/// <param name="Mode">Whether a technician comes or connects.</param>
/// <param name="StartsAt">The proposed start.</param>
/// <param name="Expected">How long the work is expected to take.</param>
/// <param name="CostEstimate">Without VAT; null where the plan pays for the work.</param>
/// <param name="LaterThanPromised">Why the start is later than promised; null where it is not.</param>
public sealed record Proposal(
    string Analysis, InterventionMode Mode, Instant StartsAt, Duration Expected, Money? CostEstimate, string? LaterThanPromised)
{
    /// <summary>The longest analysis, in UTF-16 units.</summary>
    public const int MaxAnalysisLength = 10_000;

    /// <summary>The longest work that is proposed at once: a day.</summary>
    public static Duration Longest { get; } = Duration.FromHours(24);
}
