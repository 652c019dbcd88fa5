using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Domain.Tests.Interventions;

/// <summary>Under Silver, on Monday 16 November 2026; created at 09:00, where it is planned then for 10:00.</summary>
public sealed class InterventionLifeTests
{
    private static readonly Dictionary<InterventionMove, Action<InterventionStory>> Moves = new()
    {
        [InterventionMove.Plan] = story => story.Planned("2026-11-16 13:00", "2026-11-16 15:00"),
        [InterventionMove.Move] = story => story.Moved("2026-11-16 13:00", "2026-11-16 15:00"),
        [InterventionMove.Reassign] = story => story.Reassigned("2026-11-16 13:00", InterventionSamples.Marco),
        [InterventionMove.Travel] = story => story.Travelled("2026-11-16 13:00"),
        [InterventionMove.Start] = story => story.Started("2026-11-16 13:00"),
        [InterventionMove.NobodyThere] = story => story.NobodyThere("2026-11-16 13:00"),
        [InterventionMove.Complete] = story => story.Completed("2026-11-16 13:00"),
        [InterventionMove.Correct] = story => story.Corrected("2026-11-16 13:00", "It was our cable."),
        [InterventionMove.Cancel] = story => story.Cancelled("2026-11-16 13:00"),
        [InterventionMove.Contest] = story => story.Contested("2026-11-16 13:00"),
        [InterventionMove.AcceptContest] = story => story.ContestAccepted("2026-11-16 13:00"),
        [InterventionMove.DeclineContest] = story => story.ContestDeclined("2026-11-16 13:00"),
    };

    private static readonly Dictionary<string, Func<InterventionStory>> Lives = new()
    {
        ["planned, no time yet"] = Created,
        ["planned"] = Planned,
        ["planned, remote"] = () => InterventionStory.Created("2026-11-16 09:00", mode: InterventionMode.Remote),
        ["travelling"] = () => Planned().Travelled("2026-11-16 09:30"),
        ["started"] = Started,
        ["solved"] = Solved,
        ["not solved"] = () => Started().Completed("2026-11-16 11:00", InterventionOutcome.NotSolved),
        ["nobody there"] = () => Planned().NobodyThere("2026-11-16 10:00"),
        ["contested"] = () => Solved().Contested("2026-11-16 12:00"),
        ["contest accepted"] = () => Solved().Contested("2026-11-16 12:00").ContestAccepted("2026-11-16 12:30"),
        ["contest declined"] = () => Solved().Contested("2026-11-16 12:00").ContestDeclined("2026-11-16 12:30"),
        ["reported"] = () => Solved().Reported(),
        ["reported, contested"] = () => Solved().Reported().Contested("2026-11-16 12:00"),
        ["report voided"] = () => Solved().Reported().ReportVoided(),
        ["cancelled"] = () => Planned().Cancelled("2026-11-16 09:30"),
    };

    [TestCase("planned, no time yet", "Plan Travel Start NobodyThere Correct Cancel")]
    [TestCase("planned", "Move Reassign Travel Start NobodyThere Correct Cancel")]
    [TestCase("planned, remote", "Plan Start Correct Cancel")]
    [TestCase("travelling", "Start NobodyThere Correct Cancel")]
    [TestCase("started", "Complete Correct")]
    [TestCase("solved", "Correct Contest")]
    [TestCase("not solved", "Correct")]
    [TestCase("nobody there", "Correct")]
    [TestCase("contested", "Correct AcceptContest DeclineContest")]
    [TestCase("contest accepted", "Correct")]
    [TestCase("contest declined", "Correct")]
    [TestCase("reported", "Contest")]
    [TestCase("reported, contested", "AcceptContest DeclineContest")]
    [TestCase("report voided", "Correct Contest")]
    [TestCase("cancelled", "")]
    public void Moves_AreLegalOrRefusedWithTheLegalOnesAndNothingDone(string life, string legal)
    {
        Assert.That(string.Join(' ', InterventionLife.MovesOf(Lives[life]().State)), Is.EqualTo(legal));
        foreach (var (move, make) in Moves)
        {
            var story = Lives[life]();
            var (state, ticket, told) = (story.State, story.Ticket.State, story.Intervention.Events.Count);
            if (legal.Split(' ').Contains(move.ToString()))
            {
                Assert.That(() => make(story), Throws.Nothing, $"{move}");
                Assert.That((story.State.Version, story.Intervention.Events.Count > told), Is.EqualTo((state.Version + 1, true)), $"{move}");
                continue;
            }

            using (Assert.EnterMultipleScope())
            {
                var isMissing = move == InterventionMove.Complete && state.Status is InterventionStatus.Planned or InterventionStatus.Travelling;
                var refusal = Assert.Throws<BusinessException>(() => make(story))!;
                Assert.That(refusal.Code, Is.EqualTo(isMissing && move == InterventionMove.Complete ? "event_missing" : "illegal_intervention_move"), $"{move}");
                Assert.That(
                    refusal.Allowed, Is.EqualTo(refusal.Code == "event_missing" ? ["start"] : InterventionLife.MovesOf(state).Select(SnakeCase.Of)), $"{move}");
                Assert.That(story.State, Is.SameAs(state), $"{move}");
                Assert.That(story.Ticket.State, Is.SameAs(ticket), $"{move}");
                Assert.That(story.Intervention.Events, Has.Count.EqualTo(told), $"{move}");
            }
        }
    }

