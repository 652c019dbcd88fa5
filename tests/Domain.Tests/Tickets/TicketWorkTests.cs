using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Tests.Tickets;

// Silver, received on Monday 16 November 2026 at 09:00: response until 13:00; confirmation until 17:00 where it is normal, presence
// until 13:00 where it is urgent.
public sealed class TicketWorkTests
{
    [Test]
    public void Confirmed_KeepsConfirmationAndResponse()
    {
        var story = Normal().Confirmed("2026-11-16 12:00");

        Assert.That(story.Owed(), Is.Empty);
        Assert.That(story.State.Promises.Select(p => p.MetAt), Is.All.EqualTo(Moments.Rome("2026-11-16 12:00")));
        Assert.That(story.State.Status, Is.EqualTo(TicketStatus.Confirmed));
        Assert.That((story.State.Progress.AcknowledgedAt, story.State.Progress.ConfirmedAt), Is.EqualTo(
            ((Instant?)Moments.Rome("2026-11-16 12:00"), (Instant?)Moments.Rome("2026-11-16 12:00"))));
        Assert.That(story.Told(TicketEvents.Confirmed).Single().Changes.Select(c => $"{c.Field}: {c.Before} > {c.After}"), Is.EqualTo(new[]
        {
            $"confirmationId:  > {story.Confirmation!.Id}", "status: new > confirmed",
        }));
    }

    [Test]
    public void Confirmed_Again_LeavesWhenItFirstWas()
    {
        var story = Normal().Acknowledged("2026-11-16 10:00").Confirmed("2026-11-16 11:00").Confirmed("2026-11-16 12:00");

        Assert.That((story.State.Progress.AcknowledgedAt, story.State.Progress.ConfirmedAt), Is.EqualTo(
            ((Instant?)Moments.Rome("2026-11-16 10:00"), (Instant?)Moments.Rome("2026-11-16 11:00"))));
        Assert.That(story.Promise(PromiseKind.Confirmation).MetAt, Is.EqualTo(Moments.Rome("2026-11-16 11:00")));
    }

    [Test]
    public void Confirmed_WhileItWaits_IsKeptAndWaitsOn()
    {
        var story = Normal().Waits("2026-11-16 10:00").Confirmed("2026-11-16 11:00");
        Assert.That((story.State.Status, story.Owed()), Is.EqualTo((TicketStatus.Waiting, "")));

        Assert.That(story.Resumed("2026-11-16 12:00").State.Status, Is.EqualTo(TicketStatus.Confirmed));
    }

    [TestCase("2026-11-16 13:00", null, null, TestName = "A start when presence is due")]
    [TestCase("2026-11-16 13:01", null, "later_than_promised", TestName = "A later start without a word")]
    [TestCase("2026-11-16 13:01", "The street is flooded.", null, TestName = "A later start with a word about it")]
    [TestCase("2026-11-16 09:59", null, "start_in_the_past", TestName = "A start that has passed")]
    public void Confirmed_OfAnUrgentOne_ProposesNoLaterThanPromisedOrSaysSo(string startsAt, string? why, string? refusal)
    {
        var story = Urgent();
        var state = story.State;
        if (refusal is not null)
        {
            Assert.That(() => story.Confirmed("2026-11-16 10:00", startsAt, why), Refused.With(refusal));
            Assert.That(story.State, Is.SameAs(state));
            return;
        }

        story.Confirmed("2026-11-16 10:00", startsAt, why);
        Assert.That(story.Confirmation!.PresenceDueAt, Is.EqualTo(Moments.Rome("2026-11-16 13:00")));
        Assert.That(story.Owed(), Is.EqualTo("Presence until Mon 2026-11-16 13:00"), "a word about it moves no promise");
    }

    [Test]
    public void Confirmed_WhilePresenceIsPaused_KeepsToTheDeadlineAsIfItWentOnNow()
    {
        // Half an hour was used when it began to wait: at 10:00 three and a half are left.
        Assert.That(
            Urgent().Waits("2026-11-16 09:30").Confirmed("2026-11-16 10:00", "2026-11-16 13:30").Confirmation!.PresenceDueAt,
            Is.EqualTo(Moments.Rome("2026-11-16 13:30")));
        Assert.That(
            () => Urgent().Waits("2026-11-16 09:30").Confirmed("2026-11-16 10:00", "2026-11-16 13:31"), Refused.With("later_than_promised"));
    }

