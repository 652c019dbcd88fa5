using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets.Attachments;
using MisterAssist.Domain.Tickets.Messages;
using MisterAssist.Domain.Tickets.Promises;
using NodaTime;

namespace MisterAssist.Domain.Tickets;

/// <summary>What a customer reported, with what is owed for it.</summary>
/// <remarks>
/// Whatever is done to it, what ran out before is raised first; then it is done. All that happened is in <see cref="Events"/>, in order.
/// </remarks>
public sealed partial class Ticket
{
    private readonly TicketLog _log;

    private TicketState _state;

    private Ticket(TicketState state) => (_state, _log) = (state, new(state));

    public TicketId Id => _state.Id;

    /// <summary>What happened to it since it was loaded or received.</summary>
    public IReadOnlyList<RecordedEvent> Events => _log.Events;

    /// <summary>For persistence only.</summary>
    public static Ticket FromState(TicketState state) => new(state);

    /// <summary>Takes a report in: its promises start when it was received.</summary>
    /// <param name="opening">The ticket as it comes in, without promises.</param>
    /// <param name="plan">That holds at reception.</param>
    /// <param name="clockOf">The clocks of the promises.</param>
    public static Ticket Receive(TicketOpening opening, HandlingPlan plan, ClockOf clockOf)
    {
        var (report, origin) = (opening.Report, opening.Origin);
        var ticket = new Ticket(new(
            opening.Id, opening.Number, opening.CustomerId, plan.TermsFor(report.Urgency), report, origin, TicketStatus.New, Assignee: null,
            Round: 1, origin.ReceivedAt, Pauses.None, Promises: [], TicketProgress.None, null, null, null, null, Version: 0, Revision: 0));

        var book = new PromiseBook([], Pauses.None, clockOf);
        book.Give(plan.Version, report.Urgency, 1, origin.ReceivedAt);
        ticket.Conclude(book, ticket._state, new(
            TicketEvents.Created, new(origin.Reporter, origin.RecordedAt, clockOf), TicketChanges.OfOpening(ticket._state), origin.LateNote));
        return ticket;
    }

    public TicketState ToState() => _state;

    /// <summary>A person has seen it, and says so: that answers the customer.</summary>
    /// <exception cref="BusinessException">It was acknowledged already or is over, or no person of the company acts.</exception>
    public void Acknowledge(Occasion on)
    {
        on.Actor.RefuseUnlessStaff("acknowledge tickets");
        _state.RefuseUnlessLegal(TicketMove.Acknowledge);

        var book = CatchUp(on);
        book.Meet(PromiseKind.Response, on.At);
        Conclude(book, Answered(on.At), new(TicketEvents.Acknowledged, on));
    }

    /// <summary>Puts right what was reported, or gives it to somebody; by another urgency the promises are derived anew.</summary>
    /// <param name="report">All of it, as it is meant to be.</param>
    /// <param name="assignee">Null for nobody.</param>
    /// <param name="version">The plan version of the ticket.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">The ticket is over, or somebody else than staff gives it to another.</exception>
    public void Change(Report report, string? assignee, PlanVersion version, Occasion on)
    {
        _state.RefuseEnded();
        if (assignee != _state.Assignee)
            on.Actor.RefuseUnlessStaff("assign tickets");

        var next = _state with
        {
            Report = report,
            Assignee = assignee,
            Terms = _state.Terms with { HandledAs = version.Terms.Targets.HandledAs(report.Urgency) },
        };
        if (next == _state)
            return;

        var book = CatchUp(on);
        if (report.Urgency != _state.Report.Urgency)
            book.Rederive(version, next, on.At);
        Conclude(book, next, new(TicketEvents.Changed, on));
    }

    /// <summary>The contract gives another plan: the promises are derived anew by it, as of the instant from which it holds.</summary>
    /// <remarks>However late that is noticed, the outcome is the same; only what was done to the ticket meanwhile is left as it was done.</remarks>
    public void ChangePlan(HandlingPlan plan, Instant from, ClockOf clockOf)
    {
        _state.RefuseEnded();

        var on = new Occasion(Actor.System, Instant.Max(from, _state.LastDeedAt), clockOf);
        var book = CatchUp(on);
        book.Rederive(plan.Version, _state, on.At);
        Conclude(book, _state with { Terms = plan.TermsFor(_state.Report.Urgency) }, new(TicketEvents.PlanChanged, on));
    }

