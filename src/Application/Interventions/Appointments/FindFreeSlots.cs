using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla;
using MisterAssist.Application.Technicians;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Interventions.Appointments;

/// <summary>Finds when a technician is next free within the coverage of a ticket's plan version, or of a plan.</summary>
/// <param name="Technician">Who is to be free.</param>
/// <param name="TicketId">In the coverage of its plan version; null where a plan is named.</param>
/// <param name="Plan">In the coverage of the version that holds at the beginning of the search; null where a ticket is named.</param>
/// <param name="Length">Of each slot.</param>
/// <param name="From">Where the search begins; null, or what is past, for now.</param>
/// <param name="Limit">The most slots.</param>
public sealed record FindFreeSlotsQuery(
    TechnicianId Technician, TicketId? TicketId, PlanCode? Plan, Duration Length, Instant? From, int Limit) : IRequest<IReadOnlyList<Slot>>;

internal sealed class FindFreeSlotsValidator : AbstractValidator<FindFreeSlotsQuery>
{
    public FindFreeSlotsValidator()
    {
        RuleFor(q => q.Plan)
            .NotNull().When(q => q.TicketId is null).WithErrorCode("required").WithMessage("Give a ticket or a plan.")
            .Null().When(q => q.TicketId is not null, ApplyConditionTo.CurrentValidator).WithErrorCode("not_both")
            .WithMessage("Give a ticket or a plan, not both.");
        RuleFor(q => q.Length).WithinADay().OverridePropertyName("Duration");
        RuleFor(q => q.From).WithinSupportedYears();
    }
}

internal sealed class FindFreeSlotsHandler(SlotCoverage coverage, ITechnicianStore technicians, IInterventionStore interventions, IClock clock)
    : IRequestHandler<FindFreeSlotsQuery, IReadOnlyList<Slot>>
{
    public async Task<IReadOnlyList<Slot>> Handle(FindFreeSlotsQuery request, CancellationToken cancellationToken)
    {
        var technician = await technicians.FindAsync(request.Technician, cancellationToken) ?? throw TechnicianErrors.NotFound();
        if (technician.RetiredAt is not null)
            throw TechnicianErrors.Retired();

        var now = clock.GetCurrentInstant();
        var from = Instant.Max(now, request.From ?? now);
        var covered = await coverage.OfAsync(request.TicketId, request.Plan, from, now, cancellationToken);
        var busy = await interventions.BusyAsync(technician.Id, new(from, FreeSlots.Horizon), null, now, cancellationToken);
        return FreeSlots.Find(covered, busy, request.Length, from, request.Limit);
    }
}
