using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Shared;
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
