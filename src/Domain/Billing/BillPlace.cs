using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Domain.Billing;

/// <summary>The document that a charge belongs to.</summary>
/// <remarks>
/// What is given back of a fee belongs where the fee is, and never among other charges: it has the VAT under which that was charged, and is owed back by
/// that invoice alone. Once that is issued, it is given back by a credit note over it.
/// </remarks>
/// <param name="Draft">That was begun before; null where the document is another.</param>
/// <param name="Charged">The issued invoice over which the credit note is; null where it is none.</param>
public sealed record BillPlace(InvoiceId? Draft, InvoiceId? Charged)
{
    /// <summary>The invoice of the month that is billed.</summary>
    public static BillPlace OfTheMonth { get; } = new(null, null);

    /// <summary>Sorts what is open by where it belongs.</summary>
    /// <param name="open">Charges of a customer; what is given back of a fee that is open as well is there with it.</param>
    /// <param name="standing">The fees of the same contracts that stand on a draft or an issued invoice.</param>
    public static ILookup<BillPlace, Charge> Sort(IReadOnlyCollection<Charge> open, IReadOnlyCollection<StandingFee> standing) =>
        open.ToLookup(charge => Of(charge.Origin, open, standing));

    private static BillPlace Of(ChargeOrigin origin, IReadOnlyCollection<Charge> open, IReadOnlyCollection<StandingFee> standing)
    {
        if (origin is not { ContractId: { } contract, Fee: { IsCredit: true } credit })
            return OfTheMonth;

        return StandingOf(contract, credit, open, standing) is not { } charged
            ? OfTheMonth
            : charged.Number is null ? new(charged.InvoiceId, null) : new(null, charged.InvoiceId);
    }

    /// <summary>The fee of which something gives days back, where it stands on a document; null where it is open as well.</summary>
    public static StandingFee? StandingOf(
        ContractId contract, ContractFee credit, IReadOnlyCollection<Charge> open, IReadOnlyCollection<StandingFee> standing)
    {
        var theirs = standing.Where(other => other.ContractId == contract).ToList();
        var fee = credit.GivenBackOf(open.Select(other => other.Origin).Where(other => other.ContractId == contract).Select(other => other.Fee!)
            .Concat(theirs.Select(other => other.Fee)));
        return theirs.Find(other => other.Fee.Number == fee?.Number);
    }
}

/// <summary>A fee that stands on a draft or an issued invoice.</summary>
/// <param name="ContractId">Whose it is.</param>
/// <param name="Fee">The fee.</param>
/// <param name="ChargeId">By which it is charged.</param>
/// <param name="InvoiceId">On which it stands.</param>
/// <param name="Number">Of that; null for a draft.</param>
public sealed record StandingFee(ContractId ContractId, ContractFee Fee, ChargeId ChargeId, InvoiceId InvoiceId, InvoiceNumber? Number);
