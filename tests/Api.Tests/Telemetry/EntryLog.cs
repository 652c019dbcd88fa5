using System.Text;
using Microsoft.Extensions.Logging;

namespace MisterAssist.Api.Tests.Telemetry;

/// <summary>Hands on each entry whole: its text, its properties, the scopes in which it stands, and what went wrong.</summary>
internal sealed class EntryLog(Action<string> write) : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new Category(categoryName, () => _scopes, write);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Category(string name, Func<IExternalScopeProvider> scopes, Action<string> write) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => scopes().Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var entry = new StringBuilder($"{name} {formatter(state, exception)}\n{exception}\n{InFull(state)}");
            scopes().ForEachScope((scope, text) => text.Append('\n').Append(InFull(scope)), entry);
            write(entry.ToString());
        }

        private static string InFull(object? state) => state is IEnumerable<KeyValuePair<string, object?>> properties
            ? $"{state} {string.Join(' ', properties.Select(property => $"{property.Key}={property.Value}"))}"
            : $"{state}";
    }
}
