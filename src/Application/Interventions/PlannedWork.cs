using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Interventions;

/// <summary>What was still to be done on a ticket when it ends: that is not needed any more.</summary>
internal sealed class PlannedWork(IInterventionStore interventions, ICaller caller)
{
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
}
