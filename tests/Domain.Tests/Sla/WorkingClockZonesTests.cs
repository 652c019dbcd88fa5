using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

public sealed class WorkingClockZonesTests
{
    private const string Apia = "Pacific/Apia";
    private const string LordHowe = "Australia/Lord_Howe";
    private const string Cairo = "Africa/Cairo";
    private const string SaoPaulo = "America/Sao_Paulo";
    private const string Kathmandu = "Asia/Kathmandu";

    // Samoa went from Thursday 29 December 2011 straight to Saturday 31 December.
    [TestCase("thu 22:00-06:00", "2:00", TestName = "A night shift into the skipped day closes at midnight")]
    [TestCase("fri 22:00-06:00", "6:00", TestName = "A night shift of the skipped day opens as the next day begins")]
    [TestCase("fri 09:00-18:00", "0:00", TestName = "A window within the skipped day does not open")]
    [TestCase("fri 00:00-24:00", "0:00", TestName = "A window of the whole skipped day does not open")]
    [TestCase("thu-fri 22:00-06:00", "8:00", TestName = "Night shifts around the skipped day meet")]
    [TestCase("thu-fri 22:00-06:00; sat 05:00-13:00", "15:00", TestName = "An early shift overlaps the night shift of the skipped day")]
    [TestCase("thu-sat 00:00-24:00", "36:00", TestName = "Round the clock, the skipped day is not there")]
    public void Elapsed_WhenApiaSkipsADay_IsRealTime(string weekly, string worked)
    {
        var clock = new WorkingClock(Schedules.Build(Apia, weekly));

        var elapsed = clock.Elapsed(Moments.At(Apia, "2011-12-29 12:00"), Moments.At(Apia, "2012-01-01 00:00"));

        Assert.That(elapsed, Is.EqualTo(Moments.Hours(worked)));
    }

    [Test]
    public void Deadline_WhenApiaSkipsADay_FallsOnTheDayAfter()
    {
        var clock = new WorkingClock(Schedules.Build(Apia, "mon-sun 09:00-17:00"));

        var due = clock.Deadline(Moments.At(Apia, "2011-12-29 16:00"), Moments.Hours("2:00"));

        Assert.That(due, Is.EqualTo(Moments.At(Apia, "2011-12-31 10:00")));
    }

    [Test]
    public void Explain_WhenTheSkippedDayIsAHoliday_TellsTheNightShiftThatWouldHaveBegunOnIt()
    {
        var holidays = HolidayCalendar.None.With([Schedules.Date("2011-12-30")]);
        var clock = new WorkingClock(Schedules.Build(Apia, "thu-fri 22:00-06:00", holidays));

        var ledger = clock.Explain(Moments.At(Apia, "2011-12-29 22:00"), Moments.At(Apia, "2011-12-31 12:00"));

        string[] expected = ["Thu 22:00 counted", "Sat 00:00 holiday Holiday", "Sat 06:00 closed", "Sat 12:00 end"];
        Assert.That(ledger.InWords(Apia), Is.EqualTo(expected));
    }

    [TestCase("Works: 2011-12-30", "36:00", TestName = "A closure of the skipped day takes nothing")]
    [TestCase("Works: 2011-12-29..2011-12-30", "24:00", TestName = "A closure that ends with the skipped day ends before the next")]
    [TestCase("Works: 2011-12-30..2011-12-31", "12:00", TestName = "A closure that begins with the skipped day begins with the next")]
    public void Elapsed_WhenClosedAroundTheSkippedDay_LeavesOutRealTime(string closures, string worked)
    {
        var clock = new WorkingClock(Schedules.Build(Apia, "mon-sun 00:00-24:00", closures: Closures.Read(closures)));

        var elapsed = clock.Elapsed(Moments.At(Apia, "2011-12-29 12:00"), Moments.At(Apia, "2012-01-01 00:00"));

        Assert.That(elapsed, Is.EqualTo(Moments.Hours(worked)));
    }

