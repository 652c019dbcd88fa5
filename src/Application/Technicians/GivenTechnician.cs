using FluentValidation;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Technicians;

namespace MisterAssist.Application.Technicians;

/// <summary>A technician as a caller writes them down, not yet known to be right.</summary>
/// <param name="Name">As customers are to read it.</param>
/// <param name="Email">Null for none.</param>
public sealed record GivenTechnician(string Name, string? Email)
{
    public TechnicianDetails ToDetails() => new(Name.Trim(), Email);
}

internal sealed class GivenTechnicianValidator : AbstractValidator<GivenTechnician>
{
    public GivenTechnicianValidator()
    {
        RuleFor(t => t.Name).NotEmpty().MaximumLength(TechnicianDetails.MaxNameLength);
        RuleFor(t => t.Email).IsEmailAddress();
    }
}
