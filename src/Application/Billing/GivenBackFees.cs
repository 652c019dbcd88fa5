using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Billing;

/// <summary>Knows which fee of a contract is given back by which other, and which invoice charged it.</summary>
internal sealed class GivenBackFees(IChargeStore charges)
{
    /// <summary>Of the fees among some charges that are given back, the invoices that charged them; without those that stand on none.</summary>
    public async Task<IReadOnlyDictionary<ChargeId, InvoiceReference>> ChargedByAsync(IReadOnlyCollection<Charge> some, CancellationToken ct)
    {
        var found = new Dictionary<ChargeId, InvoiceReference>();
        var givenBack = some.Where(charge => charge.Origin.Fee is { IsCredit: true }).ToList();
        if (givenBack.Count == 0)
            return found;

        var all = await charges.FeesOfAsync([.. givenBack.Select(charge => charge.CustomerId).Distinct()], ct);
        var invoiced = await charges.InvoicedFeesOfAsync([.. givenBack.Select(charge => charge.Origin.ContractId!.Value).Distinct()], ct);
        foreach (var charge in givenBack)
        {
            var contract = charge.Origin.ContractId!.Value;
            // What arises in this very run is not on record yet.
            ContractFee[] fees = [.. all[contract].Select(known => known.Fee), .. some.Where(other => other.Origin.ContractId == contract).Select(other => other.Origin.Fee!)];
            if (ChargedBy(charge.Origin.Fee!, fees, [.. invoiced[contract]]) is { } by)
                found.Add(charge.Id, by);
        }

        return found;
    }

    /// <summary>Makes sure that nothing of a fee that is credited for good was given back besides.</summary>
    /// <exception cref="BusinessException">Some of it was.</exception>
    public async Task RefuseGivenBackAsync(InvoiceContent credited, CancellationToken ct)
    {
        var taken = credited.Lines.Select(line => line.Origin).Where(origin => origin.Fee is not null).ToList();
        if (taken.Count == 0)
            return;

        foreach (var contract in (await charges.FeesOfAsync([credited.Customer.Id], ct)).Where(known => taken.Exists(origin => origin.ContractId == known.Key)))
        {
            var numbers = taken.Where(origin => origin.ContractId == contract.Key).Select(origin => origin.Fee!.Number).ToHashSet();
            var givenBack = contract.Where(fee => !fee.IsWaived && !numbers.Contains(fee.Fee.Number)).Select(fee => fee.Fee.GivenBackOf(contract.Select(any => any.Fee)));
            if (givenBack.FirstOrDefault(fee => fee is not null && numbers.Contains(fee.Number)) is { } fee)
                throw InvoiceErrors.FeeGivenBack(fee.From);
        }
    }

    /// <summary>
    /// A fee may stand on a document on which more was given back than charged: then it only lessened what was given back of the one before, and
    /// it is from the invoice of that one that more is given back now.
    /// </summary>
    private static InvoiceReference? ChargedBy(ContractFee credit, IReadOnlyCollection<ContractFee> fees, IReadOnlyList<InvoicedFee> invoiced)
    {
        for (var given = credit; given?.GivenBackOf(fees) is { } fee; given = fee.InPlaceOf(fees))
        {
            if (invoiced.FirstOrDefault(known => known.Fee.Number == fee.Number)?.Invoice is not { } by)
                return null;
            if (by.Number.Kind == InvoiceKind.Invoice)
                return by;
        }

        return null;
    }
}
