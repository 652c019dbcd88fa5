using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Contracts;

/// <summary>The changes of plan that count by now and of which the customer's open tickets were not told yet.</summary>
public interface IContractPlanChanges
{
    /// <summary>The oldest, of one contract or of any; null where none is due.</summary>
    Task<DuePlanChange?> NextAsync(ContractId? contract, Instant now, CancellationToken ct);

    /// <summary>From now on it is not due any more. Done a second time it changes nothing.</summary>
    Task MarkAppliedAsync(DuePlanChange change, Instant at, CancellationToken ct);
}

/// <summary>That a contract gives a customer another plan from an instant on.</summary>
public sealed record DuePlanChange(ContractId Contract, CustomerId Customer, PlanCode Plan, Instant FromAt);
