using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Technicians;
using NodaTime;

namespace MisterAssist.Application.Technicians;

/// <summary>Takes somebody on as a technician.</summary>
public sealed record CreateTechnicianCommand(GivenTechnician Technician) : ICommand<SeenTechnician>;

internal sealed class CreateTechnicianValidator : AbstractValidator<CreateTechnicianCommand>
{
    public CreateTechnicianValidator() => RuleFor(c => c.Technician).SetValidator(new GivenTechnicianValidator()).OverridePropertyName("");
}

internal sealed class CreateTechnicianHandler(ITechnicianStore technicians, ICaller caller, IClock clock)
    : IRequestHandler<CreateTechnicianCommand, SeenTechnician>
{
    public async Task<SeenTechnician> Handle(CreateTechnicianCommand request, CancellationToken cancellationToken)
    {
        var technician = Technician.TakeOn(request.Technician.ToDetails(), clock.GetCurrentInstant());

        await technicians.AddAsync(technician, cancellationToken);
        return SeenTechnician.By(caller.Actor, technician);
    }
}
