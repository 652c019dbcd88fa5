using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Domain.Tests.Sla;

// 12 January 2026 is a Monday.
public sealed class WorkingClockClosuresTests
{
    private const string Office = "mon-fri 09:00-18:00";
    private const string Nights = "mon-fri 22:00-06:00";

    [TestCase(Office, "Stock: 2026-01-13", "36:00", TestName = "A closed day does not count")]
    [TestCase(Office, "Stock: 2026-01-13 12:00-14:00", "43:00", TestName = "Part of a day is taken out")]
    [TestCase(Office, "Stock: 2026-01-13 00:00-12:00", "42:00", TestName = "A closed morning is taken out from opening")]
    [TestCase(Office, "Stock: 2026-01-13 15:00-24:00", "42:00", TestName = "A closed afternoon is taken out until closing")]
    [TestCase(Office, "Stock: 2026-01-13 18:00-24:00", "45:00", TestName = "A closure from closing time on takes nothing")]
    [TestCase(Office, "Stock: 2026-01-13 00:00-09:00", "45:00", TestName = "A closure until opening takes nothing")]
    [TestCase(Office, "Stock: 2026-01-13..2026-01-15", "18:00", TestName = "Several days are closed, the last one too")]
    [TestCase(Office, "Stock: 2026-01-13..2026-01-15 09:00-10:00", "42:00", TestName = "The same hour of several days is taken out")]
    [TestCase(Office, "Stock: 2026-01-01..2026-01-31", "0:00", TestName = "A closed month covers its weeks")]
    [TestCase(Office, "Stock: 2026-01-17..2026-01-18", "45:00", TestName = "A closed weekend takes nothing")]
    [TestCase(Office, "A: 2026-01-13..2026-01-14; B: 2026-01-14..2026-01-15", "18:00",
        TestName = "Overlapping closures take their common time once")]
    [TestCase(Office, "A: 2026-01-13 10:00-14:00; B: 2026-01-13 12:00-16:00", "39:00",
        TestName = "Closures that overlap within a day take their common time once")]
    [TestCase(Office, "A: 2026-01-12..2026-01-16; B: 2026-01-14 12:00-13:00", "0:00",
        TestName = "A closure within another takes nothing more")]
    [TestCase(Office, "A: 2026-01-14; B: 2026-01-14; C: 2026-01-14", "36:00", TestName = "A closure given several times counts once")]
    [TestCase(Nights, "Stock: 2026-01-13", "32:00", TestName = "A closed day takes the end of one night shift and the start of the next")]
    [TestCase(Nights, "Stock: 2026-01-13 00:00-06:00", "34:00", TestName = "A closed morning takes the end of a night shift")]
    [TestCase(Nights, "Stock: 2026-01-13 22:00-24:00", "38:00", TestName = "A closed evening takes the start of a night shift")]
    [TestCase(Nights, "Stock: 2026-01-13 23:00-24:00; More: 2026-01-14 00:00-01:00", "38:00",
        TestName = "Closures cut the middle out of a night shift")]
    public void Elapsed_LeavesOutClosures(string weekly, string closures, string worked)
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", weekly, closures: Closures.Read(closures)));

        var elapsed = clock.Elapsed(Moments.Rome("2026-01-12 00:00"), Moments.Rome("2026-01-18 00:00"));

