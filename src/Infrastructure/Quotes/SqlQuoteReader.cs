using MisterAssist.Application.Quotes;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tickets;

namespace MisterAssist.Infrastructure.Quotes;

internal sealed class SqlQuoteReader(DbSession db) : IQuoteReader
{
    private const string Accepted = $"""
        {MergedTickets.Together}
        SELECT id AS Id, number AS Number, total AS Total, made_for_id AS MadeForId, sent_at AS SentAt, answered_at AS AnsweredAt
        FROM quote
        WHERE ticket_id IN (SELECT ticket_id FROM together) AND accepted = 1
        """;

    private const string Merges = $"""
        {MergedTickets.Together}
        SELECT id AS FromId, merged_into_id AS IntoId, ended_at AS At
        FROM ticket
        WHERE id IN (SELECT ticket_id FROM together) AND merged_into_id IS NOT NULL
        """;

    public async Task<QuotedWork> OnAsync(TicketId ticket, CancellationToken ct)
    {
        var parameters = new { Ticket = DbText.From(ticket.Value) };
        var accepted = await db.QueryAsync<AcceptedQuoteRow>(Accepted, parameters, ct);
        var merges = accepted.Count > 0 ? await db.QueryAsync<TicketMergeRow>(Merges, parameters, ct) : [];
        return new([.. accepted.Select(row => row.ToQuote())], [.. merges.Select(row => row.ToMerge())]);
    }
}

internal sealed class AcceptedQuoteRow
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required long Total { get; init; }

    public required string MadeForId { get; init; }

    public required string SentAt { get; init; }

    public required string AnsweredAt { get; init; }

    public AcceptedQuote ToQuote() => new(
        new(DbText.ToId(Id)), QuoteNumber.Parse(Number), new(Total), new(DbText.ToId(MadeForId)), DbText.ToInstant(SentAt), DbText.ToInstant(AnsweredAt));
}

internal sealed class TicketMergeRow
{
    public required string FromId { get; init; }

    public required string IntoId { get; init; }

    public required string At { get; init; }

    public TicketMerge ToMerge() => new(new(DbText.ToId(FromId)), new(DbText.ToId(IntoId)), DbText.ToInstant(At));
}
