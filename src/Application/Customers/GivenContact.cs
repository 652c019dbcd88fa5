using FluentValidation;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>A contact as a caller writes them down, not yet known to be right.</summary>
/// <param name="Name">Of the person.</param>
/// <param name="Email">Null for none.</param>
/// <param name="Phone">Null for none.</param>
/// <param name="Role">What they do, in words; null where it is not known.</param>
/// <param name="Site">Where they are; null where at no site in particular.</param>
public sealed record GivenContact(string Name, string? Email, string? Phone, string? Role, SiteId? Site)
{
    public ContactDetails ToDetails() => new(Name.Trim(), Email, Phone, Role, Site);
}

internal sealed class GivenContactValidator : AbstractValidator<GivenContact>
{
    public GivenContactValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(ContactDetails.MaxNameLength);
        RuleFor(c => c.Email).IsEmailAddress();
        RuleFor(c => c.Phone).IsPhoneNumber();
        RuleFor(c => c.Role!).NotEmpty().MaximumLength(ContactDetails.MaxRoleLength).When(c => c.Role is not null);
    }
}
