using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Domain.Tests.Tickets;

// Silver: Monday to Friday 08:00-20:00, holidays too; response within 4 working hours, confirmation 8, presence 4.
// 13 November 2026 is a Friday.
public sealed class SilverStoryTests
{
    [Test]
    public void Paused_OverTheWeekend_HasAtTheResumeWhatWasLeftAtThePause()
    {
        var story = TicketStory.Received("2026-11-13 16:00", "silver").Waits("2026-11-13 18:00");
        var whileWaiting = story.Owed();
        var left = story.Read(PromiseKind.Confirmation, "2026-11-15 12:00")!.Left;

        story.Resumed("2026-11-16 10:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(whileWaiting, Is.EqualTo("Response until Fri 2026-11-13 20:00, Confirmation paused"));
            Assert.That(left, Is.EqualTo(Moments.Hours("6:00")));
            Assert.That(story.Owed(), Is.EqualTo("Response until Fri 2026-11-13 20:00, Confirmation until Mon 2026-11-16 16:00"));
        }
    }

    [TestCase("2026-11-13 20:00", "2026-11-16 08:00", TestName = "A pause from closing to opening changes nothing")]
    [TestCase("2026-11-14 09:00", "2026-11-15 21:00", TestName = "A pause within the weekend changes nothing")]
    public void Paused_OutsideCoverage_IsDueAsBefore(string from, string to)
    {
        var story = TicketStory.Received("2026-11-13 16:00", "silver").Waits(from).Resumed(to);

        Assert.That(story.Owed(), Is.EqualTo("Response until Fri 2026-11-13 20:00, Confirmation until Mon 2026-11-16 12:00"));
    }

    [Test]
    public void Paused_Twice_LosesNothingAndGainsNothing()
    {
        var story = TicketStory.Received("2026-11-16 09:00", "silver")
            .Waits("2026-11-16 10:00").Resumed("2026-11-16 11:00")
            .Waits("2026-11-16 11:00", "And which room?").Resumed("2026-11-16 12:00");

        Assert.That(story.Promise(PromiseKind.Confirmation).DueAt, Is.EqualTo(Moments.Rome("2026-11-16 19:00")));
    }

    [Test]
    public void Paused_CannotBecomeOverdue()
    {
        var story = TicketStory.Received("2026-11-13 16:00", "silver").Waits("2026-11-13 18:00").Watched("2026-12-24 12:00");

        var reading = story.Read(PromiseKind.Confirmation, "2026-12-24 12:00")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.State, Is.EqualTo(PromiseState.Paused));
            Assert.That(reading.DueAt, Is.Null);
            Assert.That(reading.ToCome(100), Is.Empty);
            Assert.That(story.Told(PromiseFact.Missed).Select(e => e.Promise), Is.EqualTo(new[] { PromiseKind.Response }));
            Assert.That(story.State.NextCheckAt, Is.Null);
        }
    }

    [Test]
    public void Paused_AfterItWasOverdue_StaysMissed()
    {
        var story = TicketStory.Received("2026-11-13 16:00", "silver").Waits("2026-11-16 12:01").Resumed("2026-11-18 12:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Promise(PromiseKind.Confirmation).DueAt, Is.EqualTo(Moments.Rome("2026-11-16 12:00")));
            foreach (var at in new[] { "2026-11-16 12:01", "2026-11-17 12:00", "2026-11-18 13:00" })
                Assert.That(story.Read(PromiseKind.Confirmation, at)!.State, Is.EqualTo(PromiseState.Missed), at);
            Assert.That(story.Read(PromiseKind.Confirmation, "2026-11-16 12:00")!.State, Is.EqualTo(PromiseState.Running));
        }
    }

    [Test]
    public void Urgent_IsOwedPresenceAndNoConfirmation()
    {
        var story = TicketStory.Received("2026-11-13 18:00", "silver", Urgency.Urgent);

        Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 10:00, Presence until Mon 2026-11-16 10:00"));
    }

    [Test]
    public void Urgent_WhileItWaits_PausesPresenceAndNotTheResponse()
    {
        var story = TicketStory.Received("2026-11-16 09:00", "silver", Urgency.Urgent).Waits("2026-11-16 10:00");
        var whileWaiting = story.Owed();

        story.Resumed("2026-11-16 15:30");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(whileWaiting, Is.EqualTo("Response until Mon 2026-11-16 13:00, Presence paused"));
            Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 13:00, Presence until Mon 2026-11-16 18:30"));
        }
    }

    [Test]
    public void OnAHoliday_IsOpen()
    {
        var story = TicketStory.Received("2026-12-08 09:00", "silver");

        Assert.That(story.Owed(), Is.EqualTo("Response until Tue 2026-12-08 13:00, Confirmation until Tue 2026-12-08 17:00"));
    }
}
