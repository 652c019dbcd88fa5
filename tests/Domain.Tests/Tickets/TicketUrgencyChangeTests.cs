using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Domain.Tests.Tickets;

// Silver, received on Monday 16 November 2026 at 09:00 as normal: response until 13:00, confirmation until 17:00.
public sealed class TicketUrgencyChangeTests
{
    [Test]
    public void Up_OwesPresenceFromTheChangeInsteadOfAConfirmation()
    {
        var story = Received().Made(Urgency.Urgent, "2026-11-16 10:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 13:00, Presence until Mon 2026-11-16 14:00"));
            Assert.That(story.Promise(PromiseKind.Confirmation).Withdrawal, Is.EqualTo(Withdrawal.Changed));
            Assert.That(story.Read(PromiseKind.Confirmation, "2026-11-20 10:00")!.State, Is.EqualTo(PromiseState.Withdrawn));
        }
    }

    [Test]
    public void Down_GivesTheConfirmationBackAsItWas()
    {
        var story = Received().Made(Urgency.Urgent, "2026-11-16 10:00").Made(Urgency.Normal, "2026-11-16 11:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 13:00, Confirmation until Mon 2026-11-16 17:00"));
            Assert.That(story.Read(PromiseKind.Confirmation, "2026-11-16 10:30")!.State, Is.EqualTo(PromiseState.Withdrawn));
            Assert.That(story.Read(PromiseKind.Confirmation, "2026-11-16 11:00")!.State, Is.EqualTo(PromiseState.Running));
            Assert.That(story.Read(PromiseKind.Presence, "2026-11-16 10:30")!.State, Is.EqualTo(PromiseState.Running));
            Assert.That(story.Read(PromiseKind.Presence, "2026-11-16 11:00")!.State, Is.EqualTo(PromiseState.Withdrawn));
        }
    }

    [TestCase("2026-11-16 12:00", "Mon 2026-11-16 14:00", TestName = "Up again is due when it was due before")]
    [TestCase("2026-11-16 13:59", "Mon 2026-11-16 14:00", TestName = "Up again a minute before it was due leaves a minute")]
    [TestCase("2026-11-16 14:00", "Mon 2026-11-16 18:00", TestName = "Up again when that has passed is counted from the change")]
    [TestCase("2026-11-16 15:00", "Mon 2026-11-16 19:00", TestName = "Up again later is counted from the change, not missed")]
    public void UpAgain_IsNoLaterThanBeforeAndNotMissed(string at, string due)
    {
        var story = Received().Made(Urgency.Urgent, "2026-11-16 10:00").Made(Urgency.Normal, "2026-11-16 11:00").Made(Urgency.Urgent, at);

        var presence = story.Promise(PromiseKind.Presence);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Moments.OnTheWall(presence.DueAt!.Value), Is.EqualTo(due));
            Assert.That(presence.StateAt(Moments.Rome(at)), Is.EqualTo(PromiseState.Running));
            Assert.That(story.Told(PromiseFact.Missed).Where(e => e.Promise == PromiseKind.Presence), Is.Empty);
        }
    }

    [Test]
    public void UpAgain_AfterAPauseMeanwhile_KeepsThePause()
    {
        var story = Received().Made(Urgency.Urgent, "2026-11-16 10:00").Made(Urgency.Normal, "2026-11-16 11:00")
            .Waits("2026-11-16 11:30").Resumed("2026-11-16 12:30").Made(Urgency.Urgent, "2026-11-16 13:00");

        Assert.That(story.Promise(PromiseKind.Presence).DueAt, Is.EqualTo(Moments.Rome("2026-11-16 15:00")));
    }

    [Test]
    public void Up_WhileItWaits_OwesPresenceOnceItGoesOn()
    {
        var story = Received().Waits("2026-11-16 10:00").Made(Urgency.Urgent, "2026-11-16 11:00");
        var whileWaiting = story.Owed();

        story.Resumed("2026-11-16 12:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(whileWaiting, Is.EqualTo("Response until Mon 2026-11-16 13:00, Presence paused"));
            Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 13:00, Presence until Mon 2026-11-16 16:00"));
        }
    }

    [Test]
    public void Down_AfterPresenceWasMissed_LeavesItMissedAndOwesAConfirmationFromTheChange()
    {
        var story = TicketStory.Received("2026-11-16 09:00", "silver", Urgency.Urgent).Made(Urgency.Normal, "2026-11-16 13:30");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Read(PromiseKind.Presence, "2026-11-16 15:00")!.State, Is.EqualTo(PromiseState.Missed));
            Assert.That(story.Promise(PromiseKind.Presence).IsOwed, Is.False);
            Assert.That(story.Promise(PromiseKind.Confirmation).DueAt, Is.EqualTo(Moments.Rome("2026-11-17 09:30")));
        }
    }

    [Test]
    public void UpAgain_AfterPresenceWasMissed_OwesItStillAndSaysTheMissOnce()
    {
        var story = TicketStory.Received("2026-11-16 09:00", "silver", Urgency.Urgent)
            .Made(Urgency.Normal, "2026-11-16 13:30").Made(Urgency.Urgent, "2026-11-16 14:00").Watched("2026-11-18 12:00");

        var presence = story.Promise(PromiseKind.Presence);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(presence.IsOwed, Is.True);
            Assert.That(presence.DueAt, Is.EqualTo(Moments.Rome("2026-11-16 13:00")));
            Assert.That(presence.StateAt(Moments.Rome("2026-11-16 14:00")), Is.EqualTo(PromiseState.Missed));
            Assert.That(story.Told(PromiseFact.Missed).Count(e => e.Promise == PromiseKind.Presence), Is.EqualTo(1));
        }
    }

    [Test]
    public void Change_OfWhatPromisesDoNotDependOn_MovesNone()
    {
        var story = Received();
        var before = story.State.Promises;
        var report = TicketSamples.Report(subject: "The printer smokes", service: "basic_help");

        story.Ticket.Change(report, "bruno", FoundingClocks.Version("silver"), TicketSamples.On(Moments.Rome("2026-11-16 10:00")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.State.Promises, Is.EqualTo(before));
            Assert.That(story.State.Report, Is.EqualTo(report));
            Assert.That(story.Told(TicketEvents.Changed).Single().Changes.Select(c => $"{c.Field}: {c.Before} > {c.After}"), Is.EqualTo(new[]
            {
                "service:  > basic_help", "subject: The printer is silent > The printer smokes", "assignee:  > bruno",
            }));
        }
    }

    [Test]
    public void Change_ToTheSame_TellsNothing()
    {
        var story = Received();
        var before = story.Ticket.Events.Count;

        story.Made(Urgency.Normal, "2026-11-16 18:00");

        Assert.That(story.Ticket.Events, Has.Count.EqualTo(before));
    }

    [Test]
    public void Change_OfTheAssigneeByACustomer_IsRefused()
    {
        var story = Received();
        var on = TicketSamples.On(Moments.Rome("2026-11-16 10:00"), TicketSamples.Customer);

        Assert.That(
            () => story.Ticket.Change(story.State.Report, "bruno", FoundingClocks.Version("silver"), on), Refused.With("staff_only"));
    }

    [Test]
    public void Change_OfAResolvedTicket_IsRefused() =>
        Assert.That(
            () => Received().Resolved("2026-11-16 10:00").Made(Urgency.Urgent, "2026-11-16 11:00"), Refused.With("ticket_not_open"));

    [Test]
    public void Up_AfterWarnings_WarnsNoPercentageTwice()
    {
        var story = Received().Made(Urgency.Urgent, "2026-11-16 15:00").Made(Urgency.Normal, "2026-11-16 15:30").Watched("2026-11-17 12:00");

        var warned = story.Told(PromiseFact.Warned).Where(e => e.Promise == PromiseKind.Confirmation).Select(e => e.Changes.Single().After);
        Assert.That(warned, Is.EqualTo(new[] { "50", "75", "90" }));
    }

    private static TicketStory Received() => TicketStory.Received("2026-11-16 09:00", "silver");
}
