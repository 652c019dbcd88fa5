using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Contracts;

/// <summary>The changes of plan that count by now and of which the customer's open tickets were not told yet.</summary>
public interface IContractPlanChanges
{
    /// <summary>
    /// Takes those of one contract, or of that whose oldest has waited longest; none where none is due. The oldest comes first, and nobody is given
    /// them again.
    /// </summary>
    Task<IReadOnlyList<DuePlanChange>> ClaimDueAsync(ContractId? contract, Instant now, CancellationToken ct);
}

/// <summary>That a contract gives a customer another plan from an instant on.</summary>
public sealed record DuePlanChange(ContractId Contract, CustomerId Customer, PlanCode Plan, Instant FromAt);
