using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Parts;

namespace MisterAssist.Application.Parts;

/// <summary>Changes a part of the catalogue; what was fitted before stays as it was, price and all.</summary>
public sealed record UpdatePartCommand(PartId Id, GivenPart Part, KnownVersion Known) : ICommand<Part>;

internal sealed class UpdatePartValidator : AbstractValidator<UpdatePartCommand>
{
    public UpdatePartValidator() => RuleFor(c => c.Part).SetValidator(new GivenPartValidator()).OverridePropertyName("");
}

internal sealed class UpdatePartHandler(IPartStore parts) : IRequestHandler<UpdatePartCommand, Part>
{
    public async Task<Part> Handle(UpdatePartCommand request, CancellationToken cancellationToken)
    {
        var part = await parts.FindAsync(request.Id, cancellationToken) ?? throw PartErrors.NotFound();
        var before = part.Version;
        request.Known.Require(before);

        part.Change(request.Part.ToDetails());

        if (part.Version > before)
            await parts.SaveAsync(part, cancellationToken);
        return part;
    }
}
