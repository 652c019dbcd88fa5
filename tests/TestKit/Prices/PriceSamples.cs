using MisterAssist.Domain.Prices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.TestKit.Prices;

/// <summary>Price lists that are right as they come: a test sets only what matters to it.</summary>
public static class PriceSamples
{
    public static readonly Instant PublishedAt = Moments.Utc("2026-11-20T18:30:00.123456Z");

    public static readonly LocalDate FirstDay = new(2027, 1, 1);

    public static readonly IReadOnlyList<PlanCode> Plans = [new("bronze"), new("silver"), new("gold"), PlanCode.Standard];

    /// <summary>Of every plan of <see cref="Plans"/>.</summary>
    public static IReadOnlyList<PlanPrices> All =>
        [Prices(), Prices("silver", onSite: "50.00", yearly: "960.00"), Prices("gold", callOut: "0.00", increment: 10, minimum: 0), Standard()];

    /// <summary>An on-site hour at 55.00, a remote one at 45.00, in steps of 15 minutes and half an hour at least.</summary>
    public static PlanPrices Prices(
        string plan = "bronze", string onSite = "55.00", string remote = "45.00", string callOut = "30.00", int increment = 15, int minimum = 30,
        string yearly = "240.00", int surcharge = 50, int vat = VatRate.Ordinary) => new(
            new(plan), Euro(onSite), Euro(remote), Euro(callOut), increment, minimum, Euro(yearly), surcharge, vat);

    /// <summary>An on-site hour at 60.00, a remote one at 50.00, in steps of half an hour and an hour at least.</summary>
    public static PlanPrices Standard(int increment = 30, int minimum = 60, string yearly = "0.00") =>
        Prices("standard", "60.00", "50.00", "35.00", increment, minimum, yearly);

    public static PriceList List(
        LocalDate? effectiveOn = null, IReadOnlyList<PlanPrices>? prices = null, PriceList? latest = null, Instant? at = null) =>
        PriceList.Publish(effectiveOn ?? FirstDay, prices ?? All, Plans, latest, latest?.EffectiveOn, at ?? PublishedAt);

    public static Money Euro(string amount) => Money.TryParse(amount, out var money) ? money : throw new FormatException($"'{amount}' is no amount");
}
