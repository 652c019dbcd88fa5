using MediatR;
using MisterAssist.Application.Prices;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Prices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Prices;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Application.Tests.Prices;

/// <summary>It is 20 November 2026, and there are the founding plans.</summary>
public sealed class PriceUseCaseTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    private TestApplication _application = null!;

    [SetUp]
    public void Start() => _application = TestApplication.WithFoundingPlans();

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Publish_OneAfterTheOther_AreNumberedAndListedTheNewestFirst()
    {
        var past = await PublishAsync(new(2020, 1, 1));
        _application.Clock.Advance(Duration.FromHours(1));
        var next = await PublishAsync(Today.PlusDays(1));

        Assert.That((past.Number, next.Number, next.PublishedAt), Is.EqualTo((1, 2, _application.Clock.Now)));
        Assert.That((await _application.SendAsync(new ListPriceListsQuery(10))).Items, Is.EqualTo((PriceList[])[next, past]));
        Assert.That((await _application.SendAsync(new ListPriceListsQuery(10, BeforeNumber: 2))).Items, Is.EqualTo((PriceList[])[past]));
        Assert.That(await _application.SendAsync(new GetPriceListQuery(past.Id)), Is.SameAs(past));
    }

    [Test]
    public async Task Publish_FromTodayWhenThereIsOne_IsRefused()
    {
        await PublishAsync(Today);

        Expect("price_list_in_the_past", new PublishPriceListCommand(Today, PriceSamples.All));
    }

    [Test]
    public void Publish_WithoutAPlanThatHoldsOnlyLater_IsRefused()
    {
        var later = PlanSamples.Version("platinum", effectiveAt: _application.Clock.Now + Duration.FromDays(30));
        _application.Plans.Have(PlanSamples.Plan("platinum", rank: 9, versions: [later]));

        Expect("plan_not_priced", new PublishPriceListCommand(Today, PriceSamples.All));
    }

    [TestCase(null, "2026-11-20")]
    [TestCase("2026-12-31", "2026-11-20")]
    [TestCase("2027-01-01", "2027-01-01")]
    [TestCase("2030-01-01", "2027-01-01")]
    public async Task Prices_OnADay_AreOfTheListThatHoldsThen(string? day, string effectiveOn)
    {
        await PublishAsync(Today);
        await PublishAsync(new(2027, 1, 1));

        var found = await _application.SendAsync(new GetPlanPricesQuery(new("silver"), day is null ? null : Schedules.Date(day)));

        Assert.That((found.List.EffectiveOn, found.Prices.Plan), Is.EqualTo((Schedules.Date(effectiveOn), new PlanCode("silver"))));
    }

    [Test]
    public async Task Prices_BeforeAnyListOrOfNoPlan_AreNotFound()
    {
        Expect("no_price_list_then", new GetPlanPricesQuery(PlanCode.Standard, null));

        await PublishAsync(Today);

        Expect("no_price_list_then", new GetPlanPricesQuery(PlanCode.Standard, Today.PlusDays(-1)));
        Expect("plan_not_found", new GetPlanPricesQuery(new("platinum"), null));
        Expect("price_list_not_found", new GetPriceListQuery(PriceListId.New(_application.Clock.Now)));
    }

    [Test]
    public async Task Prices_JustAfterMidnightInRome_AreOfTheNewDay()
    {
        await PublishAsync(Today);
        await PublishAsync(Today.PlusDays(1));
        _application.Clock.Now = Moments.Utc("2026-11-20T23:00:00Z");

        var found = await _application.SendAsync(new GetPlanPricesQuery(PlanCode.Standard, null));

        Assert.That(found.List.EffectiveOn, Is.EqualTo(Today.PlusDays(1)));
    }

    [Test]
    public void Validate_EverythingWrong_TellsEveryFaultAtOnceWithItsPath()
    {
        var wrong = PriceSamples.Prices(new string('x', 31)) with
        {
            OnSiteHourlyRate = new(-1),
            RemoteHourlyRate = Money.Largest + new Money(1),
            CallOutFee = new(-1),
            YearlyFee = new(-1),
        };

        Assert.That(Faults.Of(new PublishPriceListValidator(), new(new(2000, 12, 31), [.. PriceSamples.All, wrong])), Is.EqualTo((string[])
        [
            "EffectiveOn: InclusiveBetweenValidator",
            "Prices[4].CallOutFee: out_of_range", "Prices[4].OnSiteHourlyRate: out_of_range", "Prices[4].Plan: MaximumLengthValidator",
            "Prices[4].RemoteHourlyRate: out_of_range", "Prices[4].YearlyFee: out_of_range",
        ]));
        Assert.That(Faults.Of(new PublishPriceListValidator(), new(new(2200, 1, 1), [.. Enumerable.Repeat(PriceSamples.Prices(), 51)])), Is.EqualTo(
            (string[])["EffectiveOn: InclusiveBetweenValidator", "Prices: too_many"]));
        Assert.That(Faults.Of(new PublishPriceListValidator(), new(new(2001, 1, 1), PriceSamples.All)), Is.Empty);
    }

    private Task<PriceList> PublishAsync(LocalDate effectiveOn) =>
        _application.SendAsync(new PublishPriceListCommand(effectiveOn, PriceSamples.All));

    private void Expect<T>(string code, IRequest<T> request) =>
        Assert.That(Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(request))!.Code, Is.EqualTo(code));
}
