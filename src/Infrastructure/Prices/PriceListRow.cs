using MisterAssist.Domain.Prices;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Prices;

/// <summary>A price list joined with the prices of one of its plans.</summary>
internal sealed class PriceListRow
{
    public required string Id { get; init; }

    public required int Number { get; init; }

    public required string EffectiveOn { get; init; }

    public required string PublishedAt { get; init; }

    public required string PlanCode { get; init; }

    public required int Position { get; init; }

    public required long OnSiteHourlyCents { get; init; }

    public required long RemoteHourlyCents { get; init; }

    public required long CallOutCents { get; init; }

    public required int IncrementMinutes { get; init; }

    public required int MinimumMinutes { get; init; }

    public required long YearlyFeeCents { get; init; }

    public required int OutOfHoursSurcharge { get; init; }

    public required int VatPercent { get; init; }

    public static IEnumerable<PriceListRow> From(PriceList list) => list.Prices.Select((prices, position) => new PriceListRow
    {
        Id = DbText.From(list.Id.Value),
        Number = list.Number,
        EffectiveOn = DbText.From(list.EffectiveOn),
        PublishedAt = DbText.From(list.PublishedAt),
        PlanCode = prices.Plan.Value,
        Position = position,
        OnSiteHourlyCents = prices.OnSiteHourlyRate.Cents,
        RemoteHourlyCents = prices.RemoteHourlyRate.Cents,
        CallOutCents = prices.CallOutFee.Cents,
        IncrementMinutes = prices.IncrementMinutes,
        MinimumMinutes = prices.MinimumMinutes,
        YearlyFeeCents = prices.YearlyFee.Cents,
        OutOfHoursSurcharge = prices.OutOfHoursSurchargePercent,
        VatPercent = prices.VatPercent,
    });

    /// <summary>Of rows in the order of their lists, and of the plans within.</summary>
    public static IReadOnlyList<PriceList> ToLists(IEnumerable<PriceListRow> rows) =>
    [
        .. from row in rows
           group row by row.Id into list
           let first = list.First()
           select PriceList.FromState(
               new(DbText.ToId(first.Id)), first.Number, DbText.ToDate(first.EffectiveOn), DbText.ToInstant(first.PublishedAt),
               [.. list.Select(row => row.ToPrices())]),
    ];

    private PlanPrices ToPrices() => new(
        new(PlanCode), new(OnSiteHourlyCents), new(RemoteHourlyCents), new(CallOutCents), IncrementMinutes, MinimumMinutes, new(YearlyFeeCents),
        OutOfHoursSurcharge, VatPercent);
}
