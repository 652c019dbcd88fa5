using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

public sealed class WorkingClockYearlyClosuresTests
{
    private const string Patron = "Patron: 2020-11-13 yearly";
    private const string LeapDay = "Leap: 2020-02-29 yearly";
    private const string NewYear = "Winter: 2020-12-27..2021-01-05 yearly";

    [TestCase(Patron, "2019-11-13", false, TestName = "A yearly closure does not hold before its first year")]
    [TestCase(Patron, "2020-11-13", true, TestName = "A yearly closure holds in its first year")]
    [TestCase(Patron, "2021-11-13", true, TestName = "A yearly closure comes back the year after")]
    [TestCase(Patron, "2099-11-13", true, TestName = "A yearly closure comes back for ever")]
    [TestCase(Patron, "2021-11-12", false, TestName = "The day before a yearly closure is open")]
    [TestCase(Patron, "2021-11-14", false, TestName = "The day after a yearly closure is open")]
    [TestCase("Once: 2020-11-13", "2021-11-13", false, TestName = "A closure that is not yearly does not come back")]
    [TestCase(LeapDay, "2020-02-29", true, TestName = "29 February is closed in its own year")]
    [TestCase(LeapDay, "2024-02-29", true, TestName = "29 February is closed in the next leap year")]
    [TestCase(LeapDay, "2021-02-28", false, TestName = "29 February does not become the 28th in other years")]
    [TestCase(LeapDay, "2021-03-01", false, TestName = "29 February does not become 1 March in other years")]
    [TestCase(LeapDay, "2100-02-28", false, TestName = "The year 2100 has no 29 February to close")]
    [TestCase("Thaw: 2020-02-29..2020-03-02 yearly", "2021-02-28", false,
        TestName = "A range from 29 February begins on 1 March in other years")]
    [TestCase("Thaw: 2020-02-29..2020-03-02 yearly", "2021-03-01", true,
        TestName = "A range from 29 February keeps its other days in other years")]
    [TestCase("Frost: 2020-02-27..2020-02-29 yearly", "2021-02-28", true,
        TestName = "A range until 29 February ends on the 28th in other years")]
    [TestCase("Frost: 2020-02-27..2020-02-29 yearly", "2021-03-01", false,
        TestName = "A range until 29 February leaves 1 March open in other years")]
    [TestCase("Frost: 2021-02-27..2021-03-01 yearly", "2024-02-29", true,
        TestName = "A range over the end of February includes the 29th where there is one")]
    [TestCase(NewYear, "2019-12-28", false, TestName = "A range across new year does not hold before its first winter")]
    [TestCase(NewYear, "2020-01-03", false, TestName = "A range across new year does not hold in the January before it begins")]
    [TestCase(NewYear, "2020-12-27", true, TestName = "A range across new year holds from its first day")]
    [TestCase(NewYear, "2021-01-05", true, TestName = "A range across new year holds until its last day")]
    [TestCase(NewYear, "2021-01-06", false, TestName = "A range across new year ends with its last day")]
    [TestCase(NewYear, "2021-12-26", false, TestName = "A range across new year leaves the autumn open")]
    [TestCase(NewYear, "2023-12-31", true, TestName = "A range across new year comes back in later Decembers")]
    [TestCase(NewYear, "2024-01-01", true, TestName = "A range across new year comes back in later Januaries")]
    [TestCase("Gone: 2020-03-10..2021-03-09 yearly", "2023-07-01", true, TestName = "A whole year may be closed every year")]
    public void Explain_OnADay_IsAClosureIfAYearlyOneFallsOnIt(string closures, string day, bool closed)
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", "mon-sun 00:00-24:00", closures: Closures.Read(closures)));
        var midnight = Moments.Rome($"{day} 00:00");

        var ledger = clock.Explain(midnight, midnight + Duration.FromDays(1));

        Assert.That(ledger.Single().Kind, Is.EqualTo(closed ? SegmentKind.Closure : SegmentKind.Counted));
    }

    [Test]
    public void Explain_WhenPartOfADayIsClosedEveryYear_ShowsThatPart()
    {
        var clock = new WorkingClock(Schedules.Build(
            "Europe/Rome", "mon-sun 09:00-18:00", closures: Closures.Read("Eve: 2020-12-24 14:00-24:00 yearly")));

        var ledger = clock.Explain(Moments.Rome("2027-12-24 09:00"), Moments.Rome("2027-12-25 10:00"));

        string[] expected = ["Fri 09:00 counted", "Fri 14:00 closure Eve", "Fri 18:00 closed", "Sat 09:00 counted", "Sat 10:00 end"];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Deadline_WhenAugustIsClosedEveryYear_StepsOverEachOne()
    {
        // Ten hours a day but for August: 334 days in each of 2025, 2026 and 2027.
        var clock = new WorkingClock(Schedules.Build(
            "Europe/Rome", "mon-sun 08:00-18:00", closures: Closures.Read("Summer: 2020-08-01..2020-08-31 yearly")));

        var due = clock.Deadline(Moments.Rome("2025-01-01 08:00"), Duration.FromHours(10 * 334 * 3));

        Assert.That(due, Is.EqualTo(Moments.Rome("2027-12-31 18:00")));
    }
}