    [TestCase(EntitlementKind.Included, null)]
    [TestCase(EntitlementKind.Billable, "estimate_needed")]
    [TestCase(EntitlementKind.Excluded, "estimate_needed")]
    public void Confirmed_WithoutAnEstimate_IsForWorkThatThePlanPaysFor(EntitlementKind kind, string? refusal)
    {
        var on = TicketSamples.On(Moments.Rome("2026-11-16 10:00"));

        Assert.That(
            () => Normal().Ticket.Confirm(new(Guid.Empty), TicketSamples.Proposal(on.At, cents: null), Entitlement.Of(kind), on),
            refusal is null ? Throws.Nothing : Refused.With(refusal));
    }

    [TestCase("2026-11-16 13:00", PromiseState.Met, TestName = "Arrived at the very instant presence is due")]
    [TestCase("2026-11-16 13:01", PromiseState.Missed, TestName = "Arrived a minute later")]
    public void Began_KeepsPresenceAndNothingElse(string at, PromiseState state)
    {
        var story = Urgent().Began(at);

        Assert.That((story.Kept!.State, story.Kept.MetAt, story.Kept.DueAt), Is.EqualTo(
            (state, (Instant?)Moments.Rome(at), (Instant?)Moments.Rome("2026-11-16 13:00"))));
        Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 13:00"), "who comes has not answered yet");
        Assert.That((story.State.Status, story.State.Progress.BegunAt), Is.EqualTo((TicketStatus.InProgress, (Instant?)Moments.Rome(at))));
    }

    [Test]
    public void Began_WhereNoPresenceIsOwed_KeepsNone()
    {
        var story = Normal().Began("2026-11-16 10:00");

        Assert.That((story.Kept, story.State.Status), Is.EqualTo(((PromiseReading?)null, TicketStatus.InProgress)));
    }

    [Test]
    public void Began_Again_LeavesWhenItFirstWas()
    {
        var story = Urgent().Began("2026-11-16 10:00").Began("2026-11-16 15:00");

        Assert.That(story.Kept, Is.Null);
        Assert.That(story.State.Progress.BegunAt, Is.EqualTo(Moments.Rome("2026-11-16 10:00")));
        Assert.That(story.Promise(PromiseKind.Presence).MetAt, Is.EqualTo(Moments.Rome("2026-11-16 10:00")));
    }

    [Test]
    public void Began_EndsWaitingWhenItIsTold()
    {
        var story = Normal().Waits("2026-11-16 10:00").Began("2026-11-16 11:00", told: "2026-11-16 12:00");

        Assert.That(story.State.Status, Is.EqualTo(TicketStatus.InProgress));
        Assert.That(story.State.Pauses.All.Single().To, Is.EqualTo(Moments.Rome("2026-11-16 12:00")));
        Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 13:00, Confirmation until Mon 2026-11-16 19:00"));
    }

    [Test]
    public void Began_ThenWaits_GoesOnInProgress() => Assert.That(
        Urgent().Began("2026-11-16 10:00").Confirmed("2026-11-16 10:30").Waits("2026-11-16 11:00").Resumed("2026-11-16 12:00").State.Status,
        Is.EqualTo(TicketStatus.InProgress));

    [Test]
    public void BegunOrOwed_OnATicketThatIsOver_IsRefused()
    {
        var over = Normal().Resolved("2026-11-16 10:00");

        Assert.That(() => over.Began("2026-11-16 11:00"), Refused.With("ticket_not_open"));
        Assert.That(() => over.OwedFollowUp("2026-11-16 11:00"), Refused.With("ticket_not_open"));
        Assert.That(() => over.Confirmed("2026-11-16 11:00"), Refused.With("illegal_move"));
    }

