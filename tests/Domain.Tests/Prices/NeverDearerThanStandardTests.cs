using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Prices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Prices;
using NodaTime;

namespace MisterAssist.Domain.Tests.Prices;

/// <summary>Of any list that is taken, whatever its figures: who has a contract pays at most what who has none does.</summary>
public sealed class NeverDearerThanStandardTests
{
    private static readonly PlanCode Bronze = new("bronze");

    /// <summary>Around one another, so that a list is as often refused as taken, and often by one figure alone.</summary>
    private static Gen<PlanPrices[]> Entries =>
        from standard in Entry(PlanCode.Standard, Gen.Constant(0))
        from bronze in Entry(Bronze, Gen.Choose(0, 1000))
        from mended in Gen.Choose(0, 63)
        select (PlanPrices[])[Mended(bronze, standard, mended), standard];

    private static Arbitrary<PriceList> Taken => Arb.From(Entries.Select(Publish).Where(list => list is not null).Select(list => list!));

    private static Arbitrary<Duration> Worked => Arb.From(Gen.OneOf(
        Gen.Choose(0, 600).Select(minutes => Duration.FromMinutes(minutes)), Gen.Choose(0, 100_000).Select(seconds => Duration.FromSeconds(seconds))));

    [Property(MaxTest = 2000)]
    public Property Labour_OfAnyLength_IsNeverDearer() => Prop.ForAll(Taken, Worked, (list, worked) =>
    {
        var (bronze, standard) = (list.For(Bronze), list.For(PlanCode.Standard));
        return Enum.GetValues<InterventionMode>().All(mode =>
            bronze.Labour(mode, bronze.BilledMinutes(worked)) <= standard.Labour(mode, standard.BilledMinutes(worked)));
    });

    [Property]
    public Property Rest_OfTheFigures_IsNeverHigher() => Prop.ForAll(Taken, list =>
    {
        var (bronze, standard) = (list.For(Bronze), list.For(PlanCode.Standard));
        return bronze.CallOutFee <= standard.CallOutFee && bronze.OutOfHoursSurchargePercent <= standard.OutOfHoursSurchargePercent
            && standard.YearlyFee == Money.Zero;
    });

    [Test]
    public void Lists_AreTakenAndRefused()
    {
        var published = Entries.Sample(500).Select(Publish).ToList();

        Assert.That(published.Count(list => list is not null), Is.InRange(50, 450));
    }

    private static Gen<PlanPrices> Entry(PlanCode plan, Gen<int> yearly) =>
        from rates in Gen.Choose(0, 7000).ArrayOf(3)
        from increment in Gen.Elements(1, 5, 6, 10, 15, 20, 25, 30, 40, 60, 120, 240)
        from minimum in Gen.Choose(0, 120)
        from fee in yearly
        from percents in Gen.Choose(0, 30).ArrayOf(2)
        select new PlanPrices(
            plan, new(rates[0]), new(rates[1]), new(rates[2]), increment, minimum, new(fee), percents[0], percents[1]);

    /// <summary>With some of the figures brought down to Standard's where they are above; which ones, the bits tell.</summary>
    private static PlanPrices Mended(PlanPrices prices, PlanPrices standard, int bits)
    {
        // Half of them in every figure: else one list in hundreds would be taken.
        var all = bits % 2 == 0;
        return prices with
        {
            OnSiteHourlyRate = Is(1) ? Least(prices.OnSiteHourlyRate, standard.OnSiteHourlyRate) : prices.OnSiteHourlyRate,
            RemoteHourlyRate = Is(2) ? Least(prices.RemoteHourlyRate, standard.RemoteHourlyRate) : prices.RemoteHourlyRate,
            CallOutFee = Is(3) ? Least(prices.CallOutFee, standard.CallOutFee) : prices.CallOutFee,
            MinimumMinutes = Is(4) ? Math.Min(prices.MinimumMinutes, standard.MinimumMinutes) : prices.MinimumMinutes,
            OutOfHoursSurchargePercent = Is(5)
                ? Math.Min(prices.OutOfHoursSurchargePercent, standard.OutOfHoursSurchargePercent)
                : prices.OutOfHoursSurchargePercent,
        };

        bool Is(int bit) => all || (bits >> bit) % 2 == 1;
    }

    private static Money Least(Money one, Money other) => one < other ? one : other;

    private static PriceList? Publish(PlanPrices[] entries)
    {
        try
        {
            return PriceList.Publish(PriceSamples.FirstDay, entries, [Bronze, PlanCode.Standard], null, null, PriceSamples.PublishedAt);
        }
        catch (BusinessException)
        {
            return null;
        }
    }
}
