using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Contracts;

/// <summary>Reads contracts.</summary>
public interface IContractReader
{
    /// <summary>The contract of a customer in force at an instant, or null.</summary>
    Task<ContractInForce?> FindInForceAsync(CustomerId customer, Instant at, CancellationToken ct);
}

/// <summary>A contract in force at an instant, with the plan that holds in it then.</summary>
public sealed record ContractInForce(ContractId Id, PlanCode Plan);
