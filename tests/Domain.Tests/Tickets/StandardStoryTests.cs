using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Domain.Tests.Tickets;

// Standard: Monday to Friday 09:00-13:00 and 14:00-18:00, shut on holidays; no response, confirmation within 8 hours, presence 4.
public sealed class StandardStoryTests
{
    [TestCase(Urgency.Urgent, "2026-11-18 11:00", "Presence until Wed 2026-11-18 16:00", TestName = "Urgent: presence only, over the lunch break")]
    [TestCase(Urgency.Normal, "2026-11-18 11:00", "Confirmation until Thu 2026-11-19 11:00", TestName = "Normal: confirmation only, a working day")]
    [TestCase(Urgency.Urgent, "2026-12-07 16:00", "Presence until Wed 2026-12-09 11:00", TestName = "Urgent before a holiday: it does not count")]
    public void Received_IsOwedNoResponse(Urgency urgency, string at, string owed) =>
        Assert.That(TicketStory.Received(at, "standard", urgency).Owed(), Is.EqualTo(owed));

    [Test]
    public void Acknowledged_MeetsNothingThatIsOwed()
    {
        var story = TicketStory.Received("2026-11-18 11:00", "standard").Acknowledged("2026-11-18 11:30");

        Assert.That(story.Owed(), Is.EqualTo("Confirmation until Thu 2026-11-19 11:00"));
    }
}
