using FluentValidation;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Figures;
using NodaTime;

namespace MisterAssist.Application.Figures;

/// <summary>Which figures about money are asked for.</summary>
/// <param name="From">The first month in Rome; null for the last one alone.</param>
/// <param name="To">The last month, inclusive; null for the first one alone, or the present one where that is not said either.</param>
/// <param name="Customer">Of that customer alone; null for all.</param>
/// <param name="By">What is told apart; empty for all that can be.</param>
public sealed record AskedFigures(YearMonth? From, YearMonth? To, CustomerId? Customer, IReadOnlyCollection<FigureDimension> By)
{
    /// <summary>So that an answer never costs more than looking through so many months.</summary>
    public const int MostMonths = 24;

    internal FigureScope Within(Instant now)
    {
        var (from, to) = (From ?? To ?? Months.In(now), To ?? From ?? Months.In(now));
        return new(from, to, Customer, By.Count > 0 ? By : Enum.GetValues<FigureDimension>());
    }
}

internal sealed class AskedFiguresValidator : AbstractValidator<AskedFigures>
{
    public AskedFiguresValidator() => RuleFor(f => f.To)
        .Must((asked, to) => to is null || asked.From is null || to >= asked.From).WithErrorCode("ends_before_start")
        .WithMessage("The last month comes before the first.")
        .Must((asked, to) => to is not { } last || asked.From is not { } first || Months.Between(first, last) < AskedFigures.MostMonths)
        .WithErrorCode("out_of_range").WithMessage($"At most {AskedFigures.MostMonths} months are told at once.");
}
