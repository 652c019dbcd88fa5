using MisterAssist.Application.Sla;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Application.Tests.Tickets;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;
using static MisterAssist.TestKit.Sla.Moments;

namespace MisterAssist.Application.Tests.Sla;

public sealed class SimulatePromisesTests
{
    private static readonly Instant FridayEvening = Rome("2026-11-20 19:30");

    private TestApplication _application = null!;

    [SetUp]
    public void Start() => _application = TestApplication.WithFoundingPlans();

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Handle_UrgentReport_GetsFromEachPlanItsOwnPromisesSideBySide()
    {
        var plans = await AskAsync(Urgency.Urgent);

        Assert.That(
            plans.Select(p => $"{p.Plan.Code} as {p.HandledAs}: {string.Join(", ", p.Promises.Select(Described))}"),
            Is.EqualTo(new[]
            {
                "bronze as Normal: Response 2026-11-23T18:00, Confirmation 2026-11-23T18:00",
                "silver as Urgent: Response 2026-11-23T11:30, Presence 2026-11-23T11:30",
                "gold as Urgent: Response 2026-11-20T20:30, Presence 2026-11-21T09:30",
                "standard as Urgent: Presence 2026-11-23T13:00",
            }));
    }

    [Test]
    public async Task Handle_NormalReport_GetsAConfirmationInsteadOfPresence()
    {
        var plans = await AskAsync(Urgency.Normal);

        Assert.That(plans.SelectMany(p => p.Promises).Select(p => p.Kind).Distinct(), Is.EquivalentTo(new[] { PromiseKind.Response, PromiseKind.Confirmation }));
        Assert.That(plans.Select(p => p.HandledAs), Has.All.EqualTo(Urgency.Normal));
    }

    [TestCase(Channel.Email, new[] { true, true, true, true })]
    [TestCase(Channel.Phone, new[] { false, true, true, true })]
    [TestCase(Channel.Chat, new[] { false, false, true, false })]
    [TestCase(Channel.Integration, new[] { true, true, true, true })]
    public async Task Handle_Channel_IsInSomePlans(Channel channel, bool[] expected)
    {
        var plans = await AskAsync(channel: channel);

        Assert.That(plans.Select(p => p.ChannelInPlan), Is.EqualTo(expected));
    }

    [Test]
    public async Task Handle_ReportOutsideCoverage_CountsFromTheNextOpeningOfEachPlan()
    {
        var plans = await AskAsync();

        Assert.That(
            plans.Select(p => p.CountsFrom),
            Is.EqualTo(new[] { Rome("2026-11-23 10:00"), FridayEvening, FridayEvening, Rome("2026-11-23 09:00") }));
    }

    [TestCase("backup_advice", new[] { EntitlementKind.Billable, EntitlementKind.Billable, EntitlementKind.Included, EntitlementKind.Billable })]
    [TestCase("proactive_work", new[] { EntitlementKind.Excluded, EntitlementKind.Included, EntitlementKind.Included, EntitlementKind.Billable })]
    [TestCase("basic_help", new[] { EntitlementKind.Included, EntitlementKind.Included, EntitlementKind.Included, EntitlementKind.Billable })]
    public async Task Handle_Service_IsCoveredAsEachPlanSays(string service, EntitlementKind[] expected)
    {
        var plans = await AskAsync(service: service);

        Assert.That(plans.Select(p => p.Entitlement!.Kind), Is.EqualTo(expected));
    }

    [Test]
    public async Task Handle_NoService_SaysNothingOfEntitlement()
    {
        var plans = await AskAsync();

        Assert.That(plans.Select(p => p.Entitlement), Has.All.Null);
    }

    [Test]
    public void Handle_ServiceThatNoPlanSpeaksOf_IsUnknown()
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(() => AskAsync(service: "gardening"));

        Assert.That((refusal!.Code, refusal.Field), Is.EqualTo(("unknown_service", "service")));
    }

    [Test]
    public void Handle_BeforeAnyPlanWasInForce_IsRefused() =>
        Assert.That(() => AskAsync(receivedAt: FoundingPlans.EffectiveAt - Duration.Epsilon), Refused.With("no_plan_then"));

    [Test]
    public async Task Handle_ClosureKnownAtReception_MovesThePromiseAndALaterOneDoesNot()
    {
        _application.Closures.Have(
            Closure.Announce(ClosureSamples.Days("2026-11-23"), FridayEvening),
            Closure.Announce(ClosureSamples.Days("2026-11-24"), FridayEvening + Duration.Epsilon));

        var plans = await AskAsync(Urgency.Urgent);

        var silver = plans.Single(p => p.Plan.Code.Value == "silver");
        Assert.That(silver.Promises[0].DueAt, Is.EqualTo(Rome("2026-11-24 11:30")));
    }

    [Test]
    public async Task Handle_AnyReport_IsPromisedWhatATicketIs([Values] Urgency urgency, [Values("bronze", "silver", "gold", "standard")] string plan)
    {
        await using var desk = new TestDesk(plan == "standard" ? null : plan) { Now = "2026-11-20 19:30" };
        var ticket = desk.Tickets[await desk.OpenAsync(urgency: urgency)];

        var simulated = (await AskAsync(urgency)).Single(offered => offered.Plan.Code.Value == plan);
        var next = simulated.Promises.SelectMany(promise => promise.Warnings.Select(warning => warning.At)).Min();

        Assert.That(simulated.Promises.Select(p => (p.Kind, (Instant?)p.DueAt)), Is.EqualTo(ticket.Promises.Select(p => (p.Kind, p.DueAt))));
        Assert.That(ticket.NextCheckAt, Is.EqualTo(next));
    }

    [Test]
    public async Task Handle_Nothing_IsStored()
    {
        await AskAsync();

        Assert.That(_application.Tickets.All, Is.Empty);
        Assert.That(_application.Journal.Entries, Has.None.EqualTo("begin"));
    }

    private static string Described(OfferedPromise promise) =>
        $"{promise.Kind} {promise.DueAt.InZone(Schedules.Rome).ToString("uuuu-MM-dd'T'HH:mm", null)}";

    private Task<IReadOnlyList<SimulatedPlan>> AskAsync(
        Urgency urgency = Urgency.Normal, Channel channel = Channel.Email, string? service = null, Instant? receivedAt = null) =>
        _application.SendAsync(new SimulatePromisesQuery(receivedAt ?? FridayEvening, urgency, channel, service));
}
