using System.Collections.Concurrent;
using System.Threading.Channels;
using MediatR;
using MisterAssist.Application.ApiKeys;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Api.ApiKeys;

/// <summary>Keeps when each key was last used, to the minute: one small write per key and minute, after the request and never in its way.</summary>
/// <remarks>It is there for people who look for keys that nobody uses, so it may be lost; that a request waits for it, or fails by it, may not be.</remarks>
internal sealed class ApiKeyUses(IServiceScopeFactory scopes, ILogger<ApiKeyUses> logger) : BackgroundService
{
    private const int MostWaiting = 10_000;

    private readonly ConcurrentDictionary<ApiKeyId, Instant> _noted = [];

    private readonly Channel<RecordApiKeyUseCommand> _waiting = Channel.CreateBounded<RecordApiKeyUseCommand>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Note(ApiKey key, Instant at)
    {
        var minute = Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 60 * 60);
        if (key.State.LastUsedAt >= minute || (_noted.TryGetValue(key.Id, out var noted) && noted >= minute))
            return;

        _noted[key.Id] = minute;
        _waiting.Writer.TryWrite(new(key.Id, minute));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var use in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(use, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Whatever it was: the next minute's use is noted again.
                logger.LogWarning(failure, "The use of key {Key} was not kept", use.Id);
            }
        }
    }
}
