using MediatR;
using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Application.Sla.Plans;

/// <summary>Gets one version of a plan by its number.</summary>
public sealed record GetPlanVersionQuery(PlanCode Code, int Number) : IRequest<PlanInForce>;

internal sealed class GetPlanVersionHandler(IPlanReader plans) : IRequestHandler<GetPlanVersionQuery, PlanInForce>
{
    public async Task<PlanInForce> Handle(GetPlanVersionQuery request, CancellationToken cancellationToken)
    {
        if (await plans.FindVersionAsync(request.Code, request.Number, cancellationToken) is { } version)
            return version;

        throw await plans.ExistsAsync(request.Code, cancellationToken)
            ? PlanErrors.VersionNotFound(request.Code, request.Number)
            : PlanErrors.NotFound(request.Code);
    }
}
