using MisterAssist.Application.Shared;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>Whose turn it is to write: the embedded database has one writer at a time.</summary>
/// <remarks>
/// Waiting here, in the order of coming, costs nothing. Who waits for the database's own lock asks again and again, sleeping in between;
/// that is left to other processes on the same file.
/// </remarks>
internal sealed class WriteTurns(DbSettings settings) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for a turn, which lasts until what is returned is disposed.</summary>
    /// <exception cref="BusyException">Others were writing for longer than a transaction may wait.</exception>
    public async Task<IDisposable> TakeAsync(CancellationToken ct) =>
        await _turn.WaitAsync(settings.LongestWait, ct) ? new Turn(_turn) : throw new BusyException(new TimeoutException());

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
