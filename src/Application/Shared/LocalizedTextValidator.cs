using FluentValidation;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Shared;

internal sealed class LocalizedTextValidator : AbstractValidator<LocalizedText>
{
    public LocalizedTextValidator()
    {
        RuleFor(t => t.It).NotEmpty().MaximumLength(LocalizedText.MaxLength);
        RuleFor(t => t.En).NotEmpty().MaximumLength(LocalizedText.MaxLength);
    }
}
