using MisterAssist.Application.Quotes;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Quotes;

internal sealed class SqlQuoteReader(DbSession db) : IQuoteReader
{
    private const string FindAccepted = """
        WITH RECURSIVE goes_on (ticket_id) AS (
          SELECT @Ticket
          UNION
          SELECT t.merged_into_id FROM goes_on g JOIN ticket t ON t.id = g.ticket_id WHERE t.merged_into_id IS NOT NULL
        )
        SELECT id AS Id, number AS Number, total AS Total, answered_on_id AS AnsweredOnId, answered_at AS AnsweredAt
        FROM quote
        WHERE ticket_id IN (SELECT ticket_id FROM goes_on) AND accepted = 1
        ORDER BY answered_on_id = @Ticket DESC, answered_at DESC, id DESC
        LIMIT 1
        """;

    public async Task<AcceptedQuote?> FindAcceptedAsync(TicketId ticket, CancellationToken ct) =>
        await db.QueryFirstAsync<AcceptedQuoteRow>(FindAccepted, new { Ticket = DbText.From(ticket.Value) }, ct) is { } row
            ? new(new(DbText.ToId(row.Id)), QuoteNumber.Parse(row.Number), new(row.Total), new(DbText.ToId(row.AnsweredOnId)), DbText.ToInstant(row.AnsweredAt))
            : null;
}

internal sealed class AcceptedQuoteRow
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required long Total { get; init; }

    public required string AnsweredOnId { get; init; }

    public required string AnsweredAt { get; init; }
}
