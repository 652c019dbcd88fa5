using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>And what a file has of its own: how it is opened, and that what is done is on the disk.</summary>
public sealed class SqliteDbSessionTests : DbSessionContract
{
    [Test]
    public async Task Connection_OfASession_HoldsForeignKeys()
    {
        var value = await Database.UseAsync<DbSession, int>(db => db.QueryFirstAsync<int>("PRAGMA foreign_keys", null, None));

        Assert.That(value, Is.EqualTo(1));
    }

    [Test]
    public async Task Connection_OfASession_WritesAheadToALog()
    {
        var mode = await Database.UseAsync<DbSession, string?>(db => db.QueryFirstAsync<string>("PRAGMA journal_mode", null, None));

        Assert.That(mode, Is.EqualTo("wal"));
    }

    [Test]
    public async Task Write_WithAndWithoutATransaction_IsOnTheDiskWhenItIsDone([Values] bool within)
    {
        const int full = 2;
        await using var scope = Database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbSession>();
        await db.QueryFirstAsync<int?>("PRAGMA synchronous = OFF", null, None);
        Task<int> WriteAsync() => db.ExecuteAsync("""UPDATE "plan" SET code = code""", null, None);

        await (within ? db.RunAsync(WriteAsync, None) : WriteAsync());

        Assert.That(await db.QueryFirstAsync<int>("PRAGMA synchronous", null, None), Is.EqualTo(full));
    }

    [Test]
    public async Task Read_ByItself_SetsNothing()
    {
        var statements = await Database.StatementsOfAsync<IPlanStore>(plans => plans.FindAsync(new("silver"), None));

        Assert.That(statements, Is.Not.Empty.And.None.Contains("synchronous"));
    }

    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();

    protected override void ExpectABrokenReference(DbException failure) =>
        Assert.That((failure as SqliteException)?.SqliteExtendedErrorCode, Is.EqualTo(787), "SQLITE_CONSTRAINT_FOREIGNKEY");
}
