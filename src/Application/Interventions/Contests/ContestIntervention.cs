using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;

namespace MisterAssist.Application.Interventions.Contests;

/// <summary>Says that an intervention did not solve the problem after all.</summary>
public sealed record ContestInterventionCommand(InterventionId Id, KnownVersion Known, string Reason) : ICommand<InterventionAt>;

internal sealed class ContestInterventionValidator : AbstractValidator<ContestInterventionCommand>
{
    public ContestInterventionValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(TicketWords.MaxLength);
}

internal sealed class ContestInterventionHandler(Jobs jobs) : IRequestHandler<ContestInterventionCommand, InterventionAt>
{
    public async Task<InterventionAt> Handle(ContestInterventionCommand request, CancellationToken cancellationToken)
    {
        var job = await jobs.GetAsync(request.Id, request.Known, cancellationToken);

        job.Intervention.Contest(request.Reason, job.Plan.Terms.Work.ContestDays, job.On.Deed);

        return await jobs.SaveAsync(job, cancellationToken);
    }
}
