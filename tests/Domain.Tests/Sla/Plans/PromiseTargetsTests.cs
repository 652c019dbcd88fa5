using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla.Plans;

public sealed class PromiseTargetsTests
{
    private static readonly Duration Hour = Duration.FromHours(1);

    private static readonly Duration[] Refused =
    [
        Duration.Zero, -Hour, Duration.FromMilliseconds(999), Hour + Duration.Epsilon, PromiseTargets.Longest + Duration.FromSeconds(1),
    ];

    private static readonly Duration[] Good = [Duration.FromSeconds(1), Hour, Duration.FromDays(2), PromiseTargets.Longest];

    [TestCaseSource(nameof(Refused))]
    public void Create_TargetOutOfRange_IsRefusedWhicheverItIs(Duration target)
    {
        Func<PromiseTargets>[] attempts =
        [
            () => PromiseTargets.Create(target, Hour, Hour),
            () => PromiseTargets.Create(Hour, target, Hour),
            () => PromiseTargets.Create(Hour, Hour, target),
        ];

        var refusals = attempts.Select(attempt => Assert.Throws<BusinessException>(() => attempt())!).ToList();

        Assert.That(refusals.Select(r => r.Code), Has.All.EqualTo("target_out_of_range"));
        Assert.That(refusals.Select(r => r.Field), Is.EqualTo(new[] { "targets.response", "targets.confirmation", "targets.presence" }));
    }

    [TestCaseSource(nameof(Good))]
    public void Create_TargetInRange_IsKept(Duration target)
    {
        var targets = PromiseTargets.Create(target, target, target);

        Assert.That(Enum.GetValues<PromiseKind>().Select(targets.Of), Has.All.EqualTo(target));
    }

    [TestCase(4, 4, Urgency.Normal, "Response 4, Confirmation 8")]
    [TestCase(4, 4, Urgency.Urgent, "Response 4, Presence 4")]
    [TestCase(null, 4, Urgency.Normal, "Confirmation 8")]
    [TestCase(null, 4, Urgency.Urgent, "Presence 4")]
    [TestCase(8, null, Urgency.Normal, "Response 8, Confirmation 8")]
    [TestCase(8, null, Urgency.Urgent, "Response 8, Confirmation 8")]
    [TestCase(null, null, Urgency.Urgent, "Confirmation 8")]
    public void For_Urgency_IsWhatThePlanOwes(int? response, int? presence, Urgency urgency, string expected)
    {
        var targets = PlanSamples.Targets(response, confirmation: 8, presence);

        var owed = targets.For(urgency).Select(target => $"{target.Kind} {target.WorkingTime.TotalHours}");

        Assert.That(string.Join(", ", owed), Is.EqualTo(expected));
    }

    [TestCase(4, Urgency.Urgent, Urgency.Urgent)]
    [TestCase(4, Urgency.Normal, Urgency.Normal)]
    [TestCase(null, Urgency.Urgent, Urgency.Normal)]
    public void HandledAs_WithoutATargetForPresence_KnowsNoUrgentReports(int? presence, Urgency reported, Urgency expected)
    {
        var targets = PlanSamples.Targets(presence: presence);

        Assert.That(targets.HandledAs(reported), Is.EqualTo(expected));
    }

    [Test]
    public void Of_KindThatThePlanDoesNotPromise_IsNull()
    {
        var targets = PlanSamples.Targets(response: null, confirmation: 8, presence: null);

        var allowed = Enum.GetValues<PromiseKind>().Select(targets.Of);

        Assert.That(allowed, Is.EqualTo(new Duration?[] { null, Duration.FromHours(8), null }));
    }

    [Test]
    public void Of_KindThatDoesNotExist_IsAProgrammersMistake()
    {
        Assert.That(() => PlanSamples.Targets().Of((PromiseKind)99), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
