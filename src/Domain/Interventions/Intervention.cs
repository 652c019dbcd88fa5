using MisterAssist.Domain.Events;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Domain.Interventions;

/// <summary>One piece of work on a ticket: a call-out, or work from remote.</summary>
/// <remarks>What happens on the way is told by a technician's app, late and perhaps twice: each instant is that of the event, not of the telling.</remarks>
public sealed partial class Intervention
{
    private readonly InterventionLog _log = new();

    private InterventionState _state;

    private Intervention(InterventionState state) => (_state, LoadedVersion) = (state, state.Version);

    public InterventionId Id => _state.Id;

    /// <summary>In which version it was loaded; 0 for a new one. For persistence only.</summary>
    public int LoadedVersion { get; }

    /// <summary>What happened to it since it was loaded or created, in order.</summary>
    public IReadOnlyList<RecordedEvent> Events => _log.Events;

    /// <summary>For persistence only.</summary>
    public static Intervention FromState(InterventionState state) => new(state);

    /// <summary>Decides that something is done about a ticket; when, and by whom, may still be open.</summary>
    /// <param name="ticket">Open.</param>
    /// <param name="mode">On site or from remote.</param>
    /// <param name="entitlement">Whether the plan pays for the work.</param>
    /// <param name="ourFault">Which error of our own it mends; null where it mends none.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">The ticket is over, or no person of the company acts.</exception>
    public static Intervention Create(TicketState ticket, InterventionMode mode, EntitlementKind entitlement, string? ourFault, Deed on)
    {
        on.Actor.RefuseUnlessStaff("plan interventions");
        ticket.RefuseEnded();
        return Begin(ticket, mode, entitlement, null, ourFault, on);
    }

    public InterventionState ToState() => _state;

    /// <summary>Creates the free intervention that follows one which did not solve the problem; where nobody was there for it, it follows again.</summary>
    public Intervention FollowUp(TicketState ticket, Deed on) => Begin(
        ticket, _state.Mode, _state.Entitlement, _state.Ending?.Outcome == InterventionOutcome.NobodyThere ? _state.Follows : Id, null, on);

    /// <summary>A technician sets out.</summary>
    /// <exception cref="BusinessException">It is from remote, or something else happened already.</exception>
    public void Travel(Instant at, Deed on)
    {
        on.Actor.RefuseUnlessStaff("do interventions");
        RefuseOutOfOrder(InterventionMove.Travel, at);

        Conclude(_state with { Status = InterventionStatus.Travelling, TravellingAt = at }, InterventionEvents.Travelling, on, at: at);
    }

    /// <summary>A technician is there, or begins from remote.</summary>
    /// <param name="at">When.</param>
    /// <param name="by">Which technicians; empty for those of the appointment.</param>
    /// <param name="plan">The plan version under which its ticket is handled.</param>
    /// <param name="keepPresence">Keeps the promise of presence, and gives it; null where none was owed.</param>
    /// <param name="on">Who tells, and when.</param>
    /// <exception cref="BusinessException">It has ended, or a technician is named twice.</exception>
    public void Start(Instant at, IReadOnlyList<TechnicianId> by, AppliedPlan plan, Func<Lateness?> keepPresence, Deed on)
    {
        on.Actor.RefuseUnlessStaff("do interventions");
        RefuseOutOfOrder(InterventionMove.Start, at);
        RefuseTwice(by);

        Conclude(
            _state.At(at) with { Status = InterventionStatus.Started, BegunBy = by, Plan = plan, Presence = keepPresence() },
            InterventionEvents.Started, on, by.Count > 0 ? [new("technicianIds", null, string.Join(' ', by))] : [], at: at);
    }

