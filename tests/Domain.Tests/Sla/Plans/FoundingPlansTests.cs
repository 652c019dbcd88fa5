using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla.Plans;

/// <summary>The plans against the table of the service charter, written out again.</summary>
public sealed class FoundingPlansTests
{
    private static readonly Instant PublishedAt = Moments.Utc("2026-11-20T18:30:00Z");
    private static readonly IReadOnlyList<Plan> Plans = FoundingPlans.PublishedAt(PublishedAt);

    [Test]
    public void PublishedAt_Plans_AreFourInTheOrderInWhichTheyAreShown()
    {
        var plans = Plans.Select(p => (p.Code.Value, p.Rank, p.NeedsContract));

        Assert.That(plans, Is.EqualTo(new[] { ("bronze", 1, true), ("silver", 2, true), ("gold", 3, true), ("standard", 4, false) }));
    }

    [TestCase("bronze", "mon-fri 10:00-18:00", "IT")]
    [TestCase("silver", "mon-fri 08:00-20:00", null)]
    [TestCase("gold", "mon-sun 08:00-22:00", null)]
    [TestCase("standard", "mon-fri 09:00-13:00 14:00-18:00", "IT")]
    public void PublishedAt_Coverage_IsTheCharters(string plan, string windows, string? holidays)
    {
        var coverage = Terms(plan).Coverage;

        Assert.That(coverage.Windows, Is.EqualTo(Schedules.Windows(windows)));
        Assert.That((coverage.Zone.Id, coverage.Holidays.Code, coverage.Closures.Count), Is.EqualTo(("Europe/Rome", holidays, 0)));
    }

    [TestCase("bronze", 8, null)]
    [TestCase("silver", 4, 4)]
    [TestCase("gold", 1, 4)]
    [TestCase("standard", null, 4)]
    public void PublishedAt_Targets_AreTheCharters(string plan, int? response, int? presence)
    {
        var targets = Terms(plan).Targets;

        Assert.That(targets, Is.EqualTo(PlanSamples.Targets(response, confirmation: 8, presence)));
    }

    [TestCase("bronze", Channel.Email)]
    [TestCase("silver", Channel.Email, Channel.Phone)]
    [TestCase("gold", Channel.Email, Channel.Phone, Channel.Chat)]
    [TestCase("standard", Channel.Email, Channel.Phone)]
    public void PublishedAt_Channels_AreTheCharters(string plan, params Channel[] channels)
    {
        Assert.That(Terms(plan).Channels, Is.EquivalentTo(channels));
    }

    [TestCase("remote_diagnosis", "IIIB")]
    [TestCase("basic_help", "IIIB")]
    [TestCase("scheduled_updates", "IIIB")]
    [TestCase("non_urgent_problems", "IIIB")]
    [TestCase("weekly_monitoring", "IIIB")]
    [TestCase("advanced_hardware_help", "BIIB")]
    [TestCase("advanced_software_help", "BIIB")]
    [TestCase("quick_updates", "BIIB")]
    [TestCase("planned_remote_interventions", "BIIB")]
    [TestCase("installation_and_configuration", "BIIB")]
    [TestCase("daily_monitoring", "BIIB")]
    [TestCase("priority_support", "BBIB")]
    [TestCase("urgent_remote_interventions", "BBIB")]
    [TestCase("continuous_monitoring", "BBIB")]
    [TestCase("monthly_reports", "BBIB")]
    [TestCase("systems_advice", "BBIB")]
    [TestCase("security_advice", "BBIB")]
    [TestCase("backup_advice", "BBIB")]
    [TestCase("urgent_priority", "EIIB")]
    [TestCase("out_of_hours_support", "EBBB")]
    [TestCase("proactive_work", "EIIB")]
    public void PublishedAt_Service_IsIncludedBillableOrExcludedPlanByPlan(string service, string expected)
    {
        var kinds = Plans.Select(plan => plan.Versions[0].Terms.EntitlementTo(service).Kind.ToString()[0]);

        Assert.That(string.Concat(kinds), Is.EqualTo(expected));
    }

    [Test]
    public void PublishedAt_Services_AreNoOthersThanTheTables()
    {
        var listed = Plans.SelectMany(plan => plan.Versions[0].Terms.IncludedServices.Concat(plan.Versions[0].Terms.ExcludedServices));

        Assert.That(listed.Select(s => s.Code).Distinct().Count(), Is.EqualTo(21));
    }

    [Test]
    public void PublishedAt_Warnings_AreRaisedAtHalfThreeQuartersAndNineTenths()
    {
        Assert.That(Plans.Select(plan => plan.Versions[0].Terms.WarningThresholds), Has.All.EqualTo(new[] { 50, 75, 90 }));
    }

    [Test]
    public void PublishedAt_FirstVersions_HoldFromTheFirstInstantOfWhichTheHolidaysAreKnown()
    {
        var versions = Plans.Select(plan => plan.Versions.Single()).ToList();

        Assert.That(
            versions.Select(v => (v.Number, v.EffectiveAt, v.PublishedAt)),
            Has.All.EqualTo((1, Moments.Rome("2001-01-01 00:00"), PublishedAt)));
        Assert.That(versions.Max(v => v.Terms.Coverage.KnownFrom), Is.EqualTo(FoundingPlans.EffectiveAt));
    }

    [Test]
    public void PublishedAt_Texts_AreGivenInBothLanguagesAndFit()
    {
        var texts = Plans
            .SelectMany(p => p.Versions[0].Terms.IncludedServices.Concat(p.Versions[0].Terms.ExcludedServices).Select(s => s.Name)
                .Concat([p.Name, p.Audience]))
            .SelectMany(text => new[] { text.It, text.En });

        Assert.That(texts.Select(text => text.Length), Has.All.InRange(1, LocalizedText.MaxLength));
    }

    private static PlanTerms Terms(string plan) => Plans.Single(p => p.Code.Value == plan).Versions.Single().Terms;
}
