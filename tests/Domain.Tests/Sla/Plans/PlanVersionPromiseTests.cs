using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using NodaTime;
using static MisterAssist.TestKit.Sla.Moments;
using static MisterAssist.TestKit.Sla.PlanSamples;

namespace MisterAssist.Domain.Tests.Sla.Plans;

public sealed class PlanVersionPromiseTests
{
    private static readonly Instant FridayEvening = Rome("2026-11-20 19:30");

    private static readonly PlanTerms Usual = Terms();

    /// <summary>Each setting of a plan, changed alone.</summary>
    private static IEnumerable<TestCaseData> Changes
    {
        get
        {
            yield return Change("coverage, windows", Terms(Schedules.Build("Europe/Rome", "mon-fri 09:00-20:00")));
            yield return Change("coverage, zone", Terms(Schedules.Build("Europe/Athens", "mon-fri 08:00-20:00")));
            yield return Change(
                "coverage, single holidays",
                Terms(Schedules.Build("Europe/Rome", "mon-fri 08:00-20:00", HolidayCalendar.None.With([Schedules.Date("2026-11-23")]))));
            yield return Change("coverage, calendar", Terms(Schedules.Build("Europe/Rome", "mon-fri 08:00-20:00", HolidayCalendar.Italy)));
            yield return Change("target of response", Terms(targets: Targets(response: 5)));
            yield return Change("no target of response", Terms(targets: Targets(response: null)));
            yield return Change("target of confirmation", Terms(targets: Targets(confirmation: 7)));
            yield return Change("target of presence", Terms(targets: Targets(presence: 3)));
            yield return Change("no target of presence", Terms(targets: Targets(presence: null)));
            yield return Change("channels", Terms(channels: [Channel.Email]));
            yield return Change("included services", Terms(included: []));
            yield return Change("excluded services", Terms(excluded: []));
            yield return Change("warning thresholds", Terms(warnings: [50, 75]));
        }
    }

    [Test]
    public void Promise_NormalReport_OwesResponseAndConfirmation()
    {
        var promises = Promise(Usual, FridayEvening, Urgency.Normal);

        Assert.That(
            promises.Select(p => (p.Kind, p.WorkingTime, p.DueAt)),
            Is.EqualTo(new[]
            {
                (PromiseKind.Response, Duration.FromHours(4), Rome("2026-11-23 11:30")),
                (PromiseKind.Confirmation, Duration.FromHours(8), Rome("2026-11-23 15:30")),
            }));
    }

    [Test]
    public void Promise_UrgentReport_OwesPresenceInsteadOfConfirmation()
    {
        var promises = Promise(Usual, FridayEvening, Urgency.Urgent);

        Assert.That(
            promises.Select(p => (p.Kind, p.DueAt)),
            Is.EqualTo(new[] { (PromiseKind.Response, Rome("2026-11-23 11:30")), (PromiseKind.Presence, Rome("2026-11-23 11:30")) }));
    }

    [Test]
    public void Promise_Warnings_AreRaisedWhenTheirShareOfWorkingTimeHasPassed()
    {
        var response = Promise(Usual, FridayEvening, Urgency.Normal)[0];

        Assert.That(
            response.Warnings,
            Is.EqualTo(new PromiseWarning[]
            {
                new(50, Rome("2026-11-23 09:30")), new(75, Rome("2026-11-23 10:30")), new(90, Rome("2026-11-23 11:06")),
            }));
    }

    [Test]
    public void Promise_NoThresholds_WarnsOfNothing()
    {
        var promises = Promise(Terms(warnings: []), FridayEvening, Urgency.Normal);

        Assert.That(promises.SelectMany(p => p.Warnings), Is.Empty);
    }

    [Test]
    public void Promise_AnyThreshold_LiesBetweenReceptionAndDue()
    {
        var terms = Terms(targets: PromiseTargets.Create(Duration.FromSeconds(1), Duration.FromSeconds(7), null), warnings: [1, 33, 66, 99]);

        var promises = Promise(terms, Rome("2026-11-20 12:00"), Urgency.Normal);

        foreach (var promise in promises)
        {
            Instant[] moments = [Rome("2026-11-20 12:00"), .. promise.Warnings.Select(w => w.At), promise.DueAt];
            Assert.That(moments, Is.Ordered.And.Unique);
        }
    }

    [Test]
    public void Promise_ClosureInTheClock_MovesEveryPromise()
    {
        var clock = new WorkingClock(Usual.Coverage.WithClosures([ClosureSamples.Days("2026-11-23")]));

        var promises = Version(terms: Usual).Promise(FridayEvening, Urgency.Urgent, clock);

        Assert.That(promises.Select(p => p.DueAt), Has.All.EqualTo(Rome("2026-11-24 11:30")));
    }

    [TestCaseSource(nameof(Changes))]
    public void Terms_EachSettingChangedAlone_ChangesAnAnswer(PlanTerms changed)
    {
        var before = Answers(Usual);

        var after = Answers(changed);

        Assert.That(after, Is.Not.EqualTo(before));
    }

    private static TestCaseData Change(string setting, PlanTerms terms) => new TestCaseData(terms).SetArgDisplayNames(setting);

    private static IReadOnlyList<OfferedPromise> Promise(PlanTerms terms, Instant receivedAt, Urgency urgency) =>
        Version(terms: terms).Promise(receivedAt, urgency, new WorkingClock(terms.Coverage));

    /// <summary>All that a plan answers on a plain week end and before Immaculate Conception: promises, channels and services.</summary>
    private static string Answers(PlanTerms terms)
    {
        var promises =
            from receivedAt in new[] { FridayEvening, Rome("2026-12-07 19:30") }
            from urgency in Enum.GetValues<Urgency>()
            from promise in Promise(terms, receivedAt, urgency)
            select $"{promise.Kind} {promise.DueAt} {string.Join(' ', promise.Warnings)}";
        var channels = Enum.GetValues<Channel>().Select(channel => $"{channel} {terms.Admits(channel)}");
        var services = new[] { "basic_help", "proactive_work", "other" }.Select(service => $"{service} {terms.EntitlementTo(service).Kind}");

        return string.Join('\n', promises.Concat(channels).Concat(services));
    }
}
