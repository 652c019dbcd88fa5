using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Messages;

namespace MisterAssist.Application.Tickets.Messages;

/// <summary>Gets a message of a ticket; an internal one for staff alone.</summary>
public sealed record GetMessageQuery(TicketId TicketId, MessageId Id) : IRequest<Message>;

internal sealed class GetMessageHandler(ITicketReader tickets, IMessageStore messages, ICaller caller)
    : IRequestHandler<GetMessageQuery, Message>
{
    public async Task<Message> Handle(GetMessageQuery request, CancellationToken cancellationToken)
    {
        if (!await tickets.ExistsAsync(request.TicketId, caller.Reach, cancellationToken))
            throw TicketErrors.NotFound();

        return await messages.FindAsync(request.TicketId, request.Id, caller.Actor.Kind == ActorKind.Staff, cancellationToken)
            ?? throw TicketErrors.MessageNotFound();
    }
}
