using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets.Confirmations;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Confirmations;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tickets.Confirmations;

internal sealed class SqlConfirmationStore(DbSession db) : IConfirmationStore
{
    private const string Insert = """
        INSERT INTO confirmation
          (id, ticket_id, sent_at, author_kind, author_name, author_key, analysis, mode, starts_at, expected_seconds, estimate_cents,
           later_than_promised, entitlement, reason_it, reason_en, presence_due_at)
        VALUES
          (@Id, @TicketId, @SentAt, @AuthorKind, @AuthorName, @AuthorKey, @Analysis, @Mode, @StartsAt, @ExpectedSeconds, @EstimateCents,
           @LaterThanPromised, @Entitlement, @ReasonIt, @ReasonEn, @PresenceDueAt)
        """;

    private const string Select = """
        SELECT id AS Id, ticket_id AS TicketId, sent_at AS SentAt, author_kind AS AuthorKind, author_name AS AuthorName,
               author_key AS AuthorKey, analysis AS Analysis, mode AS Mode, starts_at AS StartsAt, expected_seconds AS ExpectedSeconds,
               estimate_cents AS EstimateCents, later_than_promised AS LaterThanPromised, entitlement AS Entitlement,
               reason_it AS ReasonIt, reason_en AS ReasonEn, presence_due_at AS PresenceDueAt
        FROM confirmation
        WHERE ticket_id = @TicketId
        """;

    private const string Find = $"{Select} AND id = @Id";

    private const string List = $"{Select} AND id > @Id ORDER BY id LIMIT @Limit";

    public Task AddAsync(Confirmation confirmation, CancellationToken ct) => db.ExecuteAsync(Insert, ConfirmationRow.From(confirmation), ct);

    public async Task<Confirmation?> FindAsync(TicketId ticket, ConfirmationId id, CancellationToken ct)
    {
        var parameters = new { TicketId = DbText.From(ticket.Value), Id = DbText.From(id.Value) };
        return (await db.QueryFirstAsync<ConfirmationRow>(Find, parameters, ct))?.ToConfirmation();
    }

    public async Task<Page<Confirmation>> ListAsync(TicketId ticket, int limit, ConfirmationId? after, CancellationToken ct)
    {
        var parameters = new { TicketId = DbText.From(ticket.Value), Id = DbText.From(after?.Value) ?? "", Limit = limit + 1 };
        var rows = await db.QueryAsync<ConfirmationRow>(List, parameters, ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToConfirmation())], limit);
    }
}
