using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Technicians;

namespace MisterAssist.Application.Technicians;

/// <summary>Lists the technicians who have not left, in the order in which they were taken on.</summary>
public sealed record ListTechniciansQuery(int Limit, TechnicianId? After) : IRequest<Page<SeenTechnician>>;

internal sealed class ListTechniciansHandler(ITechnicianStore technicians, ICaller caller)
    : IRequestHandler<ListTechniciansQuery, Page<SeenTechnician>>
{
    public async Task<Page<SeenTechnician>> Handle(ListTechniciansQuery request, CancellationToken cancellationToken)
    {
        var page = await technicians.ListAsync(request.Limit, request.After, cancellationToken);
        return new([.. page.Items.Select(technician => SeenTechnician.By(caller.Actor, technician))], page.HasMore);
    }
}
