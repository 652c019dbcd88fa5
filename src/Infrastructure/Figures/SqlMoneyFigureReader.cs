using Dapper;
using MisterAssist.Application.Figures;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Figures;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Figures;

internal sealed class SqlMoneyFigureReader(DbSession db) : IMoneyFigureReader
{
    /// <summary>A fee tells its plan; work was done under the plan that held when somebody arrived.</summary>
    private const string Lines = """
        SELECT CASE WHEN @ByMonth = 1 THEN m.value ->> '$.month' ELSE '' END AS Month,
               CASE WHEN @ByPlan = 1 THEN COALESCE(l.value ->> '$.origin.fee.plan', w."plan" ->> '$.code') ELSE '' END AS "Plan",
               CASE WHEN @ByCustomer = 1 THEN i.customer_id ELSE '' END AS CustomerId,
               CAST(l.value ->> '$.charged.amount' AS bigint) * CASE i.kind WHEN 'credit_note' THEN -1 ELSE 1 END AS Amount
        FROM json_each(@Months) m
        CROSS JOIN invoice i
        JOIN issued_invoice s ON s.invoice_id = i.id
        JOIN json_each(s.content, '$.lines') l
        LEFT JOIN work_report r ON r.id = l.value ->> '$.origin.reportId'
        LEFT JOIN intervention w ON w.id = r.intervention_id
        """;

    private const string IssuedInMonth = "i.issued_on >= m.value ->> '$.first' AND i.issued_on <= m.value ->> '$.last'";

    /// <summary>On a line stands at most one discount, whose reason is the kind of the guarantee.</summary>
    private const string Guarantees = """
        SELECT CASE WHEN @ByMonth = 1 THEN m.value ->> '$.month' ELSE '' END AS Month,
               CASE WHEN @ByPlan = 1 THEN i."plan" ->> '$.code' ELSE '' END AS "Plan",
               CASE WHEN @ByCustomer = 1 THEN i.customer_id ELSE '' END AS CustomerId,
               g.value ->> '$.kind' AS Kind,
               (SELECT COALESCE(-SUM(CAST(l.value ->> '$.amount' AS bigint)), 0)
                FROM json_each(s.content, '$.lines') l
                WHERE l.value ->> '$.discount.reason' = g.value ->> '$.kind') AS Amount
        FROM json_each(@Months) m
        CROSS JOIN intervention i
        JOIN json_each(i.ending, '$.guarantees') g
        LEFT JOIN work_report r ON r.intervention_id = i.id AND r.status = 'issued'
        LEFT JOIN issued_report s ON s.report_id = r.id
        """;

    private const string EndedInMonth = "i.ended_at >= m.value ->> '$.from' AND i.ended_at < m.value ->> '$.to'";

    private const string Groups = """Month, "Plan", CustomerId""";

    private const string AfterGroup = """
        Month > @AfterMonth
        OR (Month = @AfterMonth AND ("Plan" > @AfterPlan OR ("Plan" = @AfterPlan AND CustomerId > @AfterCustomer)))
        """;

    private const string AfterKind = """(Month = @AfterMonth AND "Plan" = @AfterPlan AND CustomerId = @AfterCustomer AND Kind > @AfterKind)""";

    public async Task<Page<Revenue>> RevenueAsync(FigureScope scope, CustomerReach reach, int limit, FigureGroup? after, CancellationToken ct)
    {
        var conditions = ConditionsOf(scope, reach);
        conditions.Add(IssuedInMonth);
        var sql = $"""
            SELECT {Groups}, SUM(Amount) AS Amount
            FROM ({Lines} {conditions.Where}) lines
            {(after is null ? "" : $"WHERE {AfterGroup}")}
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
        conditions.Add(EndedInMonth);
        var sql = $"""
            SELECT {Groups}, Kind, COUNT(*) AS Times, SUM(Amount) AS Amount
            FROM ({Guarantees} {conditions.Where}) guarantees
            {(after is null ? "" : $"WHERE {AfterGroup} OR {AfterKind}")}
            GROUP BY {Groups}, Kind
            ORDER BY {Groups}, Kind
            LIMIT @Limit
            """;
        var parameters = Parameters(conditions, scope, after?.Group, limit);
        parameters.Add("AfterKind", after is null ? "" : DbText.From(after.Kind));
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
        parameters.Add("Months", DomainJson.ToText(scope.Months.Select(Stretch.Of)));
        return parameters;
    }

    /// <param name="Month">In Rome.</param>
    /// <param name="First">Its first day.</param>
    /// <param name="Last">Its last day.</param>
    /// <param name="From">Its first instant.</param>
    /// <param name="To">Its end.</param>
    private sealed record Stretch(string Month, string First, string Last, string From, string To)
    {
        public static Stretch Of((YearMonth Month, Instant From, Instant To) month)
        {
            var days = month.Month.ToDateInterval();
            return new(DbText.From(month.Month), DbText.From(days.Start), DbText.From(days.End), DbText.From(month.From), DbText.From(month.To));
        }
    }
}
