using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Tickets;

/// <summary>Who may do what to a ticket, and when.</summary>
internal static class TicketGuards
{
    /// <exception cref="BusinessException">The move is not legal now; it tells which are.</exception>
    public static void RefuseUnlessLegal(this TicketState ticket, TicketMove move)
    {
        var legal = TicketLife.MovesOf(ticket);
        if (!legal.Contains(move))
            throw TicketErrors.IllegalMove(ticket.Status, move, legal);
    }

    /// <exception cref="BusinessException">The ticket is over.</exception>
    public static void RefuseEnded(this TicketState ticket)
    {
        if (!ticket.Status.IsOpen())
            throw TicketErrors.NotOpen(ticket.Status, TicketLife.MovesOf(ticket));
    }

    /// <exception cref="BusinessException">The ticket was taken back, or went on in another one.</exception>
    public static void RefuseGone(this TicketState ticket)
    {
        if (ticket.Status == TicketStatus.Cancelled || ticket.MergedInto is not null)
            throw TicketErrors.NotOpen(ticket.Status, TicketLife.MovesOf(ticket));
    }

    /// <exception cref="BusinessException">A free follow-up is owed, which the company does not do away with by itself.</exception>
    public static void RefuseFollowUpOwed(this TicketState ticket, Actor actor)
    {
        if (ticket.Progress.FollowUpOwed && actor.Kind == ActorKind.Staff)
            throw TicketErrors.FollowUpOwed();
    }

    /// <exception cref="BusinessException">Somebody else than a person of the company acts.</exception>
    public static void RefuseUnlessStaff(this Actor actor, string what)
    {
        if (actor.Kind != ActorKind.Staff)
            throw TicketErrors.StaffOnly(what);
    }
}
