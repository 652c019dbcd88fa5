using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

// 12 January 2026 is a Monday.
public sealed class WorkingClockDeadlineTests
{
    private readonly WorkingClock _office = new(Schedules.Build("Europe/Rome", "mon-fri 09:00-18:00"));

    [TestCase("2026-01-12 10:15", "2:30", "2026-01-12 12:45", TestName = "A short amount is due on the same day")]
    [TestCase("2026-01-12 16:00", "4:00", "2026-01-13 11:00", TestName = "What is left at closing time is counted next morning")]
    [TestCase("2026-01-16 16:00", "4:00", "2026-01-19 11:00", TestName = "The weekend does not count")]
    [TestCase("2026-01-12 09:00", "45:00", "2026-01-16 18:00", TestName = "A full week is due when it closes on Friday")]
    [TestCase("2026-01-14 12:00", "45:00", "2026-01-21 12:00", TestName = "A week's hours take a week from any open moment")]
    [TestCase("2026-01-12 16:00", "2:00", "2026-01-12 18:00", TestName = "Used up exactly at closing time is due then")]
    [TestCase("2026-01-12 16:00", "2:01", "2026-01-13 09:01", TestName = "A minute more than the day holds is due next morning")]
    [TestCase("2026-01-12 09:00", "9:00", "2026-01-12 18:00", TestName = "A whole day from opening is due at closing")]
    [TestCase("2026-01-12 16:00", "11:00", "2026-01-13 18:00", TestName = "Used up exactly at the second closing time is due then")]
    [TestCase("2026-01-12 09:00", "0:01", "2026-01-12 09:01", TestName = "A start exactly at opening counts at once")]
    [TestCase("2026-01-12 08:59", "0:01", "2026-01-12 09:01", TestName = "A start a minute before opening waits for it")]
    [TestCase("2026-01-12 17:59", "0:01", "2026-01-12 18:00", TestName = "A start in the last minute uses that minute")]
    [TestCase("2026-01-12 18:00", "0:01", "2026-01-13 09:01", TestName = "A start exactly at closing counts from the next opening")]
    [TestCase("2026-01-12 03:00", "1:00", "2026-01-12 10:00", TestName = "A start before opening counts from opening")]
    [TestCase("2026-01-12 22:00", "1:00", "2026-01-13 10:00", TestName = "A start in the evening counts from next morning")]
    [TestCase("2026-01-16 18:00", "9:00", "2026-01-19 18:00", TestName = "A start at closing on Friday counts from Monday")]
    [TestCase("2026-01-17 12:00", "1:00", "2026-01-19 10:00", TestName = "A start on Saturday counts from Monday")]
    public void Deadline_CountsOnlyCoveredTime(string start, string amount, string due)
    {
        var found = _office.Deadline(Moments.Rome(start), Moments.Hours(amount));

        Assert.That(found, Is.EqualTo(Moments.Rome(due)));
    }

    [TestCase("2026-01-12 10:00", TestName = "Nothing to work is due at the start, in coverage")]
    [TestCase("2026-01-12 09:00", TestName = "Nothing to work is due at the start, at opening")]
    [TestCase("2026-01-12 18:00", TestName = "Nothing to work is due at the start, at closing")]
    [TestCase("2026-01-17 12:00", TestName = "Nothing to work is due at the start, outside coverage")]
    public void Deadline_WhenAmountIsZero_IsTheStart(string start)
    {
        var found = _office.Deadline(Moments.Rome(start), Duration.Zero);

        Assert.That(found, Is.EqualTo(Moments.Rome(start)));
    }

    [Test]
    public void Deadline_WhenOneNanosecondMoreThanTheDayHolds_IsThatMuchAfterTheOpening()
    {
        var found = _office.Deadline(Moments.Rome("2026-01-12 17:00"), Moments.Hours("1:00") + Duration.Epsilon);

        Assert.That(found, Is.EqualTo(Moments.Rome("2026-01-13 09:00") + Duration.Epsilon));
    }

    [Test]
    public void Deadline_WhenAmountSpansYears_CountsEveryWeekOfThem()
    {
        // 45 hours a week, and 520 weeks from Monday to Friday.
        var found = _office.Deadline(Moments.Rome("2026-01-12 09:00"), Duration.FromHours(45 * 520));

        Assert.That(found, Is.EqualTo(Moments.Rome("2035-12-28 18:00")));
    }

    [TestCase("2026-01-12 10:00", TestName = "A negative amount is refused in coverage")]
    [TestCase("2026-01-17 12:00", TestName = "A negative amount is refused outside coverage")]
    public void Deadline_WhenAmountIsNegative_IsRefused(string start) =>
        Assert.That(() => _office.Deadline(Moments.Rome(start), -Duration.Epsilon), Refused.With("negative_working_time"));
}
