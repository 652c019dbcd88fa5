using MisterAssist.Application.Interventions.Feedbacks;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Feedbacks;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Interventions.Feedbacks;

internal sealed class SqlFeedbackStore(DbSession db) : IFeedbackStore
{
    private const string Find = """
        SELECT intervention_id AS InterventionId, score AS Score, words AS Words, author_kind AS AuthorKind, author_name AS AuthorName,
               author_key AS AuthorKey, left_at AS LeftAt
        FROM feedback
        WHERE intervention_id = @Id
        """;

    private const string Insert = """
        INSERT INTO feedback (intervention_id, score, words, author_kind, author_name, author_key, left_at)
        VALUES (@InterventionId, @Score, @Words, @AuthorKind, @AuthorName, @AuthorKey, @LeftAt)
        """;

    public async Task<Feedback?> FindAsync(InterventionId intervention, CancellationToken ct) =>
        (await db.QueryFirstAsync<FeedbackRow>(Find, new { Id = DbText.From(intervention.Value) }, ct))?.ToFeedback();

    public Task AddAsync(Feedback feedback, CancellationToken ct) => db.ExecuteAsync(Insert, FeedbackRow.From(feedback), ct);
}
