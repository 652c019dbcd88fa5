using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;
using NodaTime;
using static MisterAssist.TestKit.Sla.PlanSamples;

namespace MisterAssist.Infrastructure.Tests.Sla.Plans;

/// <summary>What <see cref="IPlanStore"/> keeps, <see cref="IPlanStore"/> and <see cref="IPlanReader"/> give back.</summary>
public abstract class PlanStoreContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Instant Later = Moments.Utc("2026-06-01T00:00:00Z");
    private static readonly Instant Latest = Moments.Utc("2026-09-01T00:00:00Z");

    [Test]
    public async Task Find_PlanThatWasAdded_IsThatPlan()
    {
        var plan = Plan("silver", rank: 7, needsContract: false, [Version("silver", 1), Version("silver", 2, Later)]);
        await AddAsync(plan);

        var found = await InStoreAsync(plans => plans.FindAsync(plan.Code, None));

        Assert.That(Spelled.Out(found), Is.EqualTo(Spelled.Out(plan)));
    }

    [Test]
    public async Task Find_UnknownPlan_IsNull()
    {
        await AddAsync(Plan("silver"));

        var found = await InStoreAsync(plans => plans.FindAsync(new("gold"), None));

        Assert.That(found, Is.Null);
    }

    [TestCase("SILVER")]
    [TestCase("silver ")]
    [TestCase("sìlver")]
    public async Task Find_CodeThatOnlyLooksLikeOne_IsNull(string code)
    {
        await AddAsync(Plan("silver"));

        var found = await InStoreAsync(plans => plans.FindAsync(new(code), None));
        var version = await InReaderAsync(plans => plans.FindVersionAsync(new(code), 1, None));
        var exists = await InReaderAsync(plans => plans.ExistsAsync(new(code), None));

        Assert.That((found, version, exists), Is.EqualTo(((Plan?)null, (PlanInForce?)null, false)));
    }

    [Test]
    public async Task Find_FoundingPlans_AreAsTheyWerePublished()
    {
        var founding = FoundingPlans.PublishedAt(Later);
        foreach (var plan in founding)
            await AddAsync(plan);

        var found = new List<Plan?>();
        foreach (var plan in founding)
            found.Add(await InStoreAsync(plans => plans.FindAsync(plan.Code, None)));

        Assert.That(found.Select(Spelled.Out), Is.EqualTo(founding.Select(Spelled.Out)));
    }

    [Test]
    public async Task FindVersion_AnyTerms_KeepsEverySetting()
    {
        var random = TestContext.CurrentContext.Random;
        var published = Enumerable.Range(1, 200)
            .Select(number => Version(
                "silver", number, RandomSla.Instant(random), RandomSla.Instant(random), RandomSla.Terms(random)))
            .ToList();
        await AddAsync(new Plan(new("silver"), RandomSla.Text(random), RandomSla.Text(random), needsContract: true, 1, published));

        var found = await InReaderAsync(plans => plans.ListVersionsAsync(new("silver"), 200, int.MaxValue, None));

        Assert.That(
            found.Items.Reverse().Select(plan => Spelled.Out(plan.Version)), Is.EqualTo(published.Select(Spelled.Out)));
    }

    [Test]
    public async Task FindVersion_OfAPlan_CarriesWhatThePlanIs()
    {
        var plan = Plan("standard", rank: 4, needsContract: false);
        await AddAsync(plan);

        var found = await InReaderAsync(plans => plans.FindVersionAsync(plan.Code, 1, None));

        Assert.That(
            Spelled.Out(found),
            Is.EqualTo(Spelled.Out(new PlanInForce(
                plan.Code, plan.Name, plan.Audience, NeedsContract: false, 4, plan.Versions[0], SupersededAt: null, LatestNumber: 1))));
    }

    [TestCase("silver", 3)]
    [TestCase("silver", 0)]
    [TestCase("gold", 1)]
    public async Task FindVersion_NumberThatIsNotThere_IsNull(string code, int number)
    {
        await AddAsync(Plan("silver", versions: [Version("silver", 1), Version("silver", 2, Later)]));

        var found = await InReaderAsync(plans => plans.FindVersionAsync(new(code), number, None));

        Assert.That(found, Is.Null);
    }

    [TestCase("2026-05-31T23:59:59.999999Z", 1)]
    [TestCase("2026-06-01T00:00:00Z", 2)]
    [TestCase("2026-06-01T00:00:00.000001Z", 2)]
    [TestCase("2026-08-31T23:59:59.999999999Z", 2)]
    [TestCase("2026-09-01T00:00:00Z", 3)]
    [TestCase("2100-01-01T00:00:00Z", 3)]
    public async Task FindAt_Instant_IsTheVersionThatHoldsThen(string at, int number)
    {
        await AddAsync(ThreeVersions());

        var found = await InReaderAsync(plans => plans.FindAsync(new("silver"), Moments.Utc(at), None));

        Assert.That(found!.Version.Number, Is.EqualTo(number));
    }

    [Test]
    public async Task FindAt_BeforeTheFirstVersion_IsNull()
    {
        await AddAsync(ThreeVersions());

        var found = await InReaderAsync(plans => plans.FindAsync(new("silver"), FirstEffectiveAt - Duration.FromTicks(10), None));

        Assert.That(found, Is.Null);
    }

    [Test]
    public async Task FindAt_VersionPublishedLaterToHoldEarlier_FollowsTheInstantNotTheNumber()
    {
        await AddAsync(Plan("silver", versions: [Version("silver", 1), Version("silver", 2, Latest), Version("silver", 3, Later)]));

        var held = await InReaderAsync(plans => plans.FindAsync(new("silver"), Later, None));
        var last = await InReaderAsync(plans => plans.FindAsync(new("silver"), Latest, None));

        Assert.That(
            new[] { (held!.Version.Number, held.SupersededAt), (last!.Version.Number, last.SupersededAt) },
            Is.EqualTo(new (int, Instant?)[] { (3, Latest), (2, null) }));
    }

    [Test]
    public async Task FindVersion_EachOfThree_KnowsWhenTheNextOneHoldsAndHowManyThereAre()
    {
        await AddAsync(ThreeVersions());

        var found = await InReaderAsync(plans => plans.ListVersionsAsync(new("silver"), 10, int.MaxValue, None));

        Assert.That(
            found.Items.Select(plan => (plan.Version.Number, plan.SupersededAt, plan.LatestNumber)),
            Is.EqualTo(new (int, Instant?, int)[] { (3, null, 3), (2, Latest, 3), (1, Later, 3) }));
    }

    [Test]
    public async Task AddIfAbsent_Twice_KeepsTheFirst()
    {
        await AddAsync(Plan("silver", rank: 2));

        await AddAsync(Plan("silver", rank: 9, versions: [Version("silver", 1, Later), Version("silver", 2, Latest)]));

        var found = await InStoreAsync(plans => plans.FindAsync(new("silver"), None));
        Assert.That(Spelled.Out(found), Is.EqualTo(Spelled.Out(Plan("silver", rank: 2))));
    }

    [Test]
    public async Task AddVersion_NumberThatIsTaken_IsRefused()
    {
        await AddAsync(Plan("silver"));

        var refusal = Assert.ThrowsAsync<BusinessException>(() => AddVersionAsync(Version("silver", 1, Later)));

        Assert.That((refusal!.Code, refusal.Refusal), Is.EqualTo(("published_meanwhile", Refusal.Conflict)));
    }

    [Test]
    public async Task AddVersion_InstantThatIsTaken_IsRefused()
    {
        await AddAsync(Plan("silver"));

        var refusal = Assert.ThrowsAsync<BusinessException>(() => AddVersionAsync(Version("silver", 2)));

        Assert.That((refusal!.Code, refusal.Refusal), Is.EqualTo(("published_meanwhile", Refusal.Conflict)));
    }

    [Test]
    public async Task AddVersion_SameNumberAndInstantOfAnotherPlan_IsTaken()
    {
        await AddAsync(Plan("silver", rank: 2));
        await AddAsync(Plan("gold", rank: 3));

        await AddVersionAsync(Version("silver", 2, Later));
        await AddVersionAsync(Version("gold", 2, Later));

        var gold = await InReaderAsync(plans => plans.FindAsync(new("gold"), Later, None));
        Assert.That(gold!.Version.Number, Is.EqualTo(2));
    }

    private static Plan ThreeVersions() =>
        Plan("silver", versions: [Version("silver", 1), Version("silver", 2, Later), Version("silver", 3, Latest)]);

    private Task AddAsync(Plan plan) => Database.UseAsync<IPlanStore>(plans => plans.AddIfAbsentAsync(plan, None));

    private Task AddVersionAsync(PlanVersion version) => Database.UseAsync<IPlanStore>(plans => plans.AddVersionAsync(version, None));

    private Task<T> InStoreAsync<T>(Func<IPlanStore, Task<T>> work) => Database.UseAsync(work);

    private Task<T> InReaderAsync<T>(Func<IPlanReader, Task<T>> work) => Database.UseAsync(work);
}
