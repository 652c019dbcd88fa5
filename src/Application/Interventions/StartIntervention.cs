using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Interventions;
using NodaTime;

namespace MisterAssist.Application.Interventions;

/// <summary>Tells that a technician is there, or begins from remote: that keeps the promise of presence.</summary>
public sealed record StartInterventionCommand(InterventionId Id, KnownVersion Known, Instant? OccurredAt) : ICommand<InterventionAt>;

internal sealed class StartInterventionHandler(ToldEvents events) : IRequestHandler<StartInterventionCommand, InterventionAt>
{
    public Task<InterventionAt> Handle(StartInterventionCommand request, CancellationToken cancellationToken) => events.TakeAsync(
        new(request.Id, request.Known, InterventionMove.Start, request.OccurredAt),
        (job, at) =>
        {
            job.Intervention.Start(at, job.Applied, () => job.KeepPresence(at), job.On.Deed);
            return Task.CompletedTask;
        },
        cancellationToken);
}
