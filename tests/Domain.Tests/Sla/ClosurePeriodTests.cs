using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

public sealed class ClosurePeriodTests
{
    [TestCase("Works: 2026-01-13..2026-01-12", "closure_ends_before_start", TestName = "A closure cannot end the day before it starts")]
    [TestCase("Works: 2026-01-13 09:00-09:00", "closure_without_length", TestName = "A closure cannot end where it begins")]
    [TestCase("Works: 2026-01-13 18:00-09:00", "closure_without_length", TestName = "A closed part of a day cannot cross midnight")]
    [TestCase("Works: 2026-01-13 24:00-24:00", "closure_without_length", TestName = "A closure cannot be at 24:00 alone")]
    [TestCase("Works: 2026-01-13..2026-01-14 18:00-09:00", "closure_without_length",
        TestName = "The part is of each day, not from one day to the next")]
    [TestCase("Works: 2026-01-01..2027-01-02", "closure_too_long", TestName = "A closure cannot last 367 days")]
    [TestCase("Works: 2025-01-01..2026-01-01 yearly", "closure_too_long", TestName = "A yearly closure cannot meet itself a year later")]
    [TestCase("Works: 2024-02-29..2025-02-28 yearly", "closure_too_long",
        TestName = "A yearly closure from 29 February ends before the 28th")]
    public void Create_WhenThereCanBeNoSuchClosure_IsRefused(string closure, string code) =>
        Assert.That(() => Closures.Read(closure), Refused.With(code));

    [TestCase("Works: 2026-01-13", TestName = "A closure may last one day")]
    [TestCase("Works: 2026-01-13 00:00-00:01", TestName = "A closure may last a minute")]
    [TestCase("Works: 2026-01-13 23:59-24:00", TestName = "A closure may be the last minute of a day")]
    [TestCase("Works: 2026-01-01..2027-01-01", TestName = "A closure may last 366 days")]
    [TestCase("Works: 2025-01-01..2025-12-31 yearly", TestName = "A yearly closure may last all the year")]
    [TestCase("Works: 2024-01-01..2024-12-31 yearly", TestName = "A yearly closure may last all of a leap year")]
    [TestCase("Works: 2024-02-29..2025-02-27 yearly", TestName = "A yearly closure may last a year from 29 February")]
    public void Create_WhenThereCanBeSuchAClosure_IsAccepted(string closure) =>
        Assert.That(() => Closures.Read(closure), Throws.Nothing);

    [TestCase("Works: 2026-01-13", true, TestName = "A closure without times is of whole days")]
    [TestCase("Works: 2026-01-13..2026-01-15", true, TestName = "Several days without times are whole days")]
    [TestCase("Works: 2026-01-13 00:00-23:59", false, TestName = "A day but for its last minute is not whole")]
    [TestCase("Works: 2026-01-13 00:01-24:00", false, TestName = "A day but for its first minute is not whole")]
    public void WholeDays_IsFromMidnightToMidnight(string closure, bool wholeDays) =>
        Assert.That(Closures.Read(closure).Single().WholeDays, Is.EqualTo(wholeDays));

    [Test]
    public void WholeDay_IsThatDayFromMidnightToMidnight()
    {
        var name = new LocalizedText("San Marco", "Saint Mark");
        var day = new LocalDate(2026, 4, 25);

        var closure = ClosurePeriod.WholeDay(name, day, everyYear: true);

        Assert.That(closure, Is.EqualTo(ClosurePeriod.Create(name, day, day, WallTime.StartOfDay, WallTime.EndOfDay, everyYear: true)));
    }
}
