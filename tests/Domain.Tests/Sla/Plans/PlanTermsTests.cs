using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using static MisterAssist.TestKit.Sla.PlanSamples;

namespace MisterAssist.Domain.Tests.Sla.Plans;

public sealed class PlanTermsTests
{
    private static readonly int[][] RefusedThresholds =
    [
        [0], [100], [-1], [50, 50], [75, 50], [1, 2, 2], [1, 99, 100],
    ];

    private static readonly int[][] GoodThresholds = [[], [1], [99], [1, 99], [50, 75, 90]];

    private static readonly Channel[][] RefusedChannels =
    [
        [], [Channel.Integration], [Channel.Email, Channel.Integration], [Channel.Email, Channel.Email],
    ];

    [TestCaseSource(nameof(RefusedThresholds))]
    public void Create_ThresholdsThatAreNotAscendingPercentages_AreRefused(params int[] warnings)
    {
        var refusal = Assert.Throws<BusinessException>(() => Terms(warnings: warnings));

        Assert.That((refusal!.Code, refusal.Field), Is.EqualTo(("invalid_thresholds", "warningThresholds")));
    }

    [TestCaseSource(nameof(GoodThresholds))]
    public void Create_AscendingPercentages_AreKept(params int[] warnings)
    {
        var terms = Terms(warnings: warnings);

        Assert.That(terms.WarningThresholds, Is.EqualTo(warnings));
    }

    [TestCaseSource(nameof(RefusedChannels))]
    public void Create_ChannelsThatArePointless_AreRefused(params Channel[] channels)
    {
        var refusal = Assert.Throws<BusinessException>(() => Terms(channels: channels));

        Assert.That((refusal!.Code, refusal.Field), Is.EqualTo(("invalid_channels", "channels")));
    }

    [TestCase("a,b,a", "c", "includedServices")]
    [TestCase("a,b", "c,b", "excludedServices")]
    [TestCase("a", "c,c", "excludedServices")]
    public void Create_ServiceTwice_IsRefusedWhereItStandsAgain(string included, string excluded, string field)
    {
        var refusal = Assert.Throws<BusinessException>(() => Terms(included: Services(included), excluded: Services(excluded)));

        Assert.That((refusal!.Code, refusal.Field), Is.EqualTo(("service_twice", field)));
    }

    [Test]
    public void Create_ListsChangedAfterwards_StayAsTheyWereGiven()
    {
        List<Channel> channels = [Channel.Email];
        List<Service> included = [Service("a")];
        List<Service> excluded = [Service("b")];
        List<int> warnings = [50];
        var terms = Terms(channels: channels, included: included, excluded: excluded, warnings: warnings);

        channels.Clear();
        included.Clear();
        excluded.Clear();
        warnings.Clear();

        int[] counts = [terms.Channels.Count, terms.IncludedServices.Count, terms.ExcludedServices.Count, terms.WarningThresholds.Count];
        Assert.That(counts, Has.All.EqualTo(1));
    }

    [TestCase(Channel.Email, true)]
    [TestCase(Channel.Phone, false)]
    [TestCase(Channel.Chat, true)]
    [TestCase(Channel.Integration, true)]
    public void Admits_Channel_IfThePlanHasItOrAPartnersKeyDoes(Channel channel, bool admitted)
    {
        var terms = Terms(channels: [Channel.Chat, Channel.Email]);

        Assert.That(terms.Admits(channel), Is.EqualTo(admitted));
    }

    [TestCase("in", EntitlementKind.Included)]
    [TestCase("out", EntitlementKind.Excluded)]
    [TestCase("other", EntitlementKind.Billable)]
    [TestCase("IN", EntitlementKind.Billable)]
    public void EntitlementTo_Service_IsAsThePlanLists(string service, EntitlementKind expected)
    {
        var terms = Terms(included: [Service("in")], excluded: [Service("out")]);

        var entitlement = terms.EntitlementTo(service);

        Assert.That(entitlement.Kind, Is.EqualTo(expected));
    }

    [Test]
    public void EntitlementTo_EachKind_HasAReasonOfItsOwnInBothLanguages()
    {
        var terms = Terms(included: [Service("in")], excluded: [Service("out")]);

        var reasons = new[] { "in", "out", "other" }.Select(service => terms.EntitlementTo(service).Reason).ToList();

        Assert.That(reasons.SelectMany(reason => new[] { reason.It, reason.En }), Is.Unique.And.All.Not.Empty);
    }

    [TestCase("in", true)]
    [TestCase("out", true)]
    [TestCase("other", false)]
    public void Lists_Service_IfItIsListedAtAll(string service, bool listed)
    {
        var terms = Terms(included: [Service("in")], excluded: [Service("out")]);

        Assert.That(terms.Lists(service), Is.EqualTo(listed));
    }

    [Test]
    public void RefuseIfShutBy_ClosuresThatLeaveNoWorkingTime_Refuses()
    {
        var terms = Terms(Schedules.Build("Europe/Rome", "mon-fri 09:00-10:00"));
        var closure = ClosureSamples.Part("2026-01-01", "2026-12-31", "08:00", "10:00", everyYear: true);

        var refusal = Assert.Throws<BusinessException>(() => terms.RefuseIfShutBy([closure], FirstEffectiveAt));

        Assert.That(refusal!.Code, Is.EqualTo("never_opens"));
    }

    [Test]
    public void RefuseIfShutBy_ClosuresThatLeaveAMinute_DoesNot()
    {
        var terms = Terms(Schedules.Build("Europe/Rome", "mon-fri 09:00-10:00"));
        var closure = ClosureSamples.Part("2026-01-01", "2026-12-31", "08:00", "09:59", everyYear: true);

        Assert.That(() => terms.RefuseIfShutBy([closure], FirstEffectiveAt), Throws.Nothing);
    }

    private static Service[] Services(string codes) => [.. codes.Split(',').Select(Service)];
}
