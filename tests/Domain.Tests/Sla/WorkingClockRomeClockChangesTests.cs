using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Domain.Tests.Sla;

// Sunday 29 March 2026: 02:00 becomes 03:00. Sunday 25 October 2026: 03:00 becomes 02:00.
public sealed class WorkingClockRomeClockChangesTests
{
    private const string Nights = "mon-sun 22:00-06:00";

    [TestCase("sat 22:00-06:00", "7:00", TestName = "In March a night shift lasts seven hours")]
    [TestCase("sun 00:00-24:00", "23:00", TestName = "In March a day lasts 23 hours")]
    [TestCase("sun 02:00-03:00", "0:00", TestName = "A window that is exactly the gap does not open")]
    [TestCase("sun 02:15-02:45", "0:00", TestName = "A window wholly in the gap does not open")]
    [TestCase("sun 02:30-04:00", "1:00", TestName = "A window that begins in the gap opens at the change")]
    [TestCase("sun 02:00-04:00", "1:00", TestName = "A window that begins with the gap opens at the change")]
    [TestCase("sun 03:00-04:00", "1:00", TestName = "A window that begins as the gap ends opens at the change")]
    [TestCase("sun 01:00-02:30", "1:00", TestName = "A window that ends in the gap closes at the change")]
    [TestCase("sun 01:00-02:00", "1:00", TestName = "A window that ends as the gap begins closes at the change")]
    [TestCase("sun 01:00-03:00", "1:00", TestName = "A window that ends with the gap closes at the change")]
    [TestCase("sun 01:30-03:30", "1:00", TestName = "A window around the gap is an hour shorter")]
    [TestCase("sat 22:00-02:30", "4:00", TestName = "A night shift that ends in the gap closes at the change")]
    [TestCase("sat 22:00-02:15; sun 02:45-05:00", "6:00", TestName = "Windows that end and begin in the gap meet at the change")]
    public void Elapsed_WhenClocksGoForward_IsRealTime(string weekly, string worked)
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", weekly));

        var elapsed = clock.Elapsed(Moments.Rome("2026-03-28 12:00"), Moments.Rome("2026-03-30 12:00"));

