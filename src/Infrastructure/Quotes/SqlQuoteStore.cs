using MisterAssist.Application.Quotes;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Quotes;

internal sealed class SqlQuoteStore(DbSession db) : IQuoteStore
{
    private const string CountOn = "UPDATE quote_number SET last = last + 1 WHERE year = @Year";

    private const string CountFirst = "INSERT INTO quote_number (year, last) VALUES (@Year, 1)";

    private const string Last = "SELECT last FROM quote_number WHERE year = @Year";

    private const string Select = """
        SELECT q.id AS Id, q.number AS Number, q.made_for_id AS MadeForId, q.ticket_id AS TicketId, q.customer_id AS CustomerId, q.valid_until_on AS ValidUntilOn,
               q.note AS Note, q.created_at AS CreatedAt, q.sent_at AS SentAt, q.accepted AS Accepted, q.answered_at AS AnsweredAt,
               q.answerer_kind AS AnswererKind, q.answerer_name AS AnswererName, q.answerer_key AS AnswererKey, q.reason AS Reason,
               q.version AS Version
        FROM quote q
        """;

    private const string LinesOf = """
        SELECT quote_id AS QuoteId, place AS Place, description AS Description, quantity AS Quantity, unit_price AS UnitPrice
        FROM quote_line
        WHERE quote_id IN @Quotes
        ORDER BY quote_id, place
        """;

    private const string InState = """
        CASE
          WHEN q.sent_at IS NULL THEN 'draft'
          WHEN q.accepted = 1 THEN 'accepted'
          WHEN q.accepted = 0 THEN 'declined'
          WHEN q.valid_until_at <= @At THEN 'expired'
          ELSE 'sent'
        END IN @States
        """;

    private const string InOrder = "ORDER BY q.id LIMIT @Limit";

    private const string Insert = """
        INSERT INTO quote
          (id, number, made_for_id, ticket_id, customer_id, valid_until_on, valid_until_at, note, total, created_at, sent_at, accepted, answered_at,
           answerer_kind, answerer_name, answerer_key, reason, version)
        VALUES
          (@Id, @Number, @MadeForId, @TicketId, @CustomerId, @ValidUntilOn, @ValidUntilAt, @Note, @Total, @CreatedAt, @SentAt, @Accepted, @AnsweredAt,
           @AnswererKind, @AnswererName, @AnswererKey, @Reason, @Version)
        """;

    private const string Update = """
        UPDATE quote
        SET ticket_id = @TicketId, valid_until_on = @ValidUntilOn, valid_until_at = @ValidUntilAt, note = @Note, total = @Total, sent_at = @SentAt,
            accepted = @Accepted, answered_at = @AnsweredAt, answerer_kind = @AnswererKind, answerer_name = @AnswererName,
            answerer_key = @AnswererKey, reason = @Reason, version = @Version
        WHERE id = @Id AND version = @Version - 1
        """;

    private const string Delete = "DELETE FROM quote WHERE id = @Id";

    private const string DeleteLines = "DELETE FROM quote_line WHERE quote_id = @Id";

    private const string InsertLine = """
        INSERT INTO quote_line (quote_id, place, description, quantity, unit_price)
        VALUES (@QuoteId, @Place, @Description, @Quantity, @UnitPrice)
        """;

    public async Task<Quote?> FindAsync(QuoteId id, QuoteSight sight, CancellationToken ct)
    {
        var conditions = Seen(sight);
        conditions.Add("q.id = @Id", ("Id", DbText.From(id.Value)));
        return (await WithLinesAsync(conditions, 1, ct)).SingleOrDefault();
    }

    public async Task<Page<Quote>> ListAsync(QuoteFilter filter, QuoteSight sight, int limit, QuoteId? after, CancellationToken ct)
    {
        var conditions = Seen(sight);
        if (after is { } last)
            conditions.Add("q.id > @After", ("After", DbText.From(last.Value)));
        if (filter.Tickets.Count > 0)
            conditions.Add("q.ticket_id IN @Tickets", ("Tickets", filter.Tickets.Select(ticket => DbText.From(ticket.Value))));
        if (filter.Customers.Count > 0)
            conditions.Add("q.customer_id IN @Customers", ("Customers", filter.Customers.Select(customer => DbText.From(customer.Value))));
        if (filter.States.Count > 0)
            conditions.Add(InState, ("At", DbText.From(filter.At)), ("States", filter.States.Select(DbText.From)));
        return Page.FromOneMore(await WithLinesAsync(conditions, limit + 1, ct), limit);
    }

    public Task<IReadOnlyList<Quote>> OfTicketAsync(TicketId ticket, CancellationToken ct)
    {
        var conditions = new Conditions();
        conditions.Add("q.ticket_id = @Ticket", ("Ticket", DbText.From(ticket.Value)));
        return WithLinesAsync(conditions, int.MaxValue, ct);
    }

    public async Task<QuoteNumber> NextNumberAsync(int year, CancellationToken ct)
    {
        var parameters = new { Year = year };
        if (await db.ExecuteAsync(CountOn, parameters, ct) == 0)
            await db.ExecuteAsync(CountFirst, parameters, ct);
        return new(year, await db.QueryFirstAsync<int>(Last, parameters, ct));
    }

    public async Task AddAsync(Quote quote, CancellationToken ct)
    {
        await db.ExecuteAsync(Insert, QuoteRow.From(quote), ct);
        await AddLinesAsync(quote, ct);
    }

    public async Task SaveAsync(Quote quote, CancellationToken ct)
    {
        var row = QuoteRow.From(quote);
        if (await db.ExecuteAsync(Update, row, ct) == 0)
            throw QuoteErrors.ChangedMeanwhile();

        await db.ExecuteAsync(DeleteLines, new { row.Id }, ct);
        await AddLinesAsync(quote, ct);
    }

    public async Task DeleteAsync(QuoteId id, CancellationToken ct)
    {
        var parameters = new { Id = DbText.From(id.Value) };
        await db.ExecuteAsync(DeleteLines, parameters, ct);
        await db.ExecuteAsync(Delete, parameters, ct);
    }

    private static Conditions Seen(QuoteSight sight)
    {
        var conditions = new Conditions();
        if (sight.Reach.Only is { } within)
            conditions.Add("q.customer_id IN @Reach", ("Reach", within.Select(customer => DbText.From(customer.Value))));
        if (!sight.WithDrafts)
            conditions.Add("q.sent_at IS NOT NULL");
        return conditions;
    }

    private async Task AddLinesAsync(Quote quote, CancellationToken ct)
    {
        foreach (var (i, line) in quote.Terms.Lines.Index())
            await db.ExecuteAsync(InsertLine, QuoteLineRow.From(quote.Id, i + 1, line), ct);
    }

    private Task<IReadOnlyList<Quote>> WithLinesAsync(Conditions conditions, int limit, CancellationToken ct) => db.ReadAsync(
        async () =>
        {
            var rows = await db.QueryAsync<QuoteRow>($"{Select}\n{conditions.Where}\n{InOrder}", conditions.With("Limit", limit), ct);
            var lines = await db.QueryAsync<QuoteLineRow>(LinesOf, new { Quotes = rows.Select(row => row.Id) }, ct);
            var byQuote = lines.ToLookup(line => line.QuoteId);
            return (IReadOnlyList<Quote>)[.. rows.Select(row => row.ToQuote(byQuote[row.Id]))];
        },
        ct);
}
