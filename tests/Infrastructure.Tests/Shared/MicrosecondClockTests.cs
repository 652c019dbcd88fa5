using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class MicrosecondClockTests
{
    [TestCase("2026-11-20T18:30:00Z", "2026-11-20T18:30:00Z")]
    [TestCase("2026-11-20T18:30:00.123456Z", "2026-11-20T18:30:00.123456Z")]
    [TestCase("2026-11-20T18:30:00.1234569Z", "2026-11-20T18:30:00.123456Z")]
    [TestCase("2026-11-20T18:30:00.999999999Z", "2026-11-20T18:30:00.999999Z")]
    public void GetCurrentInstant_FinerThanAMicrosecond_IsCut(string inner, string expected)
    {
        var clock = new MicrosecondClock(new FakeClock(Moments.Utc(inner)));

        var now = clock.GetCurrentInstant();

        Assert.That(now, Is.EqualTo(Moments.Utc(expected)));
    }

    [Test]
    public void GetCurrentInstant_Stored_ReadsBackTheSame()
    {
        var now = new MicrosecondClock(new FakeClock(Moments.Utc("2026-11-20T18:30:00.1234569Z"))).GetCurrentInstant();

        var stored = DbText.ToInstant(DbText.From(now));

        Assert.That(stored, Is.EqualTo(now));
    }
}
