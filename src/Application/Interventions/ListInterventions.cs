using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Interventions;

namespace MisterAssist.Application.Interventions;

/// <summary>Lists interventions that the caller may see, in the order in which they were created.</summary>
public sealed record ListInterventionsQuery(InterventionFilter Filter, int Limit, InterventionId? After) : IRequest<Page<InterventionAt>>;

internal sealed class ListInterventionsHandler(InterventionDesk desk, IInterventionStore interventions, ICaller caller)
    : IRequestHandler<ListInterventionsQuery, Page<InterventionAt>>
{
    public async Task<Page<InterventionAt>> Handle(ListInterventionsQuery request, CancellationToken cancellationToken)
    {
        var now = desk.Now().At;
        var page = await interventions.ListAsync(request.Filter, caller.Reach, request.Limit, request.After, cancellationToken);

        var seen = new List<InterventionAt>();
        foreach (var intervention in page.Items)
            seen.Add(await desk.SeeAsync(intervention, now, cancellationToken));
        return new(seen, page.HasMore);
    }
}