    /// <summary>It is the customer's turn: what is owed is paused, all but the answer.</summary>
    /// <param name="reason">That the customer can see.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">It waits already or is over, or no person of the company acts.</exception>
    public void Wait(string reason, Occasion on)
    {
        on.Actor.RefuseUnlessStaff("let tickets wait");
        _state.RefuseUnlessLegal(TicketMove.Wait);

        var book = CatchUp(on);
        book.Pause(reason, on.At);
        Conclude(book, _state with { Status = TicketStatus.Waiting }, new(TicketEvents.Waiting, on, Note: reason));
    }

    /// <summary>It goes on: the working time that was left at the pause is what is left now.</summary>
    /// <exception cref="BusinessException">It does not wait.</exception>
    public void Resume(Occasion on)
    {
        _state.RefuseUnlessLegal(TicketMove.Resume);

        var book = CatchUp(on);
        book.Resume(on.At);
        Conclude(book, _state with { Status = _state.Progress.Status }, new(TicketEvents.Resumed, on));
    }

    /// <summary>Takes a message. The first of a person of the company that the customer can see answers; the customer's ends waiting.</summary>
    /// <remarks>On a ticket that is over it is kept, and starts nothing again.</remarks>
    /// <exception cref="BusinessException">Somebody else than staff writes for staff alone, or says that a machine wrote.</exception>
    public void Take(Message message, ClockOf clockOf)
    {
        var (actor, at) = (message.Author, message.At);
        var on = new Occasion(actor, at, clockOf);
        if (message.IsInternal || message.IsAutomatic)
            actor.RefuseUnlessStaff("write internal or automatic messages");

        var added = new Step(
            TicketEvents.MessageAdded, on, [new("messageId", null, message.Id.ToString())], IsInternal: message.IsInternal);
        if (_state is { Progress.AcknowledgedAt: null } && _state.Status.IsOpen() && message.IsAnswer)
        {
            var book = CatchUp(on);
            book.Meet(PromiseKind.Response, at);
            Conclude(book, Answered(at), added, new(TicketEvents.Acknowledged, on));
        }
        else
        {
            Take(added);
        }
    }

    /// <summary>Takes a file. The customer's ends waiting, as a message does.</summary>
    /// <exception cref="BusinessException">Somebody else than staff sends it for staff alone.</exception>
    public void Take(Attachment attachment, ClockOf clockOf)
    {
        if (attachment.IsInternal)
            attachment.Author.RefuseUnlessStaff("add internal attachments");

        Take(new Step(
            TicketEvents.AttachmentAdded, new(attachment.Author, attachment.At, clockOf),
            [new("attachmentId", null, attachment.Id.ToString())], IsInternal: attachment.IsInternal));
    }

    /// <summary>It is solved: nothing more is owed, until it is reopened.</summary>
    /// <param name="resolution">What was done, as the customer sees it.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">It is over already, or no person of the company acts.</exception>
    public void Resolve(string resolution, Occasion on)
    {
        on.Actor.RefuseUnlessStaff("resolve tickets");
        _state.RefuseUnlessLegal(TicketMove.Resolve);
        _state.RefuseFollowUpOwed(on.Actor);

        End(TicketStatus.Resolved, Withdrawal.Resolved, resolution, null, new(TicketEvents.Resolved, on));
    }

    /// <summary>Takes it back: nothing is owed any more.</summary>
    /// <exception cref="BusinessException">It is over already.</exception>
    public void Cancel(string reason, Occasion on)
    {
        _state.RefuseUnlessLegal(TicketMove.Cancel);
        _state.RefuseFollowUpOwed(on.Actor);

        End(TicketStatus.Cancelled, Withdrawal.Cancelled, reason, null, new(TicketEvents.Cancelled, on));
    }

    /// <summary>It goes on in another ticket of the same customer, which keeps its own promises.</summary>
    /// <exception cref="BusinessException">One of the two is over, they are of two customers or the same, or no person of the company acts.</exception>
    public void MergeInto(Ticket other, Occasion on, ClockOf clockOfOther)
    {
        on.Actor.RefuseUnlessStaff("merge tickets");
        if (other.Id == Id)
            throw TicketErrors.MergeIntoItself();
        if (other._state.CustomerId != _state.CustomerId)
            throw TicketErrors.MergeOfOthers();
        if (!other._state.Status.IsOpen())
            throw TicketErrors.MergeIntoEnded(other._state.Status, TicketLife.MovesOf(other._state));
        _state.RefuseUnlessLegal(TicketMove.Merge);
        _state.RefuseFollowUpOwed(on.Actor);

        End(TicketStatus.Closed, Withdrawal.Merged, null, other.Id, new(TicketEvents.Merged, on));
        var there = on with { ClockOf = clockOfOther };
        other.Conclude(other.CatchUp(there), other._state, new(TicketEvents.TookOver, there, [new("ticketId", null, Id.ToString())]));
    }

