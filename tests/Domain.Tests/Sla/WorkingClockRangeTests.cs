using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

public sealed class WorkingClockRangeTests
{
    private const string SixYears =
        "A: 2026-01-01..2027-01-01; B: 2027-01-02..2028-01-02; C: 2028-01-03..2029-01-02; "
        + "D: 2029-01-03..2030-01-03; E: 2030-01-04..2031-01-04; F: 2031-01-05..2032-01-05";

    /// <summary>From 1 January 2026, five years of 1,827 days end with 1 January 2031.</summary>
    private const string UntilMinuteBeforeFiveYears =
        "A: 2026-01-01..2027-01-01; B: 2027-01-02..2028-01-02; C: 2028-01-03..2029-01-02; "
        + "D: 2029-01-03..2030-01-03; E: 2030-01-04..2030-12-31; F: 2031-01-01 00:00-23:59";

    private const string UntilFiveYears = UntilMinuteBeforeFiveYears + "; G: 2031-01-01 23:59-24:00";

    private static readonly Instant NewYear2026 = Moments.Utc("2026-01-01T00:00:00Z");

    private static IEnumerable<TestCaseData> Questions =>
    [
        Question("Deadline", (clock, at) => clock.Deadline(at, Duration.FromHours(1))),
        Question("Elapsed", (clock, at) => clock.Elapsed(at, at)),
        Question("NextOpening", (clock, at) => clock.NextOpening(at)),
        Question("Explain", (clock, at) => clock.Explain(at, at)),
    ];

    [Test]
    public void Deadline_WhenClosedForFiveYears_IsRefused() =>
        Assert.That(() => Closed(SixYears).Deadline(NewYear2026, Duration.Epsilon), Refused.With("never_opens"));

    [Test]
    public void Elapsed_WhenClosedForFiveYears_IsRefused() =>
        Assert.That(() => Closed(SixYears).Elapsed(NewYear2026, NewYear2026 + Duration.FromDays(1)), Refused.With("never_opens"));

    [Test]
    public void NextOpening_WhenClosedForFiveYears_IsRefused() =>
        Assert.That(() => Closed(SixYears).NextOpening(NewYear2026), Refused.With("never_opens"));

    [Test]
    public void Explain_WhenClosedForFiveYears_ShowsTheClosures()
    {
        var ledger = Closed(SixYears).Explain(NewYear2026, Moments.Utc("2032-01-07T00:00:00Z"));

        Assert.That(ledger.Select(s => s.Name?.En), Is.EqualTo(new[] { "A", "B", "C", "D", "E", "F", null }));
    }

    [Test]
    public void Deadline_WhenFirstOpeningIsFiveYearsAhead_IsRefused() =>
        Assert.That(() => Closed(UntilFiveYears).Deadline(NewYear2026, Duration.Epsilon), Refused.With("never_opens"));

    [Test]
    public void Deadline_WhenFirstOpeningIsJustWithinFiveYears_IsFound()
    {
        var due = Closed(UntilMinuteBeforeFiveYears).Deadline(NewYear2026, Duration.FromHours(1));

        Assert.That(due, Is.EqualTo(Moments.Utc("2031-01-02T00:59:00Z")));
    }

    [Test]
    public void Deadline_WhenOpenFirstAndThenClosedForFiveYears_IsFoundBeyond()
    {
        // The promise is about an opening ahead of the start, not about every pause later on.
        var due = Closed(SixYears).Deadline(Moments.Utc("2025-12-31T23:00:00Z"), Duration.FromHours(2));

        Assert.That(due, Is.EqualTo(Moments.Utc("2032-01-06T01:00:00Z")));
    }

    [Test]
    public void Deadline_WhenClosedByAYearlyClosureOfAllYear_IsRefused() =>
        Assert.That(
            () => Closed("Gone: 2026-01-01..2026-12-31 yearly").Deadline(NewYear2026, Duration.Epsilon), Refused.With("never_opens"));

    [TestCaseSource(nameof(Questions))]
    public void Question_WhenBefore1970_IsRefused(Func<WorkingClock, Instant, object> ask) =>
        Assert.That(
            () => ask(new(Schedules.Silver()), Moments.Utc("1970-01-01T00:00:00Z") - Duration.Epsilon),
            Refused.With("instant_out_of_range"));

    [TestCaseSource(nameof(Questions))]
    public void Question_WhenAfter2199_IsRefused(Func<WorkingClock, Instant, object> ask) =>
        Assert.That(
            () => ask(new(Schedules.Silver()), Moments.Utc("2200-01-01T00:00:00Z") + Duration.Epsilon),
            Refused.With("instant_out_of_range"));

    [TestCaseSource(nameof(Questions))]
    public void Question_WhenBeforeHolidaysAreKnown_IsRefused(Func<WorkingClock, Instant, object> ask) =>
        Assert.That(
            () => ask(new(Schedules.Bronze()), Moments.Rome("2001-01-01 00:00") - Duration.Epsilon), Refused.With("holidays_unknown"));

    [Test]
    public void Elapsed_FromTheFirstMomentThatHolidaysAreKnown_Counts()
    {
        // 1 January 2001 was a Monday, and a holiday.
        var worked = new WorkingClock(Schedules.Bronze()).Elapsed(Moments.Rome("2001-01-01 00:00"), Moments.Rome("2001-01-03 00:00"));

        Assert.That(worked, Is.EqualTo(Moments.Hours("8:00")));
    }

