using MisterAssist.Domain.Parts;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Interventions.Parts;

/// <summary>A part that an intervention fits, at the price of the catalogue when it was put down.</summary>
/// <param name="Number">From 1, in the order in which they were put down.</param>
/// <param name="Item">What it is, and what one costs.</param>
/// <param name="Quantity">How many; at least one.</param>
/// <param name="Approval">What the customer was asked; null where nobody had to be.</param>
public sealed record FittedPart(int Number, CatalogueItem Item, int Quantity, PartApproval? Approval)
{
    public const int MaxQuantity = 1000;

    public PartState State => Approval switch
    {
        null => PartState.Accepted,
        { Decision: null } => PartState.Undecided,
        { Decision.IsApproved: true } => PartState.Approved,
        _ => PartState.Declined,
    };

    /// <summary>Whether it may be charged.</summary>
    public bool IsAgreed => State is PartState.Accepted or PartState.Approved;
}

/// <summary>A part of the catalogue, as it stands there when it is fitted.</summary>
/// <param name="Id">In the catalogue.</param>
/// <param name="Code">What people order it by.</param>
/// <param name="Name">As the customer reads it.</param>
/// <param name="UnitPrice">Without VAT.</param>
/// <param name="VatPercent">The rate at which it is taxed.</param>
public sealed record CatalogueItem(PartId Id, string Code, LocalizedText Name, Money UnitPrice, int VatPercent);

/// <summary>What the customer was asked about a part.</summary>
/// <param name="AskedAt">When.</param>
/// <param name="Text">What is shown to whoever decides: kept as it was asked.</param>
/// <param name="Decision">Null while nobody has decided.</param>
public sealed record PartApproval(Instant AskedAt, LocalizedText Text, PartDecision? Decision);

/// <summary>What the customer decided.</summary>
public sealed record PartDecision(bool IsApproved, Actor By, Instant At, string? Reason);

/// <summary>Whether the customer agrees to a part.</summary>
public enum PartState
{
    /// <summary>A small one, for which nobody has to be asked.</summary>
    Accepted,

    /// <summary>The customer was asked, and has not decided.</summary>
    Undecided,

    /// <summary>The customer agreed.</summary>
    Approved,

    /// <summary>The customer did not want it: it enters no report.</summary>
    Declined,
}
