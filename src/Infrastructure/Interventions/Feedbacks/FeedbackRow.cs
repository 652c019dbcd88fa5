using MisterAssist.Domain.Interventions.Feedbacks;
using MisterAssist.Domain.Shared;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Interventions.Feedbacks;

internal sealed class FeedbackRow
{
    public required string InterventionId { get; init; }

    public required int Score { get; init; }

    public string? Words { get; init; }

    public required string AuthorKind { get; init; }

    public required string AuthorName { get; init; }

    public string? AuthorKey { get; init; }

    public required string LeftAt { get; init; }

    public static FeedbackRow From(Feedback feedback) => new()
    {
        InterventionId = DbText.From(feedback.InterventionId.Value),
        Score = feedback.Score,
        Words = feedback.Words,
        AuthorKind = DbText.From(feedback.Author.Kind),
        AuthorName = feedback.Author.Name,
        AuthorKey = DbText.From(feedback.Author.KeyId),
        LeftAt = DbText.From(feedback.At),
    };

    public Feedback ToFeedback() => new(
        new(DbText.ToId(InterventionId)),
        Score,
        Words,
        new(DbText.ToEnum<ActorKind>(AuthorKind), AuthorName, DbText.ToIdOrNull(AuthorKey)),
        DbText.ToInstant(LeftAt));
}
