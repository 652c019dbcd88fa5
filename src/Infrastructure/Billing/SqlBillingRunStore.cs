using MisterAssist.Application.Billing;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Billing;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Billing;

internal sealed class SqlBillingRunStore(DbSession db) : IBillingRunStore
{
    private const string Columns = """
        id AS Id, month AS Month, issues AS Issues, status AS Status, requested_by AS RequestedBy, created_at AS CreatedAt,
               ended_at AS EndedAt, after_customer_id AS AfterCustomerId, tally AS Tally, version AS Version
        """;

    private const string Select = $"""
        SELECT {Columns}
        FROM billing_run
        """;

    private const string Find = $"{Select} WHERE id = @Id";

    private const string ClaimRunning = $"""
        UPDATE billing_run
        SET status = 'running'
        WHERE id IN (SELECT id FROM billing_run WHERE status = 'running' ORDER BY id LIMIT 1)
          AND status = 'running'
        RETURNING {Columns}
        """;

    private const string SelectOutcome = """
        SELECT run_id AS RunId, number AS Number, customer_id AS CustomerId, invoice_id AS InvoiceId, outcome AS Outcome, lines AS Lines, net AS Net, total AS Total,
               code AS Code, detail AS Detail
        FROM billing_run_outcome
        """;

    private const string Insert = """
        INSERT INTO billing_run (id, month, issues, status, requested_by, created_at, ended_at, after_customer_id, tally, version)
        VALUES (@Id, @Month, @Issues, @Status, @RequestedBy, @CreatedAt, @EndedAt, @AfterCustomerId, @Tally, @Version)
        """;

    private const string Update = """
        UPDATE billing_run
        SET status = @Status, ended_at = @EndedAt, after_customer_id = @AfterCustomerId, tally = @Tally, version = @Version
        WHERE id = @Id AND version = @LoadedVersion
        """;

    private const string InsertOutcome = """
        INSERT INTO billing_run_outcome (run_id, number, customer_id, invoice_id, outcome, lines, net, total, code, detail)
        VALUES (@RunId, @Number, @CustomerId, @InvoiceId, @Outcome, @Lines, @Net, @Total, @Code, @Detail)
        """;

    public async Task<BillingRun?> FindAsync(BillingRunId id, CancellationToken ct) =>
        await db.QueryFirstAsync<BillingRunRow>(Find, new { Id = DbText.From(id.Value) }, ct) is { } row ? BillingRun.FromState(row.ToState()) : null;

    public async Task<BillingRun?> ClaimRunningAsync(CancellationToken ct) =>
        await db.ClaimAsync<BillingRunRow>(ClaimRunning, null, ct) is [var row] ? BillingRun.FromState(row.ToState()) : null;

    public async Task<Page<BillingRunState>> ListAsync(YearMonth? month, int limit, BillingRunId? before, CancellationToken ct)
    {
        var conditions = new Conditions();
        if (month is { } wanted)
            conditions.Add("month = @Month", ("Month", DbText.From(wanted)));
        if (before is { } last)
            conditions.Add("id < @Before", ("Before", DbText.From(last.Value)));
        var rows = await db.QueryAsync<BillingRunRow>(
            $"{Select}\n{conditions.Where}\nORDER BY id DESC LIMIT @Limit", conditions.With("Limit", limit + 1), ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToState())], limit);
    }

    public async Task<Page<NumberedOutcome>> OutcomesAsync(
        BillingRunId id, BillingOutcomeKind? kind, int limit, int? after, CancellationToken ct)
    {
        var conditions = new Conditions();
        conditions.Add("run_id = @Run", ("Run", DbText.From(id.Value)));
        if (kind is { } wanted)
            conditions.Add("outcome = @Outcome", ("Outcome", DbText.From(wanted)));
        if (after is { } last)
            conditions.Add("number > @After", ("After", last));
        var rows = await db.QueryAsync<BillingOutcomeRow>(
            $"{SelectOutcome}\n{conditions.Where}\nORDER BY number LIMIT @Limit", conditions.With("Limit", limit + 1), ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToOutcome())], limit);
    }

    public Task AddAsync(BillingRun run, CancellationToken ct) => db.ExecuteAsync(Insert, BillingRunRow.From(run), ct);

    public async Task SaveAsync(BillingRun run, IReadOnlyCollection<NumberedOutcome> outcomes, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Update, BillingRunRow.From(run), ct) == 0)
            throw BillingErrors.RunChangedMeanwhile();

        if (outcomes.Count > 0)
            await db.ExecuteAsync(InsertOutcome, outcomes.Select(outcome => BillingOutcomeRow.From(run.ToState().Id, outcome)), ct);
    }
}
