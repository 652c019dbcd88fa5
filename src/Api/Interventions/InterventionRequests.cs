using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Technicians;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using NodaTime;

namespace MisterAssist.Api.Interventions;

/// <summary>Something to be done about a ticket.</summary>
internal sealed record CreateInterventionRequest
{
    /// <summary>An open ticket.</summary>
    public required WireId<TicketKind> TicketId { get; init; }

    /// <summary>Whether a technician comes or connects.</summary>
    public required InterventionMode Mode { get; init; }

    /// <summary>When, and by whom; it can be agreed on later too.</summary>
    public AppointmentRequest? Appointment { get; init; }

    /// <summary>Which error of our own it mends; then it is free.</summary>
    [StringLength(TicketWords.MaxLength, MinimumLength = 1)]
    public string? OurFault { get; init; }

    public CreateInterventionCommand ToCommand() => new(new(TicketId.Value), Mode, OurFault, Appointment?.ToGiven());
}

/// <summary>When an intervention is to be, and by whom.</summary>
internal sealed record AppointmentRequest
{
    /// <summary>When it is to begin, in the future.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>How long it is to take: from a minute to 24 hours.</summary>
    public required Duration Duration { get; init; }

    /// <summary>Who does it; each free then.</summary>
    [MinLength(1)]
    [MaxLength(Appointment.MaxTechnicians)]
    public required IReadOnlyList<WireId<TechnicianKind>> TechnicianIds { get; init; }

    /// <summary>Whether the customer wanted that time. Where presence is owed sooner, and nobody else comes before, it is due at that time instead (event
    /// `ticket.presence_agreed`); what was missed already stays missed.</summary>
    public bool? WishedByCustomer { get; init; }

    public GivenAppointment ToGiven() =>
        new(new(StartsAt, Duration), [.. TechnicianIds.Select(id => new Domain.Technicians.TechnicianId(id.Value))], WishedByCustomer ?? false);
}

/// <summary>Another time for an appointment.</summary>
internal sealed record MoveAppointmentRequest
{
    /// <summary>When it is to begin instead, in the future.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>How long it is to take: from a minute to 24 hours.</summary>
    public required Duration Duration { get; init; }

    /// <summary>Who does it then; the same where it is not said.</summary>
    [MinLength(1)]
    [MaxLength(Appointment.MaxTechnicians)]
    public IReadOnlyList<WireId<TechnicianKind>>? TechnicianIds { get; init; }

    /// <summary>`customer_request`, or `exceptional` for what nobody could foresee; `other` is refused, as an appointment is a commitment.</summary>
    public required MoveCause Cause { get; init; }

    /// <summary>Why, in words that the customer can see.</summary>
    [StringLength(TicketWords.MaxLength, MinimumLength = 1)]
    public required string Reason { get; init; }

    /// <summary>Who wanted it, by name.</summary>
    [StringLength(TicketWords.MaxAssigneeLength, MinimumLength = 1)]
    public required string AskedBy { get; init; }

    public MoveAppointmentCommand ToCommand(InterventionId id, KnownVersion known) => new(
        id, known, new(StartsAt, Duration), TechnicianIds?.Select(technician => new Domain.Technicians.TechnicianId(technician.Value)).ToList(),
        Cause, Reason, AskedBy);
}

/// <summary>Who does an intervention instead.</summary>
internal sealed record ReassignInterventionRequest
{
    /// <summary>Each free at the time of the appointment.</summary>
    [MinLength(1)]
    [MaxLength(Appointment.MaxTechnicians)]
    public required IReadOnlyList<WireId<TechnicianKind>> TechnicianIds { get; init; }
}

/// <summary>Why an intervention is called off.</summary>
internal sealed record CancelInterventionRequest
{
    /// <summary>As for moving it, where there is an appointment; without one `other` will do.</summary>
    public required MoveCause Cause { get; init; }

    /// <summary>Why, in words that the customer can see.</summary>
    [StringLength(TicketWords.MaxLength, MinimumLength = 1)]
    public required string Reason { get; init; }
}

/// <summary>When something happened that is told now, perhaps later than it happened.</summary>
internal sealed record OccurrenceRequest
{
    /// <summary>
    /// When; now where it is not said. Sent again with the same instant it is heard without doing anything. Not before the ticket was received;
    /// up to two minutes in the future, from a clock that is ahead, it counts as now.
    /// </summary>
    public Instant? OccurredAt { get; init; }
}

/// <summary>That a technician is there, or begins from remote.</summary>
internal sealed record StartInterventionRequest
{
    /// <summary>
    /// When; now where it is not said. Sent again with the same instant it is heard without doing anything. Not before the ticket was received;
    /// up to two minutes in the future, from a clock that is ahead, it counts as now.
    /// </summary>
    public Instant? OccurredAt { get; init; }

