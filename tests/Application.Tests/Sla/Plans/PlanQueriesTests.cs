using MisterAssist.Application.Sla.Plans;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Application.Tests.Sla.Plans;

public sealed class PlanQueriesTests
{
    private static readonly PlanCode Two = new("two");

    private TestApplication _application = null!;

    private Instant Now => _application.Clock.Now;

    [SetUp]
    public void Start()
    {
        _application = TestApplication.WithFoundingPlans();
        _application.Plans.Have(PlanSamples.Plan("two", 9, needsContract: true, [
            PlanSamples.Version("two", 1), PlanSamples.Version("two", 2, Now), PlanSamples.Version("two", 3, Now + Duration.FromDays(1))]));
    }

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task GetPlan_NoInstant_IsTheVersionThatHoldsNow()
    {
        var before = await GetAsync();
        _application.Clock.Advance(Duration.FromDays(1));

        var after = await GetAsync();

        Assert.That((before.Version.Number, after.Version.Number), Is.EqualTo((2, 3)));

        Task<PlanInForce> GetAsync() => _application.SendAsync(new GetPlanQuery(Two, At: null));
    }

    [TestCase(-1, 1)]
    [TestCase(0, 2)]
    [TestCase(86_400, 3)]
    public async Task GetPlan_Instant_IsTheVersionThatHoldsThen(int secondsFromNow, int number)
    {
        var plan = await _application.SendAsync(new GetPlanQuery(Two, Now + Duration.FromSeconds(secondsFromNow)));

        Assert.That(plan.Version.Number, Is.EqualTo(number));
    }

    [Test]
    public void GetPlan_UnknownPlan_IsNotFound()
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(new GetPlanQuery(new("platinum"), null)));

        Assert.That((refusal!.Code, refusal.Refusal), Is.EqualTo(("plan_not_found", Refusal.NotFound)));
    }

    [Test]
    public void GetPlan_BeforeItsFirstVersion_HasNoVersionThen()
    {
        var before = PlanSamples.FirstEffectiveAt - Duration.Epsilon;

        var refusal = Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(new GetPlanQuery(Two, before)));

        Assert.That((refusal!.Code, refusal.Refusal), Is.EqualTo(("no_plan_version_then", Refusal.NotFound)));
    }

    [Test]
    public async Task GetPlanVersion_Number_IsThatVersion()
    {
        var plan = await _application.SendAsync(new GetPlanVersionQuery(Two, 3));

        Assert.That((plan.Version.Number, plan.LatestNumber), Is.EqualTo((3, 3)));
    }

    [TestCase("two", 4, "plan_version_not_found")]
    [TestCase("platinum", 1, "plan_not_found")]
    public void GetPlanVersion_ThatIsNotThere_SaysWhichOfTheTwoIsMissing(string code, int number, string expected)
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(new GetPlanVersionQuery(new(code), number)));

        Assert.That((refusal!.Code, refusal.Refusal), Is.EqualTo((expected, Refusal.NotFound)));
    }

    [Test]
    public async Task ListPlans_Page_HasThePlansInForceNowByRank()
    {
        var first = await _application.SendAsync(new ListPlansQuery(Limit: 3));
        var rest = await _application.SendAsync(new ListPlansQuery(Limit: 3, first.Items[^1].Rank));

        Assert.That(
            first.Items.Concat(rest.Items).Select(p => $"{p.Code} {p.Version.Number}"),
            Is.EqualTo(new[] { "bronze 1", "silver 1", "gold 1", "standard 1", "two 2" }));
        Assert.That((first.HasMore, rest.HasMore), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task ListPlanVersions_Page_HasTheNewestFirst()
    {
        var page = await _application.SendAsync(new ListPlanVersionsQuery(Two, Limit: 2));

        Assert.That(page.Items.Select(p => p.Version.Number), Is.EqualTo(new[] { 3, 2 }));
        Assert.That(page.HasMore, Is.True);
    }

    [Test]
    public void ListPlanVersions_UnknownPlan_IsNotFound()
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(new ListPlanVersionsQuery(new("platinum"), 10)));

        Assert.That(refusal!.Code, Is.EqualTo("plan_not_found"));
    }

    [Test]
    public async Task PublishFoundingPlans_Twice_LeavesTheFirstAsTheyWere()
    {
        await using var application = new TestApplication();
        var published = application.Clock.Now;
        await application.SendAsync(new PublishFoundingPlansCommand());
        application.Clock.Advance(Duration.FromDays(1));

        await application.SendAsync(new PublishFoundingPlansCommand());

        var plans = await application.SendAsync(new ListPlansQuery(Limit: 10));
        Assert.That(plans.Items.Select(p => p.Version.PublishedAt), Is.EqualTo(Enumerable.Repeat(published, 4)));
    }
}
