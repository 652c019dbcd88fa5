using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Tests.Tickets;

// Silver, urgent, received on Monday 16 November 2026 at 09:00: presence is promised until 13:00.
public sealed class AgreedPresenceTests
{
    [Test]
    public void Agreed_ForLater_IsDueThenAndWarnsOfNothingBefore()
    {
        var story = Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00");

        Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 13:00, Presence until Tue 2026-11-17 15:00"));
        story.Watched("2026-11-17 15:00");
        Assert.That(story.Ticket.Events.Where(e => e.Promise == PromiseKind.Presence && e.Type is PromiseFact.Warned or PromiseFact.Missed && e.Promise == PromiseKind.Presence), Is.Empty);
        story.Watched("2026-11-17 15:01");
        Assert.That(story.Promise(PromiseKind.Presence).MissRaised, Is.True);
        Assert.That(story.Told(TicketEvents.PresenceAgreed), Has.Count.EqualTo(1));
        Assert.That(story.Read(PromiseKind.Presence, "2026-11-16 09:29")!.DueAt, Is.EqualTo(Moments.Rome("2026-11-16 13:00")), "as it was before");
    }

    [TestCase("15:00", PromiseState.Met, "0:00")]
    [TestCase("15:01", PromiseState.Missed, "0:01")]
    public void Agreed_IsKeptByTheTimeThatWasWanted(string arrival, PromiseState state, string overrun)
    {
        var story = Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00").Began($"2026-11-17 {arrival}");

        Assert.That((story.Kept!.State, story.Kept.DueAt, story.Kept.Overrun), Is.EqualTo(
            (state, (Instant?)Moments.Rome("2026-11-17 15:00"), Moments.Hours(overrun))));
    }

    [TestCase("2026-11-16 12:00", TestName = "Agreed for before it is due: that promises no less")]
    [TestCase("2026-11-16 13:00", TestName = "Agreed for the very instant at which it is due")]
    public void Agreed_ForNoLaterThanPromised_MovesNothing(string wanted)
    {
        var story = Urgent();
        var before = story.State;

        story.PresenceAgreed("2026-11-16 09:30", wanted);

        Assert.That(story.State.Promises, Is.EqualTo(before.Promises));
        Assert.That(story.PresenceAgreed("2026-11-16 09:40", wanted).Told(TicketEvents.PresenceAgreed), Has.Count.EqualTo(1), "That it is wanted then is told once.");
    }

    [Test]
    public void Agreed_ForLaterAndThenForSooner_IsPromisedAsBefore() => Assert.That(
        Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00").PresenceAgreed("2026-11-16 10:00", "2026-11-16 12:00").Owed(),
        Does.EndWith("Presence until Mon 2026-11-16 13:00"));

    [Test]
    public void Agreed_ForLaterAndThenForSoonerThanThatButAfterItWasPromised_IsDueThen() => Assert.That(
        Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00").PresenceAgreed("2026-11-16 18:00", "2026-11-17 09:00").Owed(),
        Does.EndWith("Presence until Tue 2026-11-17 09:00"));

    [Test]
    public void Agreed_AfterItWasMissed_LeavesItMissed()
    {
        var story = Urgent().PresenceAgreed("2026-11-16 13:01", "2026-11-17 15:00").Began("2026-11-17 15:00");

        Assert.That((story.Kept!.State, story.Kept.DueAt), Is.EqualTo((PromiseState.Missed, (Instant?)Moments.Rome("2026-11-16 13:00"))));
    }

    [Test]
    public void Agreed_IsNotUndoneByAnotherPlan() => Assert.That(
        Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00").MovedTo("gold", "2026-11-16 10:00").Owed(),
        Does.EndWith("Presence until Tue 2026-11-17 15:00"));

    [Test]
    public void Agreed_WhileItWaits_StaysPausedUntilItGoesOn()
    {
        var story = Urgent().Waits("2026-11-16 09:30").PresenceAgreed("2026-11-16 10:00", "2026-11-17 15:00");

        Assert.That(story.Owed(), Does.EndWith("Presence paused"));
        Assert.That(story.Resumed("2026-11-16 12:00").Owed(), Does.EndWith("Presence until Tue 2026-11-17 15:00"));
    }

