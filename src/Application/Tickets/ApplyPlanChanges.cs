using MediatR;
using MisterAssist.Application.Contracts;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Derives anew the promises of open tickets whose contract gives another plan by now, one change at a time; says whether there was one.</summary>
public sealed record ApplyPlanChangesCommand : ICommand<bool>;

internal sealed class ApplyPlanChangesHandler(IContractPlanChanges changes, IPlanReader plans, OpenTickets open, IClock clock)
    : IRequestHandler<ApplyPlanChangesCommand, bool>
{
    public async Task<bool> Handle(ApplyPlanChangesCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await changes.DueAsync(now, 1, cancellationToken) is not [var change])
            return false;

        var plan = await plans.FindAsync(change.Plan, now, cancellationToken) ?? throw PlanErrors.UnknownPlan(change.Plan, now);
        var handling = new HandlingPlan(change.Contract, plan.Version, HandlingPlan.PrecedenceOf(plan.NeedsContract, plan.Rank));
        await open.MoveAsync(change, handling, now, cancellationToken);

        await changes.MarkAppliedAsync(change, now, cancellationToken);
        return true;
    }
}

/// <summary>The tickets of a customer on which work is owed.</summary>
internal sealed class OpenTickets(ITicketStore tickets, TicketClocks clocks)
{
    /// <summary>Puts those that a contract covers under another plan.</summary>
    public async Task MoveAsync(DuePlanChange change, HandlingPlan plan, Instant now, CancellationToken ct)
    {
        foreach (var id in await tickets.OpenOfAsync(change.Customer, ct))
        {
            var ticket = (await tickets.FindAsync(id, CustomerReach.All, ct))!;
            var state = ticket.ToState();
            if (state.Terms.ContractId != change.Contract || state.Terms.Plan == change.Plan)
                continue;

            ticket.ChangePlan(plan, new(Actor.System, now, await clocks.ForAsync(state, ct, plan.Version)));
            await tickets.SaveAsync(ticket, ct);
        }
    }
}