    /// <summary>Who begins; those of the appointment where it is not said. Without either, nobody is known to be busy with it.</summary>
    [MinLength(1)]
    [MaxLength(Appointment.MaxTechnicians)]
    public IReadOnlyList<WireId<TechnicianKind>>? TechnicianIds { get; init; }

    public StartInterventionCommand ToCommand(InterventionId id, KnownVersion known) =>
        new(id, known, OccurredAt, TechnicianIds?.Select(technician => new Domain.Technicians.TechnicianId(technician.Value)).ToList());
}

/// <summary>That nobody was there.</summary>
internal sealed record NobodyThereRequest
{
    /// <summary>
    /// When a technician was there; now where it is not said. Not before the ticket was received; up to two minutes in the future, from a
    /// clock that is ahead, it counts as now.
    /// </summary>
    public Instant? OccurredAt { get; init; }

    /// <summary>What was tried, in words that the customer can see.</summary>
    [StringLength(Ending.MaxWordsLength, MinimumLength = 1)]
    public required string Note { get; init; }
}

/// <summary>That the work is over.</summary>
internal sealed record CompleteInterventionRequest
{
    /// <summary>
    /// When; now where it is not said. Not before the ticket was received; up to two minutes in the future, from a clock that is ahead, it
    /// counts as now, and work up to it as work up to now.
    /// </summary>
    public Instant? OccurredAt { get; init; }

    /// <summary>Whether the problem is solved; where it is not, a free follow-up is created at once.</summary>
    public required CompletionOutcome Outcome { get; init; }

    /// <summary>What was done, in words that the customer can see.</summary>
    [StringLength(Ending.MaxWordsLength, MinimumLength = 1)]
    public required string WorkDone { get; init; }

    /// <summary>Who worked, from when until when: within the intervention, and nobody twice at once.</summary>
    [MinLength(1)]
    [MaxLength(Ending.MaxTimeEntries)]
    public required IReadOnlyList<TimeEntryRequest> TimeEntries { get; init; }

    public CompleteInterventionCommand ToCommand(InterventionId id, KnownVersion known) => new(
        id, known, OccurredAt,
        new(
            Outcome == CompletionOutcome.Solved ? InterventionOutcome.Solved : InterventionOutcome.NotSolved, WorkDone,
            [.. TimeEntries.Select(entry => entry.ToEntry())]));
}

/// <summary>Whether the problem is solved.</summary>
internal enum CompletionOutcome
{
    Solved,
    NotSolved,
}

/// <summary>Time that a technician worked.</summary>
internal sealed record TimeEntryRequest
{
    /// <summary>Who.</summary>
    public required WireId<TechnicianKind> TechnicianId { get; init; }

    /// <summary>Inclusive.</summary>
    public required Instant From { get; init; }

    /// <summary>Exclusive.</summary>
    public required Instant To { get; init; }

    public TimeEntry ToEntry() => new(new(TechnicianId.Value), From, To);

    public static TimeEntryRequest Of(TimeEntry entry) => new() { TechnicianId = new(entry.Technician.Value), From = entry.From, To = entry.To };
}

/// <summary>What of an intervention may be put right, as long as no work report stands on it.</summary>
internal sealed record UpdateInterventionRequest
{
    /// <summary>Whether a technician comes or connects; until one has set out.</summary>
    public required InterventionMode Mode { get; init; }

    /// <summary>What was done; only once it has ended.</summary>
    [StringLength(Ending.MaxWordsLength, MinimumLength = 1)]
    public string? WorkDone { get; init; }

    /// <summary>Who worked, from when until when; only once it has ended.</summary>
    [MaxLength(Ending.MaxTimeEntries)]
    public IReadOnlyList<TimeEntryRequest>? TimeEntries { get; init; }

    /// <summary>Which error of our own it mends; then it is free.</summary>
    [StringLength(TicketWords.MaxLength, MinimumLength = 1)]
    public string? OurFault { get; init; }

    public static UpdateInterventionRequest Of(InterventionState intervention) => new()
    {
        Mode = intervention.Mode,
        WorkDone = intervention.Ending?.Words,
        TimeEntries = intervention.Ending is { } ending ? [.. ending.TimeEntries.Select(TimeEntryRequest.Of)] : null,
        OurFault = intervention.OurFault,
    };

    public CorrectInterventionCommand ToCommand(InterventionId id, KnownVersion known) =>
        new(id, known, new(Mode, WorkDone, [.. (TimeEntries ?? []).Select(entry => entry.ToEntry())], OurFault));
}
