using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;

namespace MisterAssist.Api.Tickets;

/// <summary>Has warnings and misses raised as their instants come. Several instances may do so at once: each is raised once.</summary>
/// <remarks>It asks only for what is due, which costs next to nothing when nothing is.</remarks>
internal sealed class PromiseWatch(IServiceScopeFactory scopes, IConfiguration configuration, ILogger<PromiseWatch> logger) : BackgroundService
{
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(configuration.GetValue("Tickets:WatchSeconds", 5));

    /// <summary>Raises all that is due now.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        int seen;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            seen = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new WatchPromisesCommand(), ct);
        }
        while (seen == WatchPromisesCommand.BatchSize);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (BusyException)
            {
                // Others are writing: what is due stays due until the next look.
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogError(failure, "Promises could not be watched; it is tried again");
            }
        }
    }
}
