using MisterAssist.Application.Contracts;
using MisterAssist.Domain.Contracts;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Puts open tickets under the plan that their contract gives by now.</summary>
internal sealed class PlanChanges(IContractPlanChanges changes, HandlingPlans plans, ITicketStore tickets, TicketRounds rounds)
{
    /// <summary>Applies all changes of a contract that are due, the oldest first.</summary>
    public async Task ApplyAllAsync(ContractId contract, Instant now, CancellationToken ct)
    {
        bool isApplied;
        do
            isApplied = await ApplyNextAsync(contract, now, ct);
        while (isApplied);
    }

    /// <summary>Applies the oldest change that is due, of one contract or of any; says whether there was one.</summary>
    public async Task<bool> ApplyNextAsync(ContractId? contract, Instant now, CancellationToken ct)
    {
        if (await changes.NextAsync(contract, now, ct) is not { } change)
            return false;

        var plan = await plans.UnderAsync(change.Contract, change.Plan, change.FromAt, ct);
        var open = await tickets.OpenOfAsync(change.Customer, ct);
        await rounds.VisitAsync(
            open,
            (ticket, clockOf) =>
            {
                var terms = ticket.ToState().Terms;
                if (terms.ContractId == change.Contract && terms.Plan != change.Plan)
                    ticket.ChangePlan(plan, change.FromAt, clockOf);
            },
            ct, plan.Version);
        await changes.MarkAppliedAsync(change, now, ct);
        return true;
    }
}
