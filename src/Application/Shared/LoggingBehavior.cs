using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;

namespace MisterAssist.Application.Shared;

/// <summary>Logs the name and duration of each request; never what is in it.</summary>
internal sealed class LoggingBehavior<TRequest, TResponse>(ILogger<LoggingBehavior<TRequest, TResponse>> logger)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await next();
        }
        finally
        {
            logger.LogDebug("{Request} took {Duration}", typeof(TRequest).Name, Stopwatch.GetElapsedTime(started));
        }
    }
}
