using FluentValidation;
using MediatR;
using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Interventions;

/// <summary>Decides that something is done about a ticket, at once or by appointment.</summary>
/// <param name="TicketId">An open ticket.</param>
/// <param name="Mode">On site or from remote.</param>
/// <param name="OurFault">Which error of our own it mends; null where it mends none.</param>
/// <param name="Appointment">When, and by whom; null where that is still open.</param>
public sealed record CreateInterventionCommand(TicketId TicketId, InterventionMode Mode, string? OurFault, GivenAppointment? Appointment)
    : ICommand<InterventionAt>;

internal sealed class CreateInterventionValidator : AbstractValidator<CreateInterventionCommand>
{
    public CreateInterventionValidator()
    {
        RuleFor(c => c.OurFault).NotEmpty().MaximumLength(TicketWords.MaxLength).When(c => c.OurFault is not null);
        RuleFor(c => c.Appointment!).SetValidator(new GivenAppointmentValidator()).When(c => c.Appointment is not null);
    }
}

internal sealed class CreateInterventionHandler(TicketDesk desk, TicketClocks clocks, Roster roster, IInterventionStore interventions)
    : IRequestHandler<CreateInterventionCommand, InterventionAt>
{
    public async Task<InterventionAt> Handle(CreateInterventionCommand request, CancellationToken cancellationToken)
    {
        var ticket = await desk.GetAsync(request.TicketId, cancellationToken);
        var state = ticket.ToState();
        var on = await desk.OccasionAsync(state, cancellationToken);
        var (_, _, entitlement) = await clocks.SeeAsync(state, on.At, cancellationToken);

        var intervention = Intervention.Create(state, request.Mode, entitlement.Kind, request.OurFault, on.Deed);
        if (request.Appointment is { } given)
        {
            await roster.RequireFreeAsync(given.Technicians, given.Slot, null, on.At, cancellationToken);
            intervention.Plan(given.Slot, given.Technicians, given.WishedByCustomer, on.Deed);
            var others = await interventions.OpenOfAsync(request.TicketId, cancellationToken);
            if (given.WishedByCustomer && !WishedTimes.SomebodyComesBefore(given.Slot.From, others))
                ticket.AgreeOnPresence(intervention.Id, given.Slot.From, on);
        }

        await desk.SaveAsync(ticket, on, cancellationToken);
        await interventions.AddAsync(intervention, cancellationToken);
        return new(intervention.ToState(), InterventionLife.MovesOf(intervention.ToState()));
    }
}