    [Test]
    public void ToldLate_InTime_TakesTheMissBackAndTheLogKeepsBoth()
    {
        var story = Urgent().Watched("2026-11-16 14:00");
        Assert.That(story.Promise(PromiseKind.Presence).MissRaised, Is.True);

        story.Began("2026-11-16 12:59", told: "2026-11-16 15:00");

        var promise = story.Promise(PromiseKind.Presence);
        Assert.That((promise.MissRaised, promise.MetAt, promise.StateAt(Moments.Rome("2026-11-16 15:00"))), Is.EqualTo(
            (false, (Instant?)Moments.Rome("2026-11-16 12:59"), PromiseState.Met)));
        Assert.That(story.Kept!.Overrun, Is.EqualTo(Duration.Zero));
        Assert.That(
            story.Ticket.Events.Where(e => e.Promise == PromiseKind.Presence && e.Type is PromiseFact.Missed or PromiseFact.Met && e.Promise == PromiseKind.Presence)
                .Select(e => e.Type),
            Is.EqualTo(new[] { PromiseFact.Missed, PromiseFact.Met }));
        Assert.That(story.Read(PromiseKind.Presence, "2026-11-20 12:00")!.State, Is.EqualTo(PromiseState.Met));
    }

    [Test]
    public void ToldLate_AfterTheDeadline_StaysMissedByAsMuchAsItWas()
    {
        var story = Urgent().Watched("2026-11-16 14:00").Began("2026-11-16 13:30", told: "2026-11-16 15:00");

        Assert.That((story.Promise(PromiseKind.Presence).MissRaised, story.Kept!.State), Is.EqualTo((true, PromiseState.Missed)));
        Assert.That(story.Kept.Overrun, Is.EqualTo(Moments.Hours("0:30")));
    }

    [Test]
    public void ToldLate_OfAnArrivalBeforeItWaited_IsReckonedWithoutThatPause()
    {
        var story = Urgent().Waits("2026-11-16 12:30").Began("2026-11-16 12:00", told: "2026-11-16 14:00");

        Assert.That((story.Kept!.DueAt, story.Kept.State), Is.EqualTo(((Instant?)Moments.Rome("2026-11-16 13:00"), PromiseState.Met)));
        Assert.That(story.Promise(PromiseKind.Presence).DueAt, Is.EqualTo(Moments.Rome("2026-11-16 13:00")));
        var met = story.Told(PromiseFact.Met).Single();
        Assert.That(met.At, Is.EqualTo(Moments.Rome("2026-11-16 12:00")));
        Assert.That(met.Changes.Select(c => $"{c.Field}: {c.Before} > {c.After}"), Is.EqualTo(new[]
        {
            "dueAt:  > 2026-11-16T12:00:00Z", "metAt:  > 2026-11-16T11:00:00Z",
        }));
    }

    [Test]
    public void ToldLate_OfAnArrivalWhileItWaited_IsInTimeAndHasNoDeadline()
    {
        var story = Urgent().Waits("2026-11-16 12:30").Resumed("2026-11-16 18:00").Began("2026-11-16 17:00", told: "2026-11-16 18:10");

        Assert.That((story.Kept!.DueAt, story.Kept.State), Is.EqualTo(((Instant?)null, PromiseState.Met)));
    }

    [Test]
    public void ToldLate_OfAnArrivalBeforeAnotherPlanHeld_IsReckonedByTheOldOne()
    {
        // Under Standard four hours from 12:00 are up at 17:00, under Silver at 16:00.
        var story = TicketStory.Received("2026-11-16 12:00", "silver", Urgency.Urgent).MovedTo("standard", "2026-11-16 13:30");
        Assert.That(story.Owed(), Is.EqualTo("Presence until Mon 2026-11-16 17:00"));

        story.Began("2026-11-16 13:00", told: "2026-11-16 15:00");

        Assert.That((story.Kept!.DueAt, story.Kept.Basis.Plan.Value), Is.EqualTo(((Instant?)Moments.Rome("2026-11-16 16:00"), "silver")));
        Assert.That(story.Promise(PromiseKind.Presence).DueAt, Is.EqualTo(Moments.Rome("2026-11-16 16:00")));
    }

    [Test]
    public void ToldLate_OfAnArrivalBeforeItWasUrgent_IsKeptAsSoonAsItWasOwed()
    {
        var story = Normal().Made(Urgency.Urgent, "2026-11-16 11:00").Began("2026-11-16 10:00", told: "2026-11-16 12:00");

        Assert.That((story.Kept!.MetAt, story.Kept.State), Is.EqualTo(((Instant?)Moments.Rome("2026-11-16 11:00"), PromiseState.Met)));
        Assert.That(story.State.Progress.BegunAt, Is.EqualTo(Moments.Rome("2026-11-16 10:00")));
        Assert.That(story.Told(PromiseFact.Met).Single().At, Is.EqualTo(Moments.Rome("2026-11-16 11:00")), "not before it was given");
    }

