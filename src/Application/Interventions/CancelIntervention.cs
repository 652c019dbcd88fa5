using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;

namespace MisterAssist.Application.Interventions;

/// <summary>Calls an intervention off. What was to be on an appointment is a commitment: that is called off only as it may be moved.</summary>
public sealed record CancelInterventionCommand(InterventionId Id, KnownVersion Known, MoveCause Cause, string Reason) : ICommand<InterventionAt>;

internal sealed class CancelInterventionValidator : AbstractValidator<CancelInterventionCommand>
{
    public CancelInterventionValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(TicketWords.MaxLength);
}

internal sealed class CancelInterventionHandler(Jobs jobs, IInterventionStore interventions) : IRequestHandler<CancelInterventionCommand, InterventionAt>
{
    public async Task<InterventionAt> Handle(CancelInterventionCommand request, CancellationToken cancellationToken)
    {
        var job = await jobs.GetAsync(request.Id, request.Known, cancellationToken);

        job.Intervention.Cancel(request.Cause, request.Reason, job.On.Deed);
        job.Ticket.ReleasePresence(request.Id, job.On);
        await interventions.SettleAsync(job, cancellationToken);

        return await jobs.SaveAsync(job, cancellationToken);
    }
}
