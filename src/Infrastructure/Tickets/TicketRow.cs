using System.Text.Json;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tickets;

/// <summary>A ticket, with what lists and the watch ask for worked out.</summary>
internal sealed class TicketRow
{
    /// <summary>Where a ticket stands in the order of deadlines that has none.</summary>
    public const string Never = "9999-12-31T00:00:00.000000Z";

    public required string Id { get; init; }

    public required string Number { get; init; }

    public required string CustomerId { get; init; }

    public string? ContractId { get; init; }

    public required string PlanCode { get; init; }

    public required int PlanVersion { get; init; }

    public required int Precedence { get; init; }

    public required string HandledAs { get; init; }

    public required string Subject { get; init; }

    public string SubjectFolded => FoldedText.Of(Subject);

    public required string Description { get; init; }

    public required string Urgency { get; init; }

    public string? Service { get; init; }

    public string? SiteId { get; init; }

    public string? ContactId { get; init; }

    public required string Channel { get; init; }

    public required bool ChannelInPlan { get; init; }

    public required string ReceivedAt { get; init; }

    public required string RecordedAt { get; init; }

    public string? LateNote { get; init; }

    public required string ReporterKind { get; init; }

    public required string ReporterName { get; init; }

    public string? ReporterKey { get; init; }

    public string? PreviousId { get; init; }

    public required string Status { get; init; }

    public string? Assignee { get; init; }

    public required int Round { get; init; }

    public required string RoundStart { get; init; }

    public required string Pauses { get; init; }

    public string? AcknowledgedAt { get; init; }

    public string? ConfirmedAt { get; init; }

    public string? BegunAt { get; init; }

    public string? PresenceWantedAt { get; init; }

    public string? PresenceWantedFor { get; init; }

    public required bool FollowUpOwed { get; init; }

    public string? EndedAt { get; init; }

    public string? Outcome { get; init; }

    public string? MergedIntoId { get; init; }

    public bool IsOpen { get; init; }

    public int QueueRank { get; init; }

    public string QueueDueAt { get; init; } = Never;

    public bool HasMissed { get; init; }

    public string? NextCheckAt { get; init; }

    public required int Version { get; init; }

    public required int Revision { get; init; }

    public static TicketRow From(Ticket ticket)
    {
        var state = ticket.ToState();
        return new()
        {
            Id = DbText.From(state.Id.Value),
            Number = state.Number.ToString(),
            CustomerId = DbText.From(state.CustomerId.Value),
            ContractId = DbText.From(state.Terms.ContractId?.Value),
            PlanCode = state.Terms.Plan.Value,
            PlanVersion = state.Terms.PlanVersion,
            Precedence = state.Terms.Precedence,
            HandledAs = DbText.From(state.Terms.HandledAs),
            Subject = state.Report.Subject,
            Description = state.Report.Description,
            Urgency = DbText.From(state.Report.Urgency),
            Service = state.Report.Service,
            SiteId = DbText.From(state.Report.SiteId?.Value),
            ContactId = DbText.From(state.Report.ContactId?.Value),
            Channel = DbText.From(state.Origin.Channel),
            ChannelInPlan = state.Origin.ChannelInPlan,
            ReceivedAt = DbText.From(state.Origin.ReceivedAt),
            RecordedAt = DbText.From(state.Origin.RecordedAt),
            LateNote = state.Origin.LateNote,
            ReporterKind = DbText.From(state.Origin.Reporter.Kind),
            ReporterName = state.Origin.Reporter.Name,
            ReporterKey = DbText.From(state.Origin.Reporter.KeyId),
            PreviousId = DbText.From(state.Origin.Previous?.Value),
            Status = DbText.From(state.Status),
            Assignee = state.Assignee,
            Round = state.Round,
            RoundStart = DbText.From(state.RoundStart),
            Pauses = JsonSerializer.Serialize(state.Pauses.All.Select(PauseDocument.Of)),
            AcknowledgedAt = DbText.From(state.Progress.AcknowledgedAt),
            ConfirmedAt = DbText.From(state.Progress.ConfirmedAt),
            BegunAt = DbText.From(state.Progress.BegunAt),
            PresenceWantedAt = DbText.From(state.Progress.Wish?.At),
            PresenceWantedFor = DbText.From(state.Progress.Wish?.Intervention.Value),
            FollowUpOwed = state.Progress.FollowUpOwed,
            EndedAt = DbText.From(state.EndedAt),
            Outcome = state.Outcome,
            MergedIntoId = DbText.From(state.MergedInto?.Value),
            IsOpen = state.Status.IsOpen(),
            QueueRank = state.QueueRank,
            QueueDueAt = DbText.From(state.DueAt) ?? Never,
            HasMissed = state.Promises.Any(promise => promise.MissRaised),
            NextCheckAt = DbText.From(state.NextCheckAt),
            Version = state.Version,
            Revision = state.Revision,
        };
    }

    public TicketState ToState(IEnumerable<PromiseRow> promises) => new(
        new(DbText.ToId(Id)),
        TicketNumber.Parse(Number),
        new(DbText.ToId(CustomerId)),
        new(ContractId is null ? null : new(DbText.ToId(ContractId)), new(PlanCode), PlanVersion, Precedence, DbText.ToEnum<Urgency>(HandledAs)),
        new(
            Subject, Description, DbText.ToEnum<Urgency>(Urgency), Service,
            SiteId is null ? null : new(DbText.ToId(SiteId)),
            ContactId is null ? null : new(DbText.ToId(ContactId))),
        new(
            DbText.ToEnum<Channel>(Channel), ChannelInPlan, DbText.ToInstant(ReceivedAt), DbText.ToInstant(RecordedAt), LateNote,
            new(DbText.ToEnum<ActorKind>(ReporterKind), ReporterName, DbText.ToIdOrNull(ReporterKey)),
            PreviousId is null ? null : new(DbText.ToId(PreviousId))),
        DbText.ToEnum<TicketStatus>(Status),
        Assignee,
        Round,
        DbText.ToInstant(RoundStart),
        Domain.Tickets.Pauses.Of(JsonSerializer.Deserialize<PauseDocument[]>(Pauses)!.Select(pause => pause.ToPause())),
        [.. promises.Select(promise => promise.ToPromise())],
        new(
            DbText.ToInstantOrNull(AcknowledgedAt), DbText.ToInstantOrNull(ConfirmedAt), DbText.ToInstantOrNull(BegunAt), PresenceWantedAt is null ? null : new(new(DbText.ToId(PresenceWantedFor!)), DbText.ToInstant(PresenceWantedAt)), FollowUpOwed),
        DbText.ToInstantOrNull(EndedAt),
        Outcome,
        MergedIntoId is null ? null : new(DbText.ToId(MergedIntoId)),
        DbText.ToInstantOrNull(NextCheckAt),
        Version,
        Revision);

    private sealed record PauseDocument(string Begin, string? End, string Reason)
    {
        public static PauseDocument Of(Pause pause) => new(DbText.From(pause.From), DbText.From(pause.To), pause.Reason);

        public Pause ToPause() => new(DbText.ToInstant(Begin), DbText.ToInstantOrNull(End), Reason);
    }
}
