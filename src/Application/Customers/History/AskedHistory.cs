using FluentValidation;
using MisterAssist.Application.Sla;
using MisterAssist.Domain.Customers;
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
        RuleFor(h => h.From).WithinSupportedYears();
        RuleFor(h => h.To).WithinSupportedYears()
            .Must((asked, to) => to is null || asked.From is null || to >= asked.From).WithErrorCode("ends_before_start")
            .WithMessage("The last day comes before the first.");
    }
}
