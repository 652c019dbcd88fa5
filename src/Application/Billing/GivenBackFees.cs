using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>Sees to it that no fee is taken off an invoice while days of it are given back elsewhere.</summary>
internal sealed class GivenBackFees(IChargeStore charges)
{
    /// <summary>Makes sure that what is given back is not taken back for good where the same days were charged anew: they would be charged twice.</summary>
    /// <param name="credited">What is taken back; anything but what billing gave back is left alone.</param>
    /// <param name="ct">To give up.</param>
    /// <exception cref="BusinessException">They were.</exception>
    public async Task RefuseChargedAnewAsync(InvoiceContent credited, CancellationToken ct)
    {
        var credits = credited.Lines.Where(line => line.Origin.Fee is { IsCredit: true }).ToList();
        if (credits.Count == 0 || credited.Credits?.OwedAgainBy is null)
            return;

        var known = await charges.FeesOfAsync([credited.Customer.Id], ct);
        if (credits.Find(line => known[line.Origin.ContractId!.Value].Any(other => !other.IsWaived && IsAnew(other.Fee, line.Origin.Fee!))) is { } charged)
            throw InvoiceErrors.FeeChargedAnew(charged.Origin.Fee!.From);

        static bool IsAnew(ContractFee fee, ContractFee credit) => !fee.IsCredit && fee.Number > credit.Number && fee.From < credit.To && credit.From < fee.To;
    }

    /// <summary>Gives what gives days of credited fees back and is itself still to be billed: it goes where they go.</summary>
    /// <param name="credited">What is taken off an invoice; a fee together with what gives days of it back there.</param>
    /// <param name="ct">To give up.</param>
    /// <exception cref="BusinessException">A credit note gives days of one of the fees back, or a draft of one.</exception>
    public async Task<IReadOnlyList<ChargeId>> StillOpenOfAsync(InvoiceContent credited, CancellationToken ct)
    {
        var contracts = credited.Lines.Where(line => line.Origin.Fee is { IsCredit: false }).Select(line => line.Origin.ContractId!.Value).Distinct().ToList();
        if (contracts.Count == 0)
            return [];

        var taken = credited.Lines.Select(line => line.ChargeId).ToHashSet();
        var standing = await charges.StandingFeesOfAsync(contracts, ct);
        var open = (await charges.OpenOfAsync([credited.Customer.Id], LocalDate.MaxIsoValue, ct)).Where(charge => charge.Origin.Fee is not null).ToList();
        if (standing.FirstOrDefault(other => !taken.Contains(other.ChargeId) && IsOfTaken(other.ContractId, other.Fee)) is { } elsewhere)
            throw InvoiceErrors.FeeGivenBack(elsewhere.Fee.From, elsewhere.InvoiceId, elsewhere.Number);

        return [.. open.Where(charge => IsOfTaken(charge.Origin.ContractId!.Value, charge.Origin.Fee!)).Select(charge => charge.Id)];

        bool IsOfTaken(ContractId contract, ContractFee credit) =>
            BillPlace.StandingOf(contract, credit, open, standing) is { } fee && taken.Contains(fee.ChargeId);
    }
}
