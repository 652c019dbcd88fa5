using MisterAssist.Application.Contracts;
using MisterAssist.Domain.Contracts;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Puts open tickets under the plan that their contract gives by now.</summary>
internal sealed class PlanChanges(IContractPlanChanges changes, HandlingPlans plans, ITicketStore tickets, TicketRounds rounds)
{
    /// <summary>Applies the changes that are due, of one contract or of that whose oldest has waited longest; says whether there were any.</summary>
    public async Task<bool> ApplyDueAsync(ContractId? contract, Instant now, CancellationToken ct)
    {
        var due = await changes.ClaimDueAsync(contract, now, ct);
        foreach (var change in due)
            await ApplyAsync(change, ct);
        return due.Count > 0;
    }

    private async Task ApplyAsync(DuePlanChange change, CancellationToken ct)
    {
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
    }
}
