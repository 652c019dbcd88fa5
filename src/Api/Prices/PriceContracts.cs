using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MisterAssist.Api.Http;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Prices;
using MisterAssist.Domain.Prices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Prices;

/// <summary>The prices of all plans.</summary>
internal sealed record PublishPriceListRequest
{
    /// <summary>The first day on which they hold, in Rome: tomorrow or later, or before any list holds, and no other list's.</summary>
    public required LocalDate EffectiveOn { get; init; }

    /// <summary>Of every plan there is, each once. None with a contract costs more than `standard`.</summary>
    [MaxLength(PriceList.MaxPlans)]
    public required IReadOnlyList<PlanPricesRequest> Prices { get; init; }

    public PublishPriceListCommand ToCommand() => new(EffectiveOn, [.. Prices.Select(prices => prices.ToPrices())]);
}

/// <summary>What work costs under a plan, before VAT.</summary>
internal sealed record PlanPricesRequest
{
    /// <summary>The code of the plan.</summary>
    [StringLength(PlanCode.MaxLength, MinimumLength = 1)]
    public required string Plan { get; init; }

    /// <summary>For an hour of a technician who comes; at most Standard's.</summary>
    public required MoneyRequest OnSiteHourlyRate { get; init; }

    /// <summary>For an hour of a technician who connects; at most Standard's.</summary>
    public required MoneyRequest RemoteHourlyRate { get; init; }

    /// <summary>For coming, once for each intervention on site; at most Standard's.</summary>
    public required MoneyRequest CallOutFee { get; init; }

    /// <summary>The step in which labour is billed, in minutes; Standard's is a whole multiple of it.</summary>
    [Range(1, PlanPrices.MaxIncrementMinutes)]
    public required int IncrementMinutes { get; init; }

    /// <summary>The least that is billed of any labour, in minutes; at most Standard's.</summary>
    [Range(0, PlanPrices.MaxMinimumMinutes)]
    public required int MinimumMinutes { get; init; }

    /// <summary>Of the contract; 0.00 for Standard.</summary>
    public required MoneyRequest YearlyFee { get; init; }

    /// <summary>On labour outside the plan's coverage; at most Standard's.</summary>
    [Range(0, PlanPrices.MaxSurchargePercent)]
    public required int OutOfHoursSurchargePercent { get; init; }

    /// <summary>On all of it.</summary>
    [Range(VatRate.Lowest, VatRate.Highest)]
    public required int VatPercent { get; init; }

    public PlanPrices ToPrices() => new(
        new(Plan), OnSiteHourlyRate.Amount, RemoteHourlyRate.Amount, CallOutFee.Amount, IncrementMinutes, MinimumMinutes, YearlyFee.Amount,
        OutOfHoursSurchargePercent, VatPercent);
}

/// <summary>A price list. Published, it never changes; it holds until the next one does.</summary>
internal sealed record PriceListResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>From 1, in the order of publication.</summary>
    [Range(1, int.MaxValue)]
    public required int Number { get; init; }

    /// <summary>The first day on which it holds, in Rome.</summary>
    public required LocalDate EffectiveOn { get; init; }

    /// <summary>When it was published.</summary>
    public required Instant PublishedAt { get; init; }

    /// <summary>Of every plan that there was, each once.</summary>
    [MaxLength(PriceList.MaxPlans)]
    public required IReadOnlyList<PlanPricesResponse> Prices { get; init; }

    string IVersioned.Version => $"{PriceList.Version}";

    public static PriceListResponse Of(PriceList list) => new()
    {
        Id = list.Id.ToString(),
        Number = list.Number,
        EffectiveOn = list.EffectiveOn,
        PublishedAt = list.PublishedAt,
        Prices = [.. list.Prices.Select(PlanPricesResponse.Of)],
    };
}

/// <summary>What work costs under a plan, before VAT.</summary>
internal sealed record PlanPricesResponse
{
    /// <summary>The code of the plan.</summary>
    [StringLength(PlanCode.MaxLength)]
    public required string Plan { get; init; }

    /// <summary>For an hour of a technician who comes.</summary>
    public required MoneyResponse OnSiteHourlyRate { get; init; }

    /// <summary>For an hour of a technician who connects.</summary>
    public required MoneyResponse RemoteHourlyRate { get; init; }

    /// <summary>For coming, once for each intervention on site.</summary>
    public required MoneyResponse CallOutFee { get; init; }

    /// <summary>The step in which labour is billed, in minutes: what is begun counts whole.</summary>
    [Range(1, PlanPrices.MaxIncrementMinutes)]
    public required int IncrementMinutes { get; init; }

    /// <summary>The least that is billed of any labour, in minutes.</summary>
    [Range(0, PlanPrices.MaxMinimumMinutes)]
    public required int MinimumMinutes { get; init; }

    /// <summary>Of the contract; 0.00 for Standard.</summary>
    public required MoneyResponse YearlyFee { get; init; }

    /// <summary>On labour outside the plan's coverage.</summary>
    [Range(0, PlanPrices.MaxSurchargePercent)]
    public required int OutOfHoursSurchargePercent { get; init; }

    /// <summary>On all of it.</summary>
    [Range(VatRate.Lowest, VatRate.Highest)]
    public required int VatPercent { get; init; }

    public static PlanPricesResponse Of(PlanPrices prices) => new()
    {
        Plan = prices.Plan.Value,
        OnSiteHourlyRate = MoneyResponse.Of(prices.OnSiteHourlyRate),
        RemoteHourlyRate = MoneyResponse.Of(prices.RemoteHourlyRate),
        CallOutFee = MoneyResponse.Of(prices.CallOutFee),
        IncrementMinutes = prices.IncrementMinutes,
        MinimumMinutes = prices.MinimumMinutes,
        YearlyFee = MoneyResponse.Of(prices.YearlyFee),
        OutOfHoursSurchargePercent = prices.OutOfHoursSurchargePercent,
        VatPercent = prices.VatPercent,
    };
}

/// <summary>The prices of a plan on a day, and the list that they are of.</summary>
internal sealed record PricesInForceResponse : IVersioned
{
    /// <summary>The id of the list.</summary>
    [StringLength(30)]
    public required string PriceListId { get; init; }

    /// <summary>The first day on which the list holds, in Rome.</summary>
    public required LocalDate EffectiveOn { get; init; }

    public required PlanPricesResponse Prices { get; init; }

    internal int Number { get; init; }

    string IVersioned.Version => Number.ToString(CultureInfo.InvariantCulture);

    public static PricesInForceResponse Of(PricesInForce found) => new()
    {
        PriceListId = found.List.Id.ToString(),
        EffectiveOn = found.List.EffectiveOn,
        Prices = PlanPricesResponse.Of(found.Prices),
        Number = found.List.Number,
    };
}

internal sealed class PriceListKind : IResourceKind
{
    public static string Prefix => PriceListId.Prefix;
}
