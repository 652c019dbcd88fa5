using MisterAssist.Api.Shared;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Api.Prices;

/// <summary>What the documentation shows: a list of round figures.</summary>
internal static class PriceExamples
{
    private const string Id = "prl_01kaj3b6q0e1r8v5x2m9t4c7hw";

    public static PublishPriceListRequest PublishRequest { get; } = new()
    {
        EffectiveOn = new(2027, 1, 1),
        Prices =
        [
            Prices("bronze", onSite: 55, remote: 45, callOut: 30, increment: 15, minimum: 30, yearly: 240, surcharge: 50),
            Prices("silver", onSite: 50, remote: 40, callOut: 20, increment: 15, minimum: 30, yearly: 960, surcharge: 30),
            Prices("gold", onSite: 45, remote: 35, callOut: 0, increment: 10, minimum: 10, yearly: 2400, surcharge: 0),
            Prices("standard", onSite: 60, remote: 50, callOut: 35, increment: 30, minimum: 60, yearly: 0, surcharge: 50),
        ],
    };

    public static PriceListResponse List { get; } = new()
    {
        Id = Id,
        Number = 1,
        EffectiveOn = PublishRequest.EffectiveOn,
        PublishedAt = Instant.FromUtc(2026, 11, 20, 18, 30),
        Prices = [.. PublishRequest.Prices.Select(prices => PlanPricesResponse.Of(prices.ToPrices()))],
    };

    public static PageResponse<PriceListResponse> Page { get; } = new() { Data = [List], NextCursor = null };

    public static PricesInForceResponse InForce { get; } =
        new() { PriceListId = Id, EffectiveOn = List.EffectiveOn, Prices = List.Prices[1] };

    private static PlanPricesRequest Prices(
        string plan, int onSite, int remote, int callOut, int increment, int minimum, int yearly, int surcharge) => new()
        {
            Plan = plan,
            OnSiteHourlyRate = Euro(onSite),
            RemoteHourlyRate = Euro(remote),
            CallOutFee = Euro(callOut),
            IncrementMinutes = increment,
            MinimumMinutes = minimum,
            YearlyFee = Euro(yearly),
            OutOfHoursSurchargePercent = surcharge,
            VatPercent = VatRate.Ordinary,
        };

    private static MoneyRequest Euro(int amount) => MoneyRequest.Of(new(amount * 100L));
}
