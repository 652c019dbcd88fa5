using MediatR;
using MisterAssist.Application.Shared;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Raises the warnings and misses whose instant has come, for some tickets at a time; says for how many.</summary>
public sealed record WatchPromisesCommand : ICommand<int>
{
    /// <summary>How many tickets are seen to in one transaction.</summary>
    public const int BatchSize = 50;
}

internal sealed class WatchPromisesHandler(ITicketStore tickets, TicketRounds rounds, IClock clock) : IRequestHandler<WatchPromisesCommand, int>
{
    /// <summary>After which a ticket that could not be seen to is tried again.</summary>
    private static readonly Duration Patience = Duration.FromHours(1);

    public async Task<int> Handle(WatchPromisesCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var due = await tickets.ClaimDueAsync(now, now + Patience, WatchPromisesCommand.BatchSize, cancellationToken);
        await rounds.VisitAsync(due, (ticket, clockOf) => ticket.Watch(now, clockOf), cancellationToken);
        return due.Count;
    }
}
