using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

// 12 January 2026 is a Monday.
public sealed class CoverageTimelineTests
{
    private static readonly Instant From = Moments.Rome("2026-01-12 10:00");
    private static readonly Instant Until = Moments.Rome("2026-01-13 10:00");

    private readonly CoverageTimeline _timeline =
        CoverageTimeline.Compile(Schedules.Build("Europe/Rome", "mon-fri 09:00-18:00"), From, Until);

    [Test]
    public void Span_IsTheOneAskedFor() =>
        Assert.That((_timeline.From, _timeline.Until), Is.EqualTo((From, Until)));

    [Test]
    public void Spans_IncludesBothEnds()
    {
        Instant[] asked = [From - Duration.Epsilon, From, Until, Until + Duration.Epsilon];

        Assert.That(asked.Where(_timeline.Spans), Is.EqualTo(asked[1..3]));
    }

    [TestCase("9:00", "2026-01-13 10:00", TestName = "All the working time of the span is due as it ends")]
    [TestCase("8:00", "2026-01-12 18:00", TestName = "A span that begins within a window counts what is left of it")]
    public void TryFindDeadline_WhenSpanHoldsTheAmount_FindsIt(string amount, string due)
    {
        var isFound = _timeline.TryFindDeadline(From, Moments.Hours(amount), out var found);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isFound, Is.True);
            Assert.That(found, Is.EqualTo(Moments.Rome(due)));
        }
    }

    [Test]
    public void TryFindDeadline_WhenSpanHoldsLess_DoesNotFindIt() =>
        Assert.That(_timeline.TryFindDeadline(From, Moments.Hours("9:00") + Duration.Epsilon, out _), Is.False);

    [Test]
    public void FindOpening_AtTheEndOfTheSpan_IsNone() =>
        Assert.That(_timeline.FindOpening(Until), Is.Null);

    // St. John's went back from 00:01 to 23:01 of the day before, in 2010 on Sunday 7 November.
    [TestCase("Europe/Rome", "mon 22:00-06:00", "2026-01-13 03:00", "3:00",
        TestName = "A span knows the night shift within which it begins")]
    [TestCase("Pacific/Apia", "fri 22:00-06:00", "2011-12-31 03:00", "3:00", TestName = "A span knows the night shift of a skipped day")]
    [TestCase("America/St_Johns", "fri 23:30-23:15", "2010-11-07 00:00 -02:30", "0:15",
        TestName = "A span knows a shift of two days before where midnight comes twice")]
    public void Compile_WhenAWindowBeganBeforeTheSpan_CountsWhatIsLeftOfIt(string zone, string weekly, string from, string worked)
    {
        var start = Moments.At(zone, from);
        var end = start + Moments.Hours("12:00");

        var timeline = CoverageTimeline.Compile(Schedules.Build(zone, weekly), start, end);

        Assert.That(timeline.WorkedBetween(start, end), Is.EqualTo(Moments.Hours(worked)));
    }

    [Test]
    public void Compile_WhenAWindowOfTomorrowBeganInTheFirstPass_CountsIt()
    {
        var start = Moments.At("America/St_Johns", "2010-11-06 23:01 -03:30");
        var end = start + Moments.Hours("0:30");

        var timeline = CoverageTimeline.Compile(Schedules.Build("America/St_Johns", "sun 00:00-09:00"), start, end);

        Assert.That(timeline.WorkedBetween(start, end), Is.EqualTo(Moments.Hours("0:30")));
    }

    [Test]
    public void Compile_WhenSpanIsEmpty_Throws() =>
        Assert.That(
            () => CoverageTimeline.Compile(Schedules.Silver(), From, From), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Compile_WhenSpanBeginsTooEarly_Throws() =>
        Assert.That(
            () => CoverageTimeline.Compile(Schedules.Silver(), SupportedTime.Earliest - Duration.Epsilon, Until),
            Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Compile_WhenSpanEndsTooLate_Throws() =>
        Assert.That(
            () => CoverageTimeline.Compile(Schedules.Silver(), From, SupportedTime.Latest + Duration.Epsilon),
            Throws.InstanceOf<ArgumentOutOfRangeException>());
}
