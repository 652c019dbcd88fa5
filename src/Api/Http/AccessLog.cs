using System.Diagnostics;

namespace MisterAssist.Api.Http;

/// <summary>A line for each request: what was asked, how it was answered, how long it took. No bodies, no query.</summary>
internal sealed class AccessLog(RequestDelegate next, ILogger<AccessLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        await next(context);
        logger.LogInformation(
            "{Method} {Path} {Status} {Milliseconds:0.0} ms {RequestId}",
            context.Request.Method,
            context.Request.Path.ToUriComponent(),
            context.Response.StatusCode,
            Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            RequestIds.Of(context));
    }
}
