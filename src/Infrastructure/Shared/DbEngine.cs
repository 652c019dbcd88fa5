using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using MisterAssist.Application.Shared;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>What a database server does in its own way. All else is the same on each of them, the text of most statements too.</summary>
internal abstract class DbEngine
{
    /// <summary>The folder of its migrations.</summary>
    public abstract string Name { get; }

    /// <summary>As OpenTelemetry calls it.</summary>
    public abstract string TelemetryName { get; }

    /// <summary>Makes the table of the migrations that were applied, unless it is there.</summary>
    public abstract string CreateJournal { get; }

    /// <summary>Whether that table is there: 1 or 0.</summary>
    public abstract string CountJournals { get; }

    /// <summary>Opens a connection to the database, which is made where the server does so by itself.</summary>
    /// <exception cref="StoreException">A server does not answer, or all connections to it are in use.</exception>
    public abstract Task<DbConnection> OpenAsync(CancellationToken ct);

    /// <summary>Opens a connection to the database as it is there.</summary>
    public abstract Task<DbConnection> OpenExistingAsync(CancellationToken ct);

    /// <summary>Begins a transaction that will write. There is one at a time, whatever else is connected: it sees all that was written before.</summary>
    /// <exception cref="BusyException">Others were writing for longer than a transaction may wait.</exception>
    public abstract Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken ct);

    /// <summary>Makes what was written there to stay. It is not called back once it is sent: who goes away then has had it done.</summary>
    /// <exception cref="OutcomeUnknownException">A server failed before it said that it was done.</exception>
    public virtual Task CommitAsync(DbTransaction transaction) => transaction.CommitAsync(CancellationToken.None);

    /// <summary>Begins a transaction that reads the database as it is now, and keeps nobody from writing.</summary>
    public abstract Task<DbTransaction> BeginToReadAsync(DbConnection connection, CancellationToken ct);

    /// <summary>Brings the database, which may not be there yet, into the state in which migrations begin.</summary>
    public abstract Task PrepareAsync(ILogger logger, CancellationToken ct);

    /// <summary>The statements of a migration that are sent one after the other.</summary>
    public abstract IEnumerable<string> BatchesOf(string script);

    /// <summary>Migrations, with the table of those that were applied, as a script for the tools that come with the server.</summary>
    public abstract string ScriptOf(IEnumerable<Migration> migrations);

    /// <summary>A statement as this server takes it.</summary>
    public abstract CommandDefinition Command(string sql, object? parameters, DbTransaction? transaction, CancellationToken ct);

    /// <exception cref="StoreException">A server failed, rather than the statement.</exception>
    public virtual Task<int> ExecuteAsync(DbConnection connection, CommandDefinition command) => connection.ExecuteAsync(command);

    /// <summary>An insertion into a table whose rows the database numbers, with numbers that are given.</summary>
    public virtual string WithNumbers(string table, string insert) => insert;

    /// <summary>Reads values as primitives, in which instants, dates and ids are text as in <see cref="DbText"/>.</summary>
    public virtual DbDataReader Canonical(DbDataReader reader) => reader;

    /// <summary>Reads rows of primitives, in which instants, dates and ids are text as in <see cref="DbText"/>.</summary>
    /// <exception cref="StoreException">A server failed, rather than the statement.</exception>
    public virtual async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(DbConnection connection, CommandDefinition command) =>
        (await connection.QueryAsync<TRow>(command)).AsList();

    /// <summary>Gives a connection back that nobody needs any more, or on which something failed.</summary>
    public virtual ValueTask LeaveAsync(DbConnection connection) => connection.DisposeAsync();
}
