using Dapper;
using MisterAssist.Application.Figures;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Figures;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Figures;

internal sealed class SqlMoneyFigureReader(DbSession db) : IMoneyFigureReader
{
    /// <summary>A fee tells its plan; work was done under the plan that held when somebody arrived.</summary>
    private const string Lines = """
        SELECT CASE WHEN @ByMonth THEN substr(i.issued_on, 1, 7) ELSE '' END AS Month,
               CASE WHEN @ByPlan THEN COALESCE(l.value ->> '$.origin.fee.plan', w.plan ->> '$.code') ELSE '' END AS Plan,
               CASE WHEN @ByCustomer THEN i.customer_id ELSE '' END AS CustomerId,
               CASE i.kind WHEN 'credit_note' THEN -(l.value ->> '$.charged.amount') ELSE l.value ->> '$.charged.amount' END AS Amount
        FROM invoice i
        JOIN issued_invoice s ON s.invoice_id = i.id
        JOIN json_each(s.content, '$.lines') l
        LEFT JOIN work_report r ON r.id = l.value ->> '$.origin.reportId'
        LEFT JOIN intervention w ON w.id = r.intervention_id
        """;

    /// <summary>On a line stands at most one discount, whose reason is the kind of the guarantee.</summary>
    private const string Guarantees = """
        SELECT CASE WHEN @ByMonth THEN m.value ->> '$.month' ELSE '' END AS Month,
               CASE WHEN @ByPlan THEN i.plan ->> '$.code' ELSE '' END AS Plan,
               CASE WHEN @ByCustomer THEN i.customer_id ELSE '' END AS CustomerId,
               g.value ->> '$.kind' AS Kind,
               (SELECT COALESCE(-SUM(l.value ->> '$.amount'), 0)
                FROM json_each(s.content, '$.lines') l
                WHERE l.value ->> '$.discount.reason' = g.value ->> '$.kind') AS Amount
        FROM json_each(@Months) m
        CROSS JOIN intervention i ON i.ended_at >= m.value ->> '$.from' AND i.ended_at < m.value ->> '$.to'
        JOIN json_each(i.ending, '$.guarantees') g
        LEFT JOIN work_report r ON r.intervention_id = i.id AND r.status = 'issued'
        LEFT JOIN issued_report s ON s.report_id = r.id
        """;

    private const string Groups = "Month, Plan, CustomerId";

    private const string After = "(@AfterMonth, @AfterPlan, @AfterCustomer";

    public async Task<Page<Revenue>> RevenueAsync(FigureScope scope, CustomerReach reach, int limit, FigureGroup? after, CancellationToken ct)
    {
        var conditions = ConditionsOf(scope, reach);
        conditions.Add(
            "i.issued_on >= @First AND i.issued_on <= @Last",
            ("First", DbText.From(scope.From.ToDateInterval().Start)), ("Last", DbText.From(scope.To.ToDateInterval().End)));
        var sql = $"""
            SELECT {Groups}, SUM(Amount) AS Amount
            FROM ({Lines} {conditions.Where}) lines
            {(after is null ? "" : $"WHERE ({Groups}) > {After})")}
            GROUP BY {Groups}
            ORDER BY {Groups}
            LIMIT @Limit
            """;
        var rows = await db.QueryAsync<MoneyFigureRow>(sql, Parameters(conditions, scope, after, limit), ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToRevenue())], limit);
    }

    public async Task<Page<GivenGuarantees>> GuaranteesAsync(
        FigureScope scope, CustomerReach reach, int limit, GuaranteePlace? after, CancellationToken ct)
    {
        var conditions = ConditionsOf(scope, reach);
        var sql = $"""
            SELECT {Groups}, Kind, COUNT(*) AS Times, SUM(Amount) AS Amount
            FROM ({Guarantees} {conditions.Where}) guarantees
            {(after is null ? "" : $"WHERE ({Groups}, Kind) > {After}, @AfterKind)")}
            GROUP BY {Groups}, Kind
            ORDER BY {Groups}, Kind
            LIMIT @Limit
            """;
        var parameters = Parameters(conditions, scope, after?.Group, limit);
        parameters.Add("AfterKind", after is null ? "" : DbText.From(after.Kind));
        parameters.Add("Months", DomainJson.ToText(scope.Months.Select(month => new Stretch(
            DbText.From(month.Month), DbText.From(month.From), DbText.From(month.To)))));
        var rows = await db.QueryAsync<MoneyFigureRow>(sql, parameters, ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToGuarantees())], limit);
    }

    private static Conditions ConditionsOf(FigureScope scope, CustomerReach reach)
    {
        var conditions = new Conditions();
        if (reach.Only is { } only)
            conditions.Add("i.customer_id IN @Reach", ("Reach", only.Select(customer => DbText.From(customer.Value))));
        if (scope.Customer is { } customer)
            conditions.Add("i.customer_id = @Customer", ("Customer", DbText.From(customer.Value)));
        return conditions;
    }

    private static DynamicParameters Parameters(Conditions conditions, FigureScope scope, FigureGroup? after, int limit)
    {
        var parameters = conditions.With("Limit", limit + 1);
        parameters.AddDynamicParams(new
        {
            ByMonth = scope.By.Contains(FigureDimension.Month),
            ByPlan = scope.By.Contains(FigureDimension.Plan),
            ByCustomer = scope.By.Contains(FigureDimension.Customer),
            AfterMonth = after?.Month is { } month ? DbText.From(month) : "",
            AfterPlan = after?.Plan?.Value ?? "",
            AfterCustomer = DbText.From(after?.Customer?.Value) ?? "",
        });
        return parameters;
    }

    /// <param name="Month">In Rome.</param>
    /// <param name="From">Its first instant.</param>
    /// <param name="To">Its end.</param>
    private sealed record Stretch(string Month, string From, string To);
}
