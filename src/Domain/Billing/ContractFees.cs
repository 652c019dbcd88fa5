using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Billing;

/// <summary>Finds what a contract owes beyond what it was charged for: the days that it gives are compared with the days that were charged.</summary>
/// <remarks>
/// <para>
/// The fee of a year is due on its first day, and pays for the days of that year on which the contract is in force. After a change of plan, or an
/// early end, the days from then on are given back at the price at which they were charged, and charged at that of the new plan. What was taken
/// back for good is not given back once more, and its days are not charged again but for another plan. What was given back and is owed after all, as
/// its credit note was taken back for good, pays for its days again, whatever they were given back for: it is given back when something else is given then.
/// </para>
/// <para>
/// A day belongs to the plan that held when it began. However late it is asked, and however often, the outcome is the same: what was found is
/// handed in again as known. Source: domain.md, section 8.
/// </para>
/// </remarks>
public static class ContractFees
{
    /// <param name="contract">As it stands.</param>
    /// <param name="known">All that was charged for it or given back, in any order; also what is not owed any more.</param>
    /// <param name="upTo">The last day on which something may be due, inclusive.</param>
    /// <param name="priceOf">What a plan costs that is charged from a day on.</param>
    /// <returns>In the order in which it is due, numbered on from the last known one.</returns>
    public static IReadOnlyList<ContractFee> DueOf(
        Contract contract, IReadOnlyCollection<KnownFee> known, LocalDate upTo, Func<PlanCode, LocalDate, FeePrice> priceOf)
    {
        var due = new List<ContractFee>();
        var next = known.Count == 0 ? 1 : known.Max(fee => fee.Fee.Number) + 1;
        foreach (var year in YearsOf(contract, known, upTo))
        {
            var told = known.Where(fee => fee.Fee.Year.From == year.From).OrderBy(fee => fee.Fee.Number).ToList();
            var undone = UndoneOf(told);
            IReadOnlyList<ContractFee> Told() => [.. told.Select(fee => fee.Fee).Except(undone), .. due];
            foreach (var stretch in Differences(contract, told, undone, year).Where(stretch => stretch.From <= upTo))
            {
                foreach (var wrong in stretch.Wrong)
                {
                    if (GiveBack(wrong, stretch, next, Told()) is not { } credit)
                        continue;

                    due.Add(credit);
                    next++;
                }

                if (!stretch.IsPaid && stretch.Given is { } plan && priceOf(plan, stretch.From) is { YearlyFee: var fee } price && fee > Money.Zero)
                    due.Add(new(next++, IsCredit: false, stretch.From, stretch.To, year, plan, price));
            }
        }

        return due;
    }

    /// <returns>Null where what is left of a fee comes to less than a cent.</returns>
    private static ContractFee? GiveBack(ContractFee fee, Stretch days, int number, IReadOnlyCollection<ContractFee> known)
    {
        var left = fee.Days - known.Where(other => other.GivenBackOf(known) == fee).Sum(other => other.Days);
        var credit = new ContractFee(number, IsCredit: true, days.From, days.To, fee.Year, fee.Plan, fee.Price, left, fee.Number, days.Given);
        return credit.Amount == Money.Zero ? null : credit;
    }

    private static IEnumerable<FeeYear> YearsOf(Contract contract, IReadOnlyCollection<KnownFee> known, LocalDate upTo)
    {
        var end = FirstDayFrom(contract.EndsAt);
        var year = FeeYear.Of(contract.Term.StartsOn, 0);
        while (year.From <= upTo && (year.From < end || known.Any(fee => fee.Fee.To > year.From)))
        {
            yield return year;
            year = FeeYear.Of(contract.Term.StartsOn, year.Number + 1);
        }
    }

