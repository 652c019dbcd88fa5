using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets;

/// <summary>Ends a ticket that is resolved.</summary>
public sealed record CloseTicketCommand(TicketId Id, KnownVersion Known) : ICommand<TicketAt>;

internal sealed class CloseTicketHandler(TicketDesk desk) : IRequestHandler<CloseTicketCommand, TicketAt>
{
    public Task<TicketAt> Handle(CloseTicketCommand request, CancellationToken cancellationToken) =>
        desk.DoAsync(request.Id, request.Known, (ticket, on) => ticket.Close(on), cancellationToken);
}
