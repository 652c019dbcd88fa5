using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

// 12 January 2026 is a Monday.
public sealed class WorkingClockLedgerTests
{
    private readonly WorkingClock _office = new(Schedules.Build("Europe/Rome", "mon-fri 09:00-13:00 14:00-18:00"));

    [Test]
    public void Explain_OverADay_ShowsEachWindowAndWhatLiesBetween()
    {
        var ledger = _office.Explain(Moments.Rome("2026-01-12 00:00"), Moments.Rome("2026-01-13 00:00"));

        string[] expected =
        [
            "Mon 00:00 closed", "Mon 09:00 counted", "Mon 13:00 closed", "Mon 14:00 counted", "Mon 18:00 closed", "Tue 00:00 end",
        ];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void Explain_OverAWeekend_ShowsOneClosedSegment()
    {
        var ledger = _office.Explain(Moments.Rome("2026-01-16 17:00"), Moments.Rome("2026-01-19 10:00"));

        string[] expected = ["Fri 17:00 counted", "Fri 18:00 closed", "Mon 09:00 counted", "Mon 10:00 end"];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [TestCase("2026-01-12 10:00", "2026-01-12 11:00", "Mon 10:00 counted", "Mon 11:00 end",
        TestName = "Within a window there is one segment, cut to fit")]
    [TestCase("2026-01-12 09:00", "2026-01-12 13:00", "Mon 09:00 counted", "Mon 13:00 end", TestName = "A whole window is one segment")]
    [TestCase("2026-01-12 13:00", "2026-01-12 14:00", "Mon 13:00 closed", "Mon 14:00 end", TestName = "A whole break is one segment")]
    [TestCase("2026-01-17 10:00", "2026-01-17 11:00", "Sat 10:00 closed", "Sat 11:00 end",
        TestName = "Within closed time there is one segment, cut to fit")]
    public void Explain_WithinOneSegment_ShowsThatOne(string from, string to, params string[] expected)
    {
        var ledger = _office.Explain(Moments.Rome(from), Moments.Rome(to));

        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [TestCase("2026-01-12 10:00", TestName = "Between an instant and itself lies nothing, in coverage")]
    [TestCase("2026-01-12 13:00", TestName = "Between an instant and itself lies nothing, at closing")]
    [TestCase("2026-01-17 10:00", TestName = "Between an instant and itself lies nothing, outside coverage")]
    public void Explain_WhenBothEndsAreTheSame_IsEmpty(string at) =>
        Assert.That(_office.Explain(Moments.Rome(at), Moments.Rome(at)), Is.Empty);

    [Test]
    public void Explain_WhenDueAtClosing_EndsWithTheWindow()
    {
        var start = Moments.Rome("2026-01-12 12:00");

        var ledger = _office.Explain(start, _office.Deadline(start, Moments.Hours("5:00")));

        string[] expected = ["Mon 12:00 counted", "Mon 13:00 closed", "Mon 14:00 counted", "Mon 18:00 end"];
        Assert.That(ledger.InWords("Europe/Rome"), Is.EqualTo(expected));
    }

    [Test]
    public void WorkingTime_OfEachSegment_IsAllOfItOrNone()
    {
        var ledger = _office.Explain(Moments.Rome("2026-01-12 12:30"), Moments.Rome("2026-01-12 14:15"));

        var worked = ledger.Select(segment => segment.WorkingTime);

        Assert.That(worked, Is.EqualTo(new[] { Moments.Hours("0:30"), Duration.Zero, Moments.Hours("0:15") }));
    }

    [Test]
    public void Explain_WhenEndComesFirst_IsRefused() =>
        Assert.That(
            () => _office.Explain(Moments.Rome("2026-01-12 10:00"), Moments.Rome("2026-01-12 09:59")), Refused.With("ends_before_start"));

    [Test]
    public void Explain_WhenLedgerIsAsLongAsAllowed_IsShown()
    {
        var ledger = _office.Explain(Moments.Rome("2026-01-12 00:00"), Moments.Rome("2026-01-13 00:00"), limit: 5);

        Assert.That(ledger, Has.Count.EqualTo(5));
    }

    [Test]
    public void Explain_WhenLedgerIsLongerThanAllowed_IsRefused() =>
        Assert.That(
            () => _office.Explain(Moments.Rome("2026-01-12 00:00"), Moments.Rome("2026-01-13 00:00"), limit: 4),
            Refused.With("ledger_too_long"));
}
