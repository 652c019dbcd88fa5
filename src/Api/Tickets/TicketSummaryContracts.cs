using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Json;
using MisterAssist.Api.Tickets.Promises;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Api.Tickets;

/// <summary>A ticket in a list, as it stands at the moment of asking.</summary>
internal sealed record TicketSummaryResponse
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What people call it: the year and a count.</summary>
    [StringLength(15)]
    public required string Number { get; init; }

    /// <summary>Whose it is.</summary>
    [StringLength(30)]
    public required string CustomerId { get; init; }

    /// <summary>The plan under which it is handled.</summary>
    [StringLength(PlanCode.MaxLength)]
    public required string Plan { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required TicketStatus Status { get; init; }

    /// <summary>In a few words.</summary>
    [StringLength(Report.MaxSubjectLength)]
    public required string Subject { get; init; }

    /// <summary>In the reporter's words.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>The urgency that the plan takes it for.</summary>
    public required Urgency HandledAs { get; init; }

    /// <summary>Who sees to it; null for nobody yet.</summary>
    [StringLength(TicketWords.MaxAssigneeLength)]
    public string? Assignee { get; init; }

    /// <summary>When the customer told us.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>The nearest deadline of what is owed, passed or not; null where nothing is due.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>The same in Rome.</summary>
    public OffsetDateTime? DueAtLocal { get; init; }

    /// <summary>What is and was owed, by round and kind.</summary>
    [MaxLength(PromiseSummaryResponse.MaxPromises)]
    public required IReadOnlyList<PromiseSummaryResponse> Promises { get; init; }

    /// <summary>1, and one more for each change.</summary>
    [Range(1, int.MaxValue)]
    public required int Version { get; init; }

    public static TicketSummaryResponse Of(TicketSummary ticket, Instant at) => new()
    {
        Id = ticket.Id.ToString(),
        Number = ticket.Number.ToString(),
        CustomerId = ticket.CustomerId.ToString(),
        Plan = ticket.Terms.Plan.Value,
        Status = ticket.Status,
        Subject = ticket.Subject,
        Urgency = ticket.Urgency,
        HandledAs = ticket.Terms.HandledAs,
        Assignee = ticket.Assignee,
        ReceivedAt = ticket.ReceivedAt,
        DueAt = ticket.DueAt,
        DueAtLocal = WireTime.InRome(ticket.DueAt),
        Promises = PromiseSummaryResponse.Of(ticket.Promises, at),
        Version = ticket.Version,
    };
}
