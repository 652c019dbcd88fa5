using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Technicians;

namespace MisterAssist.Application.Technicians;

/// <summary>Changes what is known of a technician.</summary>
public sealed record UpdateTechnicianCommand(TechnicianId Id, GivenTechnician Technician, KnownVersion Known) : ICommand<SeenTechnician>;

internal sealed class UpdateTechnicianValidator : AbstractValidator<UpdateTechnicianCommand>
{
    public UpdateTechnicianValidator() => RuleFor(c => c.Technician).SetValidator(new GivenTechnicianValidator()).OverridePropertyName("");
}

internal sealed class UpdateTechnicianHandler(ITechnicianStore technicians, ICaller caller)
    : IRequestHandler<UpdateTechnicianCommand, SeenTechnician>
{
    public async Task<SeenTechnician> Handle(UpdateTechnicianCommand request, CancellationToken cancellationToken)
    {
        var technician = await technicians.FindAsync(request.Id, cancellationToken) ?? throw TechnicianErrors.NotFound();
        var before = technician.Version;
        request.Known.Require(before);

        technician.Change(request.Technician.ToDetails());

        if (technician.Version > before)
            await technicians.SaveAsync(technician, cancellationToken);
        return SeenTechnician.By(caller.Actor, technician);
    }
}