        Assert.That(elapsed, Is.EqualTo(Moments.Hours(worked)));
    }

    [TestCase("2026-01-12 17:00", "1:00", "2026-01-12 18:00", TestName = "Used up exactly at closing time is due before the closed day")]
    [TestCase("2026-01-12 17:00", "1:30", "2026-01-14 09:30", TestName = "A deadline steps over the closed day")]
    [TestCase("2026-01-13 11:00", "1:30", "2026-01-14 10:30", TestName = "A start within the closure waits for its end")]
    [TestCase("2026-01-15 11:00", "1:00", "2026-01-15 12:00", TestName = "Used up exactly as a closure begins is due then")]
    [TestCase("2026-01-15 11:00", "1:01", "2026-01-15 14:01", TestName = "A deadline steps over closed hours")]
    [TestCase("2026-01-15 13:00", "0:30", "2026-01-15 14:30", TestName = "A start within closed hours waits for their end")]
    public void Deadline_StepsOverClosures(string start, string amount, string due)
    {
        var clock = new WorkingClock(Schedules.Build(
            "Europe/Rome", Office, closures: Closures.Read("Stock: 2026-01-13; Funeral: 2026-01-15 12:00-14:00")));

        var found = clock.Deadline(Moments.Rome(start), Moments.Hours(amount));

        Assert.That(found, Is.EqualTo(Moments.Rome(due)));
    }

    [Test]
    public void Explain_TellsClosuresByNameWithinWindowsOnly()
    {
        var clock = new WorkingClock(Schedules.Build(
            "Europe/Rome", Office, closures: Closures.Read("Stock: 2026-01-13; Funeral: 2026-01-14 12:00-14:00")));

        var ledger = clock.Explain(Moments.Rome("2026-01-12 17:00"), Moments.Rome("2026-01-14 15:00"));

        string[] expected =
        [
            "Mon 17:00 counted", "Mon 18:00 closed",
            "Tue 09:00 closure Stock", "Tue 18:00 closed",
            "Wed 09:00 counted", "Wed 12:00 closure Funeral", "Wed 14:00 counted", "Wed 15:00 end",
        ];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Explain_WhenClosureCutsANightShift_ShowsTheRestAsCounted()
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", Nights, closures: Closures.Read("Stock: 2026-01-13")));

        var ledger = clock.Explain(Moments.Rome("2026-01-12 22:00"), Moments.Rome("2026-01-14 06:00"));

        string[] expected =
        [
            "Mon 22:00 counted", "Tue 00:00 closure Stock", "Tue 06:00 closed", "Tue 22:00 closure Stock", "Wed 00:00 counted",
            "Wed 06:00 end",
        ];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [TestCase("A: 2026-01-13 09:00-12:00; B: 2026-01-13 11:00-14:00", TestName = "The closure that began first keeps the common time")]
    [TestCase("B: 2026-01-13 11:00-14:00; A: 2026-01-13 09:00-12:00", TestName = "In which order closures are given does not matter")]
    public void Explain_WhenClosuresOverlap_TellsEachOnce(string closures)
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", Office, closures: Closures.Read(closures)));

        var ledger = clock.Explain(Moments.Rome("2026-01-13 09:00"), Moments.Rome("2026-01-13 15:00"));

        string[] expected = ["Tue 09:00 closure A", "Tue 12:00 closure B", "Tue 14:00 counted", "Tue 15:00 end"];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Explain_WhenClosuresOfOneNameMeet_ShowsOneSegment()
    {
        var clock = new WorkingClock(Schedules.Build(
            "Europe/Rome", Office, closures: Closures.Read("Works: 2026-01-13 09:00-12:00; Works: 2026-01-13 12:00-14:00")));

        var ledger = clock.Explain(Moments.Rome("2026-01-13 09:00"), Moments.Rome("2026-01-13 15:00"));

        string[] expected = ["Tue 09:00 closure Works", "Tue 14:00 counted", "Tue 15:00 end"];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Explain_WhenClosureFallsOnAHoliday_TellsTheHoliday()
    {
        // 8 December 2026 is a Tuesday.
        var clock = new WorkingClock(Schedules.Build(
            "Europe/Rome", Office, HolidayCalendar.Italy, Closures.Read("Bridge: 2026-12-07..2026-12-08")));

        var ledger = clock.Explain(Moments.Rome("2026-12-07 09:00"), Moments.Rome("2026-12-09 10:00"));

        string[] expected =
        [
            "Mon 09:00 closure Bridge", "Mon 18:00 closed", "Tue 09:00 holiday Immaculate Conception", "Tue 18:00 closed",
            "Wed 09:00 counted", "Wed 10:00 end",
        ];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Explain_WhenClosureMeetsANightShiftThatRunsIntoAHoliday_TellsTheClosure()
    {
        // The night shift of Monday the 7th is open on the holiday, so it is the closure that shuts it.
        var clock = new WorkingClock(Schedules.Build(
            "Europe/Rome", Nights, HolidayCalendar.Italy, Closures.Read("Works: 2026-12-08")));

        var ledger = clock.Explain(Moments.Rome("2026-12-07 22:00"), Moments.Rome("2026-12-09 06:00"));

        string[] expected =
        [
            "Mon 22:00 counted", "Tue 00:00 closure Works", "Tue 06:00 closed", "Tue 22:00 holiday Immaculate Conception", "Wed 06:00 end",
        ];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void WithClosures_ReplacesTheFormerOnes()
    {
        var schedule = Schedules.Build("Europe/Rome", Office, closures: Closures.Read("Old: 2026-01-13"));

        var clock = new WorkingClock(schedule.WithClosures(Closures.Read("New: 2026-01-14 09:00-10:00")));

        Assert.That(
            clock.Elapsed(Moments.Rome("2026-01-12 00:00"), Moments.Rome("2026-01-17 00:00")), Is.EqualTo(Moments.Hours("44:00")));
    }
}
