using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Events;
using MisterAssist.Api.Http;
using MisterAssist.Api.Json;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Sla;
using MisterAssist.Application.Tickets;
using MisterAssist.Application.Tickets.Confirmations;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Confirmations;
using NodaTime;

namespace MisterAssist.Api.Tickets.Confirmations;

/// <summary>The written answer to a report.</summary>
internal sealed record ConfirmTicketRequest
{
    /// <summary>What we found at first sight.</summary>
    [StringLength(Proposal.MaxAnalysisLength, MinimumLength = 1)]
    public required string Analysis { get; init; }

    /// <summary>Whether a technician comes or connects.</summary>
    public required InterventionMode Mode { get; init; }

    /// <summary>The proposed start, in the future.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>How long the work is expected to take: from a minute to 24 hours.</summary>
    public required Duration ExpectedDuration { get; init; }

    /// <summary>What it is expected to cost, without VAT; needed where the plan does not pay for the work.</summary>
    public MoneyRequest? CostEstimate { get; init; }

    /// <summary>Why the start is later than the presence that is owed; needed where it is.</summary>
    [StringLength(TicketWords.MaxLength, MinimumLength = 1)]
    public string? LaterThanPromised { get; init; }

    public ConfirmTicketCommand ToCommand(TicketId ticket) =>
        new(ticket, new(Analysis, Mode, StartsAt, ExpectedDuration, CostEstimate?.Amount, LaterThanPromised));
}

/// <summary>The written answer to a report, as it was sent.</summary>
internal sealed record ConfirmationResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>The ticket that it answers.</summary>
    [StringLength(30)]
    public required string TicketId { get; init; }

    /// <summary>When it was sent.</summary>
    public required Instant SentAt { get; init; }

    public required ActorResponse Author { get; init; }

    /// <summary>What we found at first sight.</summary>
    [StringLength(Proposal.MaxAnalysisLength)]
    public required string Analysis { get; init; }

    /// <summary>Whether a technician comes or connects.</summary>
    public required InterventionMode Mode { get; init; }

    /// <summary>The proposed start.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>The same in Rome.</summary>
    public required OffsetDateTime StartsAtLocal { get; init; }

    /// <summary>How long the work is expected to take.</summary>
    public required Duration ExpectedDuration { get; init; }

    /// <summary>Whether the plan pays for the work, as it was told.</summary>
    public required EntitlementResponse Entitlement { get; init; }

    /// <summary>What it is expected to cost, without VAT; null where nothing was said.</summary>
    public MoneyResponse? CostEstimate { get; init; }

    /// <summary>Until when presence was owed at that moment; null where it was not.</summary>
    public Instant? PresenceDueAt { get; init; }

    /// <summary>Why the start is later than that; null where it is not.</summary>
    [StringLength(TicketWords.MaxLength)]
    public string? LaterThanPromised { get; init; }

    /// <summary>The only one: it never changes.</summary>
    string IVersioned.Version => "1";

    public static ConfirmationResponse Of(Confirmation confirmation) => new()
    {
        Id = confirmation.Id.ToString(),
        TicketId = confirmation.TicketId.ToString(),
        SentAt = confirmation.At,
        Author = ActorResponse.Of(confirmation.Author),
        Analysis = confirmation.Proposal.Analysis,
        Mode = confirmation.Proposal.Mode,
        StartsAt = confirmation.Proposal.StartsAt,
        StartsAtLocal = WireTime.InRome(confirmation.Proposal.StartsAt),
        ExpectedDuration = confirmation.Proposal.Expected,
        Entitlement = EntitlementResponse.Of(confirmation.Entitlement),
        CostEstimate = confirmation.Proposal.CostEstimate is { } estimate ? MoneyResponse.Of(estimate) : null,
        PresenceDueAt = confirmation.PresenceDueAt,
        LaterThanPromised = confirmation.Proposal.LaterThanPromised,
    };
}
