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
public sealed class Ticket
{
    private readonly List<RecordedEvent> _events = [];

    private TicketState _state;

    private Ticket(TicketState state) => _state = state;

    public TicketId Id => _state.Id;

    /// <summary>What happened to it since it was loaded or received.</summary>
    public IReadOnlyList<RecordedEvent> Events => _events;

    private TicketStatus StatusOnceResumed => _state.AcknowledgedAt is null ? TicketStatus.New : TicketStatus.Acknowledged;

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
            Round: 1, origin.ReceivedAt, Pauses.None, Promises: [], null, null, null, null, null, Version: 0));

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
        RefuseOthersThanStaff(on.Actor, "acknowledge tickets");
        Refuse(TicketMove.Acknowledge);

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
        if (!_state.Status.IsOpen())
            throw TicketErrors.NotOpen(_state.Status);
        if (assignee != _state.Assignee)
            RefuseOthersThanStaff(on.Actor, "assign tickets");

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

    /// <summary>The contract's plan has changed: the promises are derived anew by the new one.</summary>
    public void ChangePlan(HandlingPlan plan, Occasion on)
    {
        if (!_state.Status.IsOpen())
            throw TicketErrors.NotOpen(_state.Status);

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
        RefuseOthersThanStaff(on.Actor, "let tickets wait");
        Refuse(TicketMove.Wait);

        var book = CatchUp(on);
        book.Pause(reason, on.At);
        Conclude(book, _state with { Status = TicketStatus.Waiting }, new(TicketEvents.Waiting, on, Note: reason));
    }

    /// <summary>It goes on: the working time that was left at the pause is what is left now.</summary>
    /// <exception cref="BusinessException">It does not wait.</exception>
    public void Resume(Occasion on)
    {
        Refuse(TicketMove.Resume);

        var book = CatchUp(on);
        book.Resume(on.At);
        Conclude(book, _state with { Status = StatusOnceResumed }, new(TicketEvents.Resumed, on));
    }

    /// <summary>Takes a message. The first of a person of the company that the customer can see answers; the customer's ends waiting.</summary>
    /// <remarks>On a ticket that is over it is kept, and starts nothing again.</remarks>
    /// <exception cref="BusinessException">Somebody else than staff writes for staff alone, or says that a machine wrote.</exception>
    public void Take(Message message, ClockOf clockOf)
    {
        var (actor, at) = (message.Author, message.At);
        var on = new Occasion(actor, at, clockOf);
        if (message.IsInternal || message.IsAutomatic)
            RefuseOthersThanStaff(actor, "write internal or automatic messages");

        var book = CatchUp(on);
        var next = _state;
        if (_state.Status.IsOpen() && message.IsAnswer)
        {
            book.Meet(PromiseKind.Response, at);
            next = _state.AcknowledgedAt is null ? Answered(at) : _state;
        }
        else if (_state.Status == TicketStatus.Waiting && actor.Kind is ActorKind.Customer or ActorKind.Partner)
        {
            book.Resume(at);
            next = _state with { Status = StatusOnceResumed };
        }

        Conclude(book, next, new(
            TicketEvents.MessageAdded, on, [new("messageId", null, message.Id.ToString())], IsInternal: message.IsInternal));
    }

    /// <summary>Takes a file.</summary>
    /// <exception cref="BusinessException">Somebody else than staff sends it for staff alone.</exception>
    public void Take(Attachment attachment, ClockOf clockOf)
    {
        if (attachment.IsInternal)
            RefuseOthersThanStaff(attachment.Author, "add internal attachments");

        var on = new Occasion(attachment.Author, attachment.At, clockOf);
        Conclude(CatchUp(on), _state, new(
            TicketEvents.AttachmentAdded, on, [new("attachmentId", null, attachment.Id.ToString())],
            IsInternal: attachment.IsInternal));
    }

    /// <summary>It is solved: nothing more is owed, until it is reopened.</summary>
    /// <param name="resolution">What was done, as the customer sees it.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">It is over already, or no person of the company acts.</exception>
    public void Resolve(string resolution, Occasion on)
    {
        RefuseOthersThanStaff(on.Actor, "resolve tickets");
        Refuse(TicketMove.Resolve);

        End(TicketStatus.Resolved, Withdrawal.Resolved, resolution, null, new(TicketEvents.Resolved, on));
    }

    /// <summary>Takes it back: nothing is owed any more.</summary>
    /// <exception cref="BusinessException">It is over already.</exception>
    public void Cancel(string reason, Occasion on)
    {
        Refuse(TicketMove.Cancel);

        End(TicketStatus.Cancelled, Withdrawal.Cancelled, reason, null, new(TicketEvents.Cancelled, on));
    }

    /// <summary>It goes on in another ticket of the same customer, which keeps its own promises.</summary>
    /// <exception cref="BusinessException">One of the two is over, they are of two customers or the same, or no person of the company acts.</exception>
    public void MergeInto(Ticket other, Occasion on, ClockOf clockOfOther)
    {
        RefuseOthersThanStaff(on.Actor, "merge tickets");
        if (other.Id == Id)
            throw TicketErrors.MergeIntoItself();
        if (other._state.CustomerId != _state.CustomerId)
            throw TicketErrors.MergeOfOthers();
        if (!other._state.Status.IsOpen())
            throw TicketErrors.MergeIntoEnded(other._state.Status);
        Refuse(TicketMove.Merge);

        End(TicketStatus.Closed, Withdrawal.Merged, null, other.Id, new(TicketEvents.Merged, on));
        var there = on with { ClockOf = clockOfOther };
        other.Conclude(other.CatchUp(there), other._state, new(TicketEvents.TookOver, there, [new("ticketId", null, Id.ToString())]));
    }

    /// <summary>It is over, as far as both sides can say.</summary>
    /// <exception cref="BusinessException">It is not resolved.</exception>
    public void Close(Occasion on)
    {
        Refuse(TicketMove.Close);

        Conclude(CatchUp(on), _state with { Status = TicketStatus.Closed }, new(TicketEvents.Closed, on));
    }

    /// <summary>It was not solved after all: new promises start, by the plan that holds now. What came of the old ones stays.</summary>
    /// <exception cref="BusinessException">It is not resolved or closed.</exception>
    public void Reopen(string reason, HandlingPlan plan, Occasion on)
    {
        Refuse(TicketMove.Reopen);

        var book = CatchUp(on);
        var next = _state with
        {
            Status = TicketStatus.New,
            Terms = plan.TermsFor(_state.Report.Urgency),
            Round = _state.Round + 1,
            RoundStart = on.At,
            AcknowledgedAt = null,
            EndedAt = null,
            Outcome = null,
        };
        book.Give(plan.Version, _state.Report.Urgency, next.Round, on.At);
        Conclude(book, next, new(TicketEvents.Reopened, on, Note: reason));
    }

    /// <summary>Raises the warnings and misses whose instant has come.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Watch(Instant at, ClockOf clockOf)
    {
        var before = _events.Count;
        var book = CatchUp(new(Actor.System, at, clockOf));
        _state = _state with { Promises = book.Promises, NextCheckAt = book.NextCheckAt };
        return _events.Count > before;
    }

    private TicketState Answered(Instant at) => _state with
    {
        AcknowledgedAt = at,
        Status = _state.Status == TicketStatus.New ? TicketStatus.Acknowledged : _state.Status,
    };

    private void Refuse(TicketMove move)
    {
        var legal = TicketLife.MovesOf(_state);
        if (!legal.Contains(move))
            throw TicketErrors.IllegalMove(_state.Status, move, legal);
    }

    private static void RefuseOthersThanStaff(Actor actor, string what)
    {
        if (actor.Kind != ActorKind.Staff)
            throw TicketErrors.StaffOnly(what);
    }

    private void End(TicketStatus status, Withdrawal withdrawal, string? outcome, TicketId? mergedInto, Step step)
    {
        var book = CatchUp(step.On);
        if (book.Pauses.IsOpen)
            book.Resume(step.On.At);
        book.Withdraw(withdrawal, step.On.At);
        Conclude(book, _state with { Status = status, EndedAt = step.On.At, Outcome = outcome, MergedInto = mergedInto }, step with { Note = outcome });
    }

    private PromiseBook CatchUp(Occasion on)
    {
        var book = new PromiseBook(_state.Promises, _state.Pauses, on.ClockOf);
        book.CatchUp(on.At);
        Record(book.TakeFacts(), Actor.System, on.At);
        return book;
    }

    private void Conclude(PromiseBook book, TicketState next, Step step)
    {
        var before = _state;
        _state = next with { Promises = book.Promises, Pauses = book.Pauses, NextCheckAt = book.NextCheckAt };
        _events.Add(new(
            EventId.New(step.On.At), step.Type, step.On.At, step.On.Actor, _state.CustomerId, Id, _state.Terms.ContractId, null,
            [.. step.Changes ?? [], .. TicketChanges.Between(before, _state)], step.Note, step.IsInternal));
        Record(book.TakeFacts(), step.On.Actor, step.On.At);
    }

    private void Record(IEnumerable<PromiseFact> facts, Actor actor, Instant at) => _events.AddRange(facts.Select(fact => new RecordedEvent(
        EventId.New(at), fact.Type, at, actor, _state.CustomerId, Id, _state.Terms.ContractId, fact.Promise.Kind, fact.Changes, null, false)));

    private sealed record Step(
        string Type, Occasion On, IReadOnlyList<Change>? Changes = null, string? Note = null, bool IsInternal = false);
}
