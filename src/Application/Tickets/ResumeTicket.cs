using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets;

/// <summary>Lets a ticket go on that waited for its customer.</summary>
public sealed record ResumeTicketCommand(TicketId Id, KnownVersion Known) : ICommand<TicketAt>;

internal sealed class ResumeTicketHandler(TicketDesk desk) : IRequestHandler<ResumeTicketCommand, TicketAt>
{
    public Task<TicketAt> Handle(ResumeTicketCommand request, CancellationToken cancellationToken) =>
        desk.DoAsync(request.Id, request.Known, (ticket, on) => ticket.Resume(on), cancellationToken);
}
