using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Domain.Tests.Sla;

// 12 January 2026 is a Monday.
public sealed class WorkingClockNextOpeningTests
{
    [TestCase("2026-01-12 10:00", "2026-01-12 10:00", TestName = "In coverage it is that very instant")]
    [TestCase("2026-01-12 09:00", "2026-01-12 09:00", TestName = "At opening it is that very instant")]
    [TestCase("2026-01-12 08:00", "2026-01-12 09:00", TestName = "Before opening it is the opening")]
    [TestCase("2026-01-12 18:00", "2026-01-14 09:00", TestName = "At closing it is the opening after the closed day")]
    [TestCase("2026-01-16 18:00", "2026-01-19 09:00", TestName = "On Friday evening it is Monday's opening")]
    [TestCase("2026-01-30 18:00", "2026-05-04 09:00", TestName = "Before three closed months it is the opening after them")]
    public void NextOpening_IsWhereWorkingTimeNextPasses(string at, string opening)
    {
        var clock = new WorkingClock(Schedules.Build(
            "Europe/Rome", "mon-fri 09:00-18:00", closures: Closures.Read("Stock: 2026-01-13; Works: 2026-02-01..2026-05-01")));

        var next = clock.NextOpening(Moments.Rome(at));

        Assert.That(next, Is.EqualTo(Moments.Rome(opening)));
    }
}
