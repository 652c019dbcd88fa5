using MediatR;
using MisterAssist.Application.Shared;
using NodaTime;

namespace MisterAssist.Application.Sla.Plans;

/// <summary>Lists the plans in force now, in the order in which they are shown.</summary>
public sealed record ListPlansQuery(int Limit, int AfterRank = 0) : IRequest<Page<PlanInForce>>;

internal sealed class ListPlansHandler(IPlanReader plans, IClock clock) : IRequestHandler<ListPlansQuery, Page<PlanInForce>>
{
    public Task<Page<PlanInForce>> Handle(ListPlansQuery request, CancellationToken cancellationToken) =>
        plans.ListAsync(clock.GetCurrentInstant(), request.Limit, request.AfterRank, cancellationToken);
}
