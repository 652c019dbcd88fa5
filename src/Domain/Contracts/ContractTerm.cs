using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Contracts;

/// <summary>The days of a contract, in Rome.</summary>
public sealed record ContractTerm
{
    /// <summary>A year.</summary>
    public const int DefaultMonths = 12;

    /// <summary>The longest term that can be agreed on at once.</summary>
    public const int MaxMonths = 120;

    private ContractTerm(LocalDate startsOn, LocalDate endsOn, LocalDate countedFrom) =>
        (StartsOn, EndsOn, CountedFrom) = (startsOn, endsOn, countedFrom);

    /// <summary>The first day.</summary>
    public LocalDate StartsOn { get; }

    /// <summary>The last day, inclusive.</summary>
    public LocalDate EndsOn { get; }

    /// <summary>
    /// The day from which renewals are counted: the first one, unless the first term was none of whole months; then the day after that one.
    /// </summary>
    public LocalDate CountedFrom { get; }

    /// <summary>Midnight of the first day, inclusive.</summary>
    public Instant StartsAt => MidnightOf(StartsOn);

    /// <summary>Midnight after the last day, exclusive.</summary>
    public Instant EndsAt => MidnightOf(EndsOn.PlusDays(1));

    /// <param name="startsOn">The first day.</param>
    /// <param name="endsOn">The last day, inclusive; null for a year.</param>
    /// <exception cref="BusinessException">It ends before it starts, or lasts longer than ten years.</exception>
    public static ContractTerm Create(LocalDate startsOn, LocalDate? endsOn)
    {
        var lastDay = endsOn ?? startsOn.PlusMonths(DefaultMonths).PlusDays(-1);
        if (lastDay < startsOn)
            throw ContractErrors.EndsBeforeStart();
        if (lastDay >= startsOn.PlusMonths(MaxMonths))
            throw ContractErrors.TermTooLong();

        return new(startsOn, lastDay, startsOn);
    }

    /// <summary>For persistence only.</summary>
    public static ContractTerm FromState(LocalDate startsOn, LocalDate endsOn, LocalDate countedFrom) => new(startsOn, endsOn, countedFrom);

    /// <summary>Midnight in Rome.</summary>
    public static Instant MidnightOf(LocalDate day) => Company.Zone.AtStartOfDay(day).ToInstant();

    /// <summary>The same contract for some more months: counted from where counting began, so that no end of a month is lost on the way.</summary>
    /// <remarks>From 31 January by months: 28 February, 31 March. From 29 February by years: 28 February, and 29 February again in leap years.</remarks>
    public ContractTerm Extended(int months)
    {
        var next = EndsOn.PlusDays(1);
        var gone = Period.Between(CountedFrom, next, PeriodUnits.Months).Months;
        return CountedFrom.PlusMonths(gone) == next
            ? new(StartsOn, CountedFrom.PlusMonths(gone + months).PlusDays(-1), CountedFrom)
            : new(StartsOn, next.PlusMonths(months).PlusDays(-1), next);
    }
}
