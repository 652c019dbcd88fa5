using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets.Messages;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Messages;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tickets.Messages;

internal sealed class SqlMessageStore(DbSession db) : IMessageStore
{
    private const string Insert = """
        INSERT INTO message (id, ticket_id, written_at, author_kind, author_name, author_key, body, is_internal, is_automatic)
        VALUES (@Id, @TicketId, @WrittenAt, @AuthorKind, @AuthorName, @AuthorKey, @Body, @IsInternal, @IsAutomatic)
        """;

    private const string Select = """
        SELECT id AS Id, ticket_id AS TicketId, written_at AS WrittenAt, author_kind AS AuthorKind, author_name AS AuthorName,
               author_key AS AuthorKey, body AS Body, is_internal AS IsInternal, is_automatic AS IsAutomatic
        FROM message
        WHERE ticket_id = @TicketId AND (is_internal = 0 OR @WithInternal = 1)
        """;

    private const string Find = $"{Select} AND id = @Id";

    private const string List = $"{Select} AND id > @Id ORDER BY id LIMIT @Limit";

    public Task AddAsync(Message message, CancellationToken ct) => db.ExecuteAsync(Insert, MessageRow.From(message), ct);

    public async Task<Message?> FindAsync(TicketId ticket, MessageId id, bool withInternal, CancellationToken ct)
    {
        var parameters = new { TicketId = DbText.From(ticket.Value), Id = DbText.From(id.Value), WithInternal = withInternal };
        return (await db.QueryFirstAsync<MessageRow>(Find, parameters, ct))?.ToMessage();
    }

    public async Task<Page<Message>> ListAsync(TicketId ticket, bool withInternal, int limit, MessageId? after, CancellationToken ct)
    {
        var parameters = new
        {
            TicketId = DbText.From(ticket.Value),
            Id = DbText.From(after?.Value) ?? "",
            WithInternal = withInternal,
            Limit = limit + 1,
        };
        var rows = await db.QueryAsync<MessageRow>(List, parameters, ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToMessage())], limit);
    }
}
