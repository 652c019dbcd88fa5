using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>And what comes of its being a file.</summary>
public sealed class SqliteDatabaseTests : DatabaseContract
{
    protected override string Engine => "Sqlite";

    protected override string Tables => "SELECT name FROM sqlite_master WHERE type = 'table'";

    private FileInfo DatabaseFile =>
        new(new SqliteConnectionStringBuilder(Database.Services.GetRequiredService<DbSettings>().ConnectionString).DataSource);

    [Test]
    public async Task IsReady_MissingFolder_IsFalse()
    {
        var folder = DatabaseFile.Directory!;
        folder.Delete();

        var ready = await IsReadyAsync();

        folder.Create();
        Assert.That(ready, Is.False);
    }

    [Test]
    public async Task IsReady_FileOfGarbage_IsFalse()
    {
        await File.WriteAllBytesAsync(DatabaseFile.FullName, Garbage(), None);

        Assert.That(await IsReadyAsync(), Is.False);
    }

    [Test]
    public async Task Migrate_FileOfGarbage_FailsAndLeavesTheFileAsItWas()
    {
        var garbage = Garbage();
        await File.WriteAllBytesAsync(DatabaseFile.FullName, garbage, None);

        Assert.ThrowsAsync<SettingsException>(() => MigrateAsync(Database.Services));

        Assert.That(await File.ReadAllBytesAsync(DatabaseFile.FullName, None), Is.EqualTo(garbage));
    }

    [Test]
    public async Task File_CopiedWithItsLogWhileOpen_HasWhatWasCommittedAndNothingElse()
    {
        var folder = DatabaseFile.Directory!;
        var copy = folder.CreateSubdirectory("copy");
        await MigrateAsync(Database.Services);
        await AddPlanAsync();
        await using var scope = Database.Services.CreateAsyncScope();

        // What a disk holds when the process dies in the middle of a transaction.
        await scope.ServiceProvider.GetRequiredService<ITransactions>().RunAsync(
            async () =>
            {
                await scope.ServiceProvider.GetRequiredService<IPlanStore>().AddIfAbsentAsync(PlanSamples.Plan("gold", rank: 3), None);
                foreach (var file in folder.GetFiles("test.db*").Where(file => file.Extension != ".db-shm"))
                    file.CopyTo(Path.Combine(copy.FullName, file.Name));
                return 0;
            },
            None);

        await using var survivor = SqliteFile.Open(copy.FullName);
        var codes = await survivor.UseAsync<DbSession, IReadOnlyList<string>>(db => db.QueryAsync<string>("SELECT code FROM plan", null, None));
        Assert.That(codes, Is.EqualTo(new[] { "silver" }));
        Assert.That(Spelled.Out(await FindPlanAsync(survivor)), Is.EqualTo(Spelled.Out(PlanSamples.Plan())));
    }

    protected override Task<TestDatabase> CreateDatabaseAsync() => Task.FromResult(SqliteFile.New());

    protected override Task MakeEmptyAsync() => File.WriteAllBytesAsync(DatabaseFile.FullName, [], None);

    private static byte[] Garbage()
    {
        var bytes = new byte[10_000];
        TestContext.CurrentContext.Random.NextBytes(bytes);
        return bytes;
    }
}
