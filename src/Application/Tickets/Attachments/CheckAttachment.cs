using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets.Attachments;

/// <summary>Makes sure, before its content is read, that a file could be added to a ticket.</summary>
public sealed record CheckAttachmentQuery(TicketId TicketId) : IRequest<Unit>;

internal sealed class CheckAttachmentHandler(ITicketReader tickets, ICaller caller) : IRequestHandler<CheckAttachmentQuery, Unit>
{
    public async Task<Unit> Handle(CheckAttachmentQuery request, CancellationToken cancellationToken) =>
        await tickets.ExistsAsync(request.TicketId, caller.Reach, cancellationToken) ? Unit.Value : throw TicketErrors.NotFound();
}
