using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Events;
using MisterAssist.Api.Http;
using MisterAssist.Api.Json;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Tickets.Promises;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Api.Tickets;

/// <summary>What a customer reports.</summary>
internal sealed record OpenTicketRequest
{
    /// <summary>Whose report it is.</summary>
    public required WireId<CustomerKind> CustomerId { get; init; }

    /// <summary>In a few words.</summary>
    [StringLength(Report.MaxSubjectLength, MinimumLength = 1)]
    public required string Subject { get; init; }

    /// <summary>In as many words as it takes.</summary>
    [StringLength(Report.MaxDescriptionLength)]
    public string? Description { get; init; }

    /// <summary>In the reporter's words; a plan may handle it as normal all the same.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>By which way it came: for customers one that their plan has, for partner systems `integration`, for staff any.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The kind of work, by the code that plans have for it.</summary>
    [StringLength(Domain.Sla.Plans.Service.MaxCodeLength, MinimumLength = 1)]
    public string? Service { get; init; }

    /// <summary>A site of the customer.</summary>
    public WireId<SiteKind>? SiteId { get; init; }

    /// <summary>A contact of the customer.</summary>
    public WireId<ContactKind>? ContactId { get; init; }

    /// <summary>When the customer told us, for what staff record later than it came; promises start then. Now where it is not said.</summary>
    public Instant? ReceivedAt { get; init; }

    /// <summary>Why it is recorded later than it came; needed with `receivedAt`.</summary>
    [StringLength(TicketWords.MaxLength, MinimumLength = 1)]
    public string? LateNote { get; init; }

    /// <summary>An earlier ticket of the same customer that this one takes up again.</summary>
    public WireId<TicketKind>? PreviousTicketId { get; init; }

    public OpenTicketCommand ToCommand() => new(
        new(CustomerId.Value),
        new(
            Subject, Description ?? "", Urgency, Service, SiteId is { } site ? new(site.Value) : null,
            ContactId is { } contact ? new(contact.Value) : null),
        Channel,
        ReceivedAt,
        LateNote,
        PreviousTicketId is { } previous ? new(previous.Value) : null);
}

/// <summary>What of a ticket may be put right.</summary>
internal sealed record UpdateTicketRequest
{
    /// <summary>In a few words.</summary>
    [StringLength(Report.MaxSubjectLength, MinimumLength = 1)]
    public required string Subject { get; init; }

    /// <summary>In as many words as it takes.</summary>
    [StringLength(Report.MaxDescriptionLength)]
    public string? Description { get; init; }

    /// <summary>By another urgency the promises are derived anew; the change itself never makes one missed.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>The kind of work, by the code that plans have for it.</summary>
    [StringLength(Domain.Sla.Plans.Service.MaxCodeLength, MinimumLength = 1)]
    public string? Service { get; init; }

    /// <summary>A site of the customer.</summary>
    public WireId<SiteKind>? SiteId { get; init; }

    /// <summary>A contact of the customer.</summary>
    public WireId<ContactKind>? ContactId { get; init; }

    /// <summary>Who sees to it; for staff alone to say.</summary>
    [StringLength(TicketWords.MaxAssigneeLength, MinimumLength = 1)]
    public string? Assignee { get; init; }

    public static UpdateTicketRequest Of(TicketState ticket) => new()
    {
        Subject = ticket.Report.Subject,
        Description = ticket.Report.Description,
        Urgency = ticket.Report.Urgency,
        Service = ticket.Report.Service,
        SiteId = ticket.Report.SiteId is { } site ? new(site.Value) : null,
        ContactId = ticket.Report.ContactId is { } contact ? new(contact.Value) : null,
        Assignee = ticket.Assignee,
    };

    public Report ToReport() => new(
        Subject, Description ?? "", Urgency, Service, SiteId is { } site ? new(site.Value) : null,
        ContactId is { } contact ? new(contact.Value) : null);
}

/// <summary>Why something is done, in words that the customer can see.</summary>
internal sealed record ReasonRequest
{
    /// <summary>In words that the customer can see.</summary>
    [StringLength(TicketWords.MaxLength, MinimumLength = 1)]
    public required string Reason { get; init; }
}

/// <summary>How a ticket was solved.</summary>
internal sealed record ResolveTicketRequest
{
    /// <summary>What was done, in words that the customer can see.</summary>
    [StringLength(TicketWords.MaxLength, MinimumLength = 1)]
    public required string Resolution { get; init; }
}

/// <summary>Where a ticket goes on.</summary>
internal sealed record MergeTicketRequest
{
    /// <summary>An open ticket of the same customer.</summary>
    public required WireId<TicketKind> IntoTicketId { get; init; }
}

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
        var (ticket, at) = read;
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
            AcknowledgedAt = ticket.AcknowledgedAt,
            EndedAt = ticket.EndedAt,
            Outcome = ticket.Outcome,
            PreviousTicketId = ticket.Origin.Previous?.ToString(),
            MergedIntoTicketId = ticket.MergedInto?.ToString(),
            Version = ticket.Version,
        };
    }
}
