using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Attachments;

namespace MisterAssist.Application.Tickets.Attachments;

/// <summary>Lists the files sent with a ticket, the oldest first; internal ones for staff alone.</summary>
public sealed record ListAttachmentsQuery(TicketId TicketId, int Limit, AttachmentId? After) : IRequest<Page<Attachment>>;

internal sealed class ListAttachmentsHandler(ITicketReader tickets, IAttachmentStore attachments, ICaller caller)
    : IRequestHandler<ListAttachmentsQuery, Page<Attachment>>
{
    public async Task<Page<Attachment>> Handle(ListAttachmentsQuery request, CancellationToken cancellationToken)
    {
        if (!await tickets.ExistsAsync(request.TicketId, caller.Reach, cancellationToken))
            throw TicketErrors.NotFound();

        var withInternal = caller.Actor.Kind == ActorKind.Staff;
        return await attachments.ListAsync(request.TicketId, withInternal, request.Limit, request.After, cancellationToken);
    }
}