    /// <summary>A technician was there, and nobody else: that counts as presence, and ends it.</summary>
    /// <param name="at">When.</param>
    /// <param name="note">What was tried.</param>
    /// <param name="plan">The plan version under which its ticket is handled.</param>
    /// <param name="keepPresence">Keeps the promise of presence, and gives it; null where none was owed.</param>
    /// <param name="terms">Of the plan version of the ticket, with the clock of its coverage.</param>
    /// <param name="on">Who tells, and when.</param>
    /// <exception cref="BusinessException">It is from remote, has begun, or has ended.</exception>
    public void FindNobody(Instant at, AppliedPlan plan, string note, Func<Lateness?> keepPresence, GuaranteeTerms terms, Deed on)
    {
        on.Actor.RefuseUnlessStaff("do interventions");
        RefuseOutOfOrder(InterventionMove.NobodyThere, at);

        End(
            _state.At(at) with { Plan = plan, Presence = keepPresence() }, at, InterventionOutcome.NobodyThere, note, [], terms,
            InterventionEvents.NobodyThere, on);
    }

    /// <summary>The work is over.</summary>
    /// <param name="at">When.</param>
    /// <param name="account">What came of it, what was done, and who worked when.</param>
    /// <param name="terms">Of the plan version of the ticket, with the clock of its coverage.</param>
    /// <param name="on">Who tells, and when.</param>
    /// <exception cref="BusinessException">It has not begun or has ended, or a time entry cannot be.</exception>
    public void Complete(Instant at, WorkAccount account, GuaranteeTerms terms, Deed on)
    {
        on.Actor.RefuseUnlessStaff("do interventions");
        if (_state.Status is InterventionStatus.Planned or InterventionStatus.Travelling)
            throw InterventionErrors.EventMissing(InterventionMove.Start);
        RefuseOutOfOrder(InterventionMove.Complete, at);
        account.Check(_state.ArrivedAt!.Value, at);

        End(_state, at, account.Outcome, account.Words, account.TimeEntries, terms, InterventionEvents.Completed, on);
    }

    /// <summary>Whether this very event was told before: then it is heard again without doing anything.</summary>
    public bool HasHeard(InterventionMove move, Instant at)
    {
        var nobodyThere = _state.Ending?.Outcome == InterventionOutcome.NobodyThere;
        var heard = move switch
        {
            InterventionMove.Travel => _state.TravellingAt,
            InterventionMove.Start when !nobodyThere => _state.ArrivedAt,
            InterventionMove.NobodyThere when nobodyThere => _state.Ending!.At,
            InterventionMove.Complete when _state.Ending is { Outcome: InterventionOutcome.Solved or InterventionOutcome.NotSolved } ending => ending.At,
            _ => null,
        };
        return heard == at || (heard is not null && _state.ToldAhead.Contains(new(move, at)));
    }

    /// <summary>Keeps the instant with which the last event was told, where it lay ahead of us: by that it is known again.</summary>
    public void RememberAhead(InterventionMove move, Instant? told)
    {
        if (told > _state.LastAt)
            _state = _state with { ToldAhead = [.. _state.ToldAhead, new(move, told.Value)] };
    }

    /// <summary>The ticket is about another site, or none: that is where it is done, as long as nobody is there.</summary>
    /// <remarks>An arrival may still be told that was before: that was at the former site.</remarks>
    public void FollowSite(TicketState ticket, Deed on)
    {
        var (before, after) = (_state.SiteId, ticket.Report.SiteId);
        if (_state.ArrivedAt is not null || before == after)
            return;

        Conclude(
            _state with { SiteId = after, FormerSites = [.. _state.FormerSites, new(before, on.At)] }, InterventionEvents.SiteChanged, on,
            [new("siteId", before?.ToString(), after?.ToString())]);
    }

    /// <summary>It is called off.</summary>
    /// <param name="cause">Why it may be; what was to be on an appointment is a commitment.</param>
    /// <param name="reason">In words.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">It has begun or ended, or there is an appointment and no cause for which one is called off.</exception>
    public void Cancel(MoveCause cause, string reason, Deed on)
    {
        on.Actor.RefuseUnlessStaff("call interventions off");
        _state.RefuseUnlessLegal(InterventionMove.Cancel);
        if (_state.Appointment is not null && cause == MoveCause.Other)
            throw InterventionErrors.AppointmentKept();
        if (_state.Follows is not null && cause != MoveCause.CustomerRequest)
            throw TicketErrors.FollowUpOwed();

        CallOff(cause, reason, on);
    }