        Assert.That(elapsed, Is.EqualTo(Moments.Hours(worked)));
    }

    [TestCase("sat 22:00-06:00", "9:00", TestName = "In October a night shift lasts nine hours")]
    [TestCase("sun 00:00-24:00", "25:00", TestName = "In October a day lasts 25 hours")]
    [TestCase("sun 02:00-03:00", "2:00", TestName = "A window of the repeated hour lasts for both passes")]
    [TestCase("sun 02:15-02:45", "1:30", TestName = "A window within the repeated hour runs from its first pass to its second")]
    [TestCase("sun 02:30-04:00", "2:30", TestName = "A window that begins in the repeated hour opens in the first pass")]
    [TestCase("sun 03:00-04:00", "1:00", TestName = "A window that begins after the repeated hour is not longer")]
    [TestCase("sun 01:00-02:30", "2:30", TestName = "A window that ends in the repeated hour closes in the second pass")]
    [TestCase("sun 01:00-02:00", "1:00", TestName = "A window until 02:00 closes before the repeated hour")]
    [TestCase("sun 01:00-02:01", "2:01", TestName = "A window until 02:01 closes in the second pass")]
    [TestCase("sun 01:00-03:00", "3:00", TestName = "A window until the repeated hour is over has both passes")]
    [TestCase("sat 22:00-02:00", "4:00", TestName = "A night shift until 02:00 closes before the repeated hour")]
    [TestCase("sat 22:00-02:30", "5:30", TestName = "A night shift until 02:30 closes in the second pass")]
    [TestCase("sun 01:00-02:30 02:30-04:00", "4:00", TestName = "Windows that touch in the repeated hour count once")]
    [TestCase("sun 01:00-02:30 02:45-03:00", "3:00", TestName = "Windows apart on the wall may overlap through the repeated hour")]
    [TestCase("sun 01:00-02:00 02:30-03:00", "2:30", TestName = "A window before the repeated hour leaves its first half hour closed")]
    public void Elapsed_WhenClocksGoBack_IsRealTime(string weekly, string worked)
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", weekly));

        var elapsed = clock.Elapsed(Moments.Rome("2026-10-24 12:00"), Moments.Rome("2026-10-26 12:00"));

        Assert.That(elapsed, Is.EqualTo(Moments.Hours(worked)));
    }

    [TestCase("2026-03-28 22:00", "8:00", "2026-03-29 23:00", TestName = "In March eight hours are more than the night holds")]
    [TestCase("2026-03-28 22:00", "7:00", "2026-03-29 06:00", TestName = "In March seven hours are due at closing")]
    [TestCase("2026-03-28 22:00", "4:30", "2026-03-29 03:30", TestName = "In March counting jumps over the gap")]
    [TestCase("2026-10-24 22:00", "8:00", "2026-10-25 05:00", TestName = "In October eight hours are due before closing")]
    [TestCase("2026-10-24 22:00", "9:00", "2026-10-25 06:00", TestName = "In October nine hours are due at closing")]
    [TestCase("2026-10-24 22:00", "4:30", "2026-10-25 02:30 +02:00", TestName = "A deadline may fall in the first pass")]
    [TestCase("2026-10-24 22:00", "5:00", "2026-10-25 02:00 +01:00", TestName = "A deadline may fall on the change")]
    [TestCase("2026-10-24 22:00", "5:30", "2026-10-25 02:30 +01:00", TestName = "A deadline may fall in the second pass")]
    [TestCase("2026-10-25 02:30 +02:00", "1:00", "2026-10-25 02:30 +01:00", TestName = "A start in the first pass counts both")]
    [TestCase("2026-10-25 02:30 +01:00", "1:00", "2026-10-25 03:30", TestName = "A start in the second pass counts that one")]
    public void Deadline_OnNightShift_CountsRealTime(string start, string amount, string due)
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", Nights));

        var found = clock.Deadline(Moments.Rome(start), Moments.Hours(amount));

        Assert.That(found, Is.EqualTo(Moments.Rome(due)));
    }

    [TestCase("2026-03-28 12:00", "2026-03-30 12:00", "02:00-03:00", "23:00", TestName = "A closure that is exactly the gap takes nothing")]
    [TestCase("2026-03-28 12:00", "2026-03-30 12:00", "02:30-04:00", "22:00", TestName = "A closure from the gap takes what is left of it")]
    [TestCase("2026-10-24 12:00", "2026-10-26 12:00", "02:00-03:00", "23:00",
        TestName = "A closure of the repeated hour takes both passes")]
    [TestCase("2026-10-24 12:00", "2026-10-26 12:00", "02:15-02:45", "23:30",
        TestName = "A closure within the repeated hour runs from its first pass to its second")]
    [TestCase("2026-10-24 12:00", "2026-10-26 12:00", "01:00-02:00", "24:00",
        TestName = "A closure until 02:00 ends before the repeated hour")]
    [TestCase("2026-10-24 12:00", "2026-10-26 12:00", "00:00-24:00", "0:00", TestName = "A closed day takes all its 25 hours")]
    public void Elapsed_WhenClosedThroughTheChange_LeavesOutRealTime(string from, string to, string closed, string worked)
    {
        var clock = new WorkingClock(Schedules.Build(
            "Europe/Rome", "sun 00:00-24:00", closures: Closures.Read($"Works: 2026-03-29 {closed}; Works: 2026-10-25 {closed}")));

        var elapsed = clock.Elapsed(Moments.Rome(from), Moments.Rome(to));

        Assert.That(elapsed, Is.EqualTo(Moments.Hours(worked)));
    }

    [Test]
    public void Explain_WhenWindowsMeetInTheGap_ShowsOneSegment()
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", "sat 22:00-02:15; sun 02:45-05:00"));

        var ledger = clock.Explain(Moments.Rome("2026-03-28 21:00"), Moments.Rome("2026-03-29 06:00"));

        string[] expected = ["Sat 21:00 closed", "Sat 22:00 counted", "Sun 05:00 closed", "Sun 06:00 end"];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Explain_WhenAWindowClosesBeforeTheRepeatedHour_ShowsInWhichPass()
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", "sun 01:00-02:00 02:30-02:45"));

        var ledger = clock.Explain(Moments.Rome("2026-10-25 00:00"), Moments.Rome("2026-10-25 03:00"));

        string[] expected =
        [
            "Sun 00:00 closed", "Sun 01:00 counted", "Sun 02:00 +02:00 closed",
            "Sun 02:30 +02:00 counted", "Sun 02:45 +01:00 closed", "Sun 03:00 end",
        ];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Explain_WhenEasterIsTheNightOfTheChange_RunsTheNightShiftOn()
    {
        // Easter Sunday 2024 was 31 March.
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", "sat-sun 22:00-06:00", HolidayCalendar.Italy));

        var ledger = clock.Explain(Moments.Rome("2024-03-30 22:00"), Moments.Rome("2024-04-01 06:00"));

        string[] expected = ["Sat 22:00 counted", "Sun 06:00 closed", "Sun 22:00 holiday Easter Sunday", "Mon 06:00 end"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
            Assert.That(ledger[0].WorkingTime, Is.EqualTo(Moments.Hours("7:00")));
        }
    }
}
