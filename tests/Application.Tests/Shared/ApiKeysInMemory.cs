using MisterAssist.Application.ApiKeys;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Application.Tests.Shared;

internal sealed class ApiKeysInMemory : IApiKeyStore, IApiKeyReader
{
    private readonly Dictionary<ApiKeyId, ApiKeyState> _keys = [];

    /// <summary>How often a key was looked for by what is kept of its secret.</summary>
    public int Searches { get; private set; }

    public IReadOnlyCollection<ApiKeyState> All => _keys.Values;

    public void Have(ApiKey key) => _keys[key.Id] = key.State;

    public Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken ct) =>
        Task.FromResult(_keys.TryGetValue(id, out var state) ? ApiKey.FromState(state) : null);

    public Task<ApiKey?> FindBySecretAsync(string hash, CancellationToken ct)
    {
        Searches++;
        return Task.FromResult(_keys.Values.Where(state => state.Secret.Hash == hash).Select(ApiKey.FromState).SingleOrDefault());
    }

    public Task<bool> HasAnyAsync(CancellationToken ct) => Task.FromResult(_keys.Count > 0);

    public Task AddAsync(ApiKey key, CancellationToken ct)
    {
        _keys.Add(key.Id, key.State);
        return Task.CompletedTask;
    }

    public Task SaveAsync(ApiKey key, CancellationToken ct)
    {
        _keys[key.Id] = key.State;
        return Task.CompletedTask;
    }

    public Task RecordUseAsync(ApiKeyId id, Instant at, CancellationToken ct)
    {
        _keys[id] = _keys[id] with { LastUsedAt = at };
        return Task.CompletedTask;
    }

    public Task<Page<ApiKey>> ListAsync(int limit, ApiKeyId? before, CancellationToken ct) =>
        Task.FromResult(Page.FromOneMore<ApiKey>(
            [
                .. from state in _keys.Values
                   let name = state.Id.ToString()
                   where before is null || string.CompareOrdinal(name, before.Value.ToString()) < 0
                   orderby name descending
                   select ApiKey.FromState(state),
            ],
            limit));
}
