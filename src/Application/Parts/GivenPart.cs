using FluentValidation;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Parts;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Parts;

/// <summary>A part as a caller writes it down, not yet known to be right.</summary>
/// <param name="Code">What it is ordered by.</param>
/// <param name="Name">As customers are to read it.</param>
/// <param name="UnitPrice">Of one, before VAT.</param>
/// <param name="VatPercent">On its price.</param>
public sealed record GivenPart(string Code, LocalizedText Name, Money UnitPrice, int VatPercent)
{
    public PartDetails ToDetails() => new(Code.Trim(), Name, UnitPrice, VatPercent);
}

internal sealed class GivenPartValidator : AbstractValidator<GivenPart>
{
    public GivenPartValidator()
    {
        RuleFor(p => p.Code).NotEmpty().MaximumLength(PartDetails.MaxCodeLength);
        RuleFor(p => p.Name).SetValidator(new LocalizedTextValidator());
        RuleFor(p => p.UnitPrice).IsPrice();
        RuleFor(p => p.VatPercent).InclusiveBetween(VatRate.Lowest, VatRate.Highest);
    }
}
