using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Shared;
using MisterAssist.Domain.Figures;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Figures;

/// <summary>What was earned.</summary>
internal sealed record RevenueFigureResponse
{
    /// <summary>The month in Rome of the dates of issue; null where months are not told apart.</summary>
    public YearMonth? Month { get; init; }

    /// <summary>The code of the plan that a fee pays for, or under which the work was done; null where plans are not told apart.</summary>
    [StringLength(PlanCode.MaxLength)]
    public string? Plan { get; init; }

    /// <summary>Who owes it; null where customers are not told apart.</summary>
    [StringLength(30)]
    public string? CustomerId { get; init; }

    /// <summary>Without VAT: the lines of all invoices, less those of all credit notes.</summary>
    public required MoneyResponse Net { get; init; }

    public static RevenueFigureResponse Of(Revenue revenue) => new()
    {
        Month = revenue.Group.Month,
        Plan = revenue.Group.Plan?.Value,
        CustomerId = revenue.Group.Customer?.ToString(),
        Net = MoneyResponse.Of(revenue.Net),
    };
}

/// <summary>Guarantees of a kind that were given, and what they took off.</summary>
internal sealed record GuaranteeFigureResponse
{
    /// <summary>The month in Rome in which the interventions ended; null where months are not told apart.</summary>
    public YearMonth? Month { get; init; }

    /// <summary>The code of the plan under which the work was done; null where plans are not told apart.</summary>
    [StringLength(PlanCode.MaxLength)]
    public string? Plan { get; init; }

    /// <summary>For whom; null where customers are not told apart.</summary>
    [StringLength(30)]
    public string? CustomerId { get; init; }

    /// <summary>Which.</summary>
    public required GuaranteeKind Kind { get; init; }

    /// <summary>How many interventions triggered it, also where it took off nothing.</summary>
    [Range(1, int.MaxValue)]
    public required int Times { get; init; }

    /// <summary>Without VAT: what it takes off on the work reports on them that stand issued.</summary>
    public required MoneyResponse TakenOff { get; init; }

    public static GuaranteeFigureResponse Of(GivenGuarantees given) => new()
    {
        Month = given.Group.Month,
        Plan = given.Group.Plan?.Value,
        CustomerId = given.Group.Customer?.ToString(),
        Kind = given.Kind,
        Times = given.Times,
        TakenOff = MoneyResponse.Of(given.TakenOff),
    };
}
