using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Tests.Tickets;

// Silver, received on Monday 16 November 2026 at 09:00 as normal: response until 13:00, confirmation until 17:00.
public sealed class TicketReopeningTests
{
    [Test]
    public void Reopened_StartsASecondRoundAndLeavesTheOutcomesOfTheFirst()
    {
        var story = Received().Acknowledged("2026-11-16 10:00").Resolved("2026-11-16 12:00");
        var firstRound = story.State.Promises;

        story.Reopened("2026-11-18 15:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.State.Promises.Take(2), Is.EqualTo(firstRound));
            Assert.That(story.State.Promises.Skip(2).Select(p => p.Round), Is.All.EqualTo(2));
            Assert.That(story.Owed(), Is.EqualTo("Response until Wed 2026-11-18 19:00, Confirmation until Thu 2026-11-19 11:00"));
            Assert.That(story.State.Status, Is.EqualTo(TicketStatus.New));
            Assert.That((story.State.EndedAt, story.State.Outcome, story.State.Progress.AcknowledgedAt), Is.EqualTo((default(Instant?), default(string), default(Instant?))));
        }
    }

    [Test]
    public void Reopened_AfterAMiss_LeavesItMissedAndWarnsAnew()
    {
        var story = Received().Resolved("2026-11-16 14:00").Reopened("2026-11-17 09:00").Watched("2026-11-17 12:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Read(PromiseKind.Response, "2026-11-17 12:00")!.State, Is.EqualTo(PromiseState.Missed));
            Assert.That(story.Read(PromiseKind.Response, "2026-11-17 12:00", round: 2)!.State, Is.EqualTo(PromiseState.Running));
            Assert.That(story.Promise(PromiseKind.Response, round: 2).Warned, Is.EqualTo(75));
            Assert.That(story.Told(PromiseFact.Missed), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public void Reopened_ByAnAnswerIsMetInTheSecondRoundOnly()
    {
        var story = Received().Resolved("2026-11-16 10:00").Reopened("2026-11-17 09:00").Acknowledged("2026-11-17 09:30");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Read(PromiseKind.Response, "2026-11-17 10:00")!.State, Is.EqualTo(PromiseState.Withdrawn));
            Assert.That(story.Read(PromiseKind.Response, "2026-11-17 10:00", round: 2)!.State, Is.EqualTo(PromiseState.Met));
        }
    }

    [Test]
    public void Reopened_AfterItWasResolvedWhileWaiting_DoesNotWait()
    {
        var story = Received().Waits("2026-11-16 10:00").Resolved("2026-11-16 12:00").Reopened("2026-11-17 09:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.State.Pauses.IsOpen, Is.False);
            Assert.That(story.Owed(), Is.EqualTo("Response until Tue 2026-11-17 13:00, Confirmation until Tue 2026-11-17 17:00"));
        }
    }

    [Test]
    public void Reopened_UnderAnotherPlan_IsPromisedByThatOne()
    {
        var story = Received().Resolved("2026-11-16 10:00");

        story.Ticket.Reopen("Again", FoundingClocks.Plan("gold"), TicketSamples.On(Moments.Rome("2026-11-17 09:00"), TicketSamples.Customer));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Owed(), Is.EqualTo("Response until Tue 2026-11-17 10:00, Confirmation until Tue 2026-11-17 17:00"));
            Assert.That(story.Told(TicketEvents.Reopened).Single().Changes.Select(c => $"{c.Field}: {c.Before} > {c.After}"), Is.EqualTo(new[]
            {
                "status: resolved > new", "plan: silver > gold",
            }));
        }
    }

    [Test]
    public void Reopened_ChangesOfUrgencyTouchTheSecondRoundOnly()
    {
        var story = Received().Resolved("2026-11-16 10:00").Reopened("2026-11-17 09:00");
        var firstRound = story.State.Promises.Take(2).ToList();

        story.Made(Urgency.Urgent, "2026-11-17 10:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.State.Promises.Take(2), Is.EqualTo(firstRound));
            Assert.That(story.Owed(), Is.EqualTo("Response until Tue 2026-11-17 13:00, Presence until Tue 2026-11-17 14:00"));
        }
    }

    [Test]
    public void Reopened_WhenClosed_IsLegalToo() =>
        Assert.That(
            Received().Resolved("2026-11-16 10:00").Closed("2026-11-16 11:00").Reopened("2026-11-17 09:00").State.Status,
            Is.EqualTo(TicketStatus.New));

    [Test]
    public void Reopened_AfterItWentOnInAnother_IsRefused()
    {
        var story = Received().MergedInto(Received(), "2026-11-16 10:00");

        Assert.That(() => story.Reopened("2026-11-17 09:00"), Refused.With("illegal_move"));
    }

    private static TicketStory Received() => TicketStory.Received("2026-11-16 09:00", "silver");
}
