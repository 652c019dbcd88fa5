using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

// 6 January 2026, Epiphany, is a Tuesday.
public sealed class WorkingClockHolidaysTests
{
    [TestCase("2026-01-05 17:00", "2:00", "2026-01-07 11:00", TestName = "Epiphany does not count")]
    [TestCase("2026-01-06 12:00", "1:00", "2026-01-07 11:00", TestName = "A start on a holiday waits for the next working day")]
    [TestCase("2026-01-05 17:00", "1:00", "2026-01-05 18:00", TestName = "Used up exactly at closing is due before the holiday")]
    [TestCase("2026-04-03 17:00", "2:00", "2026-04-07 11:00", TestName = "Easter Monday does not count")]
    [TestCase("2025-12-24 17:00", "2:00", "2025-12-29 11:00", TestName = "Christmas, Saint Stephen's Day and a weekend do not count")]
    [TestCase("2021-10-01 17:00", "2:00", "2021-10-04 11:00", TestName = "Saint Francis was a working day in 2021")]
    [TestCase("2027-10-01 17:00", "2:00", "2027-10-05 11:00", TestName = "Saint Francis is a holiday in 2027")]
    [TestCase("2011-03-16 17:00", "2:00", "2011-03-18 11:00", TestName = "17 March was a holiday in 2011")]
    [TestCase("2010-03-16 17:00", "2:00", "2010-03-17 11:00", TestName = "17 March was a working day in 2010")]
    public void Deadline_WhenObservingItalianHolidays_SkipsThem(string start, string amount, string due)
    {
        var clock = new WorkingClock(Schedules.Bronze());

        var found = clock.Deadline(Moments.Rome(start), Moments.Hours(amount));

        Assert.That(found, Is.EqualTo(Moments.Rome(due)));
    }

    [Test]
    public void Deadline_WhenNotObservingHolidays_CountsThem()
    {
        var clock = new WorkingClock(Schedules.Silver());

        var found = clock.Deadline(Moments.Rome("2026-01-05 19:00"), Moments.Hours("2:00"));

        Assert.That(found, Is.EqualTo(Moments.Rome("2026-01-06 09:00")));
    }

    [TestCase("mon-fri 22:00-06:00", "16:00", TestName = "The night shift of the evening before runs on into a holiday")]
    [TestCase("mon 22:00-06:00; tue 05:00-13:00", "8:00",
        TestName = "An early shift on the holiday does not open though a night shift runs into it")]
    [TestCase("mon 22:00-06:00; tue 22:00-06:00; wed 05:00-13:00", "16:00",
        TestName = "A night shift that begins on the holiday does not open, the early shift after it does")]
    [TestCase("tue 09:00-18:00", "0:00", TestName = "A window within the holiday does not open")]
    [TestCase("tue 00:00-24:00", "0:00", TestName = "A window of the whole holiday does not open")]
    [TestCase("mon 00:00-24:00; tue 00:00-24:00; wed 00:00-24:00", "48:00", TestName = "Round the clock, the holiday alone is left out")]
    [TestCase("tue 22:00-06:00; wed 06:00-13:00", "7:00", TestName = "What a suppressed night shift touches opens on its own time")]
    public void Elapsed_OnAHoliday_LeavesOutWhatBeginsOnIt(string weekly, string worked)
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", weekly, HolidayCalendar.Italy));

        var elapsed = clock.Elapsed(Moments.Rome("2026-01-05 00:00"), Moments.Rome("2026-01-08 12:00"));

        Assert.That(elapsed, Is.EqualTo(Moments.Hours(worked)));
    }

    [Test]
    public void Explain_OnAHoliday_TellsItsName()
    {
        var clock = new WorkingClock(Schedules.Bronze());

        var ledger = clock.Explain(Moments.Rome("2026-01-05 12:00"), Moments.Rome("2026-01-07 11:00"));

        string[] expected =
        [
            "Mon 12:00 counted", "Mon 18:00 closed", "Tue 10:00 holiday Epiphany", "Tue 18:00 closed", "Wed 10:00 counted", "Wed 11:00 end",
        ];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Explain_WhenNightShiftRunsIntoAHoliday_ShowsWhatOpensAndWhatDoesNot()
    {
        var clock = new WorkingClock(
            Schedules.Build("Europe/Rome", "mon-wed 22:00-06:00; tue-wed 05:00-13:00", HolidayCalendar.Italy));

        var ledger = clock.Explain(Moments.Rome("2026-01-05 22:00"), Moments.Rome("2026-01-07 14:00"));

        string[] expected =
        [
            "Mon 22:00 counted",
            "Tue 06:00 holiday Epiphany", "Tue 13:00 closed", "Tue 22:00 holiday Epiphany",
            "Wed 05:00 counted", "Wed 13:00 closed", "Wed 14:00 end",
        ];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Explain_WhenTwoHolidaysFollowEachOther_TellsBothNames()
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", "mon-sun 00:00-24:00", HolidayCalendar.Italy));

        var ledger = clock.Explain(Moments.Rome("2026-12-24 12:00"), Moments.Rome("2026-12-27 12:00"));

        string[] expected =
        [
            "Thu 12:00 counted", "Fri 00:00 holiday Christmas Day", "Sat 00:00 holiday Saint Stephen's Day", "Sun 00:00 counted",
            "Sun 12:00 end",
        ];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Explain_WhenTwoSingleDatesFollowEachOther_ShowsThemAsOneHoliday()
    {
        var holidays = HolidayCalendar.None.With([new LocalDate(2026, 1, 13), new LocalDate(2026, 1, 14)]);
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", "mon-sun 00:00-24:00", holidays));

        var ledger = clock.Explain(Moments.Rome("2026-01-12 12:00"), Moments.Rome("2026-01-15 12:00"));

        string[] expected = ["Mon 12:00 counted", "Tue 00:00 holiday Holiday", "Thu 00:00 counted", "Thu 12:00 end"];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Explain_WhenHolidayHasNoWindows_ShowsClosedTime()
    {
        // 1 November 2026 is a Sunday.
        var clock = new WorkingClock(Schedules.Bronze());

        var ledger = clock.Explain(Moments.Rome("2026-10-30 18:00"), Moments.Rome("2026-11-02 10:00"));

        string[] expected = ["Fri 18:00 closed", "Mon 10:00 end"];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }
}
