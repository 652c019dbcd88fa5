using MisterAssist.Application.Contracts;
using MisterAssist.Domain.Contracts;
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
        """;

    private const string Oldest = "ORDER BY p.from_at, p.contract_id LIMIT 1";

    private const string Next = $"{Due} {Oldest}";

    private const string NextOfContract = $"{Due} AND p.contract_id = @Contract {Oldest}";

    private const string MarkApplied = """
        UPDATE contract_plan
        SET applied_at = @At
        WHERE contract_id = @Contract AND from_at = @FromAt AND applied_at IS NULL
        """;

    public async Task<DuePlanChange?> NextAsync(ContractId? contract, Instant now, CancellationToken ct)
    {
        var parameters = new { Now = DbText.From(now), Contract = DbText.From(contract?.Value) };
        return await db.QueryFirstAsync<DuePlanChangeRow>(contract is null ? Next : NextOfContract, parameters, ct) is { } row
            ? new(new(DbText.ToId(row.ContractId)), new(DbText.ToId(row.CustomerId)), new(row.PlanCode), DbText.ToInstant(row.FromAt))
            : null;
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
