using MediatR;
using MisterAssist.Api.Telemetry;
using MisterAssist.Application.Billing;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Billing;

/// <summary>Carries billing runs on, some customers at a time. Several instances may do so at once, and one that fell over is replaced by any other.</summary>
internal sealed class BillingWorker(IServiceScopeFactory scopes, BillingSettings settings, ILogger<BillingWorker> logger) : BackgroundService
{
    private readonly SemaphoreSlim _wakes = new(0);

    /// <summary>There is something to do.</summary>
    public void Wake() => _wakes.Release();

    public override void Dispose()
    {
        _wakes.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await Sweeps.TraceAsync("billing", () => BillNextAsync(stoppingToken)))
                    logger.LogDebug("Some customers of a billing run were seen to");
            }
            catch (StoreException)
            {
                // What is left is left until the next time; what may be done or not is looked at anew then.
            }
            catch (BusinessException refused)
            {
                logger.LogWarning(refused, "A billing run cannot go on now; it is tried again");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogError(failure, "A billing run could not go on; it is tried again");
            }

            await _wakes.WaitAsync(settings.Interval.ToTimeSpan(), stoppingToken);
        }
    }

    private async Task<bool> BillNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new BillNextCustomersCommand(), ct);
    }
}
