using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

// 12 January 2026 is a Monday.
public sealed class WorkingClockElapsedTests
{
    private readonly WorkingClock _office = new(Schedules.Build("Europe/Rome", "mon-fri 09:00-18:00"));

    [TestCase("2026-01-12 10:00", "2026-01-12 12:30", "2:30", TestName = "All of a stretch in coverage counts")]
    [TestCase("2026-01-12 16:00", "2026-01-13 11:00", "4:00", TestName = "The night does not count")]
    [TestCase("2026-01-16 16:00", "2026-01-19 11:00", "4:00", TestName = "Saturday and Sunday do not count")]
    [TestCase("2026-01-12 00:00", "2026-01-19 00:00", "45:00", TestName = "A week holds five days of nine hours")]
    [TestCase("2026-01-12 08:00", "2026-01-12 20:00", "9:00", TestName = "Time before opening and after closing does not count")]
    [TestCase("2026-01-12 18:00", "2026-01-13 09:00", "0:00", TestName = "Nothing passes from closing to opening")]
    [TestCase("2026-01-12 18:00", "2026-01-13 09:01", "0:01", TestName = "The first minute after opening counts")]
    [TestCase("2026-01-12 17:59", "2026-01-13 09:00", "0:01", TestName = "The last minute before closing counts")]
    [TestCase("2026-01-17 08:00", "2026-01-18 20:00", "0:00", TestName = "Nothing passes within a weekend")]
    [TestCase("2026-01-12 10:00", "2026-01-12 10:00", "0:00", TestName = "Nothing passes between an instant and itself, in coverage")]
    [TestCase("2026-01-17 10:00", "2026-01-17 10:00", "0:00", TestName = "Nothing passes between an instant and itself, outside coverage")]
    public void Elapsed_CountsOnlyCoveredTime(string from, string to, string worked)
    {
        var elapsed = _office.Elapsed(Moments.Rome(from), Moments.Rome(to));

        Assert.That(elapsed, Is.EqualTo(Moments.Hours(worked)));
    }

    [Test]
    public void Elapsed_WhenEndsAreNotWholeMinutes_IsExact()
    {
        var from = Moments.Rome("2026-01-12 18:00") - Duration.FromNanoseconds(3);
        var to = Moments.Rome("2026-01-13 09:00") + Duration.FromNanoseconds(4);

        var elapsed = _office.Elapsed(from, to);

        Assert.That(elapsed, Is.EqualTo(Duration.FromNanoseconds(7)));
    }

    [TestCase("2026-01-12 10:00", TestName = "An end before the start is refused in coverage")]
    [TestCase("2026-01-17 12:00", TestName = "An end before the start is refused outside coverage")]
    public void Elapsed_WhenEndComesFirst_IsRefused(string from) =>
        Assert.That(
            () => _office.Elapsed(Moments.Rome(from), Moments.Rome(from) - Duration.Epsilon), Refused.With("ends_before_start"));
}
