using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Billing;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tickets;

namespace MisterAssist.Infrastructure.WorkReports;

internal sealed class SqlWorkReportStore(DbSession db, IEventLog events) : IWorkReportStore
{
    private const string CountOn = "UPDATE work_report_number SET last = last + 1 WHERE year = @Year";

    private const string CountFirst = "INSERT INTO work_report_number (year, last) VALUES (@Year, 1)";

    private const string Last = "SELECT last FROM work_report_number WHERE year = @Year";

    private const string Select = """
        SELECT r.id AS Id, r.intervention_id AS InterventionId, r.ticket_id AS TicketId, r.customer_id AS CustomerId, r.status AS Status,
               r.created_at AS CreatedAt, r.replaces_id AS ReplacesId, r.voided AS Voided, r.ack_name AS AckName, r.ack_at AS AckAt,
               r.ack_by AS AckBy, r.ack_signature AS AckSignature, i.number AS Number, i.issued_at AS IssuedAt, i.net_cents AS NetCents,
               i.content AS Content, i.sha256 AS Sha256, r.version AS Version
        FROM work_report r
        LEFT JOIN issued_report i ON i.report_id = r.id
        """;

    private const string Insert = """
        INSERT INTO work_report (id, intervention_id, ticket_id, customer_id, status, created_at, replaces_id, version)
        VALUES (@Id, @InterventionId, @TicketId, @CustomerId, @Status, @CreatedAt, @ReplacesId, @Version)
        """;

    private const string Update = """
        UPDATE work_report
        SET status = @Status, voided = @Voided, ack_name = @AckName, ack_at = @AckAt, ack_by = @AckBy, ack_signature = @AckSignature,
            version = @Version
        WHERE id = @Id AND version = @LoadedVersion
        """;

    private const string InsertIssued = """
        INSERT INTO issued_report (report_id, number, issued_at, net_cents, content, sha256)
        SELECT @Id, @Number, @IssuedAt, @NetCents, @Content, @Sha256
        WHERE NOT EXISTS (SELECT 1 FROM issued_report WHERE report_id = @Id)
        """;

    private const string DropCharges = "UPDATE charge SET state = 'dropped' WHERE report_id = @Id AND state = 'open'";

    private const string Charges = $"""
        {MergedTickets.Together}
        SELECT r.ticket_id AS TicketId, i.issued_at AS IssuedAt, i.net_cents AS Net
        FROM work_report r
        JOIN issued_report i ON i.report_id = r.id
        WHERE r.ticket_id IN (SELECT ticket_id FROM together) AND r.status = 'issued'
        """;

    /// <summary>So many fit into one statement on every engine.</summary>
    private const int AtOnce = 500;

    public async Task<WorkReport?> FindAsync(WorkReportId id, CustomerReach reach, bool withDrafts, CancellationToken ct)
    {
        var conditions = Within(reach, withDrafts);
        conditions.Add("r.id = @Id", ("Id", DbText.From(id.Value)));
        return (await QueryAsync(conditions, 1, ct)).SingleOrDefault();
    }

    public async Task<IReadOnlyDictionary<WorkReportId, ReportContent>> IssuedAsync(IReadOnlyCollection<WorkReportId> ids, CancellationToken ct)
    {
        var found = new Dictionary<WorkReportId, ReportContent>();
        foreach (var some in ids.Select(id => DbText.From(id.Value)).Chunk(AtOnce))
        {
            var conditions = Within(CustomerReach.All, withDrafts: false);
            conditions.Add("r.id IN @Ids", ("Ids", some));
            foreach (var report in await QueryAsync(conditions, some.Length, ct))
                found.Add(report.ToState().Id, report.ToState().Issued!.Content);
        }

        return found;
    }

    public async Task<ReportNumber> NextNumberAsync(int year, CancellationToken ct)
    {
        var parameters = new { Year = year };
        if (await db.ExecuteAsync(CountOn, parameters, ct) == 0)
            await db.ExecuteAsync(CountFirst, parameters, ct);
        return new(year, await db.QueryFirstAsync<int>(Last, parameters, ct));
    }

    public async Task AddAsync(WorkReport report, CancellationToken ct)
    {
        await db.ExecuteAsync(Insert, WorkReportRow.From(report), ct);
        await events.AppendAsync(report.Events, ct);
    }

    public async Task SaveAsync(WorkReport report, CancellationToken ct)
    {
        var row = WorkReportRow.From(report);
        if (await db.ExecuteAsync(Update, row, ct) == 0)
            throw WorkReportErrors.ChangedMeanwhile();

        if (row.Content is not null && await db.ExecuteAsync(InsertIssued, row, ct) > 0)
            await db.ExecuteAsync(SqlChargeStore.Insert, Charge.Of(report.ToState()).Select(ChargeRow.From), ct);
        if (row.Voided is not null)
            await db.ExecuteAsync(DropCharges, row, ct);
        await events.AppendAsync(report.Events, ct);
    }

    public async Task<Page<WorkReport>> ListAsync(
        WorkReportFilter filter, CustomerReach reach, int limit, WorkReportId? after, CancellationToken ct)
    {
        var conditions = Within(reach, filter.WithDrafts);
        if (filter.CustomerId is { } customer)
            conditions.Add("r.customer_id = @Customer", ("Customer", DbText.From(customer.Value)));
        if (filter.TicketId is { } ticket)
            conditions.Add("r.ticket_id = @Ticket", ("Ticket", DbText.From(ticket.Value)));
        if (filter.InterventionId is { } intervention)
            conditions.Add("r.intervention_id = @Intervention", ("Intervention", DbText.From(intervention.Value)));
        if (filter.Statuses.Count > 0)
            conditions.Add("r.status IN @Statuses", ("Statuses", filter.Statuses.Select(status => DbText.From(status))));
        if (filter.Number is { } number)
            conditions.Add("i.number = @Number", ("Number", number));
        if (after is { } last)
            conditions.Add("r.id > @After", ("After", DbText.From(last.Value)));
        return Page.FromOneMore(await QueryAsync(conditions, limit + 1, ct), limit);
    }

    public async Task<IReadOnlyList<TicketCharge>> ChargesOnAsync(TicketId ticket, CancellationToken ct) =>
        [.. (await db.QueryAsync<TicketChargeRow>(Charges, new { Ticket = DbText.From(ticket.Value) }, ct)).Select(row => row.ToCharge())];

    private static Conditions Within(CustomerReach reach, bool withDrafts)
    {
        var conditions = new Conditions();
        if (reach.Only is { } only)
            conditions.Add("r.customer_id IN @Reach", ("Reach", only.Select(customer => DbText.From(customer.Value))));
        if (!withDrafts)
            conditions.Add("r.status <> 'draft'");
        return conditions;
    }

    private async Task<IReadOnlyList<WorkReport>> QueryAsync(Conditions conditions, int limit, CancellationToken ct)
    {
        var rows = await db.QueryAsync<WorkReportRow>(
            $"{Select}\n{conditions.Where}\nORDER BY r.id LIMIT @Limit", conditions.With("Limit", limit), ct);
        return [.. rows.Select(row => row.ToReport())];
    }
}