    [TestCase("planned", true, false)]
    [TestCase("travelling", true, true)]
    [TestCase("started", true, true)]
    [TestCase("solved", false, false)]
    [TestCase("nobody there", false, false)]
    [TestCase("cancelled", false, false)]
    public void State_TellsWhetherItIsOpenAndUnderWay(string life, bool isOpen, bool isUnderway) =>
        Assert.That((Lives[life]().State.IsOpen, Lives[life]().State.IsUnderway), Is.EqualTo((isOpen, isUnderway)));

    [Test]
    public void Created_TellsOnTheTicketWhatItIsAndTakesItsSite()
    {
        var story = Created();
        var told = story.EventsOf(InterventionEvents.Created).Single();

        Assert.That(
            told.Changes.Select(c => $"{c.Field}: {c.Before} > {c.After}"),
            Is.EqualTo(new[] { $"interventionId:  > {story.Intervention.Id}", "status:  > planned", "mode:  > on_site" }));
        Assert.That((told.TicketId, told.CustomerId, told.IsInternal), Is.EqualTo((story.Ticket.Ticket.Id, TicketSamples.CustomerId, false)));
        Assert.That((story.State.TicketId, story.State.CustomerId, story.State.Version), Is.EqualTo((story.Ticket.Ticket.Id, TicketSamples.CustomerId, 1)));
    }

    [Test]
    public void Created_OnATicketThatIsOver_IsRefused()
    {
        var over = TicketStory.Received("2026-11-16 09:00", "silver").Resolved("2026-11-16 10:00");

        Assert.That(() => InterventionStory.For(over, "2026-11-16 11:00"), Refused.With("ticket_not_open"));
    }

    [Test]
    public void Started_OnATicketThatIsOver_IsRefusedWithNothingDone()
    {
        var story = Planned();
        story.Ticket.Resolved("2026-11-16 09:30");
        var state = story.State;

        Assert.That(() => story.Started("2026-11-16 10:00"), Refused.With("ticket_not_open"));
        Assert.That(story.State, Is.SameAs(state));
    }

    [Test]
    public void Completed_TellsWhatCameOfItWhatItTriggeredAndAsksForFeedback()
    {
        var story = Planned().Started("2026-11-16 10:01").Completed("2026-11-16 11:00");

        Assert.That(
            story.Intervention.Events.Select(e => e.Type),
            Is.EqualTo(new[] { "intervention.created", "intervention.planned", "intervention.started", "intervention.completed", "guarantee.given", "feedback.asked" }));
        var told = story.EventsOf(InterventionEvents.Completed).Single();
        Assert.That(told.Changes.Skip(1).Select(c => $"{c.Field}: {c.Before} > {c.After}"), Is.EqualTo(new[] { "status: started > completed", "outcome:  > solved" }));
        Assert.That(told.Note, Is.EqualTo("A new cable."));
        var given = story.EventsOf(InterventionEvents.GuaranteeGiven).Single();
        Assert.That(given.Note, Is.Null);
        Assert.That(
            given.Changes.Skip(1).Select(change => $"{change.Field} {change.After}"),
            Is.EqualTo(new[] { "guarantee late_normal", "callOutPercent 20", "labourPercent 20", "partsPercent 0" }));
    }

