using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Confirmations;

namespace MisterAssist.Application.Tickets.Confirmations;

/// <summary>Gets a confirmation of a ticket, as it was sent.</summary>
public sealed record GetConfirmationQuery(TicketId TicketId, ConfirmationId Id) : IRequest<Confirmation>;

internal sealed class GetConfirmationHandler(ITicketReader tickets, IConfirmationStore confirmations, ICaller caller)
    : IRequestHandler<GetConfirmationQuery, Confirmation>
{
    public async Task<Confirmation> Handle(GetConfirmationQuery request, CancellationToken cancellationToken)
    {
        if (!await tickets.ExistsAsync(request.TicketId, caller.Reach, cancellationToken))
            throw TicketErrors.NotFound();

        return await confirmations.FindAsync(request.TicketId, request.Id, cancellationToken) ?? throw TicketErrors.ConfirmationNotFound();
    }
}
