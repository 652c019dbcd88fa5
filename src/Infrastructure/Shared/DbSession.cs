using System.Data.Common;
using Dapper;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Telemetry;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>One connection to the database, with the transaction that runs on it: one session for each request.</summary>
internal sealed class DbSession(DbEngine engine, WriteTurns turns) : ITransactions, IAsyncDisposable
{
    private readonly List<Action> _afterCommit = [];

    private DbConnection? _connection;
    private DbTransaction? _transaction;

    /// <remarks>Work that runs within other work is part of it.</remarks>
    public async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> work, CancellationToken ct)
    {
        if (_transaction is not null)
            return await work();

        var connection = await OpenAsync(ct);
        using var turn = await turns.TakeAsync(ct);
        await using var transaction = await engine.BeginAsync(connection, ct);
        _transaction = transaction;
        try
        {
            var result = await work();
            await transaction.CommitAsync(ct);
            _afterCommit.ForEach(deed => deed());
            return result;
        }
        finally
        {
            _transaction = null;
            _afterCommit.Clear();
        }
    }

    /// <summary>Runs questions that belong together: all see the database as it was at the first.</summary>
    public async Task<TResult> ReadAsync<TResult>(Func<Task<TResult>> questions, CancellationToken ct)
    {
        if (_transaction is not null)
            return await questions();

        await using var snapshot = await engine.BeginToReadAsync(await OpenAsync(ct), ct);
        _transaction = snapshot;
        try
        {
            return await questions();
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <remarks>Always in a transaction: one of its own where none is running.</remarks>
    public Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken ct) =>
        RunAsync(
        () => Statements.TraceAsync(
            engine.TelemetryName, sql, async () => await (await OpenAsync(ct)).ExecuteAsync(Command(sql, parameters, ct))),
        ct);

    public Task<IReadOnlyList<TRow>> QueryAsync<TRow>(string sql, object? parameters, CancellationToken ct) => Statements.TraceAsync(
        engine.TelemetryName, sql, async () => await engine.QueryAsync<TRow>(await OpenAsync(ct), Command(sql, parameters, ct)));

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

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
    }

    private CommandDefinition Command(string sql, object? parameters, CancellationToken ct) =>
        engine.Command(sql, parameters, _transaction, ct);

    private async Task<DbConnection> OpenAsync(CancellationToken ct) => _connection ??= await engine.OpenAsync(ct);
}
