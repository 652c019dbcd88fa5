using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Domain.Tests.Tickets;

// Silver, received on Monday 16 November 2026 at 09:00: response until 13:00, confirmation until 17:00.
public sealed class TicketMessageTests
{
    private static readonly Dictionary<ActorKind, Actor> Actors = new()
    {
        [ActorKind.Staff] = TicketSamples.Staff,
        [ActorKind.Partner] = TicketSamples.Partner,
        [ActorKind.Customer] = TicketSamples.Customer,
        [ActorKind.System] = Actor.System,
    };

    [Test]
    public void OfStaff_AnswersAndAcknowledges()
    {
        var story = Received().Wrote(TicketSamples.Staff, "2026-11-16 10:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Promise(PromiseKind.Response).MetAt, Is.EqualTo(Moments.Rome("2026-11-16 10:00")));
            Assert.That(story.State.Progress.AcknowledgedAt, Is.EqualTo(Moments.Rome("2026-11-16 10:00")));
            Assert.That(story.State.Status, Is.EqualTo(TicketStatus.Acknowledged));
            Assert.That(story.Owed(), Is.EqualTo("Confirmation until Mon 2026-11-16 17:00"));
        }
    }

    [TestCase(ActorKind.Staff, true, false, TestName = "An internal message of staff answers nobody")]
    [TestCase(ActorKind.Staff, false, true, TestName = "An automatic message answers nobody")]
    [TestCase(ActorKind.Partner, false, false, TestName = "A partner's message answers nobody")]
    [TestCase(ActorKind.Customer, false, false, TestName = "A customer's message answers nobody")]
    [TestCase(ActorKind.System, false, false, TestName = "What the system says answers nobody")]
    public void OfOthers_AnswersNobody(ActorKind author, bool isInternal, bool isAutomatic)
    {
        var story = Received();
        var before = story.State;

        story.Wrote(Actors[author], "2026-11-16 10:00", isInternal, isAutomatic);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.State.Promises, Is.EqualTo(before.Promises));
            Assert.That(story.State.Status, Is.EqualTo(TicketStatus.New));
            Assert.That(story.State.Progress.AcknowledgedAt, Is.Null);
            Assert.That(story.Told(TicketEvents.MessageAdded).Single().IsInternal, Is.EqualTo(isInternal));
        }
    }

    [Test]
    public void OfStaff_ForTheSecondTime_MovesNothing()
    {
        var story = Received().Wrote(TicketSamples.Staff, "2026-11-16 10:00").Wrote(TicketSamples.Staff, "2026-11-16 14:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Promise(PromiseKind.Response).MetAt, Is.EqualTo(Moments.Rome("2026-11-16 10:00")));
            Assert.That(story.State.Progress.AcknowledgedAt, Is.EqualTo(Moments.Rome("2026-11-16 10:00")));
            Assert.That(story.Told(PromiseFact.Met), Has.Count.EqualTo(1));
        }
    }

    [TestCase(ActorKind.Customer)]
    [TestCase(ActorKind.Partner)]
    public void OfTheirSide_EndsWaiting(ActorKind author)
    {
        var story = Received().Waits("2026-11-16 10:00").Wrote(Actors[author], "2026-11-16 12:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.State.Status, Is.EqualTo(TicketStatus.New));
            Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 13:00, Confirmation until Mon 2026-11-16 19:00"));
            Assert.That(story.Told(TicketEvents.Resumed).Single().Changes.Select(c => (c.Field, c.After)), Has.Member(("status", (string?)"new")));
        }
    }

    [Test]
    public void OfStaff_WhileItWaits_AnswersAndLetsItWait()
    {
        var story = Received().Waits("2026-11-16 10:00").Wrote(TicketSamples.Staff, "2026-11-16 11:00");
        var whileWaiting = (story.State.Status, story.Owed());

        story.Resumed("2026-11-16 12:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(whileWaiting, Is.EqualTo((TicketStatus.Waiting, "Confirmation paused")));
            Assert.That(story.State.Status, Is.EqualTo(TicketStatus.Acknowledged));
        }
    }

    [TestCase("resolved")]
    [TestCase("closed")]
    [TestCase("cancelled")]
    public void OfTheCustomer_OnATicketThatIsOver_IsKeptAndRestartsNothing(string end)
    {
        var story = Received();
        _ = end == "cancelled" ? story.Cancelled("2026-11-16 10:00") : story.Resolved("2026-11-16 10:00");
        _ = end == "closed" ? story.Closed("2026-11-16 10:30") : story;
        var before = story.State;

        story.Wrote(TicketSamples.Customer, "2026-11-16 11:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.State.Status, Is.EqualTo(before.Status));
            Assert.That(story.State.Promises, Is.EqualTo(before.Promises));
            Assert.That(story.State.EndedAt, Is.EqualTo(before.EndedAt));
            Assert.That(story.State.NextCheckAt, Is.Null);
            Assert.That(story.Told(TicketEvents.MessageAdded), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public void OfStaff_OnAResolvedTicket_MeetsNothing()
    {
        var story = Received().Resolved("2026-11-16 10:00").Wrote(TicketSamples.Staff, "2026-11-16 11:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Read(PromiseKind.Response, "2026-11-16 12:00")!.State, Is.EqualTo(PromiseState.Withdrawn));
            Assert.That(story.State.Progress.AcknowledgedAt, Is.Null);
        }
    }

    [TestCase(ActorKind.Customer, true, false)]
    [TestCase(ActorKind.Customer, false, true)]
    [TestCase(ActorKind.Partner, true, false)]
    [TestCase(ActorKind.Partner, false, true)]
    public void InternalOrAutomatic_OfOthersThanStaff_IsRefused(ActorKind author, bool isInternal, bool isAutomatic) =>
        Assert.That(() => Received().Wrote(Actors[author], "2026-11-16 10:00", isInternal, isAutomatic), Refused.With("staff_only"));

    private static TicketStory Received() => TicketStory.Received("2026-11-16 09:00", "silver");
}
