using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Domain.Prices;

/// <summary>What the prices of a list have to keep to, so that no contract ever costs more than having none.</summary>
internal static class PriceRules
{
    /// <exception cref="BusinessException">They do not.</exception>
    public static void Require(IReadOnlyList<PlanPrices> prices, IReadOnlyCollection<PlanCode> plans)
    {
        for (var i = 0; i < prices.Count; i++)
        {
            var plan = prices[i].Plan;
            if (!plans.Contains(plan))
                throw PriceErrors.UnknownPlan(plan, i);
            if (prices.Take(i).Any(before => before.Plan == plan))
                throw PriceErrors.PlanTwice(plan, i);
            RequireBounds(prices[i], i);
        }

        PlanCode[] missing = [.. plans.Append(PlanCode.Standard).Except(prices.Select(priced => priced.Plan))];
        if (missing.Length > 0)
            throw PriceErrors.PlanMissing(missing[0]);

        var standard = prices.Single(priced => priced.Plan == PlanCode.Standard);
        for (var i = 0; i < prices.Count; i++)
        {
            if (prices[i].Plan != PlanCode.Standard)
                RequireNotDearer(prices[i], standard, i);
            else if (standard.YearlyFee != Money.Zero)
                throw PriceErrors.StandardWithFee(i);
        }
    }

    private static void RequireBounds(PlanPrices prices, int index)
    {
        (string Field, int Value, int Least, int Most)[] figures =
        [
            ("incrementMinutes", prices.IncrementMinutes, 1, PlanPrices.MaxIncrementMinutes),
            ("minimumMinutes", prices.MinimumMinutes, 0, PlanPrices.MaxMinimumMinutes),
            ("outOfHoursSurchargePercent", prices.OutOfHoursSurchargePercent, 0, PlanPrices.MaxSurchargePercent),
            ("vatPercent", prices.VatPercent, VatRate.Lowest, VatRate.Highest),
        ];
        foreach (var (field, value, least, most) in figures)
        {
            if (value < least || value > most)
                throw PriceErrors.OutOfRange(index, field, least, most);
        }
    }

    private static void RequireNotDearer(PlanPrices prices, PlanPrices standard, int index)
    {
        (string Field, long Value, long Standards)[] figures =
        [
            ("onSiteHourlyRate", prices.OnSiteHourlyRate.Cents, standard.OnSiteHourlyRate.Cents),
            ("remoteHourlyRate", prices.RemoteHourlyRate.Cents, standard.RemoteHourlyRate.Cents),
            ("callOutFee", prices.CallOutFee.Cents, standard.CallOutFee.Cents),
            ("minimumMinutes", prices.MinimumMinutes, standard.MinimumMinutes),
            ("outOfHoursSurchargePercent", prices.OutOfHoursSurchargePercent, standard.OutOfHoursSurchargePercent),
        ];
        foreach (var (field, value, standards) in figures)
        {
            if (value > standards)
                throw PriceErrors.DearerThanStandard(prices.Plan, index, field);
        }

        // A shorter increment is not enough: 40 minutes are 50 in steps of 25, and 40 in steps of 40.
        if (standard.IncrementMinutes % prices.IncrementMinutes != 0)
            throw PriceErrors.IncrementAgainstStandard(prices.Plan, index);
    }
}
