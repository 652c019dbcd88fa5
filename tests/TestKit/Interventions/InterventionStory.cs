using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.TestKit.Interventions;

/// <summary>What happens to one intervention and its ticket, told in wall-clock times of Rome (<see cref="Moments.Rome"/>).</summary>
public sealed class InterventionStory
{
    private static readonly DurationPattern HoursMinutesSeconds = DurationPattern.CreateWithInvariantCulture("-H:mm:ss");

    private readonly GuaranteeTerms _terms;

    private InterventionStory(TicketStory ticket, Intervention intervention, GuaranteeTerms terms) =>
        (Ticket, Intervention, _terms) = (ticket, intervention, terms);

    public TicketStory Ticket { get; }

    public Intervention Intervention { get; }

    /// <summary>Its ticket is about another site from then on.</summary>
    public InterventionStory AboutSite(string at, SiteId? site)
    {
        var ticket = Ticket.State;
        Intervention.FollowSite(ticket with { Report = ticket.Report with { SiteId = site } }, InterventionSamples.On(at));
        return this;
    }

    public InterventionState State => Intervention.ToState();

    /// <summary>Created when its ticket is received.</summary>
    public static InterventionStory Created(
        string at, string plan = "silver", Urgency urgency = Urgency.Normal, InterventionMode mode = InterventionMode.OnSite,
        EntitlementKind entitlement = EntitlementKind.Billable, string? ourFault = null, WorkTerms? work = null) =>
        For(TicketStory.Received(at, plan, urgency), at, plan, mode, entitlement, ourFault, work);

    public static InterventionStory For(
        TicketStory ticket, string at, string plan = "silver", InterventionMode mode = InterventionMode.OnSite,
        EntitlementKind entitlement = EntitlementKind.Billable, string? ourFault = null, WorkTerms? work = null)
    {
        var clock = new Domain.Sla.WorkingClock(FoundingClocks.Version(plan).Terms.Coverage);
        var intervention = Domain.Interventions.Intervention.Create(ticket.State, mode, entitlement, ourFault, InterventionSamples.On(at));
        return new(ticket, intervention, new(work ?? WorkTerms.Usual, clock));
    }

    public InterventionStory Planned(string at, string startsAt, bool wished = false, params TechnicianId[] technicians) => Do(() =>
    {
        Intervention.Plan(InterventionSamples.Slot(startsAt), Named(technicians), wished, InterventionSamples.On(at));
        FollowWish(at, startsAt);
    });

    public InterventionStory Moved(string at, string startsAt, MoveCause cause = MoveCause.CustomerRequest, params TechnicianId[] technicians) => Do(() =>
    {
        Intervention.Move(InterventionSamples.Slot(startsAt), Named(technicians), cause, "The street is flooded.", "Carla", InterventionSamples.On(at));
        FollowWish(at, startsAt);
    });

    private static AppliedPlan Applied { get; } = new(new("silver"), 1);

    public InterventionStory Reassigned(string at, params TechnicianId[] technicians) =>
        Do(() => Intervention.Reassign(technicians, InterventionSamples.On(at)));

    public InterventionStory Travelled(string at, string? told = null) =>
        Do(() => Intervention.Travel(Moments.Rome(at), InterventionSamples.On(told ?? at)));

    public InterventionStory Started(string at, string? told = null) => Started(Moments.Rome(at), Moments.Rome(told ?? at));

    public InterventionStory Started(Instant at, Instant told) => Do(() => Intervention.Start(at, [], Applied, () => KeepPresence(at, told), new(TicketSamples.Staff, told)));

    public InterventionStory NobodyThere(string at, string? told = null) => Do(() => Intervention.FindNobody(
        Moments.Rome(at), Applied, "We rang twice.", () => KeepPresence(Moments.Rome(at), Moments.Rome(told ?? at)), _terms, InterventionSamples.On(told ?? at)));

    /// <summary>Whoever worked did so from arrival, unless it is told otherwise.</summary>
    public InterventionStory Completed(string at, InterventionOutcome outcome = InterventionOutcome.Solved, params TimeEntry[] entries) =>
        Do(() => Intervention.Complete(
            Moments.Rome(at), new(outcome, "A new cable.", entries.Length > 0 ? entries : [WorkedUntil(at)]), _terms, InterventionSamples.On(at)));

