using FluentValidation;
using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Feedbacks;

namespace MisterAssist.Application.Interventions.Feedbacks;

/// <summary>The customer says how an intervention was.</summary>
public sealed record LeaveFeedbackCommand(InterventionId Id, int Score, string? Words) : ICommand<Feedback>;

internal sealed class LeaveFeedbackValidator : AbstractValidator<LeaveFeedbackCommand>
{
    public LeaveFeedbackValidator()
    {
        RuleFor(c => c.Score).InclusiveBetween(Feedback.Worst, Feedback.Best);
        RuleFor(c => c.Words).NotEmpty().MaximumLength(Feedback.MaxWordsLength).When(c => c.Words is not null);
    }
}

internal sealed class LeaveFeedbackHandler(InterventionDesk desk, IFeedbackStore feedbacks, IEventLog events)
    : IRequestHandler<LeaveFeedbackCommand, Feedback>
{
    public async Task<Feedback> Handle(LeaveFeedbackCommand request, CancellationToken cancellationToken)
    {
        var intervention = (await desk.GetAsync(request.Id, cancellationToken)).ToState();
        var feedback = Feedback.Leave(intervention, request.Score, request.Words, desk.Now());
        if (await feedbacks.FindAsync(request.Id, cancellationToken) is not null)
            throw FeedbackErrors.LeftAlready();

        await feedbacks.AddAsync(feedback, cancellationToken);
        await events.AppendAsync([feedback.ToEvent(intervention)], cancellationToken);
        return feedback;
    }
}
