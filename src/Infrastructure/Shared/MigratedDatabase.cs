using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.Logging;
using MisterAssist.Application.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>Brings the schema up to date. Migrations go forward only: each script once, all in one transaction.</summary>
internal sealed class MigratedDatabase(DbEngine engine, DbSettings settings, IClock clock, ILoggerFactory loggers) : IDatabase
{
    private const string Applied = "SELECT name FROM schema_migration";

    private const string Record = "INSERT INTO schema_migration (name, applied_at) VALUES (@Name, @AppliedAt)";

    private const int NoLimit = 0;

    /// <summary>How long a start waits for the migrations of another one: as long as those of a large database may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Under the name that the application has for it: commands, which log nothing else, tell what is said there.</summary>
    private readonly ILogger _logger = loggers.CreateLogger<IDatabase>();

    private readonly IReadOnlyList<Migration> _migrations = Migration.Of(engine.Name);

    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct)
    {
        try
        {
            await engine.PrepareAsync(_logger, ct);
            return await ApplyAsync(ct);
        }
        catch (Exception failure) when (failure is DbException or StoreException)
        {
            throw Unusable(failure);
        }
    }

    public async Task PrepareAsync(CancellationToken ct)
    {
        if (settings.Migrates)
        {
            await MigrateAsync(ct);
            return;
        }

        try
        {
            var (missing, _) = await CompareAsync(ct);
            if (missing.Count > 0)
                throw new SettingsException($"the database lacks the migrations {string.Join(", ", missing)}, and Database:Migrate is false: run 'migrate' first.");
        }
        catch (Exception failure) when (failure is DbException or StoreException)
        {
            throw Unusable(failure);
        }
    }

    public string Script() => engine.ScriptOf(_migrations);

    public async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        try
        {
            return (await CompareAsync(ct)).Missing.Count == 0;
        }
        catch (Exception failure) when (failure is DbException or StoreException)
        {
            _logger.LogWarning(failure, "The database does not answer");
            return false;
        }
    }

    /// <summary>Whether it is there and was ever migrated.</summary>
    public async Task<bool> HasSchemaAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = await engine.OpenExistingAsync(ct);
            return await HasJournalAsync(connection, ct);
        }
        catch (Exception failure) when (failure is DbException or StoreException)
        {
            return false;
        }
    }

    /// <summary>The migrations that the database lacks, and those that only a later release knows.</summary>
    public async Task<(IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)> CompareAsync(CancellationToken ct)
    {
        await using var connection = await engine.OpenExistingAsync(ct);
        var applied = await AppliedToAsync(connection, ct);
        var known = _migrations.Select(migration => migration.Name).ToList();
        return ([.. known.Except(applied, StringComparer.Ordinal)], [.. applied.Except(known, StringComparer.Ordinal)]);
    }

    private async Task<IReadOnlyList<string>> AppliedToAsync(DbConnection connection, CancellationToken ct) =>
        await HasJournalAsync(connection, ct) ? (await connection.QueryAsync<string>(new CommandDefinition(Applied, cancellationToken: ct))).AsList() : [];

    private async Task<bool> HasJournalAsync(DbConnection connection, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<int>(new CommandDefinition(engine.CountJournals, cancellationToken: ct)) > 0;

    private async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken ct)
    {
        await using var connection = await engine.OpenAsync(ct);
        if ((await AppliedToAsync(connection, ct)).ToHashSet().IsSupersetOf(_migrations.Select(migration => migration.Name)))
            return [];

        // Of two instances that start at once, one migrates and the other waits, then finds nothing to do.
        await using var transaction = await BeginAsync(connection, ct);
        await connection.ExecuteAsync(engine.Command(engine.CreateJournal, null, transaction, ct));
        var applied = (await connection.QueryAsync<string>(engine.Command(Applied, null, transaction, ct))).ToHashSet();

        var names = new List<string>();
        foreach (var (name, sql) in _migrations.Where(migration => !applied.Contains(migration.Name)))
        {
            foreach (var batch in engine.BatchesOf(sql))
                await connection.ExecuteAsync(new(batch, transaction: transaction, commandTimeout: NoLimit, cancellationToken: ct));
            var record = new { Name = name, AppliedAt = DbText.From(clock.GetCurrentInstant()) };
            await connection.ExecuteAsync(engine.Command(Record, record, transaction, ct));
            _logger.LogInformation("Applied migration {Migration}", name);
            names.Add(name);
        }

        await transaction.CommitAsync(ct);
        return names;
    }

    /// <summary>Waits for its turn longer than a request may.</summary>
    private async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken ct)
    {
        var since = Stopwatch.GetTimestamp();
        var isWaiting = false;
        while (true)
        {
            if (isWaiting)
                _logger.LogInformation("Others are writing to the database, or migrating it; it is waited for");
            try
            {
                return await engine.BeginAsync(connection, ct);
            }
            catch (BusyException) when (Stopwatch.GetElapsedTime(since) < Patience)
            {
                isWaiting = true;
            }
        }
    }

    private SettingsException Unusable(Exception failure) =>
        new($"the database of {settings.Place} cannot be used: {(failure is StoreException ? failure.InnerException! : failure).Message}", failure);
}