    [Test]
    public void Elapsed_OverTheLongestSpan_CountsEveryDayOfIt()
    {
        var worked = Closed("").Elapsed(SupportedTime.Earliest, SupportedTime.Earliest + SupportedTime.LongestSpan);

        Assert.That(worked, Is.EqualTo(Duration.FromDays(7_305)));
    }

    [Test]
    public void Questions_WhenAboutMoreThanTheLongestSpan_AreRefused()
    {
        var clock = Closed("");
        var tooLate = NewYear2026 + SupportedTime.LongestSpan + Duration.Epsilon;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => clock.Elapsed(NewYear2026, tooLate), Refused.With("span_too_long"));
            Assert.That(() => clock.Explain(NewYear2026, tooLate), Refused.With("span_too_long"));
            Assert.That(() => clock.Deadline(NewYear2026, tooLate - NewYear2026), Refused.With("deadline_out_of_range"));
        }
    }

    [Test]
    public void Deadline_WhenWindowsAreTooScatteredForTheAmount_IsRefusedRatherThanSearchedFor() =>
        Assert.That(
            () => new WorkingClock(Schedules.Build("Europe/Rome", "mon 08:00-08:01")).Deadline(NewYear2026, Moments.Hours("400:00")),
            Refused.With("deadline_out_of_range"));

    [Test]
    public void Elapsed_WhenEndIsOutOfRange_IsRefused() =>
        Assert.That(
            () => new WorkingClock(Schedules.Silver()).Elapsed(NewYear2026, SupportedTime.Latest + Duration.Epsilon),
            Refused.With("instant_out_of_range"));

    [TestCase("2026-01-01T00:00:00Z", 24 * 365 * 70, TestName = "70 years of hours at 60 a week are more than two centuries")]
    [TestCase("2199-12-20T00:00:00Z", 24 * 8, TestName = "More working time than what is left of 2199 is out of range")]
    [TestCase("2199-12-20T00:00:00Z", 24 * 366, TestName = "More time than what is left of 2199 is out of range")]
    public void Deadline_WhenAfter2199_IsRefused(string start, int hours) =>
        Assert.That(
            () => new WorkingClock(Schedules.Silver()).Deadline(Moments.Utc(start), Duration.FromHours(hours)),
            Refused.With("deadline_out_of_range"));

    [Test]
    public void Deadline_WhenExactlyAtTheEndOfSupportedTime_IsFound()
    {
        var due = Closed("").Deadline(SupportedTime.Latest - Duration.FromHours(5), Duration.FromHours(5));

        Assert.That(due, Is.EqualTo(SupportedTime.Latest));
    }

    [Test]
    public void Questions_WhenClosedForFiveYearsAndAClockHasSeenTheOpeningAfter_AreStillRefused()
    {
        var clock = Closed(SixYears);
        clock.Explain(NewYear2026, NewYear2026 + Duration.FromDays(10 * 365));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => clock.Deadline(NewYear2026, Duration.Epsilon), Refused.With("never_opens"));
            Assert.That(() => clock.NextOpening(NewYear2026), Refused.With("never_opens"));
            Assert.That(() => clock.Elapsed(NewYear2026, NewYear2026), Refused.With("never_opens"));
        }
    }

    [TestCaseSource(nameof(Questions))]
    public void Question_WhenFarOutOfRangeOfAClockInUse_IsRefused(Func<WorkingClock, Instant, object> ask) =>
        Assert.That(() => ask(InUse(), Moments.Utc("2300-01-01T00:00:00Z")), Refused.With("instant_out_of_range"));

    [TestCase(365 * 290, TestName = "An amount that fits 64 bits, but not on top of what was counted, is out of range")]
    [TestCase(365 * 300, TestName = "An amount of more than 64 bits of nanoseconds is out of range")]
    public void Deadline_WhenAmountIsBeyondAllBoundsOfAClockInUse_IsRefused(int days) =>
        Assert.That(() => InUse().Deadline(NewYear2026, Duration.FromDays(days)), Refused.With("deadline_out_of_range"));

    [Test]
    public void Deadline_WhenNextOpeningIsAfter2199_IsRefusedAsOutOfRange() =>
        Assert.That(
            () => new WorkingClock(Schedules.Silver()).Deadline(Moments.Utc("2199-12-31T22:00:00Z"), Moments.Hours("0:01")),
            Refused.With("deadline_out_of_range"));

    [Test]
    public void Explain_OfTheLastHourOfSupportedTimeInRome_KnowsItsHoliday()
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", "mon-sun 00:00-24:00", HolidayCalendar.Italy));

        var ledger = clock.Explain(SupportedTime.Latest - Duration.FromHours(2), SupportedTime.Latest);

        string[] expected = ["Tue 23:00 counted", "Wed 00:00 holiday New Year's Day", "Wed 01:00 end"];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Create_WithoutAnyWindow_IsRefused() =>
        Assert.That(() => CoverageSchedule.Create(Schedules.Rome, []), Refused.With("never_opens"));

    private static TestCaseData Question(string name, Func<WorkingClock, Instant, object> ask) =>
        new TestCaseData(ask).SetArgDisplayNames(name);

    /// <summary>A clock that has answered before, and so has compiled some years.</summary>
    private static WorkingClock InUse()
    {
        var clock = new WorkingClock(Schedules.Silver());
        clock.Elapsed(NewYear2026, NewYear2026 + Duration.FromDays(3653));
        return clock;
    }

    private static WorkingClock Closed(string closures) =>
        new(Schedules.Build("Etc/UTC", "mon-sun 00:00-24:00", closures: Closures.Read(closures)));
}
