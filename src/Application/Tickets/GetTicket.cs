using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Gets a ticket as it stands now.</summary>
public sealed record GetTicketQuery(TicketId Id) : IRequest<TicketAt>;

internal sealed class GetTicketHandler(ITicketReader tickets, TicketClocks clocks, ICaller caller, IClock clock)
    : IRequestHandler<GetTicketQuery, TicketAt>
{
    public async Task<TicketAt> Handle(GetTicketQuery request, CancellationToken cancellationToken)
    {
        var ticket = await tickets.FindAsync(request.Id, caller.Reach, cancellationToken) ?? throw TicketErrors.NotFound();
        return await clocks.SeeAsync(ticket, clock.GetCurrentInstant(), cancellationToken);
    }
}
