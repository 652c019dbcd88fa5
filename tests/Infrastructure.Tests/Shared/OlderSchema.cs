using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>A database as an earlier release left it.</summary>
internal static class OlderSchema
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Applies the migrations up to one, inclusive, to a database that is not there yet.</summary>
    /// <param name="database">Of any engine.</param>
    /// <param name="last">Its number; of one that an engine begins with, that engine's baseline.</param>
    public static async Task MigrateAsync(TestDatabase database, int last)
    {
        var engine = database.Services.GetRequiredService<DbEngine>();
        await engine.PrepareAsync(NullLogger.Instance, None);
        await using var connection = await engine.OpenAsync(None);
        await connection.ExecuteAsync(engine.CreateJournal);
        foreach (var (name, sql) in Migration.Of(engine.Name).TakeWhile(migration => int.Parse(migration.Name[..4], CultureInfo.InvariantCulture) <= last))
        {
            foreach (var batch in engine.BatchesOf(sql))
                await connection.ExecuteAsync(batch);
            await connection.ExecuteAsync("INSERT INTO schema_migration (name, applied_at) VALUES (@name, '2026-01-01T00:00:00.000000Z')", new { name });
        }
    }
}
