using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Parts;
using NodaTime;

namespace MisterAssist.Application.Parts;

/// <summary>Adds a part to the catalogue.</summary>
public sealed record CreatePartCommand(GivenPart Part) : ICommand<Part>;

internal sealed class CreatePartValidator : AbstractValidator<CreatePartCommand>
{
    public CreatePartValidator() => RuleFor(c => c.Part).SetValidator(new GivenPartValidator()).OverridePropertyName("");
}

internal sealed class CreatePartHandler(IPartStore parts, IClock clock) : IRequestHandler<CreatePartCommand, Part>
{
    public async Task<Part> Handle(CreatePartCommand request, CancellationToken cancellationToken)
    {
        var part = Part.Add(request.Part.ToDetails(), clock.GetCurrentInstant());

        await parts.AddAsync(part, cancellationToken);
        return part;
    }
}
