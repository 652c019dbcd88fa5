using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Prices;

/// <summary>What work costs under a plan, before VAT.</summary>
/// <param name="Plan">The plan; <see cref="PlanCode.Standard"/> for whoever has no contract.</param>
/// <param name="OnSiteHourlyRate">For an hour of a technician who comes.</param>
/// <param name="RemoteHourlyRate">For an hour of one who connects.</param>
/// <param name="CallOutFee">For coming, once for each intervention on site.</param>
/// <param name="IncrementMinutes">The step in which labour is billed.</param>
/// <param name="MinimumMinutes">The least that is billed of any labour.</param>
/// <param name="YearlyFee">Of the contract; zero for Standard.</param>
/// <param name="OutOfHoursSurchargePercent">On labour outside the plan's coverage.</param>
/// <param name="VatPercent">On all of it.</param>
public sealed record PlanPrices(
    PlanCode Plan, Money OnSiteHourlyRate, Money RemoteHourlyRate, Money CallOutFee, int IncrementMinutes, int MinimumMinutes, Money YearlyFee,
    int OutOfHoursSurchargePercent, int VatPercent)
{
    public const int MaxIncrementMinutes = 240;
    public const int MaxMinimumMinutes = 480;
    public const int MaxSurchargePercent = 100;

    private const int MinutesInHour = 60;

    /// <summary>How long work is billed: up to the next increment and at least the minimum; nothing for no work at all.</summary>
    public long BilledMinutes(Duration worked)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worked, Duration.Zero);
        if (worked == Duration.Zero)
            return 0;

        var started = ((worked.ToInt64Nanoseconds() - 1) / Duration.FromMinutes(IncrementMinutes).ToInt64Nanoseconds()) + 1;
        return Math.Max(started * IncrementMinutes, MinimumMinutes);
    }

    /// <summary>What billed minutes cost, rounded to the cent as <see cref="Money.Share"/> does.</summary>
    public Money Labour(InterventionMode mode, long minutes) =>
        (mode == InterventionMode.OnSite ? OnSiteHourlyRate : RemoteHourlyRate).Share(minutes, MinutesInHour);
}
