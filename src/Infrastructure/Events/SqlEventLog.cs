using MisterAssist.Application.Events;
using MisterAssist.Domain.Events;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Telemetry;

namespace MisterAssist.Infrastructure.Events;

internal sealed class SqlEventLog(DbSession db) : IEventLog
{
    internal const string Insert = """
        INSERT INTO event
          (id, type, occurred_at, actor_kind, actor_name, actor_key, customer_id, ticket_id, contract_id, promise, changes, note, is_internal)
        VALUES
          (@Id, @Type, @OccurredAt, @ActorKind, @ActorName, @ActorKey, @CustomerId, @TicketId, @ContractId, @Promise, @Changes, @Note, @IsInternal)
        """;

    public async Task AppendAsync(IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        foreach (var recorded in events)
            await db.ExecuteAsync(Insert, EventRow.From(recorded), ct);
        db.AfterCommit(() => EventCounts.Add(events));
    }
}
