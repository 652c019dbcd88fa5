using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Tickets.Promises;

// Silver's hours: Monday to Friday 08:00-20:00 in Rome. 13 November 2026 is a Friday.
public sealed class PromiseClockTests
{
    private readonly WorkingClock _silver = new(Schedules.Silver());

    [TestCase("13 16:00", "8:00", "", "Mon 2026-11-16 12:00", TestName = "Without pauses it is the working clock")]
    [TestCase("13 16:00", "8:00", "13 18:00..16 10:00", "Mon 2026-11-16 16:00", TestName = "What is left at the pause is left at the resume")]
    [TestCase("13 16:00", "8:00", "13 20:00..16 08:00", "Mon 2026-11-16 12:00", TestName = "A pause from closing to opening changes nothing")]
    [TestCase("13 16:00", "8:00", "14 09:00..15 17:00", "Mon 2026-11-16 12:00", TestName = "A pause wholly outside coverage changes nothing")]
    [TestCase("13 16:00", "8:00", "13 10:00..13 17:00", "Mon 2026-11-16 13:00", TestName = "Counting begins when the pause ends")]
    [TestCase("13 16:00", "8:00", "12 10:00..13 16:00", "Mon 2026-11-16 12:00", TestName = "A pause that ended before changes nothing")]
    [TestCase("13 16:00", "8:00", "16 12:00..16 14:00", "Mon 2026-11-16 12:00", TestName = "A pause from the very deadline on comes too late")]
    [TestCase("13 16:00", "8:00", "16 11:59..16 14:00", "Mon 2026-11-16 14:01", TestName = "A pause a minute before the deadline leaves a minute")]
    [TestCase("13 16:00", "8:00", "13 17:00..13 18:00; 13 17:30..13 19:00", "Mon 2026-11-16 14:00", TestName = "Overlapping pauses count once")]
    [TestCase("13 16:00", "8:00", "16 10:00..*", null, TestName = "Before a pause that goes on nothing is due after it")]
    [TestCase("13 16:00", "8:00", "16 12:00..*", "Mon 2026-11-16 12:00", TestName = "Due as the pause begins is due")]
    [TestCase("13 16:00", "4:00", "14 09:00..*", "Fri 2026-11-13 20:00", TestName = "Used up at closing is due then, whatever pause comes by night")]
    [TestCase("13 16:00", "4:01", "14 09:00..*", null, TestName = "A minute left in a pause that goes on is not due")]
    [TestCase("13 16:00", "1:00", "13 09:00..*", null, TestName = "What starts in a pause that goes on is not due")]
    public void Deadline_LeavesPausesOut(string start, string amount, string pauses, string? due)
    {
        var deadline = Clock(pauses).Deadline(At(start), Moments.Hours(amount));

        Assert.That(deadline is { } at ? Moments.OnTheWall(at) : null, Is.EqualTo(due));
    }

    [TestCase("13 16:00", "16 10:00", "13 18:00..16 09:00", "3:00", TestName = "Elapsed time is what lies outside pauses")]
    [TestCase("13 16:00", "16 10:00", "13 18:00..*", "2:00", TestName = "A pause that goes on ends at the end of the question")]
    [TestCase("13 16:00", "13 17:00", "13 10:00..13 20:00", "0:00", TestName = "Within a pause nothing elapses")]
    [TestCase("13 16:00", "13 17:00", "13 17:00..13 20:00", "1:00", TestName = "A pause after the end changes nothing")]
    [TestCase("13 16:00", "13 20:00", "13 17:00..13 18:00; 13 17:30..13 19:00", "2:00", TestName = "Overlapping pauses are taken out once")]
    public void Elapsed_LeavesPausesOut(string from, string to, string pauses, string counted) =>
        Assert.That(Clock(pauses).Elapsed(At(from), At(to)), Is.EqualTo(Moments.Hours(counted)));

    [Test]
    public void Explain_ShowsWhatWouldHaveCountedAsPausedWithItsReason()
    {
        var ledger = Clock("13 18:00..16 09:00").Explain(At("13 16:00"), At("16 10:00"), 100);

        string[] expected =
            ["Fri 16:00 counted", "Fri 18:00 paused why", "Fri 20:00 closed", "Mon 08:00 paused why", "Mon 09:00 counted", "Mon 10:00 end"];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Explain_WhenAPauseHasNoLength_ShowsNothingOfIt()
    {
        var ledger = Clock("13 17:00..13 17:00").Explain(At("13 16:00"), At("13 18:00"), 100);

        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(new[] { "Fri 16:00 counted", "Fri 18:00 end" }));
    }

    [Test]
    public void Deadline_OverTheNightOnWhichTheClocksGoBack_CountsRealTime()
    {
        // Round the clock: 25 October 2026 has 25 hours, and the pause from 02:30 (the first) to 02:30 (the second) takes one.
        var pauses = Pauses.Of([new(Moments.Rome("2026-10-25 02:30 +02:00"), Moments.Rome("2026-10-25 02:30 +01:00"), "why")]);
        var clock = new PromiseClock(new(Schedules.Build("Europe/Rome", "mon-sun 00:00-24:00")), pauses);

        var due = clock.Deadline(Moments.Rome("2026-10-25 01:00"), Moments.Hours("4:00"));

        Assert.That(due, Is.EqualTo(Moments.Rome("2026-10-25 05:00")));
    }

    private PromiseClock Clock(string pauses) => new(_silver, Pauses.Of(
        from part in pauses.Split("; ", StringSplitOptions.RemoveEmptyEntries)
        let ends = part.Split("..")
        select new Pause(At(ends[0]), ends[1] == "*" ? null : At(ends[1]), "why")));

    private static Instant At(string dayAndTime) => Moments.Rome($"2026-11-{dayAndTime}");
}
