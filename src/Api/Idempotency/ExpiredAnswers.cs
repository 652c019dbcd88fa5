using MediatR;
using MisterAssist.Api.Telemetry;
using MisterAssist.Application.Idempotency;

namespace MisterAssist.Api.Idempotency;

/// <summary>Forgets, now and then, the answers that nobody can get any more.</summary>
internal sealed class ExpiredAnswers(IServiceScopeFactory scopes, ILogger<ExpiredAnswers> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await Sweeps.TraceAsync("expired_answers", () => ForgetSomeAsync(stoppingToken)) > 0)
                    await Task.Yield();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogWarning(failure, "Expired answers could not be forgotten; it is tried again later");
            }
        }
    }

    private async Task<int> ForgetSomeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ForgetExpiredAnswersCommand(), ct);
    }
}
