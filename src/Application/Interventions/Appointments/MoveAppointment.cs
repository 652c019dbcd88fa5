using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Technicians;

namespace MisterAssist.Application.Interventions.Appointments;

/// <summary>Moves an appointment, which is done only because the customer asks, or for something exceptional that nobody could foresee.</summary>
/// <param name="Id">Of which intervention.</param>
/// <param name="Known">The version that the caller knows.</param>
/// <param name="Slot">When it is to be instead.</param>
/// <param name="Technicians">Who comes then; null for the same.</param>
/// <param name="Cause">Why it may be moved.</param>
/// <param name="Reason">In words.</param>
/// <param name="AskedBy">Who wanted it, by name.</param>
public sealed record MoveAppointmentCommand(
    InterventionId Id, KnownVersion Known, Slot Slot, IReadOnlyList<TechnicianId>? Technicians, MoveCause Cause, string Reason, string AskedBy)
    : ICommand<InterventionAt>;

internal sealed class MoveAppointmentValidator : AbstractValidator<MoveAppointmentCommand>
{
    public MoveAppointmentValidator()
    {
        RuleFor(c => c.Slot).IsSlot();
        When(c => c.Technicians is not null, () => RuleFor(c => c.Technicians!).AreTechnicians());
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(TicketWords.MaxLength);
        RuleFor(c => c.AskedBy).NotEmpty().MaximumLength(TicketWords.MaxAssigneeLength);
    }
}

internal sealed class MoveAppointmentHandler(InterventionDesk desk, Roster roster, WishedTimes wishes)
    : IRequestHandler<MoveAppointmentCommand, InterventionAt>
{
    public async Task<InterventionAt> Handle(MoveAppointmentCommand request, CancellationToken cancellationToken)
    {
        var intervention = await desk.GetAsync(request.Id, request.Known, cancellationToken);
        var (on, technicians) = (desk.Now(), request.Technicians ?? intervention.ToState().Appointment?.Technicians ?? []);

        intervention.Move(request.Slot, technicians, request.Cause, request.Reason, request.AskedBy, on);
        await roster.RequireFreeAsync(technicians, request.Slot, request.Id, on.At, cancellationToken);
        await wishes.FollowAsync(intervention, cancellationToken);

        return await desk.SaveAsync(intervention, on, cancellationToken);
    }
}
