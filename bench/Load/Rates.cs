using System.Diagnostics;

namespace MisterAssist.Benchmarks.Load;

/// <summary>How often something is done, and how figures of several rounds are told.</summary>
internal static class Rates
{
    /// <summary>Times a second, when so many do it one after the other for so long.</summary>
    public static async Task<double> PerSecondAsync(int workers, TimeSpan span, Func<Task> deed)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, workers).Select(async _ =>
        {
            var count = 0;
            while (Stopwatch.GetElapsedTime(started) < span)
            {
                await deed();
                count++;
            }

            return count;
        }));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>The median, with the least and the most.</summary>
    public static string Spread(IReadOnlyCollection<double> ratios) => $"{Median(ratios):0.00} ({ratios.Min():0.00}-{ratios.Max():0.00})";
}
