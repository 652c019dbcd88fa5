using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Technicians;

namespace MisterAssist.Application.Technicians;

/// <summary>Gets a technician, also one who has left.</summary>
public sealed record GetTechnicianQuery(TechnicianId Id) : IRequest<SeenTechnician>;

internal sealed class GetTechnicianHandler(ITechnicianStore technicians, ICaller caller) : IRequestHandler<GetTechnicianQuery, SeenTechnician>
{
    public async Task<SeenTechnician> Handle(GetTechnicianQuery request, CancellationToken cancellationToken) => SeenTechnician.By(
        caller.Actor, await technicians.FindAsync(request.Id, cancellationToken) ?? throw TechnicianErrors.NotFound());
}
