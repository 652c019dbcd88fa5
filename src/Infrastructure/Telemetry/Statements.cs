using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using MisterAssist.Application.Telemetry;

namespace MisterAssist.Infrastructure.Telemetry;

/// <summary>A span and a duration for each SQL statement, named as OpenTelemetry names them. Neither its text nor its values are in them.</summary>
internal static partial class Statements
{
    private static readonly Histogram<double> Duration = Instruments.Meter.CreateHistogram(
        "db.client.operation.duration", "s", "SQL statements.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] });

    public static async Task<TResult> TraceAsync<TResult>(string engine, string sql, Func<Task<TResult>> run)
    {
        if (!Instruments.Spans.HasListeners() && !Duration.Enabled)
            return await run();

        var (operation, table) = NameOf(sql);
        var tags = new TagList { { "db.system.name", engine }, { "db.operation.name", operation } };
        if (table is not null)
            tags.Add("db.collection.name", table);
        using var span = Instruments.Spans.StartActivity(ActivityKind.Client, tags: tags, name: $"{operation} {table}".TrimEnd());
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await run();
        }
        catch (Exception failure)
        {
            // Its type alone: the text may quote what was written.
            tags.Add("error.type", failure.GetType().FullName);
            span?.SetTag("error.type", failure.GetType().FullName).SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
        }
    }

    /// <summary>What a statement does, and to which table; null where that is a query itself. What stands in brackets does not count.</summary>
    internal static (string Operation, string? Table) NameOf(string sql)
    {
        var (depth, operation, isTableNext) = (0, "", false);
        foreach (var match in Words().EnumerateMatches(sql))
        {
            var word = sql.Substring(match.Index, match.Length);
            depth += word switch { "(" => 1, ")" => -1, _ => 0 };
            if (isTableNext)
                return (operation, word == "(" ? null : word);
            if (depth > 0)
                continue;

            if (operation.Length == 0 && word is "SELECT" or "INSERT" or "UPDATE" or "DELETE")
                operation = word;
            isTableNext = word is "FROM" or "INTO" or "UPDATE";
        }

        return (operation, null);
    }

    [GeneratedRegex(@"[()]|\w+", RegexOptions.None, 1000)]
    private static partial Regex Words();
}
