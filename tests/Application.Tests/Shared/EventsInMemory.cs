using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Holds what was asked for; the answers themselves are a matter of SQL.</summary>
internal sealed class EventsInMemory : IEventReader
{
    public (EventFilter Filter, CustomerReach Reach, long After, int Limit)? Asked { get; private set; }

    public Task<EventPage> ListAsync(EventFilter filter, CustomerReach reach, long after, int limit, CancellationToken ct)
    {
        Asked = (filter, reach, after, limit);
        return Task.FromResult(new EventPage([], after, HasMore: false));
    }

    public Task<Page<LoggedEvent>> ListOfTicketAsync(
        TicketId ticketId, bool includeInternal, int limit, long afterSequence, CancellationToken ct) =>
        Task.FromResult(new Page<LoggedEvent>([], HasMore: false));
}
