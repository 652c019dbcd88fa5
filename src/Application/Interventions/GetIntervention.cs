using MediatR;
using MisterAssist.Domain.Interventions;

namespace MisterAssist.Application.Interventions;

/// <summary>Gets an intervention as it stands now.</summary>
public sealed record GetInterventionQuery(InterventionId Id) : IRequest<InterventionAt>;

internal sealed class GetInterventionHandler(InterventionDesk desk) : IRequestHandler<GetInterventionQuery, InterventionAt>
{
    public async Task<InterventionAt> Handle(GetInterventionQuery request, CancellationToken cancellationToken) =>
        await desk.SeeAsync(await desk.GetAsync(request.Id, cancellationToken), desk.Now().At, cancellationToken);
}
