using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Interventions.Feedbacks;

/// <summary>What a customer says of an intervention: once, and it stays as it was said.</summary>
/// <param name="InterventionId">Of which intervention.</param>
/// <param name="Score">From <see cref="Worst"/> to <see cref="Best"/>.</param>
/// <param name="Words">Null where there are none.</param>
/// <param name="Author">Who says so.</param>
/// <param name="At">When.</param>
public sealed record Feedback(InterventionId InterventionId, int Score, string? Words, Actor Author, Instant At)
{
    public const int Worst = 1;

    public const int Best = 5;

    /// <summary>The longest, in UTF-16 units.</summary>
    public const int MaxWordsLength = 2000;

    /// <summary>Takes down what the customer says. Whether that was said before is asked first.</summary>
    /// <param name="intervention">Completed.</param>
    /// <param name="score">From <see cref="Worst"/> to <see cref="Best"/>.</param>
    /// <param name="words">Null for none.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">It is not completed, or somebody else than the customer says so.</exception>
    public static Feedback Leave(InterventionState intervention, int score, string? words, Deed on)
    {
        if (on.Actor.Kind != ActorKind.Customer)
            throw FeedbackErrors.CustomersOwn();
        if (intervention.Status != InterventionStatus.Completed)
            throw FeedbackErrors.NotCompleted(intervention.Status);

        return new(intervention.Id, score, words, on.Actor, on.At);
    }

    /// <summary>The line on the timeline of the ticket. The words are read with the feedback alone.</summary>
    public RecordedEvent ToEvent(InterventionState intervention) => new(
        EventId.New(At), InterventionEvents.FeedbackLeft, At, Author, intervention.CustomerId, intervention.TicketId, null, null,
        [new("interventionId", null, InterventionId.ToString()), new("score", null, $"{Score}")], null, IsInternal: false);
}
