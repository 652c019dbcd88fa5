using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Keeps what was appended; of reading it holds what was asked for, the answers themselves are a matter of SQL.</summary>
internal sealed class EventsInMemory : IEventReader, IEventLog
{
    private readonly List<RecordedEvent> _appended = [];

    public IReadOnlyList<RecordedEvent> Appended => _appended;

    public (EventFilter Filter, CustomerReach Reach, long After, int Limit)? Asked { get; private set; }

    public (TicketId Ticket, bool IncludeInternal)? AskedOfTicket { get; private set; }

    public Task AppendAsync(IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        _appended.AddRange(events);
        return Task.CompletedTask;
    }

    public Task<EventPage> ListAsync(EventFilter filter, CustomerReach reach, long after, int limit, CancellationToken ct)
    {
        Asked = (filter, reach, after, limit);
        return Task.FromResult(new EventPage([], after, HasMore: false));
    }

    public Task<Page<LoggedEvent>> ListOfTicketAsync(
        TicketId ticketId, bool includeInternal, int limit, long afterSequence, CancellationToken ct)
    {
        AskedOfTicket = (ticketId, includeInternal);
        return Task.FromResult(new Page<LoggedEvent>([], HasMore: false));
    }
}
