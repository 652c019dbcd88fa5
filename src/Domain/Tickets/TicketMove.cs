namespace MisterAssist.Domain.Tickets;

/// <summary>What can be done to a ticket as a whole.</summary>
public enum TicketMove
{
    Acknowledge,
    Confirm,
    Wait,
    Resume,
    Resolve,
    Close,
    Reopen,
    Cancel,
    Merge,
}

/// <summary>Which moves are legal when.</summary>
public static class TicketLife
{
    private static readonly TicketMove[] WhileOpen =
        [TicketMove.Confirm, TicketMove.Wait, TicketMove.Resolve, TicketMove.Cancel, TicketMove.Merge];

    private static readonly Dictionary<TicketStatus, TicketMove[]> Moves = new()
    {
        [TicketStatus.New] = [TicketMove.Acknowledge, .. WhileOpen],
        [TicketStatus.Acknowledged] = WhileOpen,
        [TicketStatus.Confirmed] = [TicketMove.Acknowledge, .. WhileOpen],
        [TicketStatus.InProgress] = [TicketMove.Acknowledge, .. WhileOpen],
        [TicketStatus.Waiting] = [TicketMove.Acknowledge, TicketMove.Confirm, TicketMove.Resume, TicketMove.Resolve, TicketMove.Cancel, TicketMove.Merge],
        [TicketStatus.Resolved] = [TicketMove.Close, TicketMove.Reopen],
        [TicketStatus.Closed] = [TicketMove.Reopen],
        [TicketStatus.Cancelled] = [],
    };

    /// <summary>The moves that are legal now, in the order of <see cref="TicketMove"/>.</summary>
    /// <param name="ticket">A ticket that goes on in another one takes no more moves, and one is acknowledged once in a round.</param>
    public static IReadOnlyList<TicketMove> MovesOf(TicketState ticket) => ticket.MergedInto is not null
        ? []
        : [.. Moves[ticket.Status].Where(move => move != TicketMove.Acknowledge || ticket.Progress.AcknowledgedAt is null)];

    /// <summary>Whether work is still owed: neither resolved nor closed nor cancelled.</summary>
    public static bool IsOpen(this TicketStatus status) =>
        status is not (TicketStatus.Resolved or TicketStatus.Closed or TicketStatus.Cancelled);
}
