using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Domain.Tests.Sla;

// 12 January 2026 is a Monday.
public sealed class WorkingClockWindowsTests
{
    private const string Split = "mon-fri 09:00-13:00 14:00-18:00";
    private const string ToMidnight = "mon-sun 18:00-24:00";
    private const string Nights = "mon-fri 22:00-06:00";
    private const string Always = "mon-sun 00:00-24:00";

    [TestCase(Split, "2026-01-12 09:00", "8:00", "2026-01-12 18:00", TestName = "Eight hours of a split day end with it")]
    [TestCase(Split, "2026-01-12 09:00", "4:00", "2026-01-12 13:00", TestName = "Used up exactly at the lunch break is due then")]
    [TestCase(Split, "2026-01-12 12:30", "1:00", "2026-01-12 14:30", TestName = "The lunch break does not count")]
    [TestCase(Split, "2026-01-12 13:00", "0:30", "2026-01-12 14:30",
        TestName = "A start as the lunch break begins waits for the afternoon")]
    [TestCase(ToMidnight, "2026-01-12 23:00", "1:00", "2026-01-13 00:00", TestName = "A window until 24:00 closes at midnight")]
    [TestCase(ToMidnight, "2026-01-12 23:00", "1:01", "2026-01-13 18:01", TestName = "After 24:00 it opens next evening")]
    [TestCase(Nights, "2026-01-12 22:00", "8:00", "2026-01-13 06:00", TestName = "A window across midnight closes next morning")]
    [TestCase(Nights, "2026-01-13 01:00", "1:00", "2026-01-13 02:00", TestName = "After midnight the night shift is still open")]
    [TestCase(Nights, "2026-01-17 01:00", "6:00", "2026-01-19 23:00", TestName = "Friday's night shift ends on Saturday morning")]
    [TestCase(Nights, "2026-01-12 01:00", "1:00", "2026-01-12 23:00", TestName = "Sunday has no night shift to end on Monday morning")]
    [TestCase(Always, "2026-01-14 03:17", "168:00", "2026-01-21 03:17", TestName = "Round the clock every hour counts")]
    [TestCase("mon 23:59-24:00", "2026-01-12 00:00", "0:01", "2026-01-13 00:00", TestName = "A window may be a single minute")]
    [TestCase("mon 12:00-11:59", "2026-01-12 12:00", "23:59", "2026-01-13 11:59", TestName = "A window may be a minute short of a day")]
    [TestCase("mon 22:00-00:00", "2026-01-12 22:00", "2:00", "2026-01-13 00:00", TestName = "A window until 00:00 closes at midnight too")]
    public void Deadline_FollowsTheWindows(string weekly, string start, string amount, string due)
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", weekly));

        var found = clock.Deadline(Moments.Rome(start), Moments.Hours(amount));

        Assert.That(found, Is.EqualTo(Moments.Rome(due)));
    }

    [TestCase("mon 09:00-13:00 13:00-18:00", "9:00", TestName = "Windows that touch count once each")]
    [TestCase("mon 09:00-14:00 13:00-18:00", "9:00", TestName = "Windows that overlap count their common time once")]
    [TestCase("mon 09:00-18:00 10:00-12:00", "9:00", TestName = "A window within another adds nothing")]
    [TestCase("mon 09:00-18:00 09:00-18:00", "9:00", TestName = "A window given twice counts once")]
    [TestCase("mon 09:00-12:00 09:00-18:00", "9:00", TestName = "Of two windows from the same time the longer counts")]
    [TestCase("mon 22:00-06:00; tue 05:00-13:00", "15:00", TestName = "A night shift and the early shift it overlaps are one")]
    [TestCase("mon 22:00-06:00; tue 06:00-13:00", "15:00", TestName = "A night shift and the early shift it touches are one")]
    [TestCase("mon 22:00-06:00; tue 02:00-04:00", "8:00", TestName = "A window within the night shift of the day before adds nothing")]
    [TestCase("mon 12:00-24:00; tue 00:00-12:00", "24:00", TestName = "Windows that touch at midnight are one")]
    [TestCase("mon 12:00-11:00; tue 10:00-09:00", "45:00", TestName = "Windows of almost a day each run into one another")]
    public void Elapsed_WhenWindowsMeet_CountsThemAsOne(string weekly, string worked)
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", weekly));

        var elapsed = clock.Elapsed(Moments.Rome("2026-01-12 00:00"), Moments.Rome("2026-01-16 00:00"));

        Assert.That(elapsed, Is.EqualTo(Moments.Hours(worked)));
    }

    [TestCase("mon 09:00-13:00 13:00-18:00", "Mon 09:00", "Mon 18:00", TestName = "Touching windows are one segment")]
    [TestCase("mon 09:00-14:00 13:00-18:00", "Mon 09:00", "Mon 18:00", TestName = "Overlapping windows are one segment")]
    [TestCase("mon 22:00-06:00; tue 05:00-13:00", "Mon 22:00", "Tue 13:00", TestName = "Windows that overlap across days are one segment")]
    [TestCase("mon 12:00-24:00; tue 00:00-12:00", "Mon 12:00", "Tue 12:00", TestName = "Windows that touch at midnight are one segment")]
    [TestCase("mon 20:00-24:00; tue 00:00-24:00; wed 00:00-04:00", "Mon 20:00", "Wed 04:00",
        TestName = "Three days without a break are one segment")]
    public void Explain_WhenWindowsMeet_ShowsOneSegment(string weekly, string opens, string closes)
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", weekly));

        var ledger = clock.Explain(Moments.Rome("2026-01-12 00:00"), Moments.Rome("2026-01-15 00:00"));

        string[] expected = ["Mon 00:00 closed", $"{opens} counted", $"{closes} closed", "Thu 00:00 end"];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }
}
