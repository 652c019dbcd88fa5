using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;
using static MisterAssist.TestKit.Sla.PlanSamples;

namespace MisterAssist.Infrastructure.Tests.Sla.Plans;

/// <summary>In which order, and how much at once, <see cref="IPlanReader"/> lists.</summary>
public abstract class PlanListContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Instant Later = Moments.Utc("2026-06-01T00:00:00Z");

    [Test]
    public async Task Exists_PlanWhoseVersionsDoNotHoldYet_IsTrueAndOthersAreNot()
    {
        await AddAsync(Plan("silver", versions: [Version("silver", 1, Later)]));

        var known = await ReadAsync(plans => plans.ExistsAsync(new("silver"), None));
        var unknown = await ReadAsync(plans => plans.ExistsAsync(new("silve"), None));

        Assert.That((known, unknown), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task All_PlansAddedInAnyOrder_ComeByRank()
    {
        await AddAllAsync(("gold", 3), ("bronze", 1), ("standard", 4), ("silver", 2));

        var plans = await ReadAsync(p => p.AllAsync(FirstEffectiveAt, None));

        Assert.That(plans.Select(plan => plan.Code.Value), Is.EqualTo(new[] { "bronze", "silver", "gold", "standard" }));
    }

    [Test]
    public async Task All_PlanThatDoesNotHoldYet_IsLeftOut()
    {
        await AddAsync(Plan("silver", rank: 1));
        await AddAsync(Plan("gold", rank: 2, versions: [Version("gold", 1, Later)]));

        var before = await ReadAsync(p => p.AllAsync(Later - Duration.FromTicks(10), None));
        var after = await ReadAsync(p => p.AllAsync(Later, None));

        Assert.That((before.Count, after.Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task All_PlanWithVersions_IsInTheOneThatHolds()
    {
        await AddAsync(Plan("silver", versions: [Version("silver", 1), Version("silver", 2, Later)]));

        var plans = await ReadAsync(p => p.AllAsync(Later, None));

        Assert.That(plans.Select(plan => plan.Version.Number), Is.EqualTo(new[] { 2 }));
    }

    [TestCase(1, 0, "a", true)]
    [TestCase(2, 0, "ab", true)]
    [TestCase(3, 0, "abc", true)]
    [TestCase(4, 0, "abcd", false)]
    [TestCase(9, 0, "abcd", false)]
    [TestCase(2, 10, "bc", true)]
    [TestCase(2, 15, "bc", true)]
    [TestCase(2, 20, "cd", false)]
    [TestCase(2, 40, "", false)]
    public async Task List_LimitAndRank_IsThatPage(int limit, int afterRank, string codes, bool hasMore)
    {
        await AddAllAsync(("c", 30), ("a", 10), ("d", 40), ("b", 20));

        var page = await ReadAsync(plans => plans.ListAsync(FirstEffectiveAt, limit, afterRank, None));

        Assert.That((string.Concat(page.Items.Select(plan => plan.Code.Value)), page.HasMore), Is.EqualTo((codes, hasMore)));
    }

    [TestCase(2, int.MaxValue, new[] { 5, 4 }, true)]
    [TestCase(2, 4, new[] { 3, 2 }, true)]
    [TestCase(2, 2, new[] { 1 }, false)]
    [TestCase(5, int.MaxValue, new[] { 5, 4, 3, 2, 1 }, false)]
    [TestCase(3, 1, new int[0], false)]
    public async Task ListVersions_LimitAndNumber_IsThatPageNewestFirst(int limit, int before, int[] numbers, bool hasMore)
    {
        await AddAsync(Plan("gold", rank: 9));
        await AddAsync(Plan(
            "silver", versions: [.. Enumerable.Range(1, 5).Select(n => Version("silver", n, Later + Duration.FromDays(n)))]));

        var page = await ReadAsync(plans => plans.ListVersionsAsync(new("silver"), limit, before, None));

        Assert.That(page.Items.Select(plan => plan.Version.Number), Is.EqualTo(numbers));
        Assert.That(page.HasMore, Is.EqualTo(hasMore));
    }

    [Test]
    public async Task ListVersions_UnknownPlan_IsEmpty()
    {
        await AddAsync(Plan("silver"));

        var page = await ReadAsync(plans => plans.ListVersionsAsync(new("gold"), 10, int.MaxValue, None));

        Assert.That((page.Items.Count, page.HasMore), Is.EqualTo((0, false)));
    }

    private async Task AddAllAsync(params (string Code, int Rank)[] plans)
    {
        foreach (var (code, rank) in plans)
            await AddAsync(Plan(code, rank));
    }

    private Task AddAsync(Plan plan) => Database.UseAsync<IPlanStore>(plans => plans.AddIfAbsentAsync(plan, None));

    private Task<T> ReadAsync<T>(Func<IPlanReader, Task<T>> work) => Database.UseAsync(work);
}
