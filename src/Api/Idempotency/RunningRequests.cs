using System.Collections.Concurrent;
using MisterAssist.Application.Idempotency;

namespace MisterAssist.Api.Idempotency;

/// <summary>Lets the requests of this process that have the same key run one after the other.</summary>
internal sealed class RunningRequests
{
    private readonly ConcurrentDictionary<IdempotencyKey, TaskCompletionSource> _running = [];

    /// <summary>Waits until none with that key is running, then runs until what is returned is disposed; null where it took too long.</summary>
    public async Task<IDisposable?> TakeTurnAsync(IdempotencyKey key, TimeSpan longestWait, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(longestWait);
        var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            while (_running.GetOrAdd(key, own) is var first && first != own)
                await first.Task.WaitAsync(limit.Token);

            return new Turn(_running, key, own);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private sealed class Turn(ConcurrentDictionary<IdempotencyKey, TaskCompletionSource> running, IdempotencyKey key, TaskCompletionSource own)
        : IDisposable
    {
        public void Dispose()
        {
            running.TryRemove(key, out _);
            own.SetResult();
        }
    }
}
