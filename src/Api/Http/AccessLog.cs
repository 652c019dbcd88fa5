using System.Diagnostics;

namespace MisterAssist.Api.Http;

/// <summary>A line for each request: what was asked, how it was answered, how long it took. No bodies, no addresses as they came.</summary>
/// <remarks>Reading that went well is most of the traffic, and of no interest at night: it is told at the level Debug.</remarks>
internal sealed class AccessLog(RequestDelegate next, ILogger<AccessLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        await next(context);
        var isReadWell = HttpMethods.IsGet(context.Request.Method) && context.Response.StatusCode < StatusCodes.Status400BadRequest;
        var level = isReadWell ? LogLevel.Debug : LogLevel.Information;
        if (!logger.IsEnabled(level))
            return;

        logger.Log(
            level,
            "{Method} {Path} {Status} {Milliseconds:0.0} ms {RequestId}",
            context.Request.Method,
            ToldAddress.Of(context),
            context.Response.StatusCode,
            Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            RequestIds.Of(context));
    }
}
