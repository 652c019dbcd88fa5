using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Interventions;
using NodaTime;

namespace MisterAssist.Application.Interventions;

/// <summary>Lists interventions that the caller may see, in the order in which they were created.</summary>
public sealed record ListInterventionsQuery(InterventionFilter Filter, int Limit, InterventionId? After) : IRequest<Page<InterventionAt>>;

internal sealed class ListInterventionsHandler(IInterventionStore interventions, ICaller caller, IClock clock)
    : IRequestHandler<ListInterventionsQuery, Page<InterventionAt>>
{
    public async Task<Page<InterventionAt>> Handle(ListInterventionsQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var page = await interventions.ListAsync(request.Filter, caller.Reach, request.Limit, request.After, cancellationToken);
        return new([.. page.Items.Select(intervention => new InterventionAt(intervention.ToState(), now))], page.HasMore);
    }
}
