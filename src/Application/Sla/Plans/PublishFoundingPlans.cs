using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Sla.Plans;

/// <summary>Publishes the four plans of the service charter, those that are not there yet.</summary>
public sealed record PublishFoundingPlansCommand : ICommand<Unit>;

internal sealed class PublishFoundingPlansHandler(IPlanStore plans, IClock clock) : IRequestHandler<PublishFoundingPlansCommand, Unit>
{
    public async Task<Unit> Handle(PublishFoundingPlansCommand request, CancellationToken cancellationToken)
    {
        foreach (var plan in FoundingPlans.PublishedAt(clock.GetCurrentInstant()))
            await plans.AddIfAbsentAsync(plan, cancellationToken);

        return Unit.Value;
    }
}
