using MisterAssist.Application.Contracts;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Contracts;

internal sealed class SqlContractPlanChanges(DbSession db) : IContractPlanChanges
{
    private const string Due = """
        SELECT p.contract_id AS ContractId, c.customer_id AS CustomerId, p.plan_code AS PlanCode, p.from_at AS FromAt
        FROM contract_plan p
        JOIN contract c ON c.id = p.contract_id
        WHERE p.applied_at IS NULL AND p.from_at <= @Now
        ORDER BY p.from_at, p.contract_id
        LIMIT @Limit
        """;

    private const string MarkApplied = """
        UPDATE contract_plan
        SET applied_at = @At
        WHERE contract_id = @Contract AND from_at = @FromAt AND applied_at IS NULL
        """;

    public async Task<IReadOnlyList<DuePlanChange>> DueAsync(Instant now, int limit, CancellationToken ct)
    {
        var rows = await db.QueryAsync<DuePlanChangeRow>(Due, new { Now = DbText.From(now), Limit = limit }, ct);
        return
        [
            .. rows.Select(row => new DuePlanChange(
                new(DbText.ToId(row.ContractId)), new(DbText.ToId(row.CustomerId)), new(row.PlanCode), DbText.ToInstant(row.FromAt))),
        ];
    }

    public Task MarkAppliedAsync(DuePlanChange change, Instant at, CancellationToken ct) => db.ExecuteAsync(
        MarkApplied,
        new { At = DbText.From(at), Contract = DbText.From(change.Contract.Value), FromAt = DbText.From(change.FromAt) },
        ct);
}

internal sealed class DuePlanChangeRow
{
    public required string ContractId { get; init; }

    public required string CustomerId { get; init; }

    public required string PlanCode { get; init; }

    public required string FromAt { get; init; }
}
