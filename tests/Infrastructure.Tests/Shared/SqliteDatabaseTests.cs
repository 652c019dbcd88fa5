using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class SqliteDatabaseTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private DirectoryInfo _folder = null!;

    private string DatabaseFile => Path.Combine(_folder.FullName, "test.db");

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("misterassist-");

    [TearDown]
    public void DeleteFolder() => SqliteFile.Delete(_folder);

    [Test]
    public async Task Migrate_NoFile_MakesOneWithTheSchema()
    {
        await using var services = SqliteFile.Open(_folder.FullName);

        await MigrateAsync(services);

        Assert.That(await TablesAsync(services), Is.SupersetOf(new[] { "closure", "plan", "plan_version", "schema_migration" }));
    }

    [Test]
    public async Task Migrate_EmptyFile_MakesTheSchema()
    {
        await File.WriteAllBytesAsync(DatabaseFile, [], None);
        await using var services = SqliteFile.Open(_folder.FullName);

        await MigrateAsync(services);

        Assert.That(await IsReadyAsync(services), Is.True);
    }

    [Test]
    public async Task Migrate_Twice_AppliesEachScriptOnceAndKeepsTheData()
    {
        await using var services = SqliteFile.Open(_folder.FullName);
        await MigrateAsync(services);
        await AddPlanAsync(services);

        await MigrateAsync(services);

        Assert.That(await AppliedAsync(services), Is.Unique.And.Member("0001_plans_and_closures"));
        Assert.That(await FindPlanAsync(services), Is.Not.Null);
    }

    [Test]
    public async Task Migrate_SeveralAtOnce_AllSucceedAndEachScriptIsAppliedOnce()
    {
        await using var services = SqliteFile.Open(_folder.FullName);
        await using var others = SqliteFile.Open(_folder.FullName);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => MigrateAsync(i % 2 == 0 ? services : others), None)));

        Assert.That(await AppliedAsync(services), Is.Unique.And.Member("0001_plans_and_closures"));
    }

    [Test]
    public async Task Migrate_RecordsWhen_ByTheClock()
    {
        await using var services = SqliteFile.Open(_folder.FullName);

        await MigrateAsync(services);

        var recorded = await QueryAsync<string>(services, "SELECT DISTINCT applied_at FROM schema_migration");
        Assert.That(recorded, Is.EqualTo(new[] { "2026-11-20T18:30:00.000000Z" }));
    }

    [Test]
    public async Task IsReady_AfterMigration_IsTrue()
    {
        await using var services = SqliteFile.Open(_folder.FullName);
        await MigrateAsync(services);

        var ready = await IsReadyAsync(services);

        Assert.That(ready, Is.True);
    }

    [Test]
    public async Task IsReady_MissingFile_IsFalse()
    {
        await using var services = SqliteFile.Open(_folder.FullName);

        var ready = await IsReadyAsync(services);

        Assert.That(ready, Is.False);
    }

    [Test]
    public async Task IsReady_MissingFolder_IsFalse()
    {
        await using var services = SqliteFile.Open(_folder.FullName);
        _folder.Delete();

        var ready = await IsReadyAsync(services);

        _folder.Create();
        Assert.That(ready, Is.False);
    }

    [Test]
    public async Task IsReady_ScriptNotYetApplied_IsFalse()
    {
        await using var services = SqliteFile.Open(_folder.FullName);
        await MigrateAsync(services);
        await UseSessionAsync(services, db => db.ExecuteAsync("DELETE FROM schema_migration", null, None));

        var ready = await IsReadyAsync(services);

        Assert.That(ready, Is.False);
    }

    [Test]
    public async Task IsReady_FileOfGarbage_IsFalse()
    {
        await File.WriteAllBytesAsync(DatabaseFile, Garbage(), None);
        await using var services = SqliteFile.Open(_folder.FullName);

        var ready = await IsReadyAsync(services);

        Assert.That(ready, Is.False);
    }

    [Test]
    public async Task Migrate_FileOfGarbage_FailsAndLeavesTheFileAsItWas()
    {
        var garbage = Garbage();
        await File.WriteAllBytesAsync(DatabaseFile, garbage, None);
        await using var services = SqliteFile.Open(_folder.FullName);

        Assert.ThrowsAsync<SettingsException>(() => MigrateAsync(services));

        Assert.That(await File.ReadAllBytesAsync(DatabaseFile, None), Is.EqualTo(garbage));
    }

    [Test]
    public async Task File_ReopenedAfterACommit_HasWhatWasCommitted()
    {
        await using (var services = SqliteFile.Open(_folder.FullName))
        {
            await MigrateAsync(services);
            await AddPlanAsync(services);
        }

        SqliteConnection.ClearAllPools();

        await using var reopened = SqliteFile.Open(_folder.FullName);
        Assert.That(Spelled.Out(await FindPlanAsync(reopened)), Is.EqualTo(Spelled.Out(PlanSamples.Plan())));
    }

    [Test]
    public async Task File_CopiedWithItsLogWhileOpen_HasWhatWasCommittedAndNothingElse()
    {
        var copy = _folder.CreateSubdirectory("copy");
        await using var services = SqliteFile.Open(_folder.FullName);
        await MigrateAsync(services);
        await AddPlanAsync(services);
        await using var scope = services.CreateAsyncScope();

        // What a disk holds when the process dies in the middle of a transaction.
        await scope.ServiceProvider.GetRequiredService<ITransactions>().RunAsync(
            async () =>
            {
                await scope.ServiceProvider.GetRequiredService<IPlanStore>().AddIfAbsentAsync(PlanSamples.Plan("gold", rank: 3), None);
                foreach (var file in _folder.GetFiles("test.db*").Where(file => file.Extension != ".db-shm"))
                    file.CopyTo(Path.Combine(copy.FullName, file.Name));
                return 0;
            },
            None);

        await using var survivor = SqliteFile.Open(copy.FullName);
        Assert.That(await QueryAsync<string>(survivor, "SELECT code FROM plan"), Is.EqualTo(new[] { "silver" }));
        Assert.That(Spelled.Out(await FindPlanAsync(survivor)), Is.EqualTo(Spelled.Out(PlanSamples.Plan())));
    }

    private static byte[] Garbage()
    {
        var bytes = new byte[10_000];
        TestContext.CurrentContext.Random.NextBytes(bytes);
        return bytes;
    }

    private static Task<IReadOnlyList<string>> MigrateAsync(IServiceProvider services) => services.GetRequiredService<IDatabase>().MigrateAsync(None);

    private static Task<bool> IsReadyAsync(IServiceProvider services) => services.GetRequiredService<IDatabase>().IsReadyAsync(None);

    private static Task<IReadOnlyList<string>> AppliedAsync(IServiceProvider services) =>
        QueryAsync<string>(services, "SELECT name FROM schema_migration");

    private static Task<IReadOnlyList<string>> TablesAsync(IServiceProvider services) =>
        QueryAsync<string>(services, "SELECT name FROM sqlite_master WHERE type = 'table'");

    private static Task<IReadOnlyList<T>> QueryAsync<T>(IServiceProvider services, string sql) =>
        UseSessionAsync(services, db => db.QueryAsync<T>(sql, null, None));

    private static async Task<T> UseSessionAsync<T>(IServiceProvider services, Func<DbSession, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DbSession>());
    }

    private static async Task AddPlanAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IPlanStore>().AddIfAbsentAsync(PlanSamples.Plan(), None);
    }

    private static async Task<Plan?> FindPlanAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IPlanStore>().FindAsync(new("silver"), None);
    }
}
