using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Events;
using MisterAssist.Api.Http;
using MisterAssist.Api.Interventions.Guarantees;
using MisterAssist.Api.Interventions.Parts;
using MisterAssist.Api.Json;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Sla;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Contests;
using NodaTime;

namespace MisterAssist.Api.Interventions;

/// <summary>One piece of work on a ticket, as it stands.</summary>
internal sealed record InterventionResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What it is done for.</summary>
    [StringLength(30)]
    public required string TicketId { get; init; }

    /// <summary>Whose ticket that is.</summary>
    [StringLength(30)]
    public required string CustomerId { get; init; }

    /// <summary>Where; null where the ticket names no site.</summary>
    [StringLength(30)]
    public string? SiteId { get; init; }

    /// <summary>Whether a technician comes or connects.</summary>
    public required InterventionMode Mode { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required InterventionStatus Status { get; init; }

    /// <summary>What can be done to it now.</summary>
    [MaxLength(20)]
    public required IReadOnlyList<InterventionMove> LegalMoves { get; init; }

    /// <summary>Whether the customer pays for the work, as it was told when the intervention was created; what is free is `included`.</summary>
    public required EntitlementResponse Entitlement { get; init; }

    /// <summary>The intervention that did not solve the problem, which this free one follows; null where it follows none.</summary>
    [StringLength(30)]
    public string? FollowsInterventionId { get; init; }

    /// <summary>Which error of our own it mends; null where it mends none.</summary>
    [StringLength(TicketWords.MaxLength)]
    public string? OurFault { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When it is to be, and by whom; null while that is open.</summary>
    public AppointmentResponse? Appointment { get; init; }

    /// <summary>When a technician set out; null where nobody said so.</summary>
    public Instant? TravellingAt { get; init; }

    /// <summary>When a technician was there, or began from remote; null while nobody was.</summary>
    public Instant? ArrivedAt { get; init; }

    /// <summary>Who began it, as it was told; empty where nobody said so, as where those of the appointment did.</summary>
    [MaxLength(Domain.Interventions.Appointments.Appointment.MaxTechnicians)]
    [ItemLength(30)]
    public required IReadOnlyList<string> BegunByTechnicianIds { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>What came of it; null while it has not ended, and where it was called off.</summary>
    public InterventionOutcome? Outcome { get; init; }

    /// <summary>What was done, or why it was called off; null while it has not ended.</summary>
    [StringLength(Ending.MaxWordsLength)]
    public string? WorkDone { get; init; }

    /// <summary>Who worked, from when until when.</summary>
    [MaxLength(Ending.MaxTimeEntries)]
    public required IReadOnlyList<TimeEntryResponse> TimeEntries { get; init; }

    /// <summary>What it fits.</summary>
    [MaxLength(Intervention.MaxParts)]
    public required IReadOnlyList<FittedPartResponse> Parts { get; init; }

    /// <summary>The guarantees that it triggered; before it has ended, ask for them.</summary>
    [MaxLength(GuaranteeResponse.MaxGuarantees)]
    public required IReadOnlyList<GuaranteeResponse> Guarantees { get; init; }

    /// <summary>That the customer does not take it for solved; null where that was not said.</summary>
    public ContestResponse? Contest { get; init; }

    /// <summary>The work report that was issued on it and stands; null where there is none.</summary>
    [StringLength(30)]
    public string? WorkReportId { get; init; }

    /// <summary>1, and one more for each change.</summary>
    [Range(1, int.MaxValue)]
    public required int Version { get; init; }

    string IVersioned.Version => $"{Version}";

    /// <summary>Whether it can be contested ends by itself.</summary>
    string? IVersioned.Moment => LegalMoves.Contains(InterventionMove.Contest) ? "contestable" : null;

    public static InterventionResponse Of(InterventionAt seen)
    {
        var (state, ending) = (seen.Intervention, seen.Intervention.Ending);
        return new()
        {
            Id = state.Id.ToString(),
            TicketId = state.TicketId.ToString(),
            CustomerId = state.CustomerId.ToString(),
            SiteId = state.SiteId?.ToString(),
            Mode = state.Mode,
            Status = state.Status,
            LegalMoves = seen.LegalMoves,
            Entitlement = EntitlementResponse.Of(state.Told),
            FollowsInterventionId = state.Follows?.ToString(),
            OurFault = state.OurFault,
            CreatedAt = state.CreatedAt,
            Appointment = state.Appointment is { } appointment ? AppointmentResponse.Of(appointment) : null,
            TravellingAt = state.TravellingAt,
            ArrivedAt = state.ArrivedAt,
            BegunByTechnicianIds = [.. state.BegunBy.Select(technician => technician.ToString())],
            EndedAt = ending?.At,
            Outcome = ending?.Outcome,
            WorkDone = ending?.Words,
            TimeEntries = [.. (ending?.TimeEntries ?? []).Select(TimeEntryResponse.Of)],
            Parts = [.. state.Parts.Select(FittedPartResponse.Of)],
            Guarantees = [.. (ending?.Guarantees ?? []).Select(GuaranteeResponse.Of)],
            Contest = state.Contest is { } contest ? ContestResponse.Of(contest) : null,
            WorkReportId = state.ReportedBy?.ToString(),
            Version = state.Version,
        };
    }
}

/// <summary>When an intervention is to be, and by whom: a commitment.</summary>
internal sealed record AppointmentResponse
{
    /// <summary>When it is to begin.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>The same in Rome.</summary>
    public required OffsetDateTime StartsAtLocal { get; init; }

    /// <summary>How long it is to take.</summary>
    public required Duration Duration { get; init; }

    /// <summary>Who does it.</summary>
    [MaxLength(Appointment.MaxTechnicians)]
    [ItemLength(30)]
    public required IReadOnlyList<string> TechnicianIds { get; init; }

    /// <summary>When it was agreed on, or last moved.</summary>
    public required Instant MadeAt { get; init; }

    /// <summary>Whether the customer wanted that time.</summary>
    public required bool WishedByCustomer { get; init; }

    /// <summary>How it was moved, in order.</summary>
    [MaxLength(Appointment.MaxMoves)]
    public required IReadOnlyList<AppointmentMoveResponse> Moves { get; init; }

    public static AppointmentResponse Of(Appointment appointment) => new()
    {
        StartsAt = appointment.Slot.From,
        StartsAtLocal = WireTime.InRome(appointment.Slot.From),
        Duration = appointment.Slot.Length,
        TechnicianIds = [.. appointment.Technicians.Select(id => id.ToString())],
        MadeAt = appointment.MadeAt,
        WishedByCustomer = appointment.WishedByCustomer,
        Moves = [.. appointment.Moves.Select(AppointmentMoveResponse.Of)],
    };
}

/// <summary>That an appointment was moved.</summary>
internal sealed record AppointmentMoveResponse
{
    /// <summary>When it was to begin.</summary>
    public required Instant FromStartsAt { get; init; }

    /// <summary>When it is to begin instead.</summary>
    public required Instant ToStartsAt { get; init; }

    /// <summary>Why it might be moved.</summary>
    public required MoveCause Cause { get; init; }

    /// <summary>In words.</summary>
    [StringLength(TicketWords.MaxLength)]
    public required string Reason { get; init; }

    /// <summary>Who wanted it.</summary>
    [StringLength(TicketWords.MaxAssigneeLength)]
    public required string AskedBy { get; init; }

    public required ActorResponse Actor { get; init; }

    /// <summary>When it was moved.</summary>
    public required Instant MovedAt { get; init; }

    public static AppointmentMoveResponse Of(AppointmentMove move) => new()
    {
        FromStartsAt = move.Before.From,
        ToStartsAt = move.After.From,
        Cause = move.Cause,
        Reason = move.Reason,
        AskedBy = move.AskedBy,
        Actor = ActorResponse.Of(move.Actor),
        MovedAt = move.At,
    };
}

/// <summary>Time that a technician worked.</summary>
internal sealed record TimeEntryResponse
{
    /// <summary>Who.</summary>
    [StringLength(30)]
    public required string TechnicianId { get; init; }

    /// <summary>Inclusive.</summary>
    public required Instant From { get; init; }

    /// <summary>Exclusive.</summary>
    public required Instant To { get; init; }

    public static TimeEntryResponse Of(TimeEntry entry) => new() { TechnicianId = entry.Technician.ToString(), From = entry.From, To = entry.To };
}

/// <summary>That a customer does not take for solved what we did.</summary>
internal sealed record ContestResponse
{
    /// <summary>In the customer's words.</summary>
    [StringLength(TicketWords.MaxLength)]
    public required string Reason { get; init; }

    public required ActorResponse Actor { get; init; }

    /// <summary>When it was said.</summary>
    public required Instant ContestedAt { get; init; }

    /// <summary>Whether the company agrees; null while it has said nothing.</summary>
    public bool? Accepted { get; init; }

    /// <summary>Why not; null where it agrees, or has said nothing.</summary>
    [StringLength(TicketWords.MaxLength)]
    public string? VerdictReason { get; init; }

    /// <summary>When the company said so; null while it has not.</summary>
    public Instant? DecidedAt { get; init; }

    public static ContestResponse Of(Contest contest) => new()
    {
        Reason = contest.Reason,
        Actor = ActorResponse.Of(contest.By),
        ContestedAt = contest.At,
        Accepted = contest.Verdict?.IsAccepted,
        VerdictReason = contest.Verdict?.Reason,
        DecidedAt = contest.Verdict?.At,
    };
}
