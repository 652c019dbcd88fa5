using MisterAssist.Application.Contracts;
using MisterAssist.Application.Prices;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Prices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>Finds what the contracts of customers owe beyond what they were charged for.</summary>
internal sealed class Fees(IContractStore contracts, IChargeStore charges, IPriceListReader prices, IPlanReader plans) : IForgetful
{
    private IReadOnlyList<PriceList>? _lists;
    private IReadOnlyDictionary<PlanCode, LocalizedText>? _names;

    public void Forget() => (_lists, _names) = (null, null);

    /// <summary>Of some customers, up to a day; asking for those of one of them may fail.</summary>
    public async Task<Func<CustomerId, IReadOnlyList<Charge>>> OfAsync(
        IReadOnlyCollection<CustomerId> customers, LocalDate upTo, Instant now, CancellationToken ct)
    {
        _lists ??= await prices.AllAsync(ct);
        _names ??= (await plans.AllAsync(now, ct)).ToDictionary(plan => plan.Version.Plan, plan => plan.Name);
        var theirs = (await contracts.OfAsync(customers, ct)).ToLookup(contract => contract.Customer);
        var known = await charges.FeesOfAsync(customers, ct);
        return customer =>
        [
            .. from contract in theirs[customer]
               from fee in ContractFees.DueOf(contract, [.. known[contract.Id]], upTo, PriceOf)
               select Charge.Of(contract, fee, _names.GetValueOrDefault(fee.Plan) ?? new(fee.Plan.Value, fee.Plan.Value), now),
        ];
    }

    private FeePrice PriceOf(PlanCode plan, LocalDate day) =>
        _lists!.Where(list => list.EffectiveOn <= day).MaxBy(list => list.EffectiveOn)?.Prices.FirstOrDefault(priced => priced.Plan == plan) is { } found
            ? new(found.YearlyFee, found.VatPercent)
            : throw BillingErrors.FeeNotPriced(plan, day);
}
