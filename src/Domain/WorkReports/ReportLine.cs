using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.WorkReports;

/// <summary>A line of a work report, as an invoice will show it. An item stands at its full price; what is taken off it is a line of its own after it.</summary>
/// <param name="Number">From 1, in the order in which they stand.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Description">As the customer reads it.</param>
/// <param name="Quantity">In <paramref name="Unit"/>s; 1 for discounts.</param>
/// <param name="Unit">Of the quantity.</param>
/// <param name="UnitPrice">Without VAT: of a piece, or of an hour where the unit is a minute; of a discount its amount.</param>
/// <param name="Amount">Without VAT, rounded to the cent, half away from zero; negative for discounts.</param>
/// <param name="VatPercent">The rate at which it is taxed on the invoice.</param>
/// <param name="Discount">What it takes off, and why; null for items.</param>
public sealed record ReportLine(
    int Number, ReportLineKind Kind, LocalizedText Description, long Quantity, QuantityUnit Unit, Money UnitPrice, Money Amount, int VatPercent,
    LineDiscount? Discount);

/// <summary>What a line of a work report is for.</summary>
public enum ReportLineKind
{
    /// <summary>That a technician came.</summary>
    CallOut,

    /// <summary>The time of a technician.</summary>
    Labour,

    /// <summary>For labour outside the hours of the plan.</summary>
    Surcharge,

    /// <summary>A part that was fitted.</summary>
    Part,

    /// <summary>What is taken off an item.</summary>
    Discount,
}

/// <summary>What a quantity counts.</summary>
public enum QuantityUnit
{
    Piece,

    /// <summary>Of labour; its unit price is that of an hour.</summary>
    Minute,
}

/// <summary>What a line takes off another.</summary>
/// <param name="OfLine">The number of the item; an item has one discount at the most.</param>
/// <param name="Reason">For programs.</param>
/// <param name="Percent">From 1 to 100, of the item's amount.</param>
public sealed record LineDiscount(int OfLine, DiscountReason Reason, int Percent);

/// <summary>Why something is taken off.</summary>
public enum DiscountReason
{
    /// <summary>The contract pays for it.</summary>
    IncludedInPlan,

    /// <summary>Presence for an urgent report came after its deadline.</summary>
    LateUrgent,

    /// <summary>The technician came after the time of the appointment.</summary>
    LateNormal,

    /// <summary>It follows an intervention that did not solve the problem.</summary>
    FollowUp,

    /// <summary>It mends an error of our own.</summary>
    OurFault,

    /// <summary>Nobody was there, and the plan does not charge for having come.</summary>
    NobodyThere,
}
