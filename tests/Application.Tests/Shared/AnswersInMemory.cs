using MisterAssist.Application.Idempotency;
using NodaTime;

namespace MisterAssist.Application.Tests.Shared;

internal sealed class AnswersInMemory : IIdempotencyStore
{
    private readonly Dictionary<IdempotencyKey, KeptAnswer> _answers = [];

    public IReadOnlyCollection<IdempotencyKey> Keys => _answers.Keys;

    public Task<KeptAnswer?> FindAsync(IdempotencyKey key, Instant now, CancellationToken ct) =>
        Task.FromResult(_answers.GetValueOrDefault(key) is { } answer && answer.ExpiresAt > now ? answer : null);

    public Task AddAsync(IdempotencyKey key, KeptAnswer answer, CancellationToken ct)
    {
        _answers.Add(key, answer);
        return Task.CompletedTask;
    }

    public Task<int> RemoveExpiredAsync(Instant now, int limit, CancellationToken ct)
    {
        IdempotencyKey[] expired = [.. _answers.Where(kept => kept.Value.ExpiresAt <= now).Take(limit).Select(kept => kept.Key)];
        foreach (var key in expired)
            _answers.Remove(key);
        return Task.FromResult(expired.Length);
    }
}
