using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using MisterAssist.Application.Shared;

namespace MisterAssist.Infrastructure.Shared.Sqlite;

/// <summary>The embedded database: a file, one writer at a time, readers beside it.</summary>
internal sealed class SqliteEngine(DbSettings settings) : DbEngine
{
    private const int Busy = 5;

    /// <summary>Kept with the file: those who read go on beside who writes.</summary>
    private const string WriteAhead = "PRAGMA journal_mode = WAL";

    public override string Name => nameof(Sqlite);

    public override string TelemetryName => "sqlite";

    public override string CreateJournal => """
        CREATE TABLE IF NOT EXISTS schema_migration (
          name       TEXT NOT NULL PRIMARY KEY,
          applied_at TEXT NOT NULL
        )
        """;

    public override string CountJournals => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'";

    public override Task<DbConnection> OpenAsync(CancellationToken ct) => OpenAsync(settings.ConnectionString, ct);

    public override Task<DbConnection> OpenExistingAsync(CancellationToken ct) => OpenAsync(
        new SqliteConnectionStringBuilder(settings.ConnectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString(), ct);

    /// <remarks>Immediate: a transaction that will write takes its place at once, and cannot fail half way for want of it.</remarks>
    public override async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken ct)
    {
        // FULL: what was acknowledged is on the disk, also when the power fails in the next instant.
        await connection.ExecuteAsync("PRAGMA synchronous = FULL");
        try
        {
            return ((SqliteConnection)connection).BeginTransaction(deferred: false);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == Busy)
        {
            throw new BusyException(failure);
        }
    }

    public override Task<DbTransaction> BeginToReadAsync(DbConnection connection, CancellationToken ct) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public override async Task PrepareAsync(ILogger logger, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await connection.ExecuteAsync(WriteAhead);
    }

    public override IEnumerable<string> BatchesOf(string script) => [script];

    /// <remarks>For a new file. On one that has a schema it stops at the first statement.</remarks>
    public override string ScriptOf(IEnumerable<Migration> migrations)
    {
        var steps = migrations.Select(migration => $"""
            -- {migration.Name}
            {migration.Sql.Trim()}
            INSERT INTO schema_migration (name, applied_at) VALUES ('{migration.Name}', strftime('%Y-%m-%dT%H:%M:%f000Z', 'now'));
            """);
        return $"""
            -- The schema of MisterAssist for a new file: sqlite3 misterassist.db < script.sql
            -- All of it is done or nothing. It ends at the first statement on a file that has a schema: 'migrate' brings that up to date.
            .bail on
            {WriteAhead};
            BEGIN IMMEDIATE;
            {CreateJournal.Replace("IF NOT EXISTS ", "", StringComparison.Ordinal)};

            {string.Join("\n\n", steps)}

            COMMIT;

            """;
    }

    public override CommandDefinition Command(string sql, object? parameters, DbTransaction? transaction, CancellationToken ct) =>
        new(sql, parameters, transaction, cancellationToken: ct);

    private static async Task<DbConnection> OpenAsync(string connectionString, CancellationToken ct)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(ct);
        return connection;
    }
}
