using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Events;

/// <summary>Reads on in the log: what happened to the customers that the caller may see, in the order in which it was written.</summary>
/// <param name="After">The number after which to read; 0 from the beginning.</param>
/// <param name="Limit">How many lines at the most.</param>
/// <param name="Types">Any of these; all where none is given.</param>
/// <param name="CustomerId">Of this customer alone.</param>
/// <param name="TicketId">Of this ticket alone.</param>
public sealed record ListEventsQuery(
    long After, int Limit, IReadOnlyList<string> Types, CustomerId? CustomerId = null, TicketId? TicketId = null) : IRequest<EventPage>;

internal sealed class ListEventsHandler(IEventReader events, ICaller caller) : IRequestHandler<ListEventsQuery, EventPage>
{
    public Task<EventPage> Handle(ListEventsQuery request, CancellationToken cancellationToken)
    {
        var isStaff = caller.Actor.Kind == ActorKind.Staff;
        var filter = new EventFilter(isStaff, request.Types, request.CustomerId, request.TicketId);
        return events.ListAsync(filter, caller.Reach, request.After, request.Limit, cancellationToken);
    }
}
