using MisterAssist.Domain.Events;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Tests.Tickets.Promises;

// Silver, received on Monday at 09:00: the response is due at 13:00, the confirmation at 17:00.
public sealed class PromiseStateTests
{
    private static readonly Duration Microsecond = Duration.FromTicks(10);
    private static readonly Instant Due = Moments.Rome("2026-11-16 13:00");

    [TestCase(-1, PromiseState.Met, TestName = "Answered before it is due is in time")]
    [TestCase(0, PromiseState.Met, TestName = "Answered at the very instant it is due is in time")]
    [TestCase(1, PromiseState.Missed, TestName = "Answered a microsecond later is missed")]
    public void Acknowledged_IsInTimeUntilItIsDue(int microseconds, PromiseState state)
    {
        var story = Received();
        var at = Due + Microsecond * microseconds;

        story.Ticket.Acknowledge(TicketSamples.On(at));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Promise(PromiseKind.Response).StateAt(at), Is.EqualTo(state));
            Assert.That(story.Promise(PromiseKind.Response).MetAt, Is.EqualTo(at));
            Assert.That(story.Read(PromiseKind.Response, "2026-12-01 12:00")!.State, Is.EqualTo(state));
            Assert.That(story.Told(PromiseFact.Missed), Has.Count.EqualTo(state == PromiseState.Missed ? 1 : 0));
        }
    }

    [TestCase(0, PromiseState.Running)]
    [TestCase(1, PromiseState.Missed)]
    public void Unanswered_IsMissedFromTheNextMicrosecondOnThoughNobodyWatched(int microseconds, PromiseState state)
    {
        var story = Received();
        var at = Due + Microsecond * microseconds;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Promise(PromiseKind.Response).MissRaised, Is.False);
            Assert.That(story.Promise(PromiseKind.Response).StateAt(at), Is.EqualTo(state));
            Assert.That(story.Read(PromiseKind.Response, at)!.State, Is.EqualTo(state));
        }
    }

    [Test]
    public void Overdue_TellsByHowMuchWorkingTime()
    {
        var reading = Received().Read(PromiseKind.Confirmation, "2026-11-17 09:30")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.Overrun, Is.EqualTo(Moments.Hours("4:30")));
            Assert.That(reading.Left, Is.EqualTo(Duration.Zero));
            Assert.That(reading.ToCome(100), Is.Empty);
        }
    }

    [Test]
    public void Read_BeforeItWasGiven_IsNothing() =>
        Assert.That(Received().Read(PromiseKind.Response, "2026-11-16 08:59"), Is.Null);

    [Test]
    public void Read_OfThePast_KnowsNothingOfWhatCameLater()
    {
        var story = Received().Waits("2026-11-16 10:00").Resumed("2026-11-16 12:00").Acknowledged("2026-11-16 12:30").Resolved("2026-11-16 14:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Told(story, PromiseKind.Confirmation, "2026-11-16 09:30"), Is.EqualTo("Running Mon 2026-11-16 17:00"));
            Assert.That(Told(story, PromiseKind.Confirmation, "2026-11-16 11:00"), Is.EqualTo("Paused "));
            Assert.That(Told(story, PromiseKind.Confirmation, "2026-11-16 12:00"), Is.EqualTo("Running Mon 2026-11-16 19:00"));
            Assert.That(Told(story, PromiseKind.Confirmation, "2026-11-16 14:00"), Is.EqualTo("Withdrawn Mon 2026-11-16 19:00"));
            Assert.That(Told(story, PromiseKind.Response, "2026-11-16 12:29"), Is.EqualTo("Running Mon 2026-11-16 13:00"));
            Assert.That(Told(story, PromiseKind.Response, "2026-11-16 15:00"), Is.EqualTo("Met Mon 2026-11-16 13:00"));
        }
    }

    [Test]
    public void RecordedLate_CountsFromReceptionAndIsMissedAtOnce()
    {
        var origin = TicketSamples.Origin(Moments.Rome("2026-11-16 09:00"), Moments.Rome("2026-11-16 15:00"), "Found on the answering machine");
        var ticket = TicketSamples.Ticket(origin: origin);

        ticket.Watch(origin.RecordedAt, FoundingClocks.WithoutClosures);

        var response = ticket.ToState().Promises.Single(p => p.Kind == PromiseKind.Response);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.DueAt, Is.EqualTo(Due));
            Assert.That(response.StateAt(origin.RecordedAt), Is.EqualTo(PromiseState.Missed));
            Assert.That(ticket.Events, Has.All.Matches<RecordedEvent>(e => e.At == origin.RecordedAt));
            Assert.That(ticket.Events.Count(e => e.Type == PromiseFact.Missed), Is.EqualTo(1));
        }
    }

    [TestCase("2026-11-16 08:00", "Tue 2026-11-17 15:00", TestName = "A closure that was announced before counts")]
    [TestCase("2026-11-16 09:01", "Mon 2026-11-16 17:00", TestName = "A closure that was announced later moves nothing")]
    public void Closures_CountForWhatStartsAfterTheyWereAnnounced(string announced, string due)
    {
        var closure = ClosureSamples.Announced(ClosureSamples.Part("2026-11-16", "2026-11-16", "10:00", "20:00"), Moments.Rome(announced));
        var clocks = FoundingClocks.With(closure);

        var story = TicketStory.Received("2026-11-16 09:00", "silver", clockOf: clocks)
            .Waits("2026-11-16 21:00").Resumed("2026-11-16 22:00");

        Assert.That(Moments.OnTheWall(story.Promise(PromiseKind.Confirmation).DueAt!.Value), Is.EqualTo(due));
    }

    private static TicketStory Received() => TicketStory.Received("2026-11-16 09:00", "silver");

    private static string Told(TicketStory story, PromiseKind kind, string at)
    {
        var reading = story.Read(kind, at)!;
        return $"{reading.State} {(reading.DueAt is { } due ? Moments.OnTheWall(due) : "")}";
    }
}
