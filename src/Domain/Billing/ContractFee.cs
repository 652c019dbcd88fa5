using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Billing;

/// <summary>What a contract owes for some of its days, or what is given back for days that were charged already.</summary>
/// <param name="Number">From 1, in the order in which the fees of a contract arose.</param>
/// <param name="IsCredit">Whether it is given back.</param>
/// <param name="From">The first day, in Rome; inclusive. It is due on that day.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Year">To which the days belong.</param>
/// <param name="Plan">What those days were to give.</param>
/// <param name="Price">By which they are counted.</param>
/// <param name="DaysLeft">Where it is given back, of how many days: those of the fee that were not given back before. Null where it is charged.</param>
/// <param name="CreditOf">Where it is given back, the number of the fee that charged it; null where it is charged.</param>
/// <param name="InPlaceOf">Where it is given back, the plan that the contract gave instead; null where it gave none, and where it is charged.</param>
public sealed record ContractFee(
    int Number, bool IsCredit, LocalDate From, LocalDate To, FeeYear Year, PlanCode Plan, FeePrice Price, int? DaysLeft = null, int? CreditOf = null,
    PlanCode? InPlaceOf = null)
{
    public int Days => Period.DaysBetween(From, To);

    /// <summary>
    /// Without VAT: the days' share of the yearly fee, rounded to the cent. What is given back is negative, and is the difference between the shares
    /// of the days that were left and that are: however often a fee is given back in part, it comes to no more than itself.
    /// </summary>
    public Money Amount => IsCredit ? ShareOf((DaysLeft ?? Days) - Days) - ShareOf(DaysLeft ?? Days) : ShareOf(Days);

    public bool Covers(LocalDate day) => From <= day && day < To;

    /// <summary>Of fees of the same contract, that whose days this one gives back; null where it gives back none of them.</summary>
    /// <remarks>In what was written before <see cref="CreditOf"/> was, it is the last one before it that covers them.</remarks>
    public ContractFee? GivenBackOf(IEnumerable<ContractFee> fees) => IsCredit
        ? fees
            .Where(fee => !fee.IsCredit && fee.Year.From == Year.From && (CreditOf is { } number ? fee.Number == number : fee.Number < Number && fee.Covers(From)))
            .MaxBy(fee => fee.Number)
        : null;

    private Money ShareOf(int days) => Price.YearlyFee.Share(days, Year.Days);
}

/// <summary>A fee that is on record.</summary>
/// <param name="Fee">The fee.</param>
/// <param name="IsWaived">Whether it was taken back for good: it is not owed any more.</param>
public sealed record KnownFee(ContractFee Fee, bool IsWaived);

/// <summary>What a plan costs in a year.</summary>
/// <param name="YearlyFee">Without VAT.</param>
/// <param name="VatPercent">On it.</param>
public sealed record FeePrice(Money YearlyFee, int VatPercent);
