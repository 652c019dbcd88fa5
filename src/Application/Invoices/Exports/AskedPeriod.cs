using FluentValidation;
using MisterAssist.Application.Sla;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Application.Invoices.Exports;

/// <summary>Of which issued invoices something is asked.</summary>
/// <param name="Customer">That customer's; null for anybody's.</param>
/// <param name="From">Issued on that day in Rome, or later; null for the beginning.</param>
/// <param name="To">Issued on that day at the latest, inclusive; null for no end.</param>
public sealed record AskedPeriod(CustomerId? Customer, LocalDate? From, LocalDate? To);

internal sealed class AskedPeriodValidator : AbstractValidator<AskedPeriod>
{
    public AskedPeriodValidator()
    {
        RuleFor(p => p.From).WithinSupportedYears();
        RuleFor(p => p.To).WithinSupportedYears()
            .Must((asked, to) => to is null || asked.From is null || to >= asked.From).WithErrorCode("ends_before_start")
            .WithMessage("The last day comes before the first.");
    }
}
