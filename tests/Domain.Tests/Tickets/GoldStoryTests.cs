using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Tests.Tickets;

// Gold: every day 08:00-22:00, holidays too; response within 1 working hour, confirmation 8, presence 4.
// On Sunday 25 October 2026 the clocks go back at 03:00, on Sunday 28 March 2027 (Easter) forward at 02:00.
public sealed class GoldStoryTests
{
    [TestCase("2026-10-24 21:30", "2026-10-25 08:30 +01:00", TestName = "Saturday evening before the clocks go back")]
    [TestCase("2026-10-25 02:30 +02:00", "2026-10-25 09:00 +01:00", TestName = "The first 02:30 of the night on which the clocks go back")]
    [TestCase("2026-10-25 02:30 +01:00", "2026-10-25 09:00 +01:00", TestName = "The second 02:30 of that night")]
    [TestCase("2027-03-27 21:30", "2027-03-28 08:30 +02:00", TestName = "Saturday evening before the clocks go forward")]
    [TestCase("2027-03-28 01:59", "2027-03-28 09:00 +02:00", TestName = "The last minute before the clocks go forward")]
    [TestCase("2027-03-28 03:00", "2027-03-28 09:00 +02:00", TestName = "The first minute after")]
    public void Received_AboutAChangeOfTheClocks_IsAnsweredInItsOwnHours(string at, string due)
    {
        var story = TicketStory.Received(at, "gold");

        Assert.That(story.Promise(PromiseKind.Response).DueAt, Is.EqualTo(Moments.Rome(due)));
    }

    [TestCase("2026-10-24 18:00", "2026-10-24 20:00", "2026-10-25 09:00", "2026-10-25 15:00", TestName = "Paused over the night on which the clocks go back")]
    [TestCase("2027-03-27 18:00", "2027-03-27 20:00", "2027-03-28 09:00", "2027-03-28 15:00", TestName = "Paused over the night on which they go forward")]
    [TestCase("2026-10-24 18:00", "2026-10-25 02:15 +02:00", "2026-10-25 02:15 +01:00", "2026-10-25 12:00", TestName = "Paused for the hour that comes twice")]
    public void Paused_OverAChangeOfTheClocks_HasWhatWasLeft(string at, string waits, string resumed, string due)
    {
        var story = TicketStory.Received(at, "gold").Waits(waits).Resumed(resumed);

        Assert.That(story.Promise(PromiseKind.Confirmation).DueAt, Is.EqualTo(Moments.Rome(due)));
    }

    [Test]
    public void Urgent_OnTheSundayOfAChange_IsOwedPresenceWithinFourHours()
    {
        var story = TicketStory.Received("2026-10-25 00:10", "gold", Urgency.Urgent);

        Assert.That(story.Owed(), Is.EqualTo("Response until Sun 2026-10-25 09:00, Presence until Sun 2026-10-25 12:00"));
    }

    [TestCase("2026-11-09", 15, "2026-11-24 23:59", "2026-11-25 00:00", TestName = "Fifteen days, the last one whole")]
    [TestCase("2026-10-20", 15, "2026-11-04 23:59", "2026-11-05 00:00", TestName = "Fifteen days over the change to winter time")]
    [TestCase("2026-10-10", 15, "2026-10-25 23:59", "2026-10-26 00:00", TestName = "Fifteen days of which the last has 25 hours")]
    [TestCase("2027-03-13", 15, "2027-03-28 23:59", "2027-03-29 00:00", TestName = "Fifteen days of which the last has 23 hours")]
    [TestCase("2027-03-20", 15, "2027-04-04 23:59", "2027-04-05 00:00", TestName = "Fifteen days over the change to summer time")]
    public void HasLapsed_OnceTheLastDayIsOverInRome(string resolvedOn, int days, string lastMinute, string midnight)
    {
        var early = TicketStory.Received($"{resolvedOn} 00:00", "gold").Resolved($"{resolvedOn} 00:01");
        var late = TicketStory.Received($"{resolvedOn} 00:00", "gold").Resolved($"{resolvedOn} 23:59");
        var closed = TicketStory.Received($"{resolvedOn} 00:00", "gold").Resolved($"{resolvedOn} 12:00").Closed(lastMinute);
        var lastSecond = Moments.Rome(lastMinute) + Duration.FromSeconds(59);

        foreach (var story in new[] { early, late, closed })
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(story.Ticket.ToState().HasLapsed(days, lastSecond), Is.False);
                Assert.That(story.Ticket.ToState().HasLapsed(days, Moments.Rome(midnight)), Is.True);
            }
        }
    }

    [Test]
    public void HasLapsed_WhileItIsOpen_Never()
    {
        var story = TicketStory.Received("2026-10-10 09:00", "gold").Resolved("2026-10-10 12:00").Reopened("2026-10-11 12:00");

        Assert.That(story.Ticket.ToState().HasLapsed(15, Moments.Rome("2027-10-10 09:00")), Is.False);
    }
}
