using MediatR;
using MisterAssist.Api.Telemetry;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;

namespace MisterAssist.Api.Tickets;

/// <summary>Has changes of plan applied, and warnings and misses raised, as their instants come. Several instances may do so at once: each is done once.</summary>
/// <remarks>It asks only for what is due, which costs next to nothing when nothing is.</remarks>
internal sealed class PromiseWatch(IServiceScopeFactory scopes, WatchSettings settings, ILogger<PromiseWatch> logger) : BackgroundService
{
    private readonly TimeSpan _interval = settings.Interval.ToTimeSpan();

    /// <summary>Does all that is due now.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        while (await Sweeps.TraceAsync("plan_changes", () => SendAsync(new ApplyPlanChangesCommand(), ct)))
            logger.LogInformation("A contract's change of plan was applied to its open tickets");
        while (await Sweeps.TraceAsync("promises", () => SendAsync(new WatchPromisesCommand(), ct)) == WatchPromisesCommand.BatchSize)
            logger.LogDebug("More promises have something to raise than are seen to at once");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (StoreException)
            {
                // What is due stays due until the next look; what may have been raised or not is looked at anew then.
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogError(failure, "Promises could not be watched; it is tried again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<TResult> SendAsync<TResult>(ICommand<TResult> command, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
    }
}
