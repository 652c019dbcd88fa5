using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Events;
using MisterAssist.Api.Http;
using MisterAssist.Api.Json;
using MisterAssist.Api.Sla;
using MisterAssist.Api.Tickets.Promises;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Api.Tickets;

/// <summary>A ticket with what is owed on it, as it stands at the moment of asking.</summary>
internal sealed record TicketResponse : IVersioned
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

    /// <summary>The contract in force when it was received; null where there was none.</summary>
    [StringLength(30)]
    public string? ContractId { get; init; }

    /// <summary>The plan under which it is handled.</summary>
    [StringLength(PlanCode.MaxLength)]
    public required string Plan { get; init; }

    /// <summary>Its version: later ones do not change what was promised.</summary>
    [Range(1, int.MaxValue)]
    public required int PlanVersion { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required TicketStatus Status { get; init; }

    /// <summary>What can be done to it now.</summary>
    [MaxLength(20)]
    public required IReadOnlyList<TicketMove> LegalMoves { get; init; }

    /// <summary>In a few words.</summary>
    [StringLength(Report.MaxSubjectLength)]
    public required string Subject { get; init; }

    /// <summary>In as many words as it took.</summary>
    [StringLength(Report.MaxDescriptionLength)]
    public required string Description { get; init; }

    /// <summary>In the reporter's words.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>The urgency that the plan takes it for.</summary>
    public required Urgency HandledAs { get; init; }

    /// <summary>The kind of work; null where nobody knows yet.</summary>
    [StringLength(Domain.Sla.Plans.Service.MaxCodeLength)]
    public string? Service { get; init; }

    /// <summary>Whether the plan pays for that kind of work, and why: said before the work, never after.</summary>
    public required EntitlementResponse Entitlement { get; init; }

    /// <summary>Where; null where that does not matter.</summary>
    [StringLength(30)]
    public string? SiteId { get; init; }

    /// <summary>Whom to ask; null for nobody in particular.</summary>
    [StringLength(30)]
    public string? ContactId { get; init; }

    /// <summary>By which way it came.</summary>
    public required Channel Channel { get; init; }

    /// <summary>False where staff recorded it by a channel that the plan does not have.</summary>
    public required bool ChannelInPlan { get; init; }

    /// <summary>When the customer told us.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>The same in Rome.</summary>
    public required OffsetDateTime ReceivedAtLocal { get; init; }

    /// <summary>When it was put down here.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Why it was put down later than it came; null where it was not.</summary>
    [StringLength(TicketWords.MaxLength)]
    public string? LateNote { get; init; }

    /// <summary>Who put it down.</summary>
    public required ActorResponse Reporter { get; init; }

    /// <summary>Who sees to it; null for nobody yet.</summary>
    [StringLength(TicketWords.MaxAssigneeLength)]
    public string? Assignee { get; init; }

    /// <summary>The nearest deadline of what is owed, passed or not; null where nothing is due.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>The same in Rome.</summary>
    public OffsetDateTime? DueAtLocal { get; init; }

    /// <summary>What is and was owed, by round and kind.</summary>
    [MaxLength(PromiseSummaryResponse.MaxPromises)]
    public required IReadOnlyList<PromiseSummaryResponse> Promises { get; init; }

    /// <summary>Why it waits for its customer; null while it does not.</summary>
    [StringLength(TicketWords.MaxLength)]
    public string? WaitingFor { get; init; }

    /// <summary>When a person first answered, since it was last opened; null while nobody has.</summary>
    public Instant? AcknowledgedAt { get; init; }

    /// <summary>When it was first confirmed how and when we act, since it was last opened; null while it was not.</summary>
    public Instant? ConfirmedAt { get; init; }

    /// <summary>When a technician was first there, or began from remote, since it was last opened; null while nobody was.</summary>
    public Instant? BegunAt { get; init; }

    /// <summary>Whether the free intervention after one that did not solve it is still to be done: then it comes first in the queue.</summary>
    public required bool FollowUpOwed { get; init; }

    /// <summary>When it was resolved, cancelled or merged; null while it is open.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>The words with which it was resolved or cancelled; null while it is open.</summary>
    [StringLength(TicketWords.MaxLength)]
    public string? Outcome { get; init; }

    /// <summary>The ticket that it takes up again; null where there is none.</summary>
    [StringLength(30)]
    public string? PreviousTicketId { get; init; }

    /// <summary>The ticket in which it goes on; null where it does not.</summary>
    [StringLength(30)]
    public string? MergedIntoTicketId { get; init; }

    /// <summary>1, and one more for each change.</summary>
    [Range(1, int.MaxValue)]
    public required int Version { get; init; }

    string IVersioned.Version => $"{Version}";

    /// <summary>A promise can run out without anybody changing the ticket.</summary>
    string? IVersioned.Moment => string.Concat(Promises.Select(promise => (int)promise.State));

    public static TicketResponse Of(TicketAt read)
    {
        var (ticket, at, entitlement) = read;
        return new()
        {
            Id = ticket.Id.ToString(),
            Number = ticket.Number.ToString(),
            CustomerId = ticket.CustomerId.ToString(),
            ContractId = ticket.Terms.ContractId?.ToString(),
            Plan = ticket.Terms.Plan.Value,
            PlanVersion = ticket.Terms.PlanVersion,
            Status = ticket.Status,
            LegalMoves = TicketLife.MovesOf(ticket),
            Subject = ticket.Report.Subject,
            Description = ticket.Report.Description,
            Urgency = ticket.Report.Urgency,
            HandledAs = ticket.Terms.HandledAs,
            Service = ticket.Report.Service,
            Entitlement = EntitlementResponse.Of(entitlement),
            SiteId = ticket.Report.SiteId?.ToString(),
            ContactId = ticket.Report.ContactId?.ToString(),
            Channel = ticket.Origin.Channel,
            ChannelInPlan = ticket.Origin.ChannelInPlan,
            ReceivedAt = ticket.Origin.ReceivedAt,
            ReceivedAtLocal = WireTime.InRome(ticket.Origin.ReceivedAt),
            RecordedAt = ticket.Origin.RecordedAt,
            LateNote = ticket.Origin.LateNote,
            Reporter = ActorResponse.Of(ticket.Origin.Reporter),
            Assignee = ticket.Assignee,
            DueAt = ticket.DueAt,
            DueAtLocal = WireTime.InRome(ticket.DueAt),
            Promises = PromiseSummaryResponse.Of(ticket.Promises, at),
            WaitingFor = ticket.Pauses.All.LastOrDefault(pause => pause.To is null)?.Reason,
            AcknowledgedAt = ticket.Progress.AcknowledgedAt,
            ConfirmedAt = ticket.Progress.ConfirmedAt,
            BegunAt = ticket.Progress.BegunAt,
            FollowUpOwed = ticket.Progress.FollowUpOwed,
            EndedAt = ticket.EndedAt,
            Outcome = ticket.Outcome,
            PreviousTicketId = ticket.Origin.Previous?.ToString(),
            MergedIntoTicketId = ticket.MergedInto?.ToString(),
            Version = ticket.Version,
        };
    }
}