    [Test]
    public void Agreed_WhereNoPresenceIsOwed_MovesNothing()
    {
        var story = TicketStory.Received("2026-11-16 09:00", "silver");
        var before = story.State;

        Assert.That(story.PresenceAgreed("2026-11-16 10:00", "2026-11-17 15:00").State.Promises, Is.EqualTo(before.Promises));
        Assert.That(() => story.Resolved("2026-11-16 11:00").PresenceAgreed("2026-11-16 12:00", "2026-11-17 15:00"), Refused.With("ticket_not_open"));
    }

    [Test]
    public void Agreed_AndThenForSoonerAgain_WarnsOfNothingTwice()
    {
        // Half of the time is over at 11:00.
        var story = Urgent().Watched("2026-11-16 11:00").PresenceAgreed("2026-11-16 11:30", "2026-11-17 15:00")
            .PresenceAgreed("2026-11-16 11:45", "2026-11-16 12:30").Watched("2026-11-16 11:59");

        Assert.That(story.Told(PromiseFact.Warned).Count(e => e.Promise == PromiseKind.Presence), Is.EqualTo(1));
    }

    [TestCase("2026-11-16 12:00", "2026-11-16 13:00", TestName = "Called off in time: as it was promised")]
    [TestCase("2026-11-16 13:30", "2026-11-17 15:00", TestName = "Called off when what was promised has passed: the time that was wanted stays")]
    public void Released_IsDueAsItWasPromisedUnlessThatHasPassed(string at, string due) => Assert.That(
        Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00").PresenceReleased(at).Promise(PromiseKind.Presence).DueAt,
        Is.EqualTo(Moments.Rome(due)));

    [Test]
    public void Agreed_BeforePresenceWasPromised_IsWhatItIsPromisedForThen()
    {
        var story = TicketStory.Received("2026-11-16 09:00", "silver").PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00");

        Assert.That(story.Made(Urgency.Urgent, "2026-11-16 10:00").Owed(), Does.EndWith("Presence until Tue 2026-11-17 15:00"));
        Assert.That(story.Began("2026-11-17 15:00").Kept!.State, Is.EqualTo(PromiseState.Met));
    }

    [Test]
    public void Agreed_AndNotPromisedForAWhile_IsStillWhatIsWanted() => Assert.That(
        Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00").Made(Urgency.Normal, "2026-11-16 10:00").Made(Urgency.Urgent, "2026-11-16 11:00").Owed(),
        Does.EndWith("Presence until Tue 2026-11-17 15:00"));

    [Test]
    public void Agreed_ThenCalledOffBeforePresenceWasPromised_IsPromisedAsEver() => Assert.That(
        TicketStory.Received("2026-11-16 09:00", "silver").PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00").PresenceReleased("2026-11-16 09:45")
            .Made(Urgency.Urgent, "2026-11-16 10:00").Owed(),
        Does.EndWith("Presence until Mon 2026-11-16 14:00"));

    [Test]
    public void Released_AfterAnotherPlan_IsPromisedByThat()
    {
        var story = Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00").MovedTo("gold", "2026-11-16 10:00");
        Assert.That(story.Promise(PromiseKind.Presence).DueAt, Is.EqualTo(Moments.Rome("2026-11-17 15:00")));

        var released = story.PresenceReleased("2026-11-16 10:30").Promise(PromiseKind.Presence);

        Assert.That((released.Basis.Plan.Value, released.DueAt), Is.EqualTo(("gold", (Instant?)Moments.Rome("2026-11-16 13:00"))));
    }

    [Test]
    public void Released_AfterAnotherPlan_WarnsOfNothingTwice()
    {
        var story = Urgent().Watched("2026-11-16 11:00").PresenceAgreed("2026-11-16 11:30", "2026-11-17 15:00").MovedTo("gold", "2026-11-16 12:00")
            .PresenceReleased("2026-11-16 12:30").Watched("2026-11-16 12:59");

        Assert.That(story.Told(PromiseFact.Warned).Where(e => e.Promise == PromiseKind.Presence).Select(e => e.Changes[0].After), Is.Unique);
    }

