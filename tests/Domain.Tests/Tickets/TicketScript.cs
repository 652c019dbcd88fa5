using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Confirmations;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Tests.Tickets;

/// <summary>What can happen to a ticket; what is not legal when its turn comes does not happen.</summary>
public enum TicketAct
{
    Acknowledge,
    Confirm,
    Begin,
    BeginToldLate,
    AgreeOnPresence,
    ReleasePresence,
    Wait,
    Resume,
    MakeUrgent,
    MakeNormal,
    MoveToBronze,
    MoveToSilver,
    MoveToGold,
    MoveToStandard,
    StaffWrites,
    StaffNotes,
    CustomerWrites,
    Resolve,
    Reopen,
    Watch,
}

/// <summary>Something to be done after a while, or about the instant at which the next promise is due.</summary>
/// <param name="Act">What.</param>
/// <param name="Minutes">How long after the step before; not used where it is aimed.</param>
/// <param name="FromDue">Microseconds from the next due instant to come; null where it is not aimed at one.</param>
public sealed record TicketStep(TicketAct Act, int Minutes, int? FromDue);

/// <summary>A ticket under the founding plans, and what happens to it. One closure stood announced before, another comes in its midst.</summary>
public sealed record TicketScript(string Plan, Urgency Urgency, Instant ReceivedAt, IReadOnlyList<TicketStep> Steps)
{
    private static readonly Instant EarlyAnnouncement = Moments.Rome("2026-01-01 00:00");

    /// <summary>How long after it was so <see cref="TicketAct.BeginToldLate"/> is told.</summary>
    public static Duration Lag { get; } = Duration.FromMinutes(200);

    public static ClockOf ClockOf { get; } = FoundingClocks.With(
        ClosureSamples.Announced(ClosureSamples.Part("2026-10-27", "2026-10-27", "09:00", "12:00"), EarlyAnnouncement),
        ClosureSamples.Announced(ClosureSamples.Days("2026-12-09"), EarlyAnnouncement),
        ClosureSamples.Announced(ClosureSamples.Days("2026-10-28"), Moments.Rome("2026-10-26 12:00")),
        ClosureSamples.Announced(ClosureSamples.Days("2026-12-10"), Moments.Rome("2026-12-07 12:00")));

    public Ticket Receive() => TicketSamples.Ticket(
        Plan, TicketSamples.Report(urgency: Urgency), TicketSamples.Origin(ReceivedAt), clockOf: ClockOf);

    /// <summary>When each step is done, to be done so again.</summary>
    public IReadOnlyList<(Instant At, TicketAct Act)> Timed()
    {
        var timed = new List<(Instant At, TicketAct Act)>();
        var (ticket, now) = (Receive(), ReceivedAt);
        foreach (var step in Steps)
        {
            now = TimeOf(step, ticket.ToState(), now);
            timed.Add((now, step.Act));
            if (step.Act != TicketAct.Watch)
                Do(step.Act, ticket, now);
        }

        return timed;
    }

    public static void Do(TicketAct act, Ticket ticket, Instant at)
    {
        var (state, on) = (ticket.ToState(), TicketSamples.On(at, clockOf: ClockOf));
        switch (act)
        {
            case TicketAct.Acknowledge when IsLegal(TicketMove.Acknowledge):
                ticket.Acknowledge(on);
                break;
            case TicketAct.Confirm when IsLegal(TicketMove.Confirm):
                ticket.Confirm(ConfirmationId.New(at), TicketSamples.Proposal(at, laterThanPromised: "The part has to come first."), Entitlement.Unknown, on);
                break;
            case TicketAct.Begin or TicketAct.BeginToldLate when state.Status.IsOpen():
                ticket.Begin(TicketSamples.InterventionId, act == TicketAct.Begin ? at : at - Lag, on);
                break;
            case TicketAct.AgreeOnPresence when state.Status.IsOpen():
                ticket.AgreeOnPresence(TicketSamples.InterventionId, at + Duration.FromHours(7), on);
                break;
            case TicketAct.ReleasePresence:
                ticket.ReleasePresence(TicketSamples.InterventionId, on);
                break;
            case TicketAct.Wait when IsLegal(TicketMove.Wait):
                ticket.Wait("Why", on);
                break;
            case TicketAct.Resume when IsLegal(TicketMove.Resume):
                ticket.Resume(on);
                break;
            case TicketAct.Resolve when IsLegal(TicketMove.Resolve):
                ticket.Resolve("Done", on);
                break;
            case TicketAct.Reopen when IsLegal(TicketMove.Reopen):
                ticket.Reopen("Again", FoundingClocks.Plan(state.Terms.Plan.Value), on);
                break;
            case TicketAct.MakeUrgent or TicketAct.MakeNormal when state.Status.IsOpen():
                var urgency = act == TicketAct.MakeUrgent ? Urgency.Urgent : Urgency.Normal;
                ticket.Change(state.Report with { Urgency = urgency }, state.Assignee, FoundingClocks.Version(state.Terms.Plan.Value), on);
                break;
            case TicketAct.MoveToBronze or TicketAct.MoveToSilver or TicketAct.MoveToGold or TicketAct.MoveToStandard when state.Status.IsOpen():
                ticket.ChangePlan(FoundingClocks.Plan(act.ToString()["MoveTo".Length..].ToLowerInvariant()), at, ClockOf);
                break;
            case TicketAct.StaffWrites or TicketAct.StaffNotes:
                ticket.Take(TicketSamples.Message(ticket, at, TicketSamples.Staff, isInternal: act == TicketAct.StaffNotes), ClockOf);
                break;
            case TicketAct.CustomerWrites:
                ticket.Take(TicketSamples.Message(ticket, at, TicketSamples.Customer), ClockOf);
                break;
            case TicketAct.Watch:
                ticket.Watch(at, ClockOf);
                break;
        }

        bool IsLegal(TicketMove move) => TicketLife.MovesOf(state).Contains(move);
    }

    public override string ToString() =>
        $"\n{Plan} {Urgency} {Told(ReceivedAt)}\n{string.Join('\n', Timed().Select(step => $"  {Told(step.At)} {step.Act}"))}\n";

    private static Instant TimeOf(TicketStep step, TicketState state, Instant now)
    {
        if (step.FromDue is { } microseconds && state.Promises.Where(p => p.IsOwed && p.DueAt > now).Min(p => p.DueAt) is { } due)
            return Instant.Max(now, due + Duration.FromTicks(10) * microseconds);

        return now + Duration.FromMinutes(step.Minutes);
    }

    private static string Told(Instant at) => $"{Moments.OnTheWall(at)} ({at})";
}