    [Test]
    public void Cancelled_WithAnAppointment_TakesACauseForWhichOneIsCalledOff()
    {
        var refusal = Assert.Throws<BusinessException>(() => Planned().Cancelled("2026-11-16 09:30", MoveCause.Other))!;

        Assert.That((refusal.Code, string.Join(' ', refusal.Allowed)), Is.EqualTo(("appointment_kept", "customer_request exceptional")));
        Assert.That(Planned().Cancelled("2026-11-16 09:30", MoveCause.Exceptional).State.Ending!.Cause, Is.EqualTo(MoveCause.Exceptional));
        Assert.That(Created().Cancelled("2026-11-16 09:30", MoveCause.Other).State.Status, Is.EqualTo(InterventionStatus.Cancelled));
    }

    [Test]
    public void Withdrawn_WithItsTicket_IsCalledOffWithoutACauseUnlessItIsUnderWay()
    {
        var story = Planned().Withdrawn("2026-11-16 09:30");

        Assert.That((story.State.Status, story.State.Ending!.Outcome, story.State.Ending.Cause), Is.EqualTo(
            (InterventionStatus.Cancelled, (InterventionOutcome?)null, (MoveCause?)null)));
        Assert.That(story.EventsOf(InterventionEvents.Cancelled).Single().Changes.Select(c => c.After), Has.Member("ticket_ended"));
        Assert.That(() => Lives["travelling"]().Withdrawn("2026-11-16 09:45"), Refused.With("intervention_underway"));
        Assert.That(() => Started().Withdrawn("2026-11-16 10:30"), Refused.With("intervention_underway"));
    }

    [TestCase(ActorKind.Customer)]
    [TestCase(ActorKind.Partner)]
    [TestCase(ActorKind.System)]
    public void WhatOnlyStaffMayDo_IsRefusedToOthers(ActorKind kind)
    {
        var on = InterventionSamples.On("2026-11-16 12:00", new(kind, "Somebody", null));
        var slot = InterventionSamples.Slot("2026-11-16 15:00");
        var terms = new GuaranteeTerms(WorkTerms.Usual, new(FoundingClocks.Version("silver").Terms.Coverage));
        var (created, planned, started) = (Created().Intervention, Planned().Intervention, Started().Intervention);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => Intervention.Create(Created().Ticket.State, InterventionMode.Remote, EntitlementKind.Included, null, on), Refused.With("staff_only"));
            Assert.That(() => created.Plan(slot, [InterventionSamples.Giulia], true, on), Refused.With("staff_only"));
            Assert.That(() => planned.Move(slot, [InterventionSamples.Giulia], MoveCause.CustomerRequest, "Why", "Carla", on), Refused.With("staff_only"));
            Assert.That(() => planned.Reassign([InterventionSamples.Marco], on), Refused.With("staff_only"));
            Assert.That(() => planned.Travel(on.At, on), Refused.With("staff_only"));
            Assert.That(() => planned.Start(on.At, [], new(new("silver"), 1), () => null, on), Refused.With("staff_only"));
            Assert.That(() => planned.FindNobody(on.At, new(new("silver"), 1), "Why", () => null, terms, on), Refused.With("staff_only"));
            Assert.That(() => started.Complete(on.At, new(InterventionOutcome.Solved, "Done", []), terms, on), Refused.With("staff_only"));
            Assert.That(() => started.Correct(new(InterventionMode.OnSite, null, [], null), terms, on), Refused.With("staff_only"));
            Assert.That(() => planned.Cancel(MoveCause.CustomerRequest, "Why", on), Refused.With("staff_only"));
            Assert.That(() => Lives["contested"]().Intervention.AcceptContest(TicketSamples.Ticket().ToState(), on), Refused.With("staff_only"));
            Assert.That(() => Lives["contested"]().Intervention.DeclineContest("Why", on), Refused.With("staff_only"));
            Assert.That(() => planned.Fit(InterventionSamples.Item(), 1, Money.Zero, false, on), Refused.With("staff_only"));
            Assert.That(() => planned.Remove(1, on), Refused.With("staff_only"));
        }
    }

    private static InterventionStory Created() => InterventionStory.Created("2026-11-16 09:00");

    private static InterventionStory Planned() => Created().Planned("2026-11-16 09:00", "2026-11-16 10:00");

    private static InterventionStory Started() => Planned().Started("2026-11-16 10:00");

    private static InterventionStory Solved() => Started().Completed("2026-11-16 11:00");
}
