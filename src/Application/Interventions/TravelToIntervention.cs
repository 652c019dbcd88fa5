using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Interventions;
using NodaTime;

namespace MisterAssist.Application.Interventions;

/// <summary>Tells that a technician sets out.</summary>
public sealed record TravelToInterventionCommand(InterventionId Id, KnownVersion Known, Instant? OccurredAt) : ICommand<InterventionAt>;

internal sealed class TravelToInterventionHandler(ToldEvents events) : IRequestHandler<TravelToInterventionCommand, InterventionAt>
{
    public Task<InterventionAt> Handle(TravelToInterventionCommand request, CancellationToken cancellationToken) => events.TakeAsync(
        new(request.Id, request.Known, InterventionMove.Travel, request.OccurredAt),
        (job, at) =>
        {
            job.Intervention.Travel(at, job.On.Deed);
            return Task.CompletedTask;
        },
        cancellationToken);
}
