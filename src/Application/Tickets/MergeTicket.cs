using MediatR;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Quotes;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets;

/// <summary>Lets a ticket go on in another one of the same customer; nothing more is owed on it, the other keeps its own promises, and its quotes go along.</summary>
public sealed record MergeTicketCommand(TicketId Id, KnownVersion Known, TicketId Into) : ICommand<TicketAt>;

internal sealed class MergeTicketHandler(TicketDesk desk, PlannedWork work, QuoteDesk quotes)
    : IRequestHandler<MergeTicketCommand, TicketAt>
{
    public async Task<TicketAt> Handle(MergeTicketCommand request, CancellationToken cancellationToken)
    {
        var ticket = await desk.GetAsync(request.Id, cancellationToken);
        request.Known.Require(ticket.ToState().Version);
        var other = await desk.FindAsync(request.Into, cancellationToken) ?? throw TicketErrors.UnknownTicket("intoTicketId");
        var on = await desk.OccasionAsync(ticket.ToState(), cancellationToken);

        var there = await desk.OccasionAsync(other.ToState(), cancellationToken);

        ticket.MergeInto(other, on, there.ClockOf);

        await desk.SaveAsync(other, there, cancellationToken);
        var merged = await desk.SaveAsync(ticket, on, cancellationToken);
        await quotes.MergeAsync(ticket.Id, other.Id, on.At, cancellationToken);
        await work.WithdrawAsync(merged, other.ToState().Number.ToString(), cancellationToken);
        return merged;
    }
}
