using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Interventions;

namespace MisterAssist.Application.Interventions.Appointments;

/// <summary>Agrees on when an intervention is to be, and by whom: from then on that is a commitment.</summary>
public sealed record PlanInterventionCommand(InterventionId Id, KnownVersion Known, GivenAppointment Appointment) : ICommand<InterventionAt>;

internal sealed class PlanInterventionValidator : AbstractValidator<PlanInterventionCommand>
{
    public PlanInterventionValidator() =>
        RuleFor(c => c.Appointment).SetValidator(new GivenAppointmentValidator()).OverridePropertyName("");
}

internal sealed class PlanInterventionHandler(InterventionDesk desk, Roster roster, WishedTimes wishes)
    : IRequestHandler<PlanInterventionCommand, InterventionAt>
{
    public async Task<InterventionAt> Handle(PlanInterventionCommand request, CancellationToken cancellationToken)
    {
        var intervention = await desk.GetAsync(request.Id, request.Known, cancellationToken);
        var (on, given) = (desk.Now(), request.Appointment);
        await roster.RequireFreeAsync(given.Technicians, given.Slot, request.Id, on.At, cancellationToken);

        intervention.Plan(given.Slot, given.Technicians, given.WishedByCustomer, on);
        await wishes.FollowAsync(intervention, cancellationToken);

        return await desk.SaveAsync(intervention, on, cancellationToken);
    }
}
