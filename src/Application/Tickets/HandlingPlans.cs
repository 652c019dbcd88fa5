using MisterAssist.Application.Contracts;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Finds the plan by which a customer's tickets are handled.</summary>
internal sealed class HandlingPlans(IContractReader contracts, IPlanReader plans)
{
    /// <summary>That of the contract in force at an instant, or Standard where there is none.</summary>
    public async Task<HandlingPlan> InForceAsync(CustomerId customer, Instant at, CancellationToken ct)
    {
        var contract = await contracts.FindInForceAsync(customer, at, ct);
        var code = contract?.Plan ?? PlanCode.Standard;
        var plan = await plans.FindAsync(code, at, ct) ?? throw PlanErrors.UnknownPlan(code, at);
        return new(contract?.Id, plan.Version, HandlingPlan.PrecedenceOf(plan.NeedsContract, plan.Rank));
    }
}
