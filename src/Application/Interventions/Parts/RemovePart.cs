using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Interventions;

namespace MisterAssist.Application.Interventions.Parts;

/// <summary>Takes a part back that was put down: it was not fitted after all.</summary>
public sealed record RemovePartCommand(InterventionId Id, KnownVersion Known, int Number) : ICommand<InterventionAt>;

internal sealed class RemovePartHandler(InterventionDesk desk) : IRequestHandler<RemovePartCommand, InterventionAt>
{
    public Task<InterventionAt> Handle(RemovePartCommand request, CancellationToken cancellationToken) => desk.DoAsync(
        request.Id, request.Known, (intervention, on) => intervention.Remove(request.Number, on), cancellationToken);
}
