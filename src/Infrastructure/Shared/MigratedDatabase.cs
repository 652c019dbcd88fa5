using System.Data.Common;
using System.Reflection;
using Dapper;
using Microsoft.Extensions.Logging;
using MisterAssist.Application.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>Brings the schema up to date. Migrations go forward only: each script once, all in one transaction.</summary>
internal sealed class MigratedDatabase(DbEngine engine, IClock clock, ILogger<MigratedDatabase> logger) : IDatabase
{
    private const string Applied = "SELECT name FROM schema_migration";

    private const string Record = "INSERT INTO schema_migration (name, applied_at) VALUES (@Name, @AppliedAt)";

    private readonly string _folder = $"MisterAssist.Infrastructure.Shared.Migrations.{engine.Name}.";

    public async Task MigrateAsync(CancellationToken ct)
    {
        try
        {
            await engine.PrepareAsync(logger, ct);
            await ApplyScriptsAsync(ct);
        }
        catch (Exception failure) when (failure is DbException or StoreException)
        {
            var reason = failure is StoreException ? failure.InnerException! : failure;
            throw new SettingsException($"the database of Database:ConnectionString cannot be used: {reason.Message}", failure);
        }
    }

    public async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = await engine.OpenExistingAsync(ct);
            var applied = (await connection.QueryAsync<string>(new CommandDefinition(Applied, cancellationToken: ct))).ToHashSet();
            return Scripts().All(script => applied.Contains(script.Name));
        }
        catch (Exception failure) when (failure is DbException or StoreException)
        {
            logger.LogWarning(failure, "The database does not answer");
            return false;
        }
    }

    private async Task ApplyScriptsAsync(CancellationToken ct)
    {
        await using var connection = await engine.OpenAsync(ct);
        // Of two instances that start at once, one migrates and the other waits, then finds nothing to do.
        await using var transaction = await engine.BeginAsync(connection, ct);
        await connection.ExecuteAsync(engine.Command(engine.CreateJournal, null, transaction, ct));
        var applied = (await connection.QueryAsync<string>(engine.Command(Applied, null, transaction, ct))).ToHashSet();

        foreach (var (name, sql) in Scripts().Where(script => !applied.Contains(script.Name)))
        {
            foreach (var batch in engine.BatchesOf(sql))
                await connection.ExecuteAsync(new(batch, transaction: transaction, cancellationToken: ct));
            var record = new { Name = name, AppliedAt = DbText.From(clock.GetCurrentInstant()) };
            await connection.ExecuteAsync(engine.Command(Record, record, transaction, ct));
            logger.LogInformation("Applied migration {Migration}", name);
        }

        await transaction.CommitAsync(ct);
    }

    private IEnumerable<(string Name, string Sql)> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return from resource in assembly.GetManifestResourceNames()
               where resource.StartsWith(_folder, StringComparison.Ordinal)
               orderby resource
               select (resource[_folder.Length..^".sql".Length], Read(assembly, resource));
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
