using NodaTime;

namespace MisterAssist.Application.Idempotency;

/// <summary>Keeps the answers that are given again to who asks twice.</summary>
public interface IIdempotencyStore
{
    /// <summary>The answer kept under a key, or null where there is none that has not expired.</summary>
    Task<KeptAnswer?> FindAsync(IdempotencyKey key, Instant now, CancellationToken ct);

    /// <summary>Keeps an answer, in the transaction that is running; one that has expired gives way.</summary>
    /// <exception cref="AnsweredMeanwhileException">Another one stands under that key.</exception>
    Task AddAsync(IdempotencyKey key, KeptAnswer answer, CancellationToken ct);

    /// <summary>Forgets some of the answers that have expired, and says how many.</summary>
    Task<int> RemoveExpiredAsync(Instant now, int limit, CancellationToken ct);
}

/// <summary>The same request was answered by somebody else in the meantime: what they answered stands.</summary>
public sealed class AnsweredMeanwhileException : Exception;