    [Test]
    public void Released_ByAnotherIntervention_Stands() => Assert.That(
        Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00").PresenceReleased("2026-11-16 10:00", new(Guid.Empty)).Owed(),
        Does.EndWith("Presence until Tue 2026-11-17 15:00"));

    [Test]
    public void Agreed_NotPromisedWhileThePlansTimePassed_IsDueThenAndNoLater() => Assert.That(
        Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00").Made(Urgency.Normal, "2026-11-17 14:00").Made(Urgency.Urgent, "2026-11-17 14:30").Owed(),
        Does.EndWith("Presence until Tue 2026-11-17 15:00"));

    [TestCase("10:00", "11:00", "11:30", "13:00", TestName = "Not urgent for an hour, then wanted no more")]
    [TestCase("12:58", "12:59", "13:00", "13:00", TestName = "Not urgent for the last minute")]
    public void Agreed_AndNotPromisedForAWhile_GivesNoMoreTimeThanWasLeft(string normal, string urgent, string released, string due) => Assert.That(
        Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00").Made(Urgency.Normal, $"2026-11-16 {normal}").Made(Urgency.Urgent, $"2026-11-16 {urgent}")
            .PresenceReleased($"2026-11-16 {released}").Owed(),
        Does.EndWith($"Presence until Mon 2026-11-16 {due}"));

    [Test]
    public void Released_WhileItIsNotPromised_IsDueNoLaterThanItWas() => Assert.That(
        Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00").Made(Urgency.Normal, "2026-11-17 13:00").PresenceReleased("2026-11-17 13:30")
            .Made(Urgency.Urgent, "2026-11-17 14:00").Owed(),
        Does.EndWith("Presence until Tue 2026-11-17 15:00"));

    [Test]
    public void Agreed_NotPromisedWhileItWaited_IsNoLessThanWasPromised() => Assert.That(
        Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-16 15:00").Made(Urgency.Normal, "2026-11-16 09:40").Waits("2026-11-16 09:50")
            .Resumed("2026-11-16 14:00").Made(Urgency.Urgent, "2026-11-16 14:10").Owed(),
        Does.EndWith("Presence until Mon 2026-11-16 17:10"));

    [Test]
    public void Agreed_ForATimeThatPassesWhileItWaits_WithTimeLeftThatWasPromised_IsDueWithThat() => Assert.That(
        Urgent().Waits("2026-11-16 12:50").PresenceAgreed("2026-11-16 13:00", "2026-11-16 14:00").Resumed("2026-11-16 15:00").Owed(),
        Does.EndWith("Presence until Mon 2026-11-16 15:10"));

    [Test]
    public void Agreed_ForATimeThatPassesWhileItWaits_WithNoneLeft_IsPromisedAnew()
    {
        var story = Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 15:00").Waits("2026-11-17 14:00").Resumed("2026-11-18 10:00");

        Assert.That(story.Owed(), Does.EndWith("Presence until Wed 2026-11-18 14:00"));
        Assert.That(story.MovedTo("gold", "2026-11-18 10:30").Promise(PromiseKind.Presence).StateAt(Moments.Rome("2026-11-18 10:30")), Is.EqualTo(PromiseState.Running));
    }

    [Test]
    public void Agreed_WhileItWaitsLongerThanThat_IsNoLessThanWasPromised() => Assert.That(
        Urgent().Waits("2026-11-16 09:10").PresenceAgreed("2026-11-16 09:20", "2026-11-16 14:00").Resumed("2026-11-16 13:50").Owed(),
        Does.EndWith("Presence until Mon 2026-11-16 17:40"));

    [Test]
    public void Agreed_ForATimeThatPassedBeforeItWaited_StaysMissed() => Assert.That(
        Urgent().PresenceAgreed("2026-11-16 09:30", "2026-11-17 11:00").Waits("2026-11-17 14:00").Resumed("2026-11-18 10:00").Began("2026-11-18 11:00").Kept!.State,
        Is.EqualTo(PromiseState.Missed));

    private static TicketStory Urgent() => TicketStory.Received("2026-11-16 09:00", "silver", Urgency.Urgent);
}
