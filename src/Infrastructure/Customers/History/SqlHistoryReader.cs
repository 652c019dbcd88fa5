using MisterAssist.Application.Customers.History;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Customers.History;

internal sealed class SqlHistoryReader(DbSession db) : IHistoryReader
{
    private const string Select = """
        SELECT i.id AS Id, i.ticket_id AS TicketId, k.number AS TicketNumber, k.subject AS Subject, i.mode AS Mode, i.site_id AS SiteId,
               i.status AS Status, i.created_at AS CreatedAt, i.arrived_at AS ArrivedAt, i.ending AS Ending
        FROM intervention i
        JOIN ticket k ON k.id = i.ticket_id
        """;

    private const string At = "COALESCE(i.arrived_at, i.created_at)";

    /// <remarks>Where both are equal the id decides. Said so, as the index is walked from there only by what compares its column alone.</remarks>
    private const string After = $"{At} >= @AfterAt AND ({At} > @AfterAt OR i.id > @AfterId)";

    private const string InOrder = $"ORDER BY {At}, i.id LIMIT @Limit";

    private const string Reports = """
        SELECT r.intervention_id AS InterventionId, r.id AS Id, r.status AS Status, s.number AS Number, s.issued_at AS IssuedAt,
               s.net_cents AS NetCents
        FROM work_report r
        LEFT JOIN issued_report s ON s.report_id = r.id
        WHERE r.intervention_id IN @Ids AND (@WithDrafts = 1 OR r.status <> 'draft')
        ORDER BY r.id
        """;

    /// <remarks>Both questions see the database as it was at the first.</remarks>
    public Task<Page<HistoryEntry>> ListAsync(
        HistoryFilter filter, CustomerReach reach, int limit, HistoryPlace? after, CancellationToken ct) => db.ReadAsync(
        async () =>
        {
            var conditions = ConditionsOf(filter, reach, after);
            var rows = await db.QueryAsync<HistoryRow>(
                $"{Select}\n{conditions.Where}\n{InOrder}", conditions.With("Limit", limit + 1), ct);
            var page = Page.FromOneMore(rows, limit);
            var reports = await ReportsOnAsync(page.Items, filter.WithDrafts, ct);
            return new Page<HistoryEntry>([.. page.Items.Select(row => row.ToEntry(reports[row.Id]))], page.HasMore);
        },
        ct);

    private static Conditions ConditionsOf(HistoryFilter filter, CustomerReach reach, HistoryPlace? after)
    {
        var conditions = new Conditions();
        conditions.Add("i.customer_id = @Customer", ("Customer", DbText.From(filter.Customer.Value)));
        if (reach.Only is { } only)
            conditions.Add("i.customer_id IN @Reach", ("Reach", only.Select(customer => DbText.From(customer.Value))));
        if (filter.Site is { } site)
            conditions.Add("i.site_id = @Site", ("Site", DbText.From(site.Value)));
        if (filter.From is { } from)
            conditions.Add($"{At} >= @From", ("From", DbText.From(from)));
        if (filter.To is { } to)
            conditions.Add($"{At} < @To", ("To", DbText.From(to)));
        if (after is { } last)
            conditions.Add(After, ("AfterAt", DbText.From(last.At)), ("AfterId", DbText.From(last.Id.Value)));
        return conditions;
    }

    private async Task<ILookup<string, HistoryReport>> ReportsOnAsync(IEnumerable<HistoryRow> rows, bool withDrafts, CancellationToken ct)
    {
        var found = await db.QueryAsync<HistoryReportRow>(Reports, new { Ids = rows.Select(row => row.Id), WithDrafts = withDrafts }, ct);
        return found.ToLookup(row => row.InterventionId, row => row.ToReport());
    }
}