    /// <summary>It is over, as far as both sides can say.</summary>
    /// <exception cref="BusinessException">It is not resolved.</exception>
    public void Close(Occasion on)
    {
        _state.RefuseUnlessLegal(TicketMove.Close);

        Conclude(CatchUp(on), _state with { Status = TicketStatus.Closed }, new(TicketEvents.Closed, on));
    }

    /// <summary>It was not solved after all: new promises start, by the plan that holds now. What came of the old ones stays.</summary>
    /// <exception cref="BusinessException">It is not resolved or closed.</exception>
    public void Reopen(string reason, HandlingPlan plan, Occasion on)
    {
        _state.RefuseUnlessLegal(TicketMove.Reopen);

        var book = CatchUp(on);
        var next = _state with
        {
            Status = TicketStatus.New,
            Terms = plan.TermsFor(_state.Report.Urgency),
            Round = _state.Round + 1,
            RoundStart = on.At,
            Progress = TicketProgress.None,
            EndedAt = null,
            Outcome = null,
        };
        book.Give(plan.Version, _state.Report.Urgency, next.Round, on.At);
        Conclude(book, next, new(TicketEvents.Reopened, on, Note: reason));
    }

    /// <summary>It goes on as a new ticket, since it ended too long ago to be reopened.</summary>
    public void LeaveTo(TicketId next, Occasion on) =>
        Conclude(CatchUp(on), _state, new(TicketEvents.TakenUp, on, [new("nextTicketId", null, next.ToString())]));

    /// <summary>Raises the warnings and misses whose instant has come.</summary>
    public void Watch(Instant at, ClockOf clockOf) => KeepWatch(CatchUp(new(Actor.System, at, clockOf)));

    /// <summary>What the customer or a partner sends ends waiting; on a ticket that is over nothing starts again.</summary>
    private void Take(Step sent)
    {
        var book = CatchUp(sent.On);
        if (_state.Status == TicketStatus.Waiting && sent.On.Actor.Kind is ActorKind.Customer or ActorKind.Partner)
        {
            book.Resume(sent.On.At);
            Conclude(book, _state with { Status = _state.Progress.Status }, sent, new(TicketEvents.Resumed, sent.On));
        }
        else
        {
            Conclude(book, _state, sent);
        }
    }

    private void End(TicketStatus status, Withdrawal withdrawal, string? outcome, TicketId? mergedInto, Step step)
    {
        var book = CatchUp(step.On);
        if (book.Pauses.IsOpen)
            book.Resume(step.On.At);
        book.Withdraw(withdrawal, step.On.At);
        var next = _state with
        {
            Status = status,
            EndedAt = step.On.At,
            Outcome = outcome,
            MergedInto = mergedInto,
            Progress = _state.Progress with { FollowUpOwed = false },
        };
        Conclude(book, next, step with { Note = outcome });
    }

    private void KeepWatch(PromiseBook book) => _state = _state with { Promises = book.Promises, NextCheckAt = book.NextCheckAt };

    private PromiseBook CatchUp(Occasion on)
    {
        var book = new PromiseBook(_state.Promises, _state.Pauses, on.ClockOf);
        book.CatchUp(on.At);
        _log.Write(book.TakeFacts(), Actor.System);
        return book;
    }

    /// <param name="book">The promises afterwards.</param>
    /// <param name="next">The ticket otherwise.</param>
    /// <param name="step">What was done.</param>
    /// <param name="consequence">What it came to besides: then that tells what is different.</param>
    private void Conclude(PromiseBook book, TicketState next, Step step, Step? consequence = null)
    {
        var before = _state;
        _state = next with { Promises = book.Promises, Pauses = book.Pauses, NextCheckAt = book.NextCheckAt, Version = before.Version + 1 };
        if (consequence is not null)
            _log.Write(step, []);
        _log.Write(consequence ?? step, TicketChanges.Between(before, _state));
        _log.Write(book.TakeFacts(), step.On.Actor);
    }
}
