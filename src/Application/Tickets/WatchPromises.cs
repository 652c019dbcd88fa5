using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Raises the warnings and misses whose instant has come, for some tickets at a time; says for how many.</summary>
public sealed record WatchPromisesCommand : ICommand<int>
{
    /// <summary>How many tickets are seen to in one transaction.</summary>
    public const int BatchSize = 50;
}

internal sealed class WatchPromisesHandler(ITicketStore tickets, TicketClocks clocks, IClock clock) : IRequestHandler<WatchPromisesCommand, int>
{
    public async Task<int> Handle(WatchPromisesCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var due = await tickets.DueForCheckAsync(now, WatchPromisesCommand.BatchSize, cancellationToken);
        foreach (var id in due)
        {
            var ticket = (await tickets.FindAsync(id, CustomerReach.All, cancellationToken))!;
            ticket.Watch(now, await clocks.ForAsync(ticket.ToState(), cancellationToken));
            await tickets.SaveAsync(ticket, cancellationToken);
        }

        return due.Count;
    }
}
