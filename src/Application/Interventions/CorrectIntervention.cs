using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;

namespace MisterAssist.Application.Interventions;

/// <summary>Puts right what was told of an intervention, as long as no work report stands on it; what it triggers is computed anew.</summary>
/// <param name="Id">Which.</param>
/// <param name="Known">The version that the caller knows.</param>
/// <param name="WorkDone">What was done; null before it has ended.</param>
/// <param name="TimeEntries">Who worked, from when until when; none before it has ended.</param>
/// <param name="OurFault">Which error of our own it mends; null where it mends none.</param>
public sealed record CorrectInterventionCommand(
    InterventionId Id, KnownVersion Known, string? WorkDone, IReadOnlyList<TimeEntry> TimeEntries, string? OurFault) : ICommand<InterventionAt>;

internal sealed class CorrectInterventionValidator : AbstractValidator<CorrectInterventionCommand>
{
    public CorrectInterventionValidator()
    {
        RuleFor(c => c.WorkDone).NotEmpty().MaximumLength(Ending.MaxWordsLength).When(c => c.WorkDone is not null);
        RuleFor(c => c.OurFault).NotEmpty().MaximumLength(TicketWords.MaxLength).When(c => c.OurFault is not null);
        RuleFor(c => c.TimeEntries).AreTimeEntries();
    }
}

internal sealed class CorrectInterventionHandler(Jobs jobs, Roster roster) : IRequestHandler<CorrectInterventionCommand, InterventionAt>
{
    public async Task<InterventionAt> Handle(CorrectInterventionCommand request, CancellationToken cancellationToken)
    {
        var job = await jobs.GetAsync(request.Id, request.Known, cancellationToken);
        await roster.RequireKnownAsync(request.TimeEntries, cancellationToken);

        job.Intervention.Correct(request.WorkDone, request.TimeEntries, request.OurFault, job.Guarantees, job.On.Deed);

        return await jobs.SaveAsync(job, cancellationToken);
    }
}
