using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Billing;

/// <summary>Knows which fee of a contract is given back by which other, and how that was charged.</summary>
internal sealed class GivenBackFees(IChargeStore charges)
{
    /// <summary>Of the fees among some charges that are given back, how they were charged; without those that stand on no invoice.</summary>
    public async Task<IReadOnlyDictionary<ChargeId, FeeAsCharged>> AsChargedAsync(IReadOnlyCollection<Charge> some, CancellationToken ct)
    {
        var found = new Dictionary<ChargeId, FeeAsCharged>();
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
            if (AsCharged(charge.Origin.Fee!, fees, [.. invoiced[contract]]) is { } charged)
                found.Add(charge.Id, charged);
        }

        return found;
    }

    /// <summary>Makes sure that what was given back of a fee besides does not stay behind when that is credited.</summary>
    /// <remarks>
    /// Credited for good, nothing may have been given back at all. To be billed again it may, but by what is itself still to be billed, or by an
    /// invoice, which has taken it off its own sum: a credit note was set off against the very invoice that is credited. What the exchange system
    /// refused may not be named by anything.
    /// </remarks>
    /// <param name="credited">What is taken back.</param>
    /// <param name="billAgain">Whether it will be billed again.</param>
    /// <param name="ct">To give up.</param>
    /// <exception cref="BusinessException">Some of it was.</exception>
    public async Task RefuseGivenBackAsync(InvoiceContent credited, bool billAgain, CancellationToken ct)
    {
        var taken = credited.Lines.Select(line => line.Origin).Where(origin => origin.Fee is not null).ToList();
        if (taken.Count == 0)
            return;

        var invoiced = await charges.InvoicedFeesOfAsync([.. taken.Select(origin => origin.ContractId!.Value).Distinct()], ct);
        foreach (var contract in (await charges.FeesOfAsync([credited.Customer.Id], ct)).Where(known => taken.Exists(origin => origin.ContractId == known.Key)))
        {
            var numbers = taken.Where(origin => origin.ContractId == contract.Key).Select(origin => origin.Fee!.Number).ToHashSet();
            var others = contract.Where(known => !known.IsWaived && !numbers.Contains(known.Fee.Number)).Select(known => known.Fee);
            var givenBack = others
                .Where(other => !billAgain || StaysBehind(other, credited, [.. invoiced[contract.Key]]))
                .Select(other => other.GivenBackOf(contract.Select(any => any.Fee)));
            if (givenBack.FirstOrDefault(fee => fee is not null && numbers.Contains(fee.Number)) is { } fee)
                throw InvoiceErrors.FeeGivenBack(fee.From);
        }
    }

    private static bool StaysBehind(ContractFee fee, InvoiceContent credited, IReadOnlyList<InvoicedFee> invoiced) =>
        invoiced.FirstOrDefault(known => known.Fee.Number == fee.Number) is { } known
        && (known.Charged.Invoice.Number.Kind == InvoiceKind.CreditNote || credited.Credits is { WasRefused: true });

    /// <summary>
    /// A fee may stand on a document on which more was given back than charged: then it only lessened what was given back of the one before, and
    /// it is from the invoice of that one that more is given back now.
    /// </summary>
    private static FeeAsCharged? AsCharged(ContractFee credit, IReadOnlyCollection<ContractFee> fees, IReadOnlyList<InvoicedFee> invoiced)
    {
        FeeAsCharged? first = null;
        for (var given = credit; given?.GivenBackOf(fees) is { } fee; given = fee.InPlaceOf(fees))
        {
            if (invoiced.FirstOrDefault(known => known.Fee.Number == fee.Number)?.Charged is not { } charged)
                return null;
            first ??= charged;
            if (charged.Invoice.Number.Kind == InvoiceKind.Invoice)
                return first with { Invoice = charged.Invoice };
        }

        return null;
    }
}
