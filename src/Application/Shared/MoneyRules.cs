using FluentValidation;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Shared;

internal static class MoneyRules
{
    /// <summary>Not negative, and not larger than what the company could ever charge.</summary>
    public static IRuleBuilderOptions<T, Money> IsPrice<T>(this IRuleBuilder<T, Money> amount) => amount
        .Must(money => money >= Money.Zero && money <= Money.Largest)
        .WithErrorCode("out_of_range").WithMessage($"An amount from 0.00 to {Money.Largest} is needed here.");

    /// <inheritdoc cref="IsPrice{T}(IRuleBuilder{T, Money})"/>
    /// <remarks>Where it is given.</remarks>
    public static IRuleBuilderOptions<T, Money?> IsPrice<T>(this IRuleBuilder<T, Money?> amount) => amount
        .Must(money => money is null || (money >= Money.Zero && money <= Money.Largest))
        .WithErrorCode("out_of_range").WithMessage($"An amount from 0.00 to {Money.Largest} is needed here.");
}
