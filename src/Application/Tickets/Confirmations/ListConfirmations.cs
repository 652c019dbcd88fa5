using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Confirmations;

namespace MisterAssist.Application.Tickets.Confirmations;

/// <summary>Lists what was confirmed on a ticket, the oldest first.</summary>
public sealed record ListConfirmationsQuery(TicketId TicketId, int Limit, ConfirmationId? After) : IRequest<Page<Confirmation>>;

internal sealed class ListConfirmationsHandler(ITicketReader tickets, IConfirmationStore confirmations, ICaller caller)
    : IRequestHandler<ListConfirmationsQuery, Page<Confirmation>>
{
    public async Task<Page<Confirmation>> Handle(ListConfirmationsQuery request, CancellationToken cancellationToken)
    {
        if (!await tickets.ExistsAsync(request.TicketId, caller.Reach, cancellationToken))
            throw TicketErrors.NotFound();

        return await confirmations.ListAsync(request.TicketId, request.Limit, request.After, cancellationToken);
    }
}
