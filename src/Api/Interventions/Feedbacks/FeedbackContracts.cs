using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Events;
using MisterAssist.Api.Http;
using MisterAssist.Application.Interventions.Feedbacks;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Feedbacks;
using NodaTime;

namespace MisterAssist.Api.Interventions.Feedbacks;

/// <summary>How an intervention was.</summary>
internal sealed record LeaveFeedbackRequest
{
    /// <summary>5 is best.</summary>
    [Range(Feedback.Worst, Feedback.Best)]
    public required int Score { get; init; }

    /// <summary>What there is to say.</summary>
    [StringLength(Feedback.MaxWordsLength, MinimumLength = 1)]
    public string? Words { get; init; }

    public LeaveFeedbackCommand ToCommand(InterventionId id) => new(id, Score, Words);
}

/// <summary>What the customer said of an intervention.</summary>
internal sealed record FeedbackResponse : IVersioned
{
    /// <summary>Of which intervention.</summary>
    [StringLength(30)]
    public required string InterventionId { get; init; }

    /// <summary>5 is best.</summary>
    [Range(Feedback.Worst, Feedback.Best)]
    public required int Score { get; init; }

    /// <summary>Null where there are none.</summary>
    [StringLength(Feedback.MaxWordsLength)]
    public string? Words { get; init; }

    public required ActorResponse Author { get; init; }

    /// <summary>When it was left.</summary>
    public required Instant LeftAt { get; init; }

    string IVersioned.Version => "1";

    public static FeedbackResponse Of(Feedback feedback) => new()
    {
        InterventionId = feedback.InterventionId.ToString(),
        Score = feedback.Score,
        Words = feedback.Words,
        Author = ActorResponse.Of(feedback.Author),
        LeftAt = feedback.At,
    };
}
