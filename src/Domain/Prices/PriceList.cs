using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Prices;

/// <summary>The prices of all plans from a day on, until the next list holds.</summary>
/// <remarks>Published, it never changes and is never taken back: what it priced stays as it was priced.</remarks>
public sealed class PriceList
{
    /// <summary>Published, it does not change: there is one version.</summary>
    public const int Version = 1;

    /// <summary>The most plans that a list may price.</summary>
    public const int MaxPlans = 50;

    /// <summary>No list holds before: the first year of the founding plans.</summary>
    public const int FirstYear = 2001;

    private PriceList(PriceListId id, int number, LocalDate effectiveOn, Instant publishedAt, IReadOnlyList<PlanPrices> prices) =>
        (Id, Number, EffectiveOn, PublishedAt, Prices) = (id, number, effectiveOn, publishedAt, prices);

    public PriceListId Id { get; }

    /// <summary>From 1, in the order of publication.</summary>
    public int Number { get; }

    /// <summary>The first day on which it holds, in Rome.</summary>
    public LocalDate EffectiveOn { get; }

    public Instant PublishedAt { get; }

    /// <summary>Of each plan once.</summary>
    public IReadOnlyList<PlanPrices> Prices { get; }

    /// <param name="effectiveOn">Tomorrow in Rome or later, so that what is done today keeps the prices of today; or a day before any list holds, which has no prices yet.</param>
    /// <param name="prices">Of every plan.</param>
    /// <param name="plans">All that exist.</param>
    /// <param name="latest">The list published last; null where there is none yet.</param>
    /// <param name="firstDay">On which any list holds; null where there is none yet.</param>
    /// <param name="now">The instant of publication.</param>
    /// <exception cref="BusinessException">
    /// It would hold from today or the past, a plan is missing, there twice or unknown, a figure is out of its bounds, or a contract would cost more than Standard.
    /// </exception>
    public static PriceList Publish(
        LocalDate effectiveOn, IReadOnlyList<PlanPrices> prices, IReadOnlyCollection<PlanCode> plans, PriceList? latest, LocalDate? firstDay, Instant now)
    {
        var today = now.InZone(Company.Zone).Date;
        if (firstDay <= effectiveOn && effectiveOn <= today)
            throw PriceErrors.InThePast(effectiveOn, today);
        PriceRules.Require(prices, plans);

        return new(PriceListId.New(now), (latest?.Number ?? 0) + 1, effectiveOn, now, prices);
    }

    /// <summary>For persistence only.</summary>
    public static PriceList FromState(
        PriceListId id, int number, LocalDate effectiveOn, Instant publishedAt, IReadOnlyList<PlanPrices> prices) =>
        new(id, number, effectiveOn, publishedAt, prices);

    /// <exception cref="BusinessException">The plan came after the list.</exception>
    public PlanPrices For(PlanCode plan) =>
        Prices.FirstOrDefault(prices => prices.Plan == plan) ?? throw PriceErrors.NoListThen(plan, EffectiveOn);
}
