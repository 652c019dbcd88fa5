using MisterAssist.Domain.Events;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Confirmations;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.TestKit.Tickets;

/// <summary>What happens to one ticket, told in wall-clock times of Rome (<see cref="Moments.Rome"/>).</summary>
public sealed class TicketStory
{
    private readonly ClockOf _clockOf;

    private TicketStory(Ticket ticket, string plan, ClockOf clockOf) => (Ticket, Plan, _clockOf) = (ticket, plan, clockOf);

    public Ticket Ticket { get; }

    public TicketState State => Ticket.ToState();

    /// <summary>The last that was sent.</summary>
    public Confirmation? Confirmation { get; private set; }

    /// <summary>The promise of presence, as the last beginning kept it.</summary>
    public PromiseReading? Kept { get; private set; }

    private string Plan { get; set; }

    public static TicketStory Received(string at, string plan, Urgency urgency = Urgency.Normal, ClockOf? clockOf = null)
    {
        var clocks = clockOf ?? FoundingClocks.WithoutClosures;
        var report = TicketSamples.Report(urgency: urgency);
        return new(TicketSamples.Ticket(plan, report, TicketSamples.Origin(Moments.Rome(at)), clockOf: clocks), plan, clocks);
    }

    public TicketStory Acknowledged(string at) => Do(() => Ticket.Acknowledge(On(at)));

    /// <summary>Proposes to begin at once, unless it is told otherwise.</summary>
    public TicketStory Confirmed(string at, string? startsAt = null, string? laterThanPromised = null)
    {
        Confirmation = Ticket.Confirm(
            ConfirmationId.New(Moments.Rome(at)), TicketSamples.Proposal(Moments.Rome(startsAt ?? at), laterThanPromised: laterThanPromised),
            Entitlement.Unknown, On(at));
        return this;
    }

    /// <summary>Somebody arrives; that may be told later.</summary>
    public TicketStory Began(string at, string? told = null)
    {
        Kept = Ticket.Begin(TicketSamples.InterventionId, Moments.Rome(at), On(told ?? at));
        return this;
    }

    public TicketStory PresenceAgreed(string at, string wanted) =>
        Do(() => Ticket.AgreeOnPresence(TicketSamples.InterventionId, Moments.Rome(wanted), On(at)));

    public TicketStory PresenceReleased(string at, InterventionId? of = null) =>
        Do(() => Ticket.ReleasePresence(of ?? TicketSamples.InterventionId, On(at)));

    public TicketStory OwedFollowUp(string at) => Do(() => Ticket.OweFollowUp(TicketSamples.InterventionId, On(at)));

    public TicketStory SettledFollowUp(string at) => Do(() => Ticket.SettleFollowUp(TicketSamples.InterventionId, On(at)));

    public TicketStory Waits(string at, string reason = "Which printer?") => Do(() => Ticket.Wait(reason, On(at)));

    public TicketStory Resumed(string at) => Do(() => Ticket.Resume(On(at)));

    public TicketStory Wrote(Actor author, string at, bool isInternal = false, bool isAutomatic = false) =>
        Do(() => Ticket.Take(TicketSamples.Message(Ticket, Moments.Rome(at), author, isInternal, isAutomatic), _clockOf));

    public TicketStory Made(Urgency urgency, string at) => Do(() => Ticket.Change(
        State.Report with { Urgency = urgency }, State.Assignee, FoundingClocks.Version(Plan), On(at)));

    public TicketStory MovedTo(string plan, string at)
    {
        Plan = plan;
        return Do(() => Ticket.ChangePlan(FoundingClocks.Plan(plan), Moments.Rome(at), _clockOf));
    }

    public TicketStory Resolved(string at) => Do(() => Ticket.Resolve("A new cable", On(at)));

    public TicketStory Closed(string at) => Do(() => Ticket.Close(On(at)));

    public TicketStory Cancelled(string at) => Do(() => Ticket.Cancel("It prints again", On(at)));

    public TicketStory Reopened(string at) => Do(() => Ticket.Reopen("It is silent again", FoundingClocks.Plan(Plan), On(at)));

    public TicketStory MergedInto(TicketStory other, string at) => Do(() => Ticket.MergeInto(other.Ticket, On(at), other._clockOf));

    public TicketStory Watched(string at) => Do(() => Ticket.Watch(Moments.Rome(at), _clockOf));

    public Promise Promise(PromiseKind kind, int round = 1) => State.Promises.Single(p => p.Kind == kind && p.Round == round);

    /// <summary>What is owed, in the order of the promises: <c>Response until Mon 2026-11-16 15:00, Confirmation paused</c>.</summary>
    public string Owed() => string.Join(", ", State.Promises.Where(p => p.IsOwed).Select(p => $"{p.Kind} {(p.DueAt is null ? "paused" : $"until {Due(p)}")}"));

    /// <summary>As whoever asks at that time is told, whether anybody watched or not.</summary>
    public PromiseReading? Read(PromiseKind kind, string at, int round = 1) => Read(kind, Moments.Rome(at), round);

    public PromiseReading? Read(PromiseKind kind, Instant at, int round = 1) => Promise(kind, round).ReadAt(at, State.Pauses, _clockOf);

    /// <summary>What is on record of a type.</summary>
    public IReadOnlyList<RecordedEvent> Told(string type) => [.. Ticket.Events.Where(e => e.Type == type)];

    private Occasion On(string at) => TicketSamples.On(Moments.Rome(at), clockOf: _clockOf);

    private TicketStory Do(Action action)
    {
        action();
        return this;
    }

    private static string Due(Promise promise) => Moments.OnTheWall(promise.DueAt!.Value);
}
