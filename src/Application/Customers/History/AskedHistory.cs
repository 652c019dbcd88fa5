using FluentValidation;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Application.Customers.History;

/// <summary>Which part of a customer's history is asked for.</summary>
/// <param name="Customer">Whose.</param>
/// <param name="Site">At that site alone; null for all of it.</param>
/// <param name="From">The first day in Rome; null for the beginning.</param>
/// <param name="To">The last day in Rome, inclusive; null for no end.</param>
public sealed record AskedHistory(CustomerId Customer, SiteId? Site, LocalDate? From, LocalDate? To);

internal sealed class AskedHistoryValidator : AbstractValidator<AskedHistory>
{
    public AskedHistoryValidator()
    {
        RuleFor(h => h.From).Must(IsSupported).WithErrorCode("out_of_range").WithMessage("The day is outside the years 1970 to 2199.");
        RuleFor(h => h.To)
            .Must(IsSupported).WithErrorCode("out_of_range").WithMessage("The day is outside the years 1970 to 2199.")
            .Must((asked, to) => to is null || asked.From is null || to >= asked.From).WithErrorCode("ends_before_start")
            .WithMessage("The last day comes before the first.");
    }

    private static bool IsSupported(LocalDate? day) => day is not { } given
        || (given.Year >= SupportedTime.Earliest.InUtc().Year && given.Year < SupportedTime.Latest.InUtc().Year);
}
