using Microsoft.Extensions.Logging;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;

namespace MisterAssist.Application.Tickets;

/// <summary>Sees to tickets one after the other. One that cannot be seen to is left as it is and told of: the others do not wait for it.</summary>
internal sealed class TicketRounds(ITicketStore tickets, TicketClocks clocks, ILogger<TicketRounds> logger)
{
    /// <summary>Does the same to each, and keeps those that are different then.</summary>
    /// <param name="ids">Which.</param>
    /// <param name="deed">What is done, with the clocks of the ticket.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="further">Plan versions under which something may be promised.</param>
    public async Task VisitAsync(
        IEnumerable<TicketId> ids, Action<Ticket, ClockOf> deed, CancellationToken ct, params PlanVersion[] further)
    {
        foreach (var id in ids)
        {
            var ticket = (await tickets.FindAsync(id, CustomerReach.All, ct))!;
            var before = ticket.ToState();
            if (await TryAsync(deed, ticket, further, ct) && ticket.ToState() != before)
                await tickets.SaveAsync(ticket, ct);
        }
    }

    private async Task<bool> TryAsync(Action<Ticket, ClockOf> deed, Ticket ticket, PlanVersion[] further, CancellationToken ct)
    {
        try
        {
            deed(ticket, await clocks.ForAsync(ticket.ToState(), ct, further));
            return true;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreException))
        {
            logger.LogError(fault, "Ticket {Ticket} cannot be seen to", ticket.Id);
            return false;
        }
    }
}
