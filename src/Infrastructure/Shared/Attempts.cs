using System.Diagnostics;
using Microsoft.Extensions.Logging;
using MisterAssist.Application.Shared;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>Runs a transaction again that a server let fail, and leaves a server in peace for a while that does not answer.</summary>
/// <remarks>
/// Whether it may be run again, the failure says: nothing of it is there to stay. An engine that is no server has no such failures. Who waited
/// for a turn in vain has waited for long enough.
/// </remarks>
internal sealed class Attempts
{
    private const int LeastFailures = 4;
    private const double FailureRatio = 0.5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);
    private static readonly ResiliencePropertyKey<long> Started = new("started");

    private readonly DbSettings _settings;
    private readonly ILogger<Attempts> _logger;
    private readonly ResiliencePipeline _pipeline;

    public Attempts(DbSettings settings, ILogger<Attempts> logger)
    {
        (_settings, _logger) = (settings, logger);
        var pipeline = new ResiliencePipelineBuilder();
        if (settings.Retries > 0)
            pipeline.AddRetry(Retry());
        _pipeline = pipeline.AddCircuitBreaker(Breaker()).Build();
    }

    /// <exception cref="StoreException">The last attempt failed, or there was none, since the server did not answer a moment ago.</exception>
    public async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> attempt, CancellationToken ct)
    {
        var context = ResilienceContextPool.Shared.Get(ct);
        context.Properties.Set(Started, Stopwatch.GetTimestamp());
        try
        {
            return await _pipeline.ExecuteAsync(static async (_, attempt) => await attempt(), context, attempt);
        }
        catch (BrokenCircuitException open)
        {
            throw new UnavailableException(open);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private RetryStrategyOptions Retry() => new()
    {
        MaxRetryAttempts = _settings.Retries,
        Delay = FirstPause,
        MaxDelay = LongestPause,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = attempt => ValueTask.FromResult(IsOfServer(attempt.Outcome.Exception) && IsThereTime(attempt.Context)),
        OnRetry = attempt =>
        {
            _logger.LogWarning("A transaction is run again, since the database failed: {Failure}", ReasonOf(attempt.Outcome));
            return default;
        },
    };

    private CircuitBreakerStrategyOptions Breaker() => new()
    {
        FailureRatio = FailureRatio,
        MinimumThroughput = LeastFailures,
        SamplingDuration = Window,
        BreakDuration = _settings.Pause,
        ShouldHandle = attempt => ValueTask.FromResult(IsOutage(attempt.Outcome.Exception)),
        OnOpened = broken =>
        {
            _logger.LogError("The database does not answer; it is left in peace for {Pause}: {Failure}", broken.BreakDuration, ReasonOf(broken.Outcome));
            return default;
        },
        OnClosed = _ =>
        {
            _logger.LogInformation("The database answers again");
            return default;
        },
    };

    private bool IsThereTime(ResilienceContext context) =>
        Stopwatch.GetElapsedTime(context.Properties.GetValue(Started, 0)) < _settings.LongestWait;

    private static bool IsOfServer(Exception? failure) => failure is BusyException or UnavailableException && failure.InnerException is ServerException;

    private static bool IsOutage(Exception? failure) => failure is UnavailableException or OutcomeUnknownException;

    private static string? ReasonOf(Outcome<object> outcome) => outcome.Exception?.InnerException?.Message;
}
