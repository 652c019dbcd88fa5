using MisterAssist.Application.Contracts;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Finds the plan by which a customer's tickets are handled.</summary>
internal sealed class HandlingPlans(IContractReader contracts, IPlanReader plans, PublishedVersions published)
{
    /// <summary>That of the contract in force at an instant, or Standard where there is none.</summary>
    public async Task<HandlingPlan> InForceAsync(CustomerId customer, Instant at, CancellationToken ct)
    {
        var contract = await contracts.FindInForceAsync(customer, at, ct);
        return await UnderAsync(contract?.Id, contract?.Plan ?? PlanCode.Standard, at, ct);
    }

    /// <summary>That which the contract of a ticket gives by now, with the instant since when; null where the ticket is handled by it.</summary>
    public async Task<(HandlingPlan Plan, Instant From)?> SuccessorAsync(CustomerId customer, TicketTerms terms, Instant now, CancellationToken ct) =>
        await contracts.FindInForceAsync(customer, now, ct) is { } contract && contract.Id == terms.ContractId && contract.Plan != terms.Plan
            ? (await UnderAsync(contract.Id, contract.Plan, contract.PlanFrom, ct), contract.PlanFrom)
            : null;

    /// <summary>A plan in the version that holds at an instant.</summary>
    public async Task<HandlingPlan> UnderAsync(ContractId? contract, PlanCode code, Instant at, CancellationToken ct)
    {
        var held = await plans.FindNumberAsync(code, at, ct) ?? throw PlanErrors.UnknownPlan(code, at);
        return new(
            contract, await published.GetAsync(plans, code, held.Number, ct), HandlingPlan.PrecedenceOf(held.NeedsContract, held.Rank));
    }
}