    /// <summary>What was given back of fees, and is owed after all for good. What went with its fee is not: of that nothing is owed.</summary>
    private static List<ContractFee> UndoneOf(List<KnownFee> told)
    {
        var owed = told.Where(fee => fee is { IsWaived: false, Fee.IsCredit: false }).Select(fee => fee.Fee).ToList();
        return [.. from fee in told where fee.IsWaived && fee.Fee.GivenBackOf(owed) is not null select fee.Fee];
    }

    /// <summary>The stretches of a year that are charged otherwise than they are given.</summary>
    private static List<Stretch> Differences(Contract contract, IReadOnlyList<KnownFee> told, IReadOnlyList<ContractFee> undone, FeeYear year)
    {
        List<LocalDate> days =
        [
            .. contract.Plans.Select(period => FirstDayFrom(period.FromAt))
                .Append(FirstDayFrom(contract.EndsAt))
                .Concat(told.SelectMany(fee => new[] { fee.Fee.From, fee.Fee.To }))
                .Where(day => day > year.From && day < year.To)
                .Append(year.From).Append(year.To).Distinct().Order(),
        ];
        var found = new List<Stretch>();
        foreach (var (from, to) in days.Zip(days.Skip(1)))
        {
            var given = GivenOn(from, contract);
            var (wrong, isPaid) = DifferenceOn(from, told, undone, given);
            if (wrong.Count == 0 && isPaid)
                continue;

            if (found.Count > 0 && found[^1] is var last && last.To == from && last.Given == given && last.IsPaid == isPaid && last.Wrong.SequenceEqual(wrong))
                found[^1] = last with { To = to };
            else
                found.Add(new(from, to, given, wrong, isPaid));
        }

        return found;
    }

    /// <summary>Of the fees for a day that were not given back, those after the last one for the plan that is given are wrong.</summary>
    /// <returns>The fees that are owed and are for nothing that is given, and whether what is given is paid for.</returns>
    private static (IReadOnlyList<ContractFee> Wrong, bool IsPaid) DifferenceOn(
        LocalDate day, IReadOnlyList<KnownFee> told, IReadOnlyList<ContractFee> undone, PlanCode? given)
    {
        var fees = told.Select(fee => fee.Fee).ToList();
        var givenBack = fees.Where(fee => fee.Covers(day)).Except(undone).Select(fee => fee.GivenBackOf(fees)).ToList();
        // That they were for something else is known, and they are owed all the same.
        var settled = undone.Where(fee => fee.Covers(day) && fee.InPlaceOf == given).Select(fee => fee.GivenBackOf(fees)).ToList();
        var standing = told.Where(fee => !fee.Fee.IsCredit && fee.Fee.Covers(day) && !givenBack.Contains(fee.Fee)).Reverse().ToList();
        var others = standing.TakeWhile(fee => fee.Fee.Plan != given).ToList();
        return (
            [.. others.Where(fee => !fee.IsWaived && !settled.Contains(fee.Fee)).Select(fee => fee.Fee)],
            given is null || others.Count < standing.Count);
    }

    private static PlanCode? GivenOn(LocalDate day, Contract contract)
    {
        var begin = ContractTerm.MidnightOf(day);
        return contract.StartsAt <= begin && begin < contract.EndsAt ? contract.PlanAt(begin) : null;
    }

    /// <summary>The first day that begins at an instant or later, in Rome.</summary>
    private static LocalDate FirstDayFrom(Instant at)
    {
        var day = at.InZone(Company.Zone).Date;
        return ContractTerm.MidnightOf(day) == at ? day : day.PlusDays(1);
    }

    /// <param name="From">Inclusive.</param>
    /// <param name="To">Exclusive.</param>
    /// <param name="Given">The plan that the contract gives; null for none.</param>
    /// <param name="Wrong">The fees that are owed for it and are to be given back.</param>
    /// <param name="IsPaid">Whether a fee pays for that plan.</param>
    private sealed record Stretch(LocalDate From, LocalDate To, PlanCode? Given, IReadOnlyList<ContractFee> Wrong, bool IsPaid);
}
