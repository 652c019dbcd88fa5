using System.Text.Json;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Events;

internal sealed class EventRow
{
    public long Sequence { get; init; }

    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string OccurredAt { get; init; }

    public required string ActorKind { get; init; }

    public required string ActorName { get; init; }

    public string? ActorKey { get; init; }

    public required string CustomerId { get; init; }

    public string? TicketId { get; init; }

    public string? ContractId { get; init; }

    public string? Promise { get; init; }

    public required string Changes { get; init; }

    public string? Note { get; init; }

    public required bool IsInternal { get; init; }

    public static EventRow From(RecordedEvent recorded) => new()
    {
        Id = DbText.From(recorded.Id.Value),
        Type = recorded.Type,
        OccurredAt = DbText.From(recorded.At),
        ActorKind = DbText.From(recorded.Actor.Kind),
        ActorName = recorded.Actor.Name,
        ActorKey = DbText.From(recorded.Actor.KeyId),
        CustomerId = DbText.From(recorded.CustomerId.Value),
        TicketId = DbText.From(recorded.TicketId?.Value),
        ContractId = DbText.From(recorded.ContractId?.Value),
        Promise = recorded.Promise is { } promise ? DbText.From(promise) : null,
        Changes = JsonSerializer.Serialize(recorded.Changes),
        Note = recorded.Note,
        IsInternal = recorded.IsInternal,
    };

    public RecordedEvent ToEvent() => new(
        new(DbText.ToId(Id)),
        Type,
        DbText.ToInstant(OccurredAt),
        new(DbText.ToEnum<ActorKind>(ActorKind), ActorName, DbText.ToIdOrNull(ActorKey)),
        new(DbText.ToId(CustomerId)),
        TicketId is null ? null : new(DbText.ToId(TicketId)),
        ContractId is null ? null : new(DbText.ToId(ContractId)),
        Promise is null ? null : DbText.ToEnum<PromiseKind>(Promise),
        JsonSerializer.Deserialize<Change[]>(Changes)!,
        Note,
        IsInternal);
}
