using System.Diagnostics.Metrics;
using MisterAssist.Application.Telemetry;
using NodaTime;

namespace MisterAssist.Api.Telemetry;

/// <summary>How late work is that is done in the background, asked of the database whenever it is measured: also when nobody does the work any more.</summary>
internal sealed class BacklogGauges(IServiceScopeFactory scopes, IClock clock, ILogger<BacklogGauges> logger) : IDisposable
{
    // Of its own, since its instruments end with the server, of which there may be several in a process.
    private readonly Meter _meter = new(Instruments.Name);

    public void Show()
    {
        Show("misterassist.promise_check.lag", "Since when the oldest warning or miss that is due has not been raised.", (backlog, ct) => backlog.NextPromiseCheckAsync(ct));
        Show("misterassist.billing_run.age", "Since when the oldest billing run that is running was asked for.", (backlog, ct) => backlog.OldestBillingRunAsync(ct));
    }

    public void Dispose() => _meter.Dispose();

    // Whoever measures has a thread for it, and waits.
    private void Show(string name, string description, Func<IBacklogReader, CancellationToken, Task<Instant?>> since) =>
        _meter.CreateObservableGauge(name, () => AgeAsync(name, since).GetAwaiter().GetResult(), "s", description);

    /// <summary>In seconds, zero where nothing waits. No figure where the database does not answer.</summary>
    private async Task<IEnumerable<Measurement<double>>> AgeAsync(string name, Func<IBacklogReader, CancellationToken, Task<Instant?>> since)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var oldest = await since(scope.ServiceProvider.GetRequiredService<IBacklogReader>(), CancellationToken.None);
            var now = clock.GetCurrentInstant();
            return [new((now - Instant.Min(oldest ?? now, now)).TotalSeconds)];
        }
        catch (Exception failure)
        {
            logger.LogWarning(failure, "{Metric} could not be measured", name);
            return [];
        }
    }
}
