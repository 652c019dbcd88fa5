using MisterAssist.Application.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Contracts;

internal sealed class SqlContractReader(DbSession db) : IContractReader
{
    internal const string FindInForce = """
        SELECT c.id AS Id, p.plan_code AS PlanCode, p.from_at AS PlanFrom
        FROM contract c
        JOIN contract_plan p ON p.contract_id = c.id
        WHERE c.customer_id = @Customer AND c.starts_at <= @At AND c.ends_at > @At
          AND p.from_at = (SELECT MAX(e.from_at) FROM contract_plan e WHERE e.contract_id = c.id AND e.from_at <= @At)
        """;

    public async Task<ContractInForce?> FindInForceAsync(CustomerId customer, Instant at, CancellationToken ct)
    {
        var parameters = new { Customer = DbText.From(customer.Value), At = DbText.From(at) };
        return await db.QueryFirstAsync<ContractInForceRow>(FindInForce, parameters, ct) is { } row
            ? new(new(DbText.ToId(row.Id)), new(row.PlanCode), DbText.ToInstant(row.PlanFrom))
            : null;
    }
}

internal sealed class ContractInForceRow
{
    public required string Id { get; init; }

    public required string PlanCode { get; init; }

    public required string PlanFrom { get; init; }
}