    // Lord Howe changes its clocks by half an hour: on 5 April 2026 from 02:00 to 01:30, on 4 October from 02:00 to 02:30.
    [TestCase(LordHowe, "sat 22:00-06:00", "2026-10-03 12:00", "7:30", TestName = "Lord Howe loses half an hour in spring")]
    [TestCase(LordHowe, "sun 02:00-02:30", "2026-10-03 12:00", "0:00", TestName = "Lord Howe's half-hour gap does not open")]
    [TestCase(LordHowe, "sun 02:15-03:00", "2026-10-03 12:00", "0:30", TestName = "From within Lord Howe's gap it opens at the change")]
    [TestCase(LordHowe, "sat 22:00-06:00", "2026-04-04 12:00", "8:30", TestName = "Lord Howe gains half an hour in autumn")]
    [TestCase(LordHowe, "sun 01:30-02:00", "2026-04-04 12:00", "1:00", TestName = "Lord Howe's repeated half hour lasts for both passes")]
    [TestCase(LordHowe, "sun 01:00-01:30", "2026-04-04 12:00", "0:30",
        TestName = "Until Lord Howe's repeated half hour it closes before it")]
    [TestCase(LordHowe, "sun 01:00-01:45", "2026-04-04 12:00", "1:15",
        TestName = "Within Lord Howe's repeated half hour it closes in the second pass")]
    // Cairo: Friday 24 April 2026 begins at 01:00; Thursday 29 October has the hour from 23:00 twice.
    [TestCase(Cairo, "thu 22:00-06:00", "2026-04-23 12:00", "7:00", TestName = "Cairo's night loses the hour after midnight")]
    [TestCase(Cairo, "thu 18:00-24:00", "2026-04-23 12:00", "6:00", TestName = "Until 24:00 it closes as Cairo's gap begins")]
    [TestCase(Cairo, "thu 18:00-00:30", "2026-04-23 12:00", "6:00", TestName = "Until half past midnight it closes at Cairo's change")]
    [TestCase(Cairo, "fri 00:00-01:00", "2026-04-23 12:00", "0:00", TestName = "Cairo's gap after midnight does not open")]
    [TestCase(Cairo, "fri 00:00-09:00", "2026-04-23 12:00", "8:00",
        TestName = "From a midnight that is not there it opens at Cairo's change")]
    [TestCase(Cairo, "fri 00:00-24:00", "2026-04-23 12:00", "23:00", TestName = "Cairo's day without midnight lasts 23 hours")]
    [TestCase(Cairo, "thu 18:00-24:00", "2026-10-29 12:00", "7:00", TestName = "Until 24:00 Cairo's repeated hour counts twice")]
    [TestCase(Cairo, "thu 18:00-23:00", "2026-10-29 12:00", "5:00", TestName = "Until 23:00 Cairo's repeated hour does not count")]
    [TestCase(Cairo, "thu 23:30-01:00", "2026-10-29 12:00", "2:30",
        TestName = "From within Cairo's repeated hour it opens in the first pass")]
    [TestCase(Cairo, "fri 00:00-09:00", "2026-10-29 12:00", "9:00", TestName = "After midnight Cairo's repeated hour is over")]
    // São Paulo: Sunday 4 November 2018 begins at 01:00; Saturday 17 February has the hour from 23:00 twice.
    [TestCase(SaoPaulo, "sat 22:00-06:00", "2018-11-03 12:00", "7:00", TestName = "São Paulo's night loses the hour after midnight")]
    [TestCase(SaoPaulo, "sun 00:00-24:00", "2018-11-03 12:00", "23:00", TestName = "São Paulo's day without midnight lasts 23 hours")]
    [TestCase(SaoPaulo, "sat 22:00-06:00", "2018-02-17 12:00", "9:00", TestName = "São Paulo's night gains the hour before midnight")]
    [TestCase(SaoPaulo, "sat 13:00-24:00", "2018-02-17 12:00", "12:00", TestName = "São Paulo's evening has the hour from 23:00 twice")]
    // Kathmandu went from +05:30 to +05:45 as 1986 began.
    [TestCase(Kathmandu, "tue 22:00-06:00", "1985-12-31 12:00", "7:45", TestName = "Kathmandu lost a quarter of an hour once")]
    [TestCase(Kathmandu, "wed 00:00-00:15", "1985-12-31 12:00", "0:00", TestName = "Kathmandu's missing quarter does not open")]
    [TestCase(Kathmandu, "wed 00:10-01:00", "1985-12-31 12:00", "0:45",
        TestName = "From within Kathmandu's missing quarter it opens at the change")]
    public void Elapsed_WhenAZoneChangesItsClocks_IsRealTime(string zone, string weekly, string from, string worked)
    {
        var clock = new WorkingClock(Schedules.Build(zone, weekly));
        var start = Moments.At(zone, from);

        var elapsed = clock.Elapsed(start, start + Moments.Hours("40:00"));

        Assert.That(elapsed, Is.EqualTo(Moments.Hours(worked)));
    }

    [Test]
    public void Deadline_WhenOffsetIsNotAWholeHour_IsExact()
    {
        var clock = new WorkingClock(Schedules.Build(Kathmandu, "mon-thu 10:00-17:00"));

        var due = clock.Deadline(Moments.Utc("2026-01-12T00:00:00Z"), Moments.Hours("1:30"));

        Assert.That(due, Is.EqualTo(Moments.Utc("2026-01-12T05:45:00Z")));
    }

    [Test]
    public void Deadline_WhenZonesDiffer_FollowsTheScheduleOfEach()
    {
        string[] zones = ["Asia/Kathmandu", "Europe/Rome", "America/New_York"];
        var start = Moments.Utc("2026-01-12T00:00:00Z");

        var dues = zones.Select(
            zone => new WorkingClock(Schedules.Build(zone, "mon-fri 09:00-18:00")).Deadline(start, Moments.Hours("1:00")));

        Instant[] expected =
        [
            Moments.Utc("2026-01-12T04:15:00Z"), Moments.Utc("2026-01-12T09:00:00Z"), Moments.Utc("2026-01-12T15:00:00Z"),
        ];
        Assert.That(dues, Is.EqualTo(expected));
    }
}
