using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;

namespace MisterAssist.Application.Interventions;

/// <summary>Puts right what was told of an intervention, as long as no work report stands on it; what it triggers is computed anew.</summary>
/// <param name="Id">Which.</param>
/// <param name="Known">The version that the caller knows.</param>
/// <param name="Correction">All that can be put right, as it is meant to be.</param>
public sealed record CorrectInterventionCommand(InterventionId Id, KnownVersion Known, Correction Correction) : ICommand<InterventionAt>;

internal sealed class CorrectInterventionValidator : AbstractValidator<CorrectInterventionCommand>
{
    public CorrectInterventionValidator()
    {
        RuleFor(c => c.Correction.Words)
            .NotEmpty().MaximumLength(Ending.MaxWordsLength).When(c => c.Correction.Words is not null).OverridePropertyName("WorkDone");
        RuleFor(c => c.Correction.OurFault)
            .NotEmpty().MaximumLength(TicketWords.MaxLength).When(c => c.Correction.OurFault is not null).OverridePropertyName("OurFault");
        RuleFor(c => c.Correction.TimeEntries).AreTimeEntries();
    }
}

internal sealed class CorrectInterventionHandler(Jobs jobs, Roster roster) : IRequestHandler<CorrectInterventionCommand, InterventionAt>
{
    public async Task<InterventionAt> Handle(CorrectInterventionCommand request, CancellationToken cancellationToken)
    {
        var job = await jobs.GetAsync(request.Id, request.Known, cancellationToken);

        job.Intervention.Correct(request.Correction, job.Guarantees, job.On.Deed);
        await roster.RequireThereAsync(request.Correction.TimeEntries, request.Id, cancellationToken);

        return job.Intervention.Events.Count == 0
            ? await jobs.SeeAsync(job, cancellationToken)
            : await jobs.SaveAsync(job, cancellationToken);
    }
}
