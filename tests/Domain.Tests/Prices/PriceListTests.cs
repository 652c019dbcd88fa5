using MisterAssist.Domain.Prices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Prices;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Prices;

public sealed class PriceListTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    /// <summary>Bronze with one thing that makes it dearer than Standard, or out of bounds, and where that is told.</summary>
    private static IEnumerable<TestCaseData> Wrong =>
    [
        Case(PriceSamples.Prices(onSite: "60.01"), "dearer_than_standard", "onSiteHourlyRate"),
        Case(PriceSamples.Prices(remote: "50.01"), "dearer_than_standard", "remoteHourlyRate"),
        Case(PriceSamples.Prices(callOut: "35.01"), "dearer_than_standard", "callOutFee"),
        Case(PriceSamples.Prices(minimum: 61), "dearer_than_standard", "minimumMinutes"),
        Case(PriceSamples.Prices(surcharge: 51), "dearer_than_standard", "outOfHoursSurchargePercent"),
        Case(PriceSamples.Prices(increment: 60), "increment_against_standard", "incrementMinutes"),
        Case(PriceSamples.Prices(increment: 20), "increment_against_standard", "incrementMinutes"),
        Case(PriceSamples.Prices(increment: 0), "price_figure_out_of_range", "incrementMinutes"),
        Case(PriceSamples.Prices(increment: 241), "price_figure_out_of_range", "incrementMinutes"),
        Case(PriceSamples.Prices(minimum: -1), "price_figure_out_of_range", "minimumMinutes"),
        Case(PriceSamples.Prices(minimum: 481), "price_figure_out_of_range", "minimumMinutes"),
        Case(PriceSamples.Prices(surcharge: -1), "price_figure_out_of_range", "outOfHoursSurchargePercent"),
        Case(PriceSamples.Prices(surcharge: 101), "price_figure_out_of_range", "outOfHoursSurchargePercent"),
        Case(PriceSamples.Prices(vat: -1), "price_figure_out_of_range", "vatPercent"),
        Case(PriceSamples.Prices(vat: 31), "price_figure_out_of_range", "vatPercent"),
        Case(PriceSamples.Prices("platinum"), "unknown_priced_plan", "plan"),
        Case(PriceSamples.Prices("silver"), "plan_priced_twice", "plan"),
    ];

    [TestCaseSource(nameof(Wrong))]
    public void Publish_PricesAgainstARule_AreRefusedInTheirPlace(PlanPrices bronze, string code, string field)
    {
        var prices = PriceSamples.All.Skip(1).Append(bronze).ToList();

        var refusal = Assert.Throws<BusinessException>(() => PriceSamples.List(prices: prices));

        Assert.That((refusal!.Code, refusal.Refusal, refusal.Field), Is.EqualTo((code, Refusal.RuleBroken, $"prices.3.{field}")));
    }

    [Test]
    public void Publish_PricesAtTheLimit_AreTaken()
    {
        var asStandard = PriceSamples.Standard() with { Plan = new("bronze"), YearlyFee = PriceSamples.Euro("1.00") };

        Assert.That(PriceSamples.List(prices: [.. PriceSamples.All.Skip(1), asStandard]).For(new("bronze")), Is.EqualTo(asStandard));
    }

    [TestCase("bronze")]
    [TestCase("silver")]
    [TestCase("gold")]
    [TestCase("standard")]
    public void Publish_WithoutTheEntryOfAPlan_IsRefused(string plan)
    {
        var prices = PriceSamples.All.Where(entry => entry.Plan.Value != plan).ToList();

        var refusal = Assert.Throws<BusinessException>(() => PriceSamples.List(prices: prices));

        Assert.That((refusal!.Code, refusal.Field), Is.EqualTo(("plan_not_priced", "prices")));
        Assert.That(refusal.Message, Does.Contain($"'{plan}'"));
    }

    [Test]
    public void Publish_WhereThereIsNoPlanButOnes_NeedsStandardAllTheSame() => Assert.That(
        () => PriceList.Publish(Today, [PriceSamples.Prices()], [new("bronze")], null, null, PriceSamples.PublishedAt), Refused.With("plan_not_priced"));

    [Test]
    public void Publish_StandardWithAYearlyFee_IsRefused() => Assert.That(
        () => PriceSamples.List(prices: [.. PriceSamples.All.SkipLast(1), PriceSamples.Standard(yearly: "0.01")]),
        Refused.With("standard_with_yearly_fee"));

    [TestCase("2001-01-01")]
    [TestCase("2026-11-20")]
    [TestCase("2030-01-01")]
    public void Publish_TheVeryFirst_HoldsFromAnyDay(string day)
    {
        var list = PriceSamples.List(Schedules.Date(day));

        Assert.That((list.Number, list.EffectiveOn, list.PublishedAt), Is.EqualTo((1, Schedules.Date(day), PriceSamples.PublishedAt)));
    }

    [Test]
    public void Publish_ALaterOne_HoldsFromTomorrowInRomeAtTheEarliest()
    {
        // In Rome it is the 21st already.
        var late = Moments.Utc("2026-11-20T23:00:00Z");
        var first = PriceSamples.List(Today);

        var next = PriceSamples.List(Today.PlusDays(2), latest: first, at: late);

        Assert.That((next.Number, next.EffectiveOn), Is.EqualTo((2, Today.PlusDays(2))));
        Assert.That(() => PriceSamples.List(Today.PlusDays(1), latest: first, at: late), Refused.With("price_list_in_the_past"));
    }

    [TestCase(-1, TestName = "A later one, from before the first: that has no prices yet")]
    [TestCase(0, TestName = "A later one, from today, where the first holds only from later")]
    public void Publish_FromBeforeAnyListHolds_IsTaken(int days)
    {
        var first = PriceSamples.List(Today.PlusDays(days + 1));

        Assert.That(PriceSamples.List(Today.PlusDays(days), latest: first).Number, Is.EqualTo(2));
    }

    [Test]
    public void For_APlanThatCameAfterTheList_IsRefused()
    {
        var list = PriceSamples.List();

        Assert.That(list.For(PlanCode.Standard), Is.EqualTo(PriceSamples.Standard()));
        Assert.That(() => list.For(new("platinum")), Refused.With("no_price_list_then"));
    }

    private static TestCaseData Case(PlanPrices bronze, string code, string field) =>
        new TestCaseData(bronze, code, field).SetArgDisplayNames(bronze.ToString(), code, field);
}
