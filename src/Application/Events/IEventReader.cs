using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Events;

/// <summary>Reads the log of all that happened, in the order of its numbers.</summary>
public interface IEventReader
{
    /// <summary>The lines after a number that pass a filter and belong to customers within reach.</summary>
    /// <remarks>It looks at so many lines at the most, however few of them pass, that no question takes long.</remarks>
    Task<EventPage> ListAsync(EventFilter filter, CustomerReach reach, long after, int limit, CancellationToken ct);

    /// <summary>The lines of a ticket after a number, 0 for all; whether the caller may see that ticket is asked before.</summary>
    Task<Page<LoggedEvent>> ListOfTicketAsync(TicketId ticketId, bool includeInternal, int limit, long afterSequence, CancellationToken ct);
}
