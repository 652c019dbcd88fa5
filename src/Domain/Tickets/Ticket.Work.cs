using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets.Confirmations;
using MisterAssist.Domain.Tickets.Promises;
using NodaTime;

namespace MisterAssist.Domain.Tickets;

/// <content>What is done about it.</content>
public sealed partial class Ticket
{
    /// <summary>Sends the written answer: that keeps the promises of a confirmation and of a response.</summary>
    /// <param name="id">Of the confirmation.</param>
    /// <param name="proposal">What it says.</param>
    /// <param name="entitlement">What the plan of the ticket says of the kind of work.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">
    /// The ticket is over, no person of the company acts, the start is in the past, or later than promised without a word about it, or
    /// nothing is said of the cost of work that the plan does not pay for.
    /// </exception>
    public Confirmation Confirm(ConfirmationId id, Proposal proposal, Entitlement entitlement, Occasion on)
    {
        on.Actor.RefuseUnlessStaff("confirm tickets");
        _state.RefuseUnlessLegal(TicketMove.Confirm);
        if (proposal.StartsAt < on.At)
            throw TicketErrors.StartInThePast(on.At);
        if (entitlement.Kind != EntitlementKind.Included && proposal.CostEstimate is null)
            throw TicketErrors.EstimateNeeded();
        // While the ticket waits, as if it went on now.
        var resumed = new PromiseBook(_state.Promises, _state.Pauses, on.ClockOf);
        resumed.Resume(on.At);
        var presenceDue = resumed.Promises.SingleOrDefault(promise => promise is { Kind: PromiseKind.Presence, IsOwed: true })?.DueAt;
        if (proposal.StartsAt > presenceDue && proposal.LaterThanPromised is null)
            throw TicketErrors.LaterThanPromised(presenceDue.Value);

        var book = CatchUp(on);
        book.Meet(PromiseKind.Confirmation, on.At);
        book.Meet(PromiseKind.Response, on.At);
        var progress = _state.Progress with
        {
            AcknowledgedAt = _state.Progress.AcknowledgedAt ?? on.At,
            ConfirmedAt = _state.Progress.ConfirmedAt ?? on.At,
        };
        Conclude(book, Progressed(progress), new(TicketEvents.Confirmed, on, [new("confirmationId", null, id.ToString())]));
        return new(id, Id, on.At, on.Actor, proposal, entitlement, presenceDue);
    }

    /// <summary>The customer wants somebody there at a certain time: where that is later than presence is promised for, it is due then.</summary>
    /// <remarks>
    /// Source: domain.md, section 5: what is late because the customer asked for it is not late. Where presence is not promised yet, it is
    /// remembered for when it is.
    /// </remarks>
    /// <exception cref="BusinessException">The ticket is over.</exception>
    public void AgreeOnPresence(InterventionId intervention, Instant startsAt, Occasion on)
    {
        _state.RefuseEnded();

        var book = CatchUp(on);
        var isChange = book.Agree(PromiseKind.Presence, startsAt, on.At);
        ConcludeWish(isChange, new(intervention, startsAt), book, TicketEvents.PresenceAgreed, intervention, on);
    }

    /// <summary>What the customer wanted at a certain time is called off: presence is due as it was promised, unless that has passed meanwhile.</summary>
    /// <remarks>Where the customer wants it at the time of another intervention, that stands.</remarks>
    public void ReleasePresence(InterventionId intervention, Occasion on)
    {
        if (_state.Progress.Wish?.Intervention != intervention)
            return;

        var book = CatchUp(on);
        ConcludeWish(book.Release(PromiseKind.Presence, on.At), null, book, TicketEvents.PresenceReleased, intervention, on);
    }

    private void ConcludeWish(bool isChange, PresenceWish? wish, PromiseBook book, string type, InterventionId intervention, Occasion on)
    {
        if (isChange || wish != _state.Progress.Wish)
            Conclude(book, _state with { Progress = _state.Progress with { Wish = wish } }, new(type, on, [new("interventionId", null, intervention.ToString())]));
        else
            KeepWatch(book);
    }

    /// <summary>A technician is there, or begins from remote: that keeps the promise of presence, and ends waiting.</summary>
    /// <param name="intervention">Whose beginning it is.</param>
    /// <param name="arrivedAt">When; that may be told later than it was.</param>
    /// <param name="on">Who tells, and when.</param>
    /// <returns>The promise of presence as it was kept just now; null where none was owed.</returns>
    /// <exception cref="BusinessException">The ticket is over.</exception>
    public PromiseReading? Begin(InterventionId intervention, Instant arrivedAt, Occasion on)
    {
        _state.RefuseEnded();

        var book = CatchUp(on);
        var kept = book.Meet(PromiseKind.Presence, arrivedAt);
        var reading = kept?.ReadAt(kept.MetAt!.Value, book.Pauses, on.ClockOf);
        if (book.Pauses.IsOpen)
            book.Resume(on.At);
        var progress = _state.Progress with { BegunAt = _state.Progress.BegunAt ?? arrivedAt };
        Conclude(
            book, _state with { Progress = progress, Status = progress.Status },
            new(TicketEvents.Begun, on, [new("interventionId", null, intervention.ToString())]));
        return reading;
    }

    /// <summary>An intervention did not solve it: the free one that follows comes first in the queue.</summary>
    /// <exception cref="BusinessException">The ticket is over.</exception>
    public void OweFollowUp(InterventionId followUp, Occasion on)
    {
        _state.RefuseEnded();

        Conclude(
            CatchUp(on), _state with { Progress = _state.Progress with { FollowUpOwed = true } },
            new(TicketEvents.FollowUpOwed, on, [new("interventionId", null, followUp.ToString())]));
    }

    /// <summary>The free intervention that followed is done, or is not wanted any more.</summary>
    public void SettleFollowUp(InterventionId followUp, Occasion on) => Conclude(
        CatchUp(on), _state with { Progress = _state.Progress with { FollowUpOwed = false } },
        new(TicketEvents.FollowUpSettled, on, [new("interventionId", null, followUp.ToString())]));

    private TicketState Answered(Instant at) => Progressed(_state.Progress with { AcknowledgedAt = at });

    /// <summary>What waits goes on waiting.</summary>
    private TicketState Progressed(TicketProgress progress) =>
        _state with { Progress = progress, Status = _state.Status == TicketStatus.Waiting ? TicketStatus.Waiting : progress.Status };
}
