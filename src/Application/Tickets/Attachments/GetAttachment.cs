using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Attachments;

namespace MisterAssist.Application.Tickets.Attachments;

/// <summary>Gets what is known of a file sent with a ticket; an internal one for staff alone.</summary>
public sealed record GetAttachmentQuery(TicketId TicketId, AttachmentId Id) : IRequest<Attachment>;

internal sealed class GetAttachmentHandler(ITicketReader tickets, IAttachmentStore attachments, ICaller caller)
    : IRequestHandler<GetAttachmentQuery, Attachment>
{
    public async Task<Attachment> Handle(GetAttachmentQuery request, CancellationToken cancellationToken)
    {
        if (!await tickets.ExistsAsync(request.TicketId, caller.Reach, cancellationToken))
            throw TicketErrors.NotFound();

        return await attachments.FindAsync(request.TicketId, request.Id, caller.Actor.Kind == ActorKind.Staff, cancellationToken)
            ?? throw TicketErrors.AttachmentNotFound();
    }
}
