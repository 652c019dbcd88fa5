using System.Data.Common;
using MisterAssist.Application.Idempotency;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Idempotency;

internal sealed class SqlIdempotencyStore(DbSession db) : IIdempotencyStore
{
    private const string Find = """
        SELECT id AS Id, fingerprint AS Fingerprint, status AS Status, headers AS Headers, body AS Body,
               kept_at AS KeptAt, expires_at AS ExpiresAt
        FROM kept_answer
        WHERE id = @Id AND expires_at > @Now
        """;

    private const string GiveWay = "DELETE FROM kept_answer WHERE id = @Id AND expires_at <= @KeptAt";

    private const string Insert = """
        INSERT INTO kept_answer
          (id, fingerprint, status, headers, body, kept_at, expires_at)
        VALUES
          (@Id, @Fingerprint, @Status, @Headers, @Body, @KeptAt, @ExpiresAt)
        """;

    private const string RemoveExpired = """
        DELETE FROM kept_answer
        WHERE id IN (SELECT id FROM kept_answer WHERE expires_at <= @Now ORDER BY expires_at LIMIT @Limit)
        """;

    public async Task<KeptAnswer?> FindAsync(IdempotencyKey key, Instant now, CancellationToken ct)
    {
        var parameters = new { Id = KeptAnswerRow.IdOf(key), Now = DbText.From(now) };
        return (await db.QueryFirstAsync<KeptAnswerRow>(Find, parameters, ct))?.ToAnswer();
    }

    public async Task AddAsync(IdempotencyKey key, KeptAnswer answer, CancellationToken ct)
    {
        var row = KeptAnswerRow.From(key, answer);
        await db.ExecuteAsync(GiveWay, row, ct);
        try
        {
            await db.ExecuteAsync(Insert, row, ct);
        }
        catch (DbException failure) when (failure.IsDuplicateKey())
        {
            throw new AnsweredMeanwhileException();
        }
    }

    public Task<int> RemoveExpiredAsync(Instant now, int limit, CancellationToken ct) =>
        db.ExecuteAsync(RemoveExpired, new { Now = DbText.From(now), Limit = limit }, ct);
}
