using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Messages;

namespace MisterAssist.Application.Tickets.Messages;

/// <summary>Lists what was written on a ticket, the oldest first; internal messages for staff alone.</summary>
public sealed record ListMessagesQuery(TicketId TicketId, int Limit, MessageId? After) : IRequest<Page<Message>>;

internal sealed class ListMessagesHandler(ITicketReader tickets, IMessageStore messages, ICaller caller)
    : IRequestHandler<ListMessagesQuery, Page<Message>>
{
    public async Task<Page<Message>> Handle(ListMessagesQuery request, CancellationToken cancellationToken)
    {
        if (!await tickets.ExistsAsync(request.TicketId, caller.Reach, cancellationToken))
            throw TicketErrors.NotFound();

        var withInternal = caller.Actor.Kind == ActorKind.Staff;
        return await messages.ListAsync(request.TicketId, withInternal, request.Limit, request.After, cancellationToken);
    }
}
