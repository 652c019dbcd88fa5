using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla.Plans;

public sealed class PlanPublishTests
{
    private static readonly Instant Now = Moments.Utc("2026-11-20T18:30:00Z");
    private static readonly Duration Day = Duration.FromDays(1);

    [Test]
    public void Publish_NoInstant_HoldsFromNow()
    {
        var plan = PlanSamples.Plan();
        var terms = PlanSamples.Terms();

        var version = plan.Publish(terms, effectiveAt: null, [], Now);

        Assert.That(version, Is.EqualTo(new PlanVersion(plan.Code, 2, Now, Now, terms)));
    }

    [Test]
    public void Publish_LaterInstant_HoldsFromThen()
    {
        var plan = PlanSamples.Plan();

        var version = plan.Publish(PlanSamples.Terms(), Now + Day, [], Now);

        Assert.That((version.EffectiveAt, version.PublishedAt), Is.EqualTo((Now + Day, Now)));
    }

    [Test]
    public void Publish_SeveralInAnyOrderOfInstants_NumbersThemAsPublished()
    {
        var plan = PlanSamples.Plan();

        plan.Publish(PlanSamples.Terms(), Now + 2 * Day, [], Now);
        plan.Publish(PlanSamples.Terms(), Now + Day, [], Now);

        Assert.That(plan.Versions.Select(v => v.Number), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public void Publish_AnyVersion_LeavesTheOnesBeforeAsTheyWere()
    {
        var plan = PlanSamples.Plan();
        var before = plan.Versions;

        plan.Publish(PlanSamples.Terms(), effectiveAt: null, [], Now);

        Assert.That((before.Count, plan.Versions[0]), Is.EqualTo((1, before[0])));
    }

    [Test]
    public void Publish_FromTheVeryPresent_IsAllowed()
    {
        var version = PlanSamples.Plan().Publish(PlanSamples.Terms(), Now, [], Now);

        Assert.That(version.EffectiveAt, Is.EqualTo(Now));
    }

    [Test]
    public void Publish_FromThePast_IsRefusedAndAddsNothing()
    {
        var plan = PlanSamples.Plan();

        var refusal = Assert.Throws<BusinessException>(() => plan.Publish(PlanSamples.Terms(), Now - Duration.Epsilon, [], Now));

        Assert.That((refusal!.Code, refusal.Field), Is.EqualTo(("effective_in_the_past", "effectiveAt")));
        Assert.That(plan.Versions, Has.Count.EqualTo(1));
    }

    [Test]
    public void Publish_TwiceFromOneInstant_IsAConflict()
    {
        var plan = PlanSamples.Plan();
        plan.Publish(PlanSamples.Terms(), Now + Day, [], Now);

        var refusal = Assert.Throws<BusinessException>(() => plan.Publish(PlanSamples.Terms(), Now + Day, [], Now));

        Assert.That((refusal!.Code, refusal.Refusal), Is.EqualTo(("effective_twice", Refusal.Conflict)));
        Assert.That(plan.Versions, Has.Count.EqualTo(2));
    }

    [Test]
    public void Publish_CoverageThatNeverOpens_IsRefused()
    {
        var everyDay = Enumerable.Range(0, 7 * 366).Select(day => new LocalDate(2026, 1, 1).PlusDays(day));
        var shut = Schedules.Build("Europe/Rome", "mon 09:00-10:00", HolidayCalendar.None.With(everyDay));
        var plan = PlanSamples.Plan();

        var refusal = Assert.Throws<BusinessException>(() => plan.Publish(PlanSamples.Terms(shut), effectiveAt: null, [], Now));

        Assert.That(refusal!.Code, Is.EqualTo("never_opens"));
        Assert.That(plan.Versions, Has.Count.EqualTo(1));
    }

    [Test]
    public void Publish_CoverageThatStandingClosuresShut_IsRefused()
    {
        var closed = ClosurePeriod.Create(
            new("Chiuso", "Shut"), new(2026, 1, 1), new(2026, 12, 31), WallTime.Of(9), WallTime.Of(10), everyYear: true);
        var plan = PlanSamples.Plan();
        var terms = PlanSamples.Terms(Schedules.Build("Europe/Rome", "mon 09:00-10:00"));

        var refusal = Assert.Throws<BusinessException>(() => plan.Publish(terms, effectiveAt: null, [closed], Now));

        Assert.That(refusal!.Code, Is.EqualTo("never_opens"));
    }

    [Test]
    public void Publish_EffectiveWithinTheSameMicrosecondAsAnother_IsRefused()
    {
        var plan = PlanSamples.Plan();
        plan.Publish(PlanSamples.Terms(), Now + Day, [], Now);

        var refusal = Assert.Throws<BusinessException>(
            () => plan.Publish(PlanSamples.Terms(), Now + Day + Duration.FromNanoseconds(999), [], Now));

        Assert.That(refusal!.Code, Is.EqualTo("effective_twice"));
    }
}
