using NodaTime;

namespace MisterAssist.Domain.Billing;

/// <summary>A year of a contract, for which its fee is owed: counted from the first day, never from the year before.</summary>
/// <remarks>From 29 February: 28 February in the years after, and 29 February again in leap years. Source: domain.md, section 8.</remarks>
/// <param name="Number">From 0.</param>
/// <param name="From">On which its fee is due, in Rome; inclusive.</param>
/// <param name="To">Exclusive.</param>
public sealed record FeeYear(int Number, LocalDate From, LocalDate To)
{
    /// <summary>365 or 366.</summary>
    public int Days => Period.DaysBetween(From, To);

    /// <param name="startsOn">The first day of the contract.</param>
    /// <param name="number">From 0.</param>
    public static FeeYear Of(LocalDate startsOn, int number) => new(number, startsOn.PlusYears(number), startsOn.PlusYears(number + 1));
}
