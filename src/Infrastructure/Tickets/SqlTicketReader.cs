using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Tickets;

internal sealed class SqlTicketReader(DbSession db) : ITicketReader
{
    internal const string Find = """
        SELECT id AS Id, number AS Number, customer_id AS CustomerId, contract_id AS ContractId, plan_code AS PlanCode,
               plan_version AS PlanVersion, precedence AS Precedence, handled_as AS HandledAs, subject AS Subject,
               description AS Description, urgency AS Urgency, service AS Service, site_id AS SiteId, contact_id AS ContactId,
               channel AS Channel, channel_in_plan AS ChannelInPlan, received_at AS ReceivedAt, recorded_at AS RecordedAt,
               late_note AS LateNote, reporter_kind AS ReporterKind, reporter_name AS ReporterName, reporter_key AS ReporterKey,
               previous_id AS PreviousId, status AS Status, assignee AS Assignee, round AS Round, round_start AS RoundStart,
               pauses AS Pauses, acknowledged_at AS AcknowledgedAt, confirmed_at AS ConfirmedAt, begun_at AS BegunAt, presence_wanted_at AS PresenceWantedAt, presence_wanted_for AS PresenceWantedFor,
               follow_up_owed AS FollowUpOwed, ended_at AS EndedAt, outcome AS Outcome,
               merged_into_id AS MergedIntoId, next_check_at AS NextCheckAt, version AS Version, revision AS Revision
        FROM ticket
        WHERE id = @Id
        """;

    private const string InReach = "customer_id IN @Reach";

    private const string FindInReach = $"{Find} AND {InReach}";

    private const string Exists = "SELECT COUNT(*) FROM ticket WHERE id = @Id";

    private const string ExistsInReach = $"{Exists} AND {InReach}";

    private const string SelectPromises = """
        SELECT ticket_id AS TicketId, kind AS Kind, round AS Round, terms AS Terms, due_at AS DueAt, met_at AS MetAt, warned AS Warned,
               miss_raised AS MissRaised
        FROM promise
        """;

    internal const string PromisesOf = $"{SelectPromises} WHERE ticket_id = @Ticket ORDER BY round, kind";

    private const string PromisesOfAny = $"{SelectPromises} WHERE ticket_id IN @Tickets ORDER BY ticket_id, round, kind";

    private const string SelectSummary = """
        SELECT t.id AS Id, t.number AS Number, t.customer_id AS CustomerId, t.contract_id AS ContractId, t.plan_code AS PlanCode,
               t.plan_version AS PlanVersion, t.precedence AS Precedence, t.handled_as AS HandledAs, t.subject AS Subject,
               t.urgency AS Urgency, t.status AS Status, t.queue_rank AS QueueRank, t.assignee AS Assignee, t.received_at AS ReceivedAt, t.version AS Version
        FROM ticket t
        """;

    // The rank is bounded on its own: an engine does not begin at a place in the index that it is told only inside an OR.
    private const string AfterInQueue = """
        t.queue_rank >= @Rank
        AND (t.queue_rank > @Rank
             OR t.precedence > @Precedence
             OR (t.precedence = @Precedence
                 AND (t.queue_due_at > @DueAt
                      OR (t.queue_due_at = @DueAt
                          AND (t.received_at > @ReceivedAt OR (t.received_at = @ReceivedAt AND t.id > @AfterId))))))
        """;

    private const string InQueueOrder = "ORDER BY t.queue_rank, t.precedence, t.queue_due_at, t.received_at, t.id LIMIT @Limit";

    private static readonly Dictionary<TicketOrder, (string After, string OrderBy)> Orders = new()
    {
        [TicketOrder.NewestFirst] = (
            "(t.received_at < @AfterAt OR (t.received_at = @AfterAt AND t.id < @AfterId))",
            "ORDER BY t.received_at DESC, t.id DESC LIMIT @Limit"),
        [TicketOrder.OldestFirst] = (
            "(t.received_at > @AfterAt OR (t.received_at = @AfterAt AND t.id > @AfterId))",
            "ORDER BY t.received_at, t.id LIMIT @Limit"),
        [TicketOrder.DueFirst] = (
            "(t.queue_due_at > @AfterAt OR (t.queue_due_at = @AfterAt AND t.id > @AfterId))",
            "ORDER BY t.queue_due_at, t.id LIMIT @Limit"),
    };

    public async Task<bool> ExistsAsync(TicketId id, CustomerReach reach, CancellationToken ct) =>
        await FirstAsync<int>(Exists, ExistsInReach, id, reach, ct) > 0;

    public Task<TicketState?> FindAsync(TicketId id, CustomerReach reach, CancellationToken ct) => db.ReadAsync(
        async () => await FirstAsync<TicketRow>(Find, FindInReach, id, reach, ct) is { } row
            ? row.ToState(await db.QueryAsync<PromiseRow>(PromisesOf, new { Ticket = row.Id }, ct))
            : null,
        ct);

    public async Task<Page<TicketSummary>> ListAsync(
        TicketFilter filter, CustomerReach reach, TicketOrder order, TicketPlace? after, int limit, Instant now, CancellationToken ct)
    {
        var (isAfter, orderBy) = Orders[order];
        var conditions = new TicketConditions(filter, reach, now);
        if (after is { } last)
            conditions.Add(isAfter, ("AfterAt", DbText.From(last.At) ?? TicketRow.Never), ("AfterId", DbText.From(last.Id.Value)));
        return await PageAsync(conditions, orderBy, limit, ct);
    }

    public async Task<Page<TicketSummary>> ListQueueAsync(
        TicketFilter filter, CustomerReach reach, QueuePlace? after, int limit, Instant now, CancellationToken ct)
    {
        var conditions = new TicketConditions(filter, reach, now);
        conditions.Add("t.is_open = 1");
        if (after is { } last)
        {
            conditions.Add(
                AfterInQueue, ("Rank", last.Rank), ("Precedence", last.Precedence), ("DueAt", DbText.From(last.DueAt) ?? TicketRow.Never),
                ("ReceivedAt", DbText.From(last.ReceivedAt)), ("AfterId", DbText.From(last.Id.Value)));
        }

        return await PageAsync(conditions, InQueueOrder, limit, ct);
    }

    private Task<T?> FirstAsync<T>(string sql, string sqlInReach, TicketId id, CustomerReach reach, CancellationToken ct) => reach.Only is { } only
        ? db.QueryFirstAsync<T>(sqlInReach, new { Id = DbText.From(id.Value), Reach = only.Select(customer => DbText.From(customer.Value)) }, ct)
        : db.QueryFirstAsync<T>(sql, new { Id = DbText.From(id.Value) }, ct);

    private Task<Page<TicketSummary>> PageAsync(TicketConditions conditions, string orderBy, int limit, CancellationToken ct) => db.ReadAsync(
        () => QueryPageAsync(conditions, orderBy, limit, ct), ct);

    private async Task<Page<TicketSummary>> QueryPageAsync(TicketConditions conditions, string orderBy, int limit, CancellationToken ct)
    {
        var found = await db.QueryAsync<TicketSummaryRow>(
            $"{SelectSummary}\n{conditions.Where}\n{orderBy}", conditions.With("Limit", limit + 1), ct);
        var page = Page.FromOneMore(found, limit);
        var promises = await db.QueryAsync<PromiseRow>(PromisesOfAny, new { Tickets = page.Items.Select(row => row.Id) }, ct);
        var byTicket = promises.ToLookup(promise => promise.TicketId);
        return new([.. page.Items.Select(row => row.ToSummary(byTicket[row.Id]))], page.HasMore);
    }
}
