using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets;

/// <summary>Says that a person has seen a ticket: that answers the customer.</summary>
public sealed record AcknowledgeTicketCommand(TicketId Id, KnownVersion Known) : ICommand<TicketAt>;

internal sealed class AcknowledgeTicketHandler(TicketDesk desk) : IRequestHandler<AcknowledgeTicketCommand, TicketAt>
{
    public Task<TicketAt> Handle(AcknowledgeTicketCommand request, CancellationToken cancellationToken) =>
        desk.DoAsync(request.Id, request.Known, (ticket, on) => ticket.Acknowledge(on), cancellationToken);
}
