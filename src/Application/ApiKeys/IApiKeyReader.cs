using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Application.ApiKeys;

/// <summary>Reads API keys as they stand.</summary>
public interface IApiKeyReader
{
    /// <summary>All keys, the newest first, from before a given one; null to begin with the newest.</summary>
    Task<Page<ApiKey>> ListAsync(int limit, ApiKeyId? before, CancellationToken ct);
}
