using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Interventions;

/// <summary>What is still to be done on a ticket: it follows what becomes of that.</summary>
internal sealed class PlannedWork(IInterventionStore interventions, ICaller caller)
{
    /// <summary>The ticket ends: that is not needed any more.</summary>
    /// <param name="ended">The ticket, as it is since it ended.</param>
    /// <param name="reason">Why it ended, in words.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="BusinessException">A technician is on the way or at work.</exception>
    public async Task WithdrawAsync(TicketAt ended, string reason, CancellationToken ct)
    {
        foreach (var intervention in await interventions.OpenOfAsync(ended.Ticket.Id, ct))
        {
            intervention.Withdraw(reason, new(caller.Actor, ended.At));
            await interventions.SaveAsync(intervention, ct);
        }
    }

    /// <summary>The ticket may be about another site: that is where it is done, where nobody is there yet.</summary>
    public async Task FollowSiteAsync(TicketAt changed, CancellationToken ct)
    {
        foreach (var intervention in await interventions.OpenOfAsync(changed.Ticket.Id, ct))
        {
            intervention.FollowSite(changed.Ticket, new(caller.Actor, changed.At));
            if (intervention.ToState().Version != intervention.LoadedVersion)
                await interventions.SaveAsync(intervention, ct);
        }
    }
}
