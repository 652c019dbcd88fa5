using FluentValidation;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Shared;

/// <summary>The form of the addresses by which people are reached. Whether anybody is there only a message tells.</summary>
internal static class AddressRules
{
    public static IRuleBuilderOptions<T, string?> IsEmailAddress<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(CustomerDetails.MaxEmailLength)
        .Matches(@"^[^@\s\p{C}]+@[^@\s\p{C}]+\.[^@\s\p{C}]+\z").WithMessage("Not an e-mail address, such as name@example.com.");

    public static IRuleBuilderOptions<T, string?> IsPhoneNumber<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(CustomerDetails.MaxPhoneLength)
        .Matches(@"^\+?[0-9][0-9 ./()-]{3,}\z").WithMessage("Not a phone number, such as +39 06 1234567.");
}