    [Test]
    public void WhatWasDone_IsNotOwedAgainByAChange()
    {
        Assert.That(Normal().Began("2026-11-16 10:00").Made(Urgency.Urgent, "2026-11-16 11:00").Owed(), Is.EqualTo("Response until Mon 2026-11-16 13:00"));
        Assert.That(Urgent().Confirmed("2026-11-16 10:00").Made(Urgency.Normal, "2026-11-16 11:00").Owed(), Is.Empty);
        Assert.That(Urgent().Confirmed("2026-11-16 10:00").MovedTo("bronze", "2026-11-16 11:00").Owed(), Is.Empty);
    }

    [Test]
    public void Reopened_OwesAllOfItAnew()
    {
        var story = Urgent().Confirmed("2026-11-16 10:00").Began("2026-11-16 11:00").OwedFollowUp("2026-11-16 11:30").SettledFollowUp("2026-11-16 11:45")
            .Resolved("2026-11-16 12:00").Reopened("2026-11-17 09:00");

        Assert.That(story.State.Progress, Is.EqualTo(TicketProgress.None));
        Assert.That(story.Owed(), Is.EqualTo("Response until Tue 2026-11-17 13:00, Presence until Tue 2026-11-17 13:00"));
        Assert.That(story.Promise(PromiseKind.Presence).MetAt, Is.EqualTo(Moments.Rome("2026-11-16 11:00")), "the first round stays as it was");
        Assert.That(story.Began("2026-11-17 10:00").Promise(PromiseKind.Presence, round: 2).MetAt, Is.EqualTo(Moments.Rome("2026-11-17 10:00")));
    }

    [Test]
    public void FollowUp_ComesBeforeAllElseUntilItIsSettled()
    {
        Assert.That((Urgent().State.QueueRank, Normal().State.QueueRank), Is.EqualTo((1, 2)));
        Assert.That(Normal().OwedFollowUp("2026-11-16 10:00").State.QueueRank, Is.Zero);
        Assert.That(Normal().OwedFollowUp("2026-11-16 10:00").SettledFollowUp("2026-11-16 11:00").State.QueueRank, Is.EqualTo(2));
    }

    [Test]
    public void FollowUp_ThatIsOwed_IsNotDoneAwayWithByStaff()
    {
        Assert.That(() => Normal().OwedFollowUp("2026-11-16 10:00").Resolved("2026-11-16 11:00"), Refused.With("follow_up_owed"));
        Assert.That(() => Normal().OwedFollowUp("2026-11-16 10:00").Cancelled("2026-11-16 11:00"), Refused.With("follow_up_owed"));
        Assert.That(
            () => Normal().OwedFollowUp("2026-11-16 10:00").MergedInto(Normal(), "2026-11-16 11:00"), Refused.With("follow_up_owed"));

        var ticket = Normal().OwedFollowUp("2026-11-16 10:00").Ticket;
        ticket.Cancel("We do not want it any more", TicketSamples.On(Moments.Rome("2026-11-16 11:00"), TicketSamples.Customer));
        Assert.That(ticket.ToState().Progress.FollowUpOwed, Is.False);
    }

    [Test]
    public void FollowUp_ThatIsOwed_LeavesWhatElseIsOwedAsItWas()
    {
        var story = Normal().Waits("2026-11-16 10:00").OwedFollowUp("2026-11-16 11:00");

        Assert.That((story.State.Status, story.Owed()), Is.EqualTo((TicketStatus.Waiting, "Response until Mon 2026-11-16 13:00, Confirmation paused")));
        Assert.That(
            story.Told(TicketEvents.FollowUpOwed).Single().Changes.Single(), Is.EqualTo(new Domain.Events.Change("interventionId", null, $"{TicketSamples.InterventionId}")));
    }

    private static TicketStory Normal() => TicketStory.Received("2026-11-16 09:00", "silver");

    private static TicketStory Urgent() => TicketStory.Received("2026-11-16 09:00", "silver", Urgency.Urgent);
}
