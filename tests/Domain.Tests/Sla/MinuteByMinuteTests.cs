using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Domain.Tests.Sla;

/// <summary>What the engine is checked against is itself checked, against figures worked out by hand.</summary>
public sealed class MinuteByMinuteTests
{
    [TestCase("Europe/Rome", "sat 22:00-06:00", "2026-03-28 12:00", "7:00", TestName = "Minute by minute, a March night lasts seven hours")]
    [TestCase("Europe/Rome", "sat 22:00-06:00", "2026-10-24 12:00", "9:00",
        TestName = "Minute by minute, an October night lasts nine hours")]
    [TestCase("Europe/Rome", "sun 02:15-02:45", "2026-03-28 12:00", "0:00",
        TestName = "Minute by minute, a window in the gap does not open")]
    [TestCase("Europe/Rome", "sun 02:15-02:45", "2026-10-24 12:00", "1:30",
        TestName = "Minute by minute, the repeated hour runs from its first pass to its second")]
    [TestCase("Europe/Rome", "sun 01:00-02:00", "2026-10-24 12:00", "1:00",
        TestName = "Minute by minute, a window until 02:00 closes before the repeated hour")]
    [TestCase("Pacific/Apia", "thu-fri 22:00-06:00", "2011-12-29 12:00", "8:00",
        TestName = "Minute by minute, nights around the skipped day meet")]
    [TestCase("Pacific/Apia", "fri 00:00-24:00", "2011-12-29 12:00", "0:00", TestName = "Minute by minute, the skipped day does not open")]
    [TestCase("Africa/Cairo", "fri 00:30-09:00", "2026-04-23 12:00", "8:00",
        TestName = "Minute by minute, Cairo's midnight gap is left out")]
    public void Worked_WhenClocksChange_IsAsWorkedOutByHand(string zone, string weekly, string from, string worked)
    {
        var start = Moments.At(zone, from);

        var minutes = MinuteByMinute.Walk(Schedules.Build(zone, weekly), start, start + Moments.Hours("36:00"));

        Assert.That(minutes.Worked(), Is.EqualTo(Moments.Hours(worked)));
    }

    [Test]
    public void Changes_WithAHolidayAndAClosure_AreAsWorkedOutByHand()
    {
        // 8 December 2026 is a Tuesday.
        var schedule = Schedules.Build(
            "Europe/Rome", "mon-wed 22:00-06:00", HolidayCalendar.Italy, Closures.Read("Works: 2019-12-08..2019-12-09 00:00-05:00 yearly"));

        var changes = MinuteByMinute.Walk(schedule, Moments.Rome("2026-12-07 21:00"), Moments.Rome("2026-12-09 23:00")).Changes();

        Assert.That(changes, Is.EqualTo(new[]
        {
            (Moments.Rome("2026-12-07 21:00"), SegmentKind.Closed),
            (Moments.Rome("2026-12-07 22:00"), SegmentKind.Counted),
            (Moments.Rome("2026-12-08 00:00"), SegmentKind.Closure),
            (Moments.Rome("2026-12-08 05:00"), SegmentKind.Counted),
            (Moments.Rome("2026-12-08 06:00"), SegmentKind.Closed),
            (Moments.Rome("2026-12-08 22:00"), SegmentKind.Holiday),
            (Moments.Rome("2026-12-09 06:00"), SegmentKind.Closed),
            (Moments.Rome("2026-12-09 22:00"), SegmentKind.Counted),
        }));
    }

    [TestCase(0, "2026-01-12 08:00", TestName = "Minute by minute, nothing is due at the start")]
    [TestCase(540, "2026-01-12 18:00", TestName = "Minute by minute, a whole day is due at closing")]
    [TestCase(541, "2026-01-13 09:01", TestName = "Minute by minute, a minute more is due next morning")]
    public void Deadline_IsAsWorkedOutByHand(int amount, string due)
    {
        var start = Moments.Rome("2026-01-12 08:00");

        var minutes = MinuteByMinute.Walk(Schedules.Build("Europe/Rome", "mon-fri 09:00-18:00"), start, start + Moments.Hours("36:00"));

        Assert.That(minutes.Deadline(amount), Is.EqualTo(Moments.Rome(due)));
    }
}
