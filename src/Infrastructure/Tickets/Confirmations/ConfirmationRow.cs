using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets.Confirmations;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Tickets.Confirmations;

internal sealed class ConfirmationRow
{
    public required string Id { get; init; }

    public required string TicketId { get; init; }

    public required string SentAt { get; init; }

    public required string AuthorKind { get; init; }

    public required string AuthorName { get; init; }

    public string? AuthorKey { get; init; }

    public required string Analysis { get; init; }

    public required string Mode { get; init; }

    public required string StartsAt { get; init; }

    public required long ExpectedSeconds { get; init; }

    public long? EstimateCents { get; init; }

    public string? LaterThanPromised { get; init; }

    public required string Entitlement { get; init; }

    public required string ReasonIt { get; init; }

    public required string ReasonEn { get; init; }

    public string? PresenceDueAt { get; init; }

    public static ConfirmationRow From(Confirmation confirmation) => new()
    {
        Id = DbText.From(confirmation.Id.Value),
        TicketId = DbText.From(confirmation.TicketId.Value),
        SentAt = DbText.From(confirmation.At),
        AuthorKind = DbText.From(confirmation.Author.Kind),
        AuthorName = confirmation.Author.Name,
        AuthorKey = DbText.From(confirmation.Author.KeyId),
        Analysis = confirmation.Proposal.Analysis,
        Mode = DbText.From(confirmation.Proposal.Mode),
        StartsAt = DbText.From(confirmation.Proposal.StartsAt),
        ExpectedSeconds = (long)confirmation.Proposal.Expected.TotalSeconds,
        EstimateCents = confirmation.Proposal.CostEstimate?.Cents,
        LaterThanPromised = confirmation.Proposal.LaterThanPromised,
        Entitlement = DbText.From(confirmation.Entitlement.Kind),
        ReasonIt = confirmation.Entitlement.Reason.It,
        ReasonEn = confirmation.Entitlement.Reason.En,
        PresenceDueAt = DbText.From(confirmation.PresenceDueAt),
    };

    public Confirmation ToConfirmation() => new(
        new(DbText.ToId(Id)),
        new(DbText.ToId(TicketId)),
        DbText.ToInstant(SentAt),
        new(DbText.ToEnum<ActorKind>(AuthorKind), AuthorName, DbText.ToIdOrNull(AuthorKey)),
        new(
            Analysis, DbText.ToEnum<InterventionMode>(Mode), DbText.ToInstant(StartsAt), Duration.FromSeconds(ExpectedSeconds),
            EstimateCents is { } cents ? new Money(cents) : null, LaterThanPromised),
        new(DbText.ToEnum<EntitlementKind>(Entitlement), new(ReasonIt, ReasonEn)),
        DbText.ToInstantOrNull(PresenceDueAt));
}
