using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Prices;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Application.Tests.WorkReports;

/// <summary>By what work is priced: what the plan says of it, and the list that held when somebody arrived. A list holds from 2026, dearer ones from 2027.</summary>
public sealed class ReportPricingTests
{
    private TestApplication _application = null!;

    [SetUp]
    public void Publish()
    {
        _application = TestApplication.WithFoundingPlans();
        var first = PriceSamples.List(new LocalDate(2026, 1, 1));
        _application.PriceLists.Have(
            first,
            PriceSamples.List(
                prices: [.. PriceSamples.All.Select(prices => prices with { CallOutFee = PriceSamples.Euro("20.00") })], latest: first, at: PriceSamples.PublishedAt));
    }

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [TestCase(EntitlementKind.Billable, "basic_help", EntitlementKind.Included, TestName = "The kind of work was named since: the plan pays")]
    [TestCase(EntitlementKind.Included, null, EntitlementKind.Included, TestName = "The plan pays, it was told: that stays")]
    [TestCase(EntitlementKind.Included, "proactive_work", EntitlementKind.Included, TestName = "Put right to what the plan excludes: what was told stays")]
    [TestCase(EntitlementKind.Excluded, null, EntitlementKind.Billable, TestName = "Excluded, it was told, and now nobody knows: at the plan's prices")]
    [TestCase(EntitlementKind.Excluded, "proactive_work", EntitlementKind.Excluded, TestName = "Excluded before and after")]
    public async Task Entitlement_IsTheBetterOfWhatWasToldAndWhatHolds(EntitlementKind told, string? service, EntitlementKind expected)
    {
        var priced = await PriceAsync(told, service);

        Assert.That(priced.Entitlement, Is.EqualTo(expected));
        Assert.That(priced.Prices.Plan.Value, Is.EqualTo(expected == EntitlementKind.Excluded ? "standard" : "bronze"));
    }

    [TestCase("2026-11-16 11:00", "30.00")]
    [TestCase("2026-12-31 23:59", "30.00", TestName = "The last minute of the year in Rome")]
    [TestCase("2027-01-01 00:00", "20.00", TestName = "The first minute of the next, in Rome")]
    public async Task Prices_AreThoseOfTheDayOfTheArrivalInRome(string arrival, string callOut) =>
        Assert.That((await PriceAsync(EntitlementKind.Billable, null, arrival)).Prices.CallOutFee.ToString(), Is.EqualTo(callOut));

    [Test]
    public async Task Prices_BeforeThereWereAny_AreMissed() => await Assert.ThatAsync(
        () => PriceAsync(EntitlementKind.Billable, null, "2025-12-31 23:59"), Refused.With("work_not_priced"));

    [Test]
    public async Task Hours_AreThoseOfThePlanAndOfStandardWithTheClosuresThatStoodAnnounced()
    {
        _application.Closures.Have(
            ClosureSamples.Announced(ClosureSamples.Part("2026-11-16", "2026-11-16", "10:00", "12:00"), Moments.Rome("2026-11-01 09:00")),
            ClosureSamples.Announced(ClosureSamples.Part("2026-11-16", "2026-11-16", "15:00", "17:00"), Moments.Rome("2026-11-16 12:00")));

        var priced = await PriceAsync(EntitlementKind.Included, "basic_help");

        var (from, to) = (Moments.Rome("2026-11-16 00:00"), Moments.Rome("2026-11-17 00:00"));
        Assert.That((priced.Hours.Elapsed(from, to), priced.StandardHours.Elapsed(from, to)), Is.EqualTo((Moments.Hours("6:00"), Moments.Hours("6:00"))));
    }

    private async Task<PricedWork> PriceAsync(EntitlementKind told, string? service, string arrival = "2026-11-16 11:00")
    {
        var ticket = TicketSamples.Ticket("bronze", TicketSamples.Report(service: service)).ToState();
        var intervention = WorkSamples.Intervention([], InterventionMode.OnSite, InterventionOutcome.Solved, [], []) with
        {
            Entitlement = told,
            ArrivedAt = Moments.Rome(arrival),
            Plan = new(new("bronze"), 1),
        };
        await using var scope = _application.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReportPricing>().PriceAsync(intervention, ticket, WorkSamples.NameOf, CancellationToken.None);
    }
}
