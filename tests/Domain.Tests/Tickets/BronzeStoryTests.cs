using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Domain.Tests.Tickets;

// Bronze: Monday to Friday 10:00-18:00, shut on holidays; response and confirmation within 8 working hours.
public sealed class BronzeStoryTests
{
    [TestCase("2026-04-03 19:00", "Tue 2026-04-07 18:00", TestName = "Friday evening before Easter: counted from Tuesday, due at Tuesday's closing")]
    [TestCase("2026-04-03 17:00", "Tue 2026-04-07 17:00", TestName = "Friday an hour before closing: an hour counts, then Easter Monday does not")]
    [TestCase("2026-04-03 10:00", "Fri 2026-04-03 18:00", TestName = "Friday at opening: used up exactly at closing is due then")]
    [TestCase("2026-12-24 17:30", "Mon 2026-12-28 17:30", TestName = "Christmas Eve: the two holidays and the weekend do not count")]
    public void Received_BeforeAHolidayWeekend_IsOwedWithinEightHoursOfItsOwnCoverage(string at, string due)
    {
        var story = TicketStory.Received(at, "bronze");

        Assert.That(story.Owed(), Is.EqualTo($"Response until {due}, Confirmation until {due}"));
    }

    [Test]
    public void Urgent_IsHandledAsNormal()
    {
        var story = TicketStory.Received("2026-04-03 17:00", "bronze", Urgency.Urgent);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.State.Report.Urgency, Is.EqualTo(Urgency.Urgent));
            Assert.That(story.State.Terms.HandledAs, Is.EqualTo(Urgency.Normal));
            Assert.That(story.Owed(), Is.EqualTo("Response until Tue 2026-04-07 17:00, Confirmation until Tue 2026-04-07 17:00"));
        }
    }

    [Test]
    public void MadeUrgent_ChangesWhatIsSaidAndNothingThatIsOwed()
    {
        var story = TicketStory.Received("2026-04-03 17:00", "bronze").Made(Urgency.Urgent, "2026-04-07 12:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.State.Terms.HandledAs, Is.EqualTo(Urgency.Normal));
            Assert.That(story.Owed(), Is.EqualTo("Response until Tue 2026-04-07 17:00, Confirmation until Tue 2026-04-07 17:00"));
            Assert.That(story.Told(PromiseFact.Changed), Is.Empty);
        }
    }

    [Test]
    public void OverTheHolidays_WarnsAndMissesAtItsOwnHours()
    {
        var story = TicketStory.Received("2026-04-03 17:00", "bronze");
        var raised = new List<string>();
        while (story.State.NextCheckAt is { } at)
        {
            var told = story.Ticket.Events.Count;
            story.Ticket.Watch(at, FoundingClocks.WithoutClosures);
            raised.AddRange(story.Ticket.Events.Skip(told)
                .Select(e => $"{Moments.OnTheWall(at)} {e.Promise} {e.Type} {e.Changes.Single().After}"));
        }

        string[] expected =
        [
            "Tue 2026-04-07 13:00 Response promise.warning 50", "Tue 2026-04-07 13:00 Confirmation promise.warning 50",
            "Tue 2026-04-07 15:00 Response promise.warning 75", "Tue 2026-04-07 15:00 Confirmation promise.warning 75",
            "Tue 2026-04-07 16:12 Response promise.warning 90", "Tue 2026-04-07 16:12 Confirmation promise.warning 90",
            "Tue 2026-04-07 17:00 Response promise.missed missed", "Tue 2026-04-07 17:00 Confirmation promise.missed missed",
        ];
        Assert.That(raised, Is.EqualTo(expected));
    }

    [Test]
    public void Ledger_NamesTheHoliday()
    {
        var story = TicketStory.Received("2026-04-03 17:00", "bronze").Waits("2026-04-07 11:00").Resumed("2026-04-07 12:00");

        var reading = story.Read(PromiseKind.Confirmation, "2026-04-07 16:00")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.Used, Is.EqualTo(Moments.Hours("6:00")));
            Assert.That(reading.Left, Is.EqualTo(Moments.Hours("2:00")));
            Assert.That(reading.Past(100).InWords("Europe/Rome"), Is.EqualTo(new[]
            {
                "Fri 17:00 counted", "Fri 18:00 closed", "Mon 10:00 holiday Easter Monday", "Mon 18:00 closed", "Tue 10:00 counted",
                "Tue 11:00 paused Which printer?", "Tue 12:00 counted", "Tue 16:00 end",
            }));
            Assert.That(reading.ToCome(100).InWords("Europe/Rome"), Is.EqualTo(new[] { "Tue 16:00 counted", "Tue 18:00 end" }));
        }
    }
}
