using FluentValidation;
using MediatR;
using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Technicians;
using NodaTime;

namespace MisterAssist.Application.Interventions;

/// <summary>Tells that a technician is there, or begins from remote: that keeps the promise of presence.</summary>
/// <param name="Id">Of which intervention.</param>
/// <param name="Known">The version that the caller knows.</param>
/// <param name="OccurredAt">When; null for now.</param>
/// <param name="By">Which technicians; null for those of the appointment.</param>
public sealed record StartInterventionCommand(InterventionId Id, KnownVersion Known, Instant? OccurredAt, IReadOnlyList<TechnicianId>? By = null)
    : ICommand<InterventionAt>;

internal sealed class StartInterventionValidator : AbstractValidator<StartInterventionCommand>
{
    public StartInterventionValidator() => When(c => c.By is not null, () => RuleFor(c => c.By!).AreTechnicians());
}

internal sealed class StartInterventionHandler(ToldEvents events, Roster roster) : IRequestHandler<StartInterventionCommand, InterventionAt>
{
    public Task<InterventionAt> Handle(StartInterventionCommand request, CancellationToken cancellationToken) => events.TakeAsync(
        new(request.Id, request.Known, InterventionMove.Start, request.OccurredAt),
        async (job, at) =>
        {
            var by = request.By ?? [];
            job.Intervention.Start(at, by, job.Applied, () => job.KeepPresence(at), job.On.Deed);
            await roster.RequireNotAtWorkAsync(by, job.Intervention.ToState(), at, cancellationToken);
        },
        cancellationToken);
}
