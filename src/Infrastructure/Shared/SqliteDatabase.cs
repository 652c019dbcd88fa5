using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using MisterAssist.Application.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>The embedded database. Migrations go forward only: each script once, all in one transaction.</summary>
internal sealed class SqliteDatabase(DbSettings settings, IClock clock, ILogger<SqliteDatabase> logger) : IDatabase
{
    private const string Folder = "MisterAssist.Infrastructure.Shared.Migrations.Sqlite.";

    private const string CreateJournal = """
        CREATE TABLE IF NOT EXISTS schema_migration (
          name       TEXT NOT NULL PRIMARY KEY,
          applied_at TEXT NOT NULL
        )
        """;

    private const string Applied = "SELECT name FROM schema_migration";

    private const string Record = "INSERT INTO schema_migration (name, applied_at) VALUES (@Name, @AppliedAt)";

    public async Task MigrateAsync(CancellationToken ct)
    {
        try
        {
            await ApplyScriptsAsync(ct);
        }
        catch (SqliteException failure)
        {
            throw new SettingsException($"the database of Database:ConnectionString cannot be used: {failure.Message}", failure);
        }
    }

    public async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        try
        {
            // Only to look: a file that is not there is not made.
            var existing = new SqliteConnectionStringBuilder(settings.ConnectionString) { Mode = SqliteOpenMode.ReadWrite };
            await using var connection = new SqliteConnection(existing.ToString());
            await connection.OpenAsync(ct);
            var applied = (await connection.QueryAsync<string>(Applied)).ToHashSet();
            return Scripts().All(script => applied.Contains(script.Name));
        }
        catch (SqliteException failure)
        {
            logger.LogWarning(failure, "The database does not answer");
            return false;
        }
    }

    private async Task ApplyScriptsAsync(CancellationToken ct)
    {
        await using var connection = new SqliteConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        // Immediate: of two instances that start at once, one migrates and the other waits, then finds nothing to do.
        await using var transaction = connection.BeginTransaction(deferred: false);
        await connection.ExecuteAsync(CreateJournal, transaction: transaction);
        var applied = (await connection.QueryAsync<string>(Applied, transaction: transaction)).ToHashSet();

        foreach (var (name, sql) in Scripts().Where(script => !applied.Contains(script.Name)))
        {
            await connection.ExecuteAsync(sql, transaction: transaction);
            var record = new { Name = name, AppliedAt = DbText.From(clock.GetCurrentInstant()) };
            await connection.ExecuteAsync(Record, record, transaction);
            logger.LogInformation("Applied migration {Migration}", name);
        }

        await transaction.CommitAsync(ct);
    }

    private static IEnumerable<(string Name, string Sql)> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return from resource in assembly.GetManifestResourceNames()
               where resource.StartsWith(Folder, StringComparison.Ordinal)
               orderby resource
               select (resource[Folder.Length..^".sql".Length], Read(assembly, resource));
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
