using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets.Attachments;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Attachments;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tickets.Attachments;

internal sealed class SqlAttachmentStore(DbSession db) : IAttachmentStore
{
    private const string Insert = """
        INSERT INTO attachment
          (id, ticket_id, added_at, author_kind, author_name, author_key, file_name, media_type, size, sha256, is_internal)
        VALUES
          (@Id, @TicketId, @AddedAt, @AuthorKind, @AuthorName, @AuthorKey, @FileName, @MediaType, @Size, @Sha256, @IsInternal)
        """;

    private const string Select = """
        SELECT id AS Id, ticket_id AS TicketId, added_at AS AddedAt, author_kind AS AuthorKind, author_name AS AuthorName,
               author_key AS AuthorKey, file_name AS FileName, media_type AS MediaType, size AS Size, sha256 AS Sha256,
               is_internal AS IsInternal
        FROM attachment
        WHERE ticket_id = @TicketId AND (is_internal = 0 OR @WithInternal = 1)
        """;

    private const string Find = $"{Select} AND id = @Id";

    private const string List = $"{Select} AND id > @Id ORDER BY id LIMIT @Limit";

    private const string Exists = "SELECT COUNT(*) FROM attachment WHERE id = @Id";

    public Task AddAsync(Attachment attachment, CancellationToken ct) => db.ExecuteAsync(Insert, AttachmentRow.From(attachment), ct);

    public async Task<Attachment?> FindAsync(TicketId ticket, AttachmentId id, bool withInternal, CancellationToken ct)
    {
        var parameters = new { TicketId = DbText.From(ticket.Value), Id = DbText.From(id.Value), WithInternal = withInternal };
        return (await db.QueryFirstAsync<AttachmentRow>(Find, parameters, ct))?.ToAttachment();
    }

    public async Task<Page<Attachment>> ListAsync(TicketId ticket, bool withInternal, int limit, AttachmentId? after, CancellationToken ct)
    {
        var parameters = new
        {
            TicketId = DbText.From(ticket.Value),
            Id = DbText.From(after?.Value) ?? "",
            WithInternal = withInternal,
            Limit = limit + 1,
        };
        var rows = await db.QueryAsync<AttachmentRow>(List, parameters, ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToAttachment())], limit);
    }

    public async Task<bool> ExistsAsync(AttachmentId id, CancellationToken ct) =>
        await db.QueryFirstAsync<int>(Exists, new { Id = DbText.From(id.Value) }, ct) > 0;
}
