using System.Data.Common;
using Dapper;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Telemetry;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>One connection to the database, with the transaction that runs on it: one session for each request.</summary>
/// <remarks>
/// Where a server fails, the whole transaction is run again on another connection. A question that stands alone is a transaction; what runs within
/// another is never run again by itself.
/// </remarks>
internal sealed class DbSession(DbEngine engine, WriteTurns turns, Attempts attempts) : ITransactions, IAsyncDisposable
{
    private readonly List<Action> _afterCommit = [];

    private DbConnection? _connection;
    private DbTransaction? _transaction;

    /// <summary>Why the transaction that runs has to be undone, whatever becomes of its work: whoever did it may have gone on.</summary>
    private StoreException? _failure;

    private bool _isReading;
    private bool _mayHaveWritten;

    /// <remarks>Work that runs within other work is part of it.</remarks>
    /// <exception cref="InvalidOperationException">Only questions are asked now: what is written would be undone with their transaction.</exception>
    public Task<TResult> RunAsync<TResult>(Func<Task<TResult>> work, CancellationToken ct)
    {
        if (_isReading)
            throw new InvalidOperationException("Nothing can be written while questions are asked that belong together.");

        return _transaction is null ? AttemptAsync(() => WriteAsync(work, ct), ct) : work();
    }

    /// <summary>Runs questions that belong together: all see the database as it was at the first.</summary>
    public Task<TResult> ReadAsync<TResult>(Func<Task<TResult>> questions, CancellationToken ct)
    {
        return _transaction is null ? AttemptAsync(ReadAsync, ct) : questions();

        async Task<TResult> ReadAsync()
        {
            await using var snapshot = await engine.BeginToReadAsync(await OpenAsync(ct), ct);
            _isReading = true;
            try
            {
                return await WithinAsync(snapshot, questions);
            }
            finally
            {
                _isReading = false;
            }
        }
    }

    /// <remarks>Always in a transaction: one of its own where none is running.</remarks>
    public Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken ct) =>
        RunAsync(() => AskAsync(sql, connection => engine.ExecuteAsync(connection, Command(sql, parameters, ct)), ct), ct);

    public Task<IReadOnlyList<TRow>> QueryAsync<TRow>(string sql, object? parameters, CancellationToken ct)
    {
        return _transaction is null ? AttemptAsync(QueryAsync, ct) : QueryAsync();

        Task<IReadOnlyList<TRow>> QueryAsync() =>
            AskAsync(sql, connection => engine.QueryAsync<TRow>(connection, Command(sql, parameters, ct)), ct);
    }

    /// <summary>Changes rows, and gives them as they are then: so each is given to one of those who ask at once.</summary>
    /// <remarks>As always where something is written, in a transaction: the rows are the caller's until that ends, and as before where it is undone.</remarks>
    public Task<IReadOnlyList<TRow>> ClaimAsync<TRow>(string sql, object? parameters, CancellationToken ct) =>
        RunAsync(() => QueryAsync<TRow>(sql, parameters, ct), ct);

    /// <summary>The first row; the default of its type where there is none.</summary>
    public async Task<TRow?> QueryFirstAsync<TRow>(string sql, object? parameters, CancellationToken ct) =>
        await QueryAsync<TRow>(sql, parameters, ct) is [var first, ..] ? first : default;

    /// <summary>Does something once what is written now is there to stay; never, where it is undone.</summary>
    public void AfterCommit(Action deed)
    {
        if (_transaction is null)
            deed();
        else
            _afterCommit.Add(deed);
    }

    public ValueTask DisposeAsync() => LeaveAsync();

    private async Task<TResult> WriteAsync<TResult>(Func<Task<TResult>> work, CancellationToken ct)
    {
        // Who waits for a turn keeps no connection from those who read.
        await LeaveAsync();
        using var turn = await turns.TakeAsync(ct);
        var connection = await OpenAsync(ct);
        await using var transaction = await engine.BeginAsync(connection, ct);
        try
        {
            var result = await WithinAsync(transaction, work);
            ct.ThrowIfCancellationRequested();
            _mayHaveWritten = true;
            await engine.CommitAsync(transaction);
            _afterCommit.ForEach(deed => deed());
            return result;
        }
        finally
        {
            _afterCommit.Clear();
        }
    }

    private async Task<TResult> WithinAsync<TResult>(DbTransaction transaction, Func<Task<TResult>> work)
    {
        (_transaction, _failure) = (transaction, null);
        try
        {
            var result = await work();
            return _failure is null ? result : throw _failure;
        }
        catch (Exception other) when (_failure is not null && other != _failure)
        {
            throw _failure;
        }
        finally
        {
            _transaction = null;
        }
    }

    private async Task<TResult> AskAsync<TResult>(string sql, Func<DbConnection, Task<TResult>> statement, CancellationToken ct)
    {
        if (_transaction is not null && _failure is not null)
            throw _failure;

        try
        {
            return await Statements.TraceAsync(engine.TelemetryName, sql, async () => await statement(await OpenAsync(ct)));
        }
        catch (StoreException failure)
        {
            _failure = failure;
            throw;
        }
    }

    private async Task<TResult> AttemptAsync<TResult>(Func<Task<TResult>> attempt, CancellationToken ct)
    {
        try
        {
            return await attempts.RunAsync(
                async () =>
                {
                    try
                    {
                        return await attempt();
                    }
                    catch (StoreException)
                    {
                        await LeaveAsync();
                        throw;
                    }
                },
                ct);
        }
        catch (StoreException failure) when (_mayHaveWritten && failure is not OutcomeUnknownException)
        {
            throw new OutcomeUnknownException(failure);
        }
    }

    private CommandDefinition Command(string sql, object? parameters, CancellationToken ct) =>
        engine.Command(sql, parameters, _transaction, ct);

    private async Task<DbConnection> OpenAsync(CancellationToken ct) => _connection ??= await engine.OpenAsync(ct);

    private async ValueTask LeaveAsync()
    {
        if (_connection is not { } connection)
            return;

        _connection = null;
        await engine.LeaveAsync(connection);
    }
}
