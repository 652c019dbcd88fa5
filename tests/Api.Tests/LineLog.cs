using Microsoft.Extensions.Logging;

namespace MisterAssist.Api.Tests;

/// <summary>Hands on each line that is logged, with what went wrong.</summary>
internal sealed class LineLog(Action<string> write) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        write($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
