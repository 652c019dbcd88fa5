using NodaTime;

namespace MisterAssist.Application.Telemetry;

/// <summary>Since when work waits that is done in the background.</summary>
public interface IBacklogReader
{
    /// <summary>When the next warning or miss is to be raised, or was to be and is not yet; null where none is coming.</summary>
    Task<Instant?> NextPromiseCheckAsync(CancellationToken ct);

    /// <summary>When the oldest billing run that is still running was asked for; null where none is running.</summary>
    Task<Instant?> OldestBillingRunAsync(CancellationToken ct);
}
