using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets;

/// <summary>Lists what happened to a ticket, in order; what is internal for staff alone.</summary>
public sealed record ListTimelineQuery(TicketId TicketId, int Limit, long After) : IRequest<Page<LoggedEvent>>;

internal sealed class ListTimelineHandler(ITicketReader tickets, IEventReader events, ICaller caller)
    : IRequestHandler<ListTimelineQuery, Page<LoggedEvent>>
{
    public async Task<Page<LoggedEvent>> Handle(ListTimelineQuery request, CancellationToken cancellationToken)
    {
        if (!await tickets.ExistsAsync(request.TicketId, caller.Reach, cancellationToken))
            throw TicketErrors.NotFound();

        var withInternal = caller.Actor.Kind == ActorKind.Staff;
        return await events.ListOfTicketAsync(request.TicketId, withInternal, request.Limit, request.After, cancellationToken);
    }
}
