using System.Diagnostics;
using System.Diagnostics.Metrics;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Telemetry;

namespace MisterAssist.Api.Telemetry;

/// <summary>A span and a duration for each piece of work that is done in the background.</summary>
internal static class Sweeps
{
    private static readonly Histogram<double> Duration = Instruments.Meter.CreateHistogram(
        "misterassist.sweep.duration", "s", "Work in the background, by what it was and how it ended.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60] });

    /// <param name="name">What it is called among the figures; never changed.</param>
    /// <param name="sweep">The work.</param>
    public static async Task<TResult> TraceAsync<TResult>(string name, Func<Task<TResult>> sweep)
    {
        using var span = Instruments.Spans.StartActivity($"sweep {name}");
        span?.SetTag("misterassist.sweep", name);
        var started = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            var result = await sweep();
            outcome = "done";
            return result;
        }
        catch (Exception failure) when (failure is StoreException or OperationCanceledException)
        {
            outcome = failure switch { BusyException => "busy", StoreException => "unavailable", _ => "stopped" };
            throw;
        }
        finally
        {
            span?.SetTag("misterassist.outcome", outcome);
            if (outcome == "failed")
                span?.SetStatus(ActivityStatusCode.Error);
            Duration.Record(
                Stopwatch.GetElapsedTime(started).TotalSeconds, new("misterassist.sweep", name), new("misterassist.outcome", outcome));
        }
    }
}
