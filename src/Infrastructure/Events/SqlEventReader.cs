using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Events;

internal sealed class SqlEventReader(DbSession db) : IEventReader
{
    /// <summary>How many numbers one question goes through at the most.</summary>
    internal const int Span = 10_000;

    internal const string Select = """
        SELECT sequence AS Sequence, id AS Id, type AS Type, occurred_at AS OccurredAt, actor_kind AS ActorKind, actor_name AS ActorName,
               actor_key AS ActorKey, customer_id AS CustomerId, ticket_id AS TicketId, contract_id AS ContractId, promise AS Promise,
               changes AS Changes, note AS Note, is_internal AS IsInternal
        FROM event
        """;

    private const string Last = "SELECT COALESCE(MAX(sequence), 0) FROM event";

    private const string Between = $"{Select} WHERE sequence > @After AND sequence <= @UpTo";
    private const string OfCustomersInReach = " AND customer_id IN @Customers";
    private const string OfCustomer = " AND customer_id = @CustomerId";
    private const string OfTicket = " AND ticket_id = @TicketId";
    private const string OfTypes = " AND type IN @Types";
    private const string ForAll = " AND is_internal = 0";
    private const string InOrder = " ORDER BY sequence LIMIT @Limit";

    private const string ListOfTicket = $"""
        {Select}
        WHERE ticket_id = @TicketId AND sequence > @After AND (is_internal = 0 OR @IncludeInternal = 1)
        ORDER BY sequence
        LIMIT @Limit
        """;

    public async Task<EventPage> ListAsync(EventFilter filter, CustomerReach reach, long after, int limit, CancellationToken ct)
    {
        // Asked first: what is written from now on has later numbers, so up to this one there will never be more than there is.
        var last = await db.QueryFirstAsync<long>(Last, null, ct);
        var upTo = Math.Min(last, after + Span);
        var parameters = new
        {
            After = after,
            UpTo = upTo,
            Customers = reach.Only?.Select(customer => DbText.From(customer.Value)),
            CustomerId = DbText.From(filter.CustomerId?.Value),
            TicketId = DbText.From(filter.TicketId?.Value),
            filter.Types,
            Limit = limit + 1,
        };
        var page = PageOf(await db.QueryAsync<EventRow>(SqlOf(filter, reach), parameters, ct), limit);

        return page.HasMore
            ? new(page.Items, page.Items[^1].Sequence, HasMore: true)
            : new(page.Items, Math.Max(after, upTo), upTo < last);
    }

    public async Task<Page<LoggedEvent>> ListOfTicketAsync(
        TicketId ticketId, bool includeInternal, int limit, long afterSequence, CancellationToken ct)
    {
        var parameters = new
        {
            TicketId = DbText.From(ticketId.Value),
            After = afterSequence,
            IncludeInternal = includeInternal,
            Limit = limit + 1,
        };
        return PageOf(await db.QueryAsync<EventRow>(ListOfTicket, parameters, ct), limit);
    }

    private static string SqlOf(EventFilter filter, CustomerReach reach) => string.Concat(
        Between,
        reach.Only is null ? "" : OfCustomersInReach,
        filter.CustomerId is null ? "" : OfCustomer,
        filter.TicketId is null ? "" : OfTicket,
        filter.Types.Count == 0 ? "" : OfTypes,
        filter.IncludeInternal ? "" : ForAll,
        InOrder);

    private static Page<LoggedEvent> PageOf(IReadOnlyList<EventRow> rows, int limit) =>
        Page.FromOneMore([.. rows.Select(row => new LoggedEvent(row.Sequence, row.ToEvent()))], limit);
}
