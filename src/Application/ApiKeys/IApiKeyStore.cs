using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Application.ApiKeys;

/// <summary>Loads and saves API keys.</summary>
public interface IApiKeyStore
{
    Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken ct);

    /// <summary>The key of which that hash was kept, in whatever state; null where there is none.</summary>
    Task<ApiKey?> FindBySecretAsync(string hash, CancellationToken ct);

    Task<bool> HasAnyAsync(CancellationToken ct);

    Task AddAsync(ApiKey key, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">It was changed meanwhile.</exception>
    Task SaveAsync(ApiKey key, CancellationToken ct);

    /// <summary>Keeps the instant of a use, unless a later one is kept already. It is no change of the key.</summary>
    Task RecordUseAsync(ApiKeyId id, Instant at, CancellationToken ct);
}
