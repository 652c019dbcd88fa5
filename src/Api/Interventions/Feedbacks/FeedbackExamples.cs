using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Api.Interventions.Feedbacks;

/// <summary>What the documentation shows: somebody is content.</summary>
internal static class FeedbackExamples
{
    public static LeaveFeedbackRequest Request { get; } = new() { Score = 5, Words = "Veloce, gentile e preciso." };

    public static FeedbackResponse Feedback { get; } = new()
    {
        InterventionId = InterventionExamples.InterventionId,
        Score = Request.Score,
        Words = Request.Words,
        Author = new() { Kind = ActorKind.Customer, Name = "Portale clienti" },
        LeftAt = Instant.FromUtc(2026, 11, 20, 18, 30),
    };
}
