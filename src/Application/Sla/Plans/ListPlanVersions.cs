using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Application.Sla.Plans;

/// <summary>Lists the versions of a plan, the newest first.</summary>
public sealed record ListPlanVersionsQuery(PlanCode Code, int Limit, int BeforeNumber = int.MaxValue) : IRequest<Page<PlanInForce>>;

internal sealed class ListPlanVersionsHandler(IPlanReader plans) : IRequestHandler<ListPlanVersionsQuery, Page<PlanInForce>>
{
    public async Task<Page<PlanInForce>> Handle(ListPlanVersionsQuery request, CancellationToken cancellationToken)
    {
        if (!await plans.ExistsAsync(request.Code, cancellationToken))
            throw PlanErrors.NotFound(request.Code);

        return await plans.ListVersionsAsync(request.Code, request.Limit, request.BeforeNumber, cancellationToken);
    }
}
