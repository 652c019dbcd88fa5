using MisterAssist.Domain.Figures;
using MisterAssist.Domain.Technicians;
using NodaTime;

namespace MisterAssist.Domain.Tests.Figures;

public sealed class FeedbackFiguresTests
{
    private static readonly TechnicianId Ada = TechnicianId.New(Instant.FromUtc(2026, 1, 1, 0, 0));
    private static readonly TechnicianId Bruno = TechnicianId.New(Instant.FromUtc(2026, 1, 2, 0, 0));

    [TestCase("5", 50)]
    [TestCase("4 5", 45)]
    [TestCase("4 4 5", 43, TestName = "A third is cut")]
    [TestCase("4 5 5", 47, TestName = "Two thirds are rounded up")]
    [TestCase("1 1 1 2", 13, TestName = "A half is rounded up")]
    [TestCase("5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 1", 48, TestName = "One who is not content among twenty who are")]
    public void Average_IsInTenths(string scores, int tenths)
    {
        var figures = FeedbackFigures.Of(scores.Split(' ').Select(score => new DoneIntervention([Ada], int.Parse(score)))).Single();

        Assert.That(figures.AverageTenths, Is.EqualTo(tenths));
    }

    [Test]
    public void Of_CountsWhatSeveralDidForEachAndWhatNobodyDidForNone()
    {
        var figures = FeedbackFigures.Of([new([Bruno, Ada], 5), new([Bruno], 2), new([Bruno], null), new([], 1)]);

        Assert.That(figures.Select(InWords), Is.EqualTo((string[])[$"{Ada} 1 1 50 0 0 0 0 1", $"{Bruno} 3 2 35 0 1 0 0 1"]));
    }

    [Test]
    public void Average_OfNoFeedback_IsNone() =>
        Assert.That(InWords(FeedbackFigures.Of([new([Ada], null)]).Single()), Is.EqualTo($"{Ada} 1 0  0 0 0 0 0"));

    private static string InWords(FeedbackFigures of) =>
        $"{of.Technician} {of.Interventions} {of.Feedbacks} {of.AverageTenths} {string.Join(' ', of.Scores)}";
}
