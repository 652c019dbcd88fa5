using Microsoft.Extensions.Logging;
using MisterAssist.Application.Shared;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Writes down in which order things happened.</summary>
internal sealed class Journal
{
    private readonly List<string> _entries = [];

    public IReadOnlyList<string> Entries => _entries;

    public void Add(string entry) => _entries.Add(entry);
}

internal sealed class JournaledTransactions(Journal journal) : ITransactions
{
    public async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> work, CancellationToken ct)
    {
        journal.Add("begin");
        try
        {
            var result = await work();
            journal.Add("commit");
            return result;
        }
        catch
        {
            journal.Add("roll back");
            throw;
        }
    }
}

/// <summary>Journals what the pipeline logs, without how long it took.</summary>
internal sealed class JournaledLog(Journal journal) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        journal.Add($"log {logLevel}: {formatter(state, exception).Split(" took ")[0]}");

    public void Dispose()
    {
        // Nothing is held: the journal outlives the log.
    }
}
