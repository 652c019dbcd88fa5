using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Contracts;

/// <summary>Says what a customer is entitled to.</summary>
public interface IContractReader
{
    /// <summary>The contract of a customer that is in force at an instant, with the plan that it gives then; null where there is none.</summary>
    Task<ContractInForce?> FindInForceAsync(CustomerId customer, Instant at, CancellationToken ct);
}

/// <summary>A contract in force at an instant, and the plan that it gives then.</summary>
/// <param name="Id">The contract.</param>
/// <param name="Plan">The plan.</param>
/// <param name="PlanFrom">Since when it gives that.</param>
public sealed record ContractInForce(ContractId Id, PlanCode Plan, Instant PlanFrom);
