using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>A database as an earlier release left it.</summary>
internal static class OlderSchema
{
    private const string Record = "INSERT INTO schema_migration (name, applied_at) VALUES (@Name, @AppliedAt)";

    private const int Digits = 4;

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Makes the database, which is not there yet, and applies the migrations of its engine up to one, inclusive.</summary>
    /// <param name="database">Where there is none yet.</param>
    /// <param name="last">Its name, or its number alone: that of the first for SQL Server has another name.</param>
    public static async Task MigrateAsync(TestDatabase database, string last)
    {
        var engine = database.Services.GetRequiredService<DbEngine>();
        var migrations = Migration.Of(engine.Name).TakeWhile(migration => string.CompareOrdinal(migration.Name[..Digits], last[..Digits]) <= 0).ToList();
        Assert.That(migrations[^1].Name, Does.StartWith(last));

        await engine.PrepareAsync(NullLogger.Instance, None);
        await using var connection = await engine.OpenAsync(None);
        await using var transaction = await engine.BeginAsync(connection, None);
        await connection.ExecuteAsync(engine.Command(engine.CreateJournal, null, transaction, None));
        foreach (var (name, sql) in migrations)
        {
            foreach (var batch in engine.BatchesOf(sql))
                await connection.ExecuteAsync(batch, transaction: transaction);
            var record = new { Name = name, AppliedAt = DbText.From(PlanSamples.FirstEffectiveAt) };
            await connection.ExecuteAsync(engine.Command(Record, record, transaction, None));
        }

        await transaction.CommitAsync(None);
    }
}
