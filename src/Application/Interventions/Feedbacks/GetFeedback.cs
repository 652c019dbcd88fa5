using MediatR;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Feedbacks;

namespace MisterAssist.Application.Interventions.Feedbacks;

/// <summary>Gets what the customer said of an intervention.</summary>
public sealed record GetFeedbackQuery(InterventionId Id) : IRequest<Feedback>;

internal sealed class GetFeedbackHandler(InterventionDesk desk, IFeedbackStore feedbacks) : IRequestHandler<GetFeedbackQuery, Feedback>
{
    public async Task<Feedback> Handle(GetFeedbackQuery request, CancellationToken cancellationToken)
    {
        await desk.GetAsync(request.Id, cancellationToken);
        return await feedbacks.FindAsync(request.Id, cancellationToken) ?? throw FeedbackErrors.NotFound();
    }
}
