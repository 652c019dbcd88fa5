using MisterAssist.Domain.Interventions.Contests;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Domain.Interventions;

/// <content>What the customer says to it.</content>
public sealed partial class Intervention
{
    /// <summary>It did not solve the problem after all, says the customer, or staff for the customer.</summary>
    /// <param name="reason">In the customer's words.</param>
    /// <param name="days">For how many days after the one on which it ended, in Rome, that can be said.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">It was not completed as solved, was contested already, or that was too long ago.</exception>
    public void Contest(string reason, int days, Deed on)
    {
        _state.RefuseUnlessLegal(InterventionMove.Contest);
        if (on.At >= _state.ContestEndsAt(days))
            throw InterventionErrors.ContestTooLate(days);

        Conclude(_state with { Contest = new(reason, on.Actor, on.At, null) }, InterventionEvents.Contested, on, note: reason);
    }

    /// <summary>The customer is right: a free intervention follows.</summary>
    /// <param name="ticket">On which it follows: the one that it was done for, or that in which it goes on.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">It is not contested or was decided already, or the ticket was cancelled.</exception>
    public void AcceptContest(TicketState ticket, Deed on)
    {
        RefuseVerdict(InterventionMove.AcceptContest, on);
        if (ticket.Status == TicketStatus.Cancelled)
            throw InterventionErrors.ContestOnCancelledTicket();

        Judge(new(IsAccepted: true, null, on.Actor, on.At), on);
    }

    /// <summary>It is solved all the same.</summary>
    /// <exception cref="BusinessException">It is not contested, or was decided already.</exception>
    public void DeclineContest(string reason, Deed on)
    {
        RefuseVerdict(InterventionMove.DeclineContest, on);

        Judge(new(IsAccepted: false, reason, on.Actor, on.At), on);
    }

    private void RefuseVerdict(InterventionMove move, Deed on)
    {
        on.Actor.RefuseUnlessStaff("decide about contests");
        _state.RefuseUnlessLegal(move);
    }

    private void Judge(Verdict verdict, Deed on) => Conclude(
        _state with { Contest = _state.Contest! with { Verdict = verdict } },
        verdict.IsAccepted ? InterventionEvents.ContestAccepted : InterventionEvents.ContestDeclined, on, note: verdict.Reason);
}
