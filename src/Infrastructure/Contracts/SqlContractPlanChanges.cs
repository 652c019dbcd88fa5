using MisterAssist.Application.Contracts;
using MisterAssist.Domain.Contracts;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Contracts;

internal sealed class SqlContractPlanChanges(DbSession db) : IContractPlanChanges
{
    private const string ClaimDue = """
        UPDATE contract_plan
        SET applied_at = @Now
        WHERE contract_id IN (SELECT contract_id FROM contract_plan WHERE applied_at IS NULL AND from_at <= @Now ORDER BY from_at, contract_id LIMIT 1)
          AND applied_at IS NULL AND from_at <= @Now
        RETURNING contract_id AS ContractId, plan_code AS PlanCode, from_at AS FromAt
        """;

    private const string ClaimDueOf = """
        UPDATE contract_plan
        SET applied_at = @Now
        WHERE contract_id = @Contract AND applied_at IS NULL AND from_at <= @Now
        RETURNING contract_id AS ContractId, plan_code AS PlanCode, from_at AS FromAt
        """;

    private const string CustomerOf = "SELECT customer_id FROM contract WHERE id = @Contract";

    public async Task<IReadOnlyList<DuePlanChange>> ClaimDueAsync(ContractId? contract, Instant now, CancellationToken ct)
    {
        var parameters = new { Now = DbText.From(now), Contract = DbText.From(contract?.Value) };
        var rows = await db.ClaimAsync<DuePlanChangeRow>(contract is null ? ClaimDue : ClaimDueOf, parameters, ct);
        if (rows.Count == 0)
            return [];

        var customer = await db.QueryFirstAsync<string>(CustomerOf, new { Contract = rows[0].ContractId }, ct);
        return [.. rows.Select(row => row.ToChange(customer!)).OrderBy(change => change.FromAt)];
    }
}

internal sealed class DuePlanChangeRow
{
    public required string ContractId { get; init; }

    public required string PlanCode { get; init; }

    public required string FromAt { get; init; }

    public DuePlanChange ToChange(string customerId) =>
        new(new(DbText.ToId(ContractId)), new(DbText.ToId(customerId)), new(PlanCode), DbText.ToInstant(FromAt));
}
