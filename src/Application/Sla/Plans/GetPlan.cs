using MediatR;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Sla.Plans;

/// <summary>Gets a plan in the version that held, or will hold, at an instant; now where none is given.</summary>
public sealed record GetPlanQuery(PlanCode Code, Instant? At) : IRequest<PlanInForce>;

internal sealed class GetPlanHandler(IPlanReader plans, IClock clock) : IRequestHandler<GetPlanQuery, PlanInForce>
{
    public async Task<PlanInForce> Handle(GetPlanQuery request, CancellationToken cancellationToken)
    {
        var at = request.At ?? clock.GetCurrentInstant();
        if (await plans.FindAsync(request.Code, at, cancellationToken) is { } plan)
            return plan;

        throw await plans.ExistsAsync(request.Code, cancellationToken)
            ? PlanErrors.NoVersionThen(request.Code, at)
            : PlanErrors.NotFound(request.Code);
    }
}