    public InterventionStory Corrected(string at, string? ourFault = null, string? words = null, params TimeEntry[] entries) => Do(
        () => Intervention.Correct(
            new(
                State.Mode, words ?? State.Ending?.Words, entries.Length > 0 ? entries : State.Ending?.TimeEntries ?? [], ourFault ?? State.OurFault),
            _terms, InterventionSamples.On(at)));

    public InterventionStory Cancelled(string at, MoveCause cause = MoveCause.CustomerRequest) =>
        Do(() => Intervention.Cancel(cause, "It prints again.", InterventionSamples.On(at)));

    public InterventionStory Withdrawn(string at) => Do(() => Intervention.Withdraw("It prints again.", InterventionSamples.On(at)));

    public InterventionStory Contested(string at, int days = 15) =>
        Do(() => Intervention.Contest("It is silent again.", days, InterventionSamples.On(at, TicketSamples.Customer)));

    public InterventionStory ContestAccepted(string at) => Do(() => Intervention.AcceptContest(Ticket.State, InterventionSamples.On(at)));

    public InterventionStory ContestDeclined(string at) => Do(() => Intervention.DeclineContest("The paper is out.", InterventionSamples.On(at)));

    public InterventionStory Fitted(string at, long cents = 12_50, int quantity = 1, bool askBeforeAny = false) => Do(
        () => Intervention.Fit(InterventionSamples.Item(cents), quantity, _terms.Work.SmallPartLimit, askBeforeAny, InterventionSamples.On(at)));

    public InterventionStory Decided(string at, int part = 1, bool isApproved = true) =>
        Do(() => Intervention.Decide(part, isApproved, null, InterventionSamples.On(at, TicketSamples.Customer)));

    public InterventionStory Removed(string at, int part = 1) => Do(() => Intervention.Remove(part, InterventionSamples.On(at)));

    public InterventionStory Reported() => Do(() => Intervention.TakeReport(WorkReportId.New(TicketSamples.ReceivedAt)));

    public InterventionStory ReportVoided() => Do(Intervention.LoseReport);

    /// <summary>The free one after it.</summary>
    public InterventionStory FollowedUp(string at) => new(Ticket, Intervention.FollowUp(Ticket.State, InterventionSamples.On(at)), _terms);

    /// <summary>What it triggered: <c>LateNormal 40/40/0 1:01:00</c>, in percent off call-out, labour and parts, with the delay.</summary>
    public string Guarantees() => string.Join(", ", State.Ending!.Guarantees.Select(Told));

    /// <summary>What it would trigger if somebody arrived at an instant, where nobody has.</summary>
    public string GuaranteesAt(string at) => string.Join(", ", _terms.GuaranteesOf(State, Moments.Rome(at)).Select(Told));

    /// <summary>What is on record of a type.</summary>
    public IReadOnlyList<RecordedEvent> EventsOf(string type) => [.. Intervention.Events.Where(e => e.Type == type)];

    private static string Told(Guarantee given)
    {
        var delay = given.Lateness is { } late ? $" {HoursMinutesSeconds.Format(late.Delay)}" : "";
        return $"{given.Kind} {given.Relief.CallOut}/{given.Relief.Labour}/{given.Relief.Parts}{delay}";
    }

    private static TechnicianId[] Named(TechnicianId[] technicians) => technicians.Length > 0 ? technicians : [InterventionSamples.Giulia];

    private TimeEntry WorkedUntil(string at) => new(InterventionSamples.Giulia, State.ArrivedAt ?? Moments.Rome("2026-01-01 00:00"), Moments.Rome(at));

    private Lateness? KeepPresence(Instant at, Instant told)
    {
        var kept = Ticket.Ticket.Begin(Intervention.Id, at, TicketSamples.On(told));
        return kept is { DueAt: { } due } ? new(due, kept.MetAt!.Value, kept.Overrun) : null;
    }

    /// <summary>As the use cases do it: the promise of presence follows what the customer wants.</summary>
    private void FollowWish(string at, string startsAt)
    {
        if (State.Appointment!.WishedByCustomer)
            Ticket.PresenceAgreed(at, startsAt);
    }

    private InterventionStory Do(Action action)
    {
        action();
        return this;
    }
}
