using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

public sealed class WorkingClockReferenceTests
{
    private static IEnumerable<TestCaseData> Deadlines =>
        ReferenceCases.WorkingTime.Where(c => c.IsDeadline).Select(c => new TestCaseData(c).SetArgDisplayNames(c.Id));

    private static IEnumerable<TestCaseData> ElapsedTimes =>
        ReferenceCases.WorkingTime.Where(c => !c.IsDeadline).Select(c => new TestCaseData(c).SetArgDisplayNames(c.Id));

    [TestCaseSource(nameof(Deadlines))]
    public void Deadline_MatchesTheReference(ReferenceCase reference)
    {
        var clock = new WorkingClock(Schedules.FromJson(reference.Schedule));

        var due = clock.Deadline(Moments.Utc(reference.StartAt!), Duration.FromSeconds(reference.WorkingSeconds));

        Assert.That(due, Is.EqualTo(Moments.Utc(reference.DueAt!)));
    }

    [TestCaseSource(nameof(ElapsedTimes))]
    public void Elapsed_MatchesTheReference(ReferenceCase reference)
    {
        var clock = new WorkingClock(Schedules.FromJson(reference.Schedule));

        var worked = clock.Elapsed(Moments.Utc(reference.From!), Moments.Utc(reference.To!));

        Assert.That(worked, Is.EqualTo(Duration.FromSeconds(reference.WorkingSeconds)));
    }
}
