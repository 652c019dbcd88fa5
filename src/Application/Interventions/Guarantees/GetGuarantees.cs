using MediatR;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Guarantees;
using NodaTime;

namespace MisterAssist.Application.Interventions.Guarantees;

/// <summary>Tells which guarantees an intervention triggered; before its end, which it would trigger as things stand now.</summary>
public sealed record GetGuaranteesQuery(InterventionId Id) : IRequest<GuaranteesAt>;

/// <summary>The guarantees of an intervention, as they stand at an instant.</summary>
/// <param name="Guarantees">Best for the customer or not: of several, an item gets the best one alone.</param>
/// <param name="IsFinal">Whether the intervention has ended: before that they may change.</param>
/// <param name="At">The instant.</param>
public sealed record GuaranteesAt(IReadOnlyList<Guarantee> Guarantees, bool IsFinal, Instant At);

internal sealed class GetGuaranteesHandler(Jobs jobs) : IRequestHandler<GetGuaranteesQuery, GuaranteesAt>
{
    public async Task<GuaranteesAt> Handle(GetGuaranteesQuery request, CancellationToken cancellationToken)
    {
        var job = await jobs.GetAsync(request.Id, cancellationToken);
        var state = job.Intervention.ToState();
        return state.Ending is { } ending
            ? new(ending.Guarantees, IsFinal: true, job.On.At)
            : new(job.Guarantees.GuaranteesOf(job.AsIfArrivedNow, job.On.At), IsFinal: false, job.On.At);
    }
}
