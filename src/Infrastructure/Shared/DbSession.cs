using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Telemetry;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>One connection to the database, with the transaction that runs on it: one session for each request.</summary>
internal sealed class DbSession(DbSettings settings, WriteTurns turns) : ITransactions, IAsyncDisposable
{
    private const int SqliteBusy = 5;

    /// <summary>As OpenTelemetry calls it.</summary>
    private const string Engine = "sqlite";

    private readonly List<Action> _afterCommit = [];

    private SqliteConnection? _connection;
    private DbTransaction? _transaction;

    /// <remarks>Work that runs within other work is part of it.</remarks>
    public async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> work, CancellationToken ct)
    {
        if (_transaction is not null)
            return await work();

        var connection = await OpenAsync(ct);
        // FULL: what was acknowledged is on the disk, also when the power fails in the next instant.
        await connection.ExecuteAsync("PRAGMA synchronous = FULL");
        using var turn = await turns.TakeAsync(ct);
        await using var transaction = Begin(connection);
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

        await using var snapshot = (await OpenAsync(ct)).BeginTransaction(deferred: true);
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
        RunAsync(() => Statements.TraceAsync(Engine, sql, async () => await (await OpenAsync(ct)).ExecuteAsync(Command(sql, parameters, ct))), ct);

    public Task<IReadOnlyList<TRow>> QueryAsync<TRow>(string sql, object? parameters, CancellationToken ct) =>
        Statements.TraceAsync<IReadOnlyList<TRow>>(
            Engine, sql, async () => (await (await OpenAsync(ct)).QueryAsync<TRow>(Command(sql, parameters, ct))).AsList());

    public Task<TRow?> QueryFirstAsync<TRow>(string sql, object? parameters, CancellationToken ct) =>
        Statements.TraceAsync(Engine, sql, async () => await (await OpenAsync(ct)).QueryFirstOrDefaultAsync<TRow>(Command(sql, parameters, ct)));

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

    /// <remarks>Immediate: a transaction that will write takes its place at once, and cannot fail half way for want of it.</remarks>
    private static SqliteTransaction Begin(SqliteConnection connection)
    {
        try
        {
            return connection.BeginTransaction(deferred: false);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == SqliteBusy)
        {
            throw new BusyException(failure);
        }
    }

    private CommandDefinition Command(string sql, object? parameters, CancellationToken ct) =>
        new(sql, parameters, _transaction, cancellationToken: ct);

    private async Task<SqliteConnection> OpenAsync(CancellationToken ct)
    {
        if (_connection is not null)
            return _connection;

        var connection = new SqliteConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        return _connection = connection;
    }
}