    /// <summary>It is not needed any more, since its ticket is over.</summary>
    /// <exception cref="BusinessException">A technician is on the way or at work.</exception>
    public void Withdraw(string reason, Deed on)
    {
        if (_state.IsUnderway)
            throw InterventionErrors.Underway();

        CallOff(null, reason, on);
    }

    /// <summary>A work report on it was issued: from now on it stays as it is.</summary>
    public void TakeReport(WorkReportId report) => _state = _state with { ReportedBy = report, Version = _state.Version + 1 };

    /// <summary>The work report on it was voided: it can be corrected again.</summary>
    public void LoseReport() => _state = _state with { ReportedBy = null, Version = _state.Version + 1 };

    private static Intervention Begin(
        TicketState ticket, InterventionMode mode, EntitlementKind entitlement, InterventionId? follows, string? ourFault, Deed on)
    {
        var intervention = new Intervention(new(
            InterventionId.New(on.At), ticket.Id, ticket.CustomerId, ticket.Report.SiteId, mode, entitlement, follows, ourFault, on.At,
            InterventionStatus.Planned, [], null, null, null, [], [], null, null, null, [], PartsPutDown: 0, null, null, Version: 0));
        intervention.Conclude(
            intervention._state, InterventionEvents.Created, on,
            [new("mode", null, SnakeCase.Of(mode)), .. follows is { } first ? [new Change("followsInterventionId", null, first.ToString())] : Array.Empty<Change>()]);
        return intervention;
    }

    private void CallOff(MoveCause? cause, string reason, Deed on) => Conclude(
        _state with { Status = InterventionStatus.Cancelled, Ending = new(on.At, null, reason, cause, [], []) },
        InterventionEvents.Cancelled, on, [new("cause", null, cause is { } given ? SnakeCase.Of(given) : "ticket_ended")], reason);

    private void End(
        InterventionState last, Instant at, InterventionOutcome outcome, string words, IReadOnlyList<TimeEntry> entries, GuaranteeTerms terms,
        string type, Deed on)
    {
        var guarantees = terms.GuaranteesOf(last, at);
        Conclude(
            last with { Status = InterventionStatus.Completed, Ending = new(at, outcome, words, null, entries, guarantees) },
            type, on, [new("outcome", null, SnakeCase.Of(outcome))], words, at);
        TellGuarantees(guarantees, on, at);
        Tell(InterventionEvents.FeedbackAsked, on, [], null, at);
    }

    private void TellGuarantees(IEnumerable<Guarantee> guarantees, Deed on, Instant at)
    {
        foreach (var (kind, relief, _, _, _) in guarantees)
        {
            Change[] given =
            [
                new("guarantee", null, SnakeCase.Of(kind)), new("callOutPercent", null, Text(relief.CallOut)), new("labourPercent", null, Text(relief.Labour)),
                new("partsPercent", null, Text(relief.Parts)),
            ];
            Tell(InterventionEvents.GuaranteeGiven, on, given, null, at);
        }
    }

    private void RefuseOutOfOrder(InterventionMove move, Instant at)
    {
        _state.RefuseUnlessLegal(move);
        if (at < _state.LastAt)
            throw InterventionErrors.OutOfOrder(_state.LastAt);
    }

    private void Conclude(
        InterventionState next, string type, Deed on, IReadOnlyList<Change>? changes = null, string? note = null, Instant? at = null)
    {
        var before = _state;
        _state = next with { Version = before.Version + 1 };
        IReadOnlyList<Change> status = before.Status == next.Status && before.Version > 0
            ? []
            : [new("status", before.Version > 0 ? SnakeCase.Of(before.Status) : null, SnakeCase.Of(next.Status))];
        Tell(type, on, [.. status, .. changes ?? []], note, at);
    }

    private void Tell(string type, Deed on, IReadOnlyList<Change> changes, string? note, Instant? at = null) =>
        _log.Write(_state, type, at ?? on.At, on.Actor, changes, note);
}
