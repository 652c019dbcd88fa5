using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Figures;

/// <summary>What figures about money are told apart by.</summary>
public enum FigureDimension
{
    /// <summary>A month in Rome.</summary>
    Month,

    /// <summary>The plan under which it was charged.</summary>
    Plan,

    /// <summary>Whose it is.</summary>
    Customer,
}

/// <summary>What a figure is about; null for whatever is not told apart.</summary>
public sealed record FigureGroup(YearMonth? Month, PlanCode? Plan, CustomerId? Customer);

/// <summary>What was earned.</summary>
/// <param name="Group">By what, in which month of issue.</param>
/// <param name="Net">Without VAT: the lines of all invoices, less those of all credit notes.</param>
public sealed record Revenue(FigureGroup Group, Money Net);

/// <summary>Guarantees of a kind that were given.</summary>
/// <param name="Group">To whom, in the month in which the intervention ended.</param>
/// <param name="Kind">Which.</param>
/// <param name="Times">How many interventions triggered it.</param>
/// <param name="TakenOff">Without VAT: what it takes off on the work reports on them that stand issued.</param>
public sealed record GivenGuarantees(FigureGroup Group, GuaranteeKind Kind, int Times, Money TakenOff)
{
    public GuaranteePlace Place => new(Group, Kind);
}

/// <summary>Where given guarantees stand in their order.</summary>
public sealed record GuaranteePlace(FigureGroup Group, GuaranteeKind Kind);
