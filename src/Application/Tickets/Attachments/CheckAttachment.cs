using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets.Attachments;

/// <summary>Makes sure, before its content is read, that a file could be added to a ticket.</summary>
public sealed record CheckAttachmentQuery(TicketId TicketId, string MediaType) : IRequest<Unit>;

internal sealed class CheckAttachmentHandler(ITicketReader tickets, ICaller caller, TicketSettings settings)
    : IRequestHandler<CheckAttachmentQuery, Unit>
{
    public async Task<Unit> Handle(CheckAttachmentQuery request, CancellationToken cancellationToken)
    {
        if (!await tickets.ExistsAsync(request.TicketId, caller.Reach, cancellationToken))
            throw TicketErrors.NotFound();
        if (!settings.AttachmentTypes.Contains(request.MediaType))
            throw TicketErrors.MediaTypeNotTaken(request.MediaType, settings.AttachmentTypes);

        return Unit.Value;
    }
}
