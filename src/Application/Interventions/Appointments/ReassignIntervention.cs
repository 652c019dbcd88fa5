using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Technicians;

namespace MisterAssist.Application.Interventions.Appointments;

/// <summary>Lets somebody else do an intervention, at the same time: that moves no appointment.</summary>
public sealed record ReassignInterventionCommand(InterventionId Id, KnownVersion Known, IReadOnlyList<TechnicianId> Technicians)
    : ICommand<InterventionAt>;

internal sealed class ReassignInterventionValidator : AbstractValidator<ReassignInterventionCommand>
{
    public ReassignInterventionValidator() => RuleFor(c => c.Technicians).AreTechnicians();
}

internal sealed class ReassignInterventionHandler(InterventionDesk desk, Roster roster) : IRequestHandler<ReassignInterventionCommand, InterventionAt>
{
    public async Task<InterventionAt> Handle(ReassignInterventionCommand request, CancellationToken cancellationToken)
    {
        var intervention = await desk.GetAsync(request.Id, request.Known, cancellationToken);
        var on = desk.Now();
        if (intervention.ToState().Appointment is { } appointment)
            await roster.RequireFreeAsync(request.Technicians, appointment.Slot, request.Id, on.At, cancellationToken);

        intervention.Reassign(request.Technicians, on);

        return await desk.SaveAsync(intervention, on, cancellationToken);
    }
}
