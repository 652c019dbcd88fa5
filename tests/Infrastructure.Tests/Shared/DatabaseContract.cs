using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>How a database comes to its schema, and when it is ready, on every engine; at first it is not there.</summary>
public abstract class DatabaseContract : StoreContract
{
    protected static readonly CancellationToken None = CancellationToken.None;

    private const string LastBefore = "0017_without_accents";

    private static readonly string[] Since = ["0018_set_off", "0019_given_back_where_it_was_charged"];

    /// <summary>As the folder of its migrations.</summary>
    protected abstract string Engine { get; }

    /// <summary>Asks for the names of the tables.</summary>
    protected abstract string Tables { get; }

    private IEnumerable<string> All => Migration.Of(Engine).Select(migration => migration.Name);

    [Test]
    public async Task Migrate_NoDatabase_MakesOneWithTheSchema()
    {
        await MigrateAsync(Database.Services);

        Assert.That(await QueryAsync<string>(Tables), Is.SupersetOf(new[] { "closure", "plan", "plan_version", "schema_migration" }));
    }

    [Test]
    public async Task Migrate_EmptyDatabase_MakesTheSchema()
    {
        await MakeEmptyAsync();
        Assert.That(await IsReadyAsync(), Is.False, "with nothing in it");

        Assert.That(await MigrateAsync(Database.Services), Is.EqualTo(All));

        Assert.That(await IsReadyAsync(), Is.True);
    }

    [Test]
    public async Task Migrate_Twice_AppliesEachScriptOnceAndKeepsTheData()
    {
        await MigrateAsync(Database.Services);
        await AddPlanAsync();

        var again = await MigrateAsync(Database.Services);

        Assert.That(again, Is.Empty);
        Assert.That(await AppliedAsync(), Is.EqualTo(All));
        Assert.That(await FindPlanAsync(Database.Services), Is.Not.Null);
    }

    [Test]
    public async Task Migrate_OlderSchema_AppliesWhatItLacksAlone()
    {
        await OlderSchema.MigrateAsync(Database, LastBefore);
        await AddPlanAsync();

        var applied = await MigrateAsync(Database.Services);

        Assert.That(applied, Is.SupersetOf(Since));
        Assert.That(applied, Is.EqualTo(All.SkipWhile(name => name != Since[0])));
        Assert.That(await FindPlanAsync(Database.Services), Is.Not.Null);
        Assert.That(await IsReadyAsync(), Is.True);
    }

    [Test]
    public async Task Prepare_OlderSchemaThatSomebodyElseMigrates_NamesTheMigrationsThatItLacksAndAppliesNone()
    {
        await OlderSchema.MigrateAsync(Database, LastBefore);
        await using var other = Database.Another(("Database:Migrate", "false"));

        var refused = Assert.ThrowsAsync<SettingsException>(() => PrepareAsync(other));

        Assert.That(refused!.Message, Does.Contain($"lacks the migrations {string.Join(", ", Since)}").And.Not.Contain(LastBefore));
        Assert.That(await IsReadyAsync(), Is.False);
        await MigrateAsync(Database.Services);
        await Assert.ThatAsync(() => PrepareAsync(other), Throws.Nothing, "once it was done");
    }

    [Test]
    public async Task Prepare_NoDatabaseThatSomebodyElseMigrates_IsRefused()
    {
        await using var other = Database.Another(("Database:Migrate", "false"));

        Assert.ThrowsAsync<SettingsException>(() => PrepareAsync(other));

        Assert.That(await IsReadyAsync(), Is.False);
    }

    [Test]
    public async Task Migrate_SeveralAtOnce_AllSucceedAndEachScriptIsAppliedOnce()
    {
        await using var others = Database.Another(("Database:BusySeconds", "30"));

        var applied = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => Task.Run(() => MigrateAsync(i % 2 == 0 ? Database.Services : others), None)));

        Assert.That(applied.SelectMany(names => names), Is.EqualTo(All));
        Assert.That(await AppliedAsync(), Is.EqualTo(All));
    }

    [Test]
    public async Task Migrate_RecordsWhen_ByTheClock()
    {
        await MigrateAsync(Database.Services);

        var recorded = await QueryAsync<string>("SELECT DISTINCT applied_at FROM schema_migration");
        Assert.That(recorded, Is.EqualTo(new[] { "2026-11-20T18:30:00.000000Z" }));
    }

    [Test]
    public async Task IsReady_AfterMigration_IsTrue()
    {
        await MigrateAsync(Database.Services);

        Assert.That(await IsReadyAsync(), Is.True);
    }

    [Test]
    public async Task IsReady_NoDatabase_IsFalse() => Assert.That(await IsReadyAsync(), Is.False);

    [TestCase("DELETE FROM schema_migration")]
    [TestCase("DELETE FROM schema_migration WHERE name = '0018_set_off'")]
    public async Task IsReady_ScriptNotYetApplied_IsFalse(string undone)
    {
        await MigrateAsync(Database.Services);
        await ExecuteAsync(undone);

        Assert.That(await IsReadyAsync(), Is.False);
    }

    /// <remarks>While instances are brought up to date one after the other, those of the release before go on with the schema of the new one.</remarks>
    [Test]
    public async Task Instance_OnTheSchemaOfALaterRelease_StartsAndIsReadyAndWrites()
    {
        await MigrateAsync(Database.Services);
        await ExecuteAsync("INSERT INTO schema_migration (name, applied_at) VALUES ('9999_later', '2027-01-01')");
        await ExecuteAsync("ALTER TABLE ticket_number ADD later varchar(9) NOT NULL DEFAULT ''");

        Assert.That(await MigrateAsync(Database.Services), Is.Empty);
        await ExecuteAsync("INSERT INTO ticket_number (year, last) VALUES (2026, 1)");

        Assert.That(await IsReadyAsync(), Is.True);
    }

    [Test]
    public async Task Database_OpenedAgainAfterACommit_HasWhatWasCommitted()
    {
        await using (var first = Database.Another())
        {
            await MigrateAsync(first);
            await AddPlanAsync(first);
        }

        SqliteConnection.ClearAllPools();
        SqlConnection.ClearAllPools();

        Assert.That(Spelled.Out(await FindPlanAsync(Database.Services)), Is.EqualTo(Spelled.Out(PlanSamples.Plan())));
    }

    /// <summary>Makes the database with no table in it.</summary>
    protected abstract Task MakeEmptyAsync();

    protected static Task<IReadOnlyList<string>> MigrateAsync(IServiceProvider services) => services.GetRequiredService<IDatabase>().MigrateAsync(None);

    protected Task<bool> IsReadyAsync() => Database.Services.GetRequiredService<IDatabase>().IsReadyAsync(None);

    protected Task AddPlanAsync() => AddPlanAsync(Database.Services);

    protected static Task<Plan?> FindPlanAsync(IServiceProvider services) =>
        services.UseAsync<IPlanStore, Plan?>(plans => plans.FindAsync(new("silver"), None));

    private static async Task AddPlanAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IPlanStore>().AddIfAbsentAsync(PlanSamples.Plan(), None);
    }

    private static Task PrepareAsync(IServiceProvider services) => services.GetRequiredService<IDatabase>().PrepareAsync(None);

    private Task<IReadOnlyList<string>> AppliedAsync() => QueryAsync<string>("SELECT name FROM schema_migration ORDER BY name");

    private Task<IReadOnlyList<T>> QueryAsync<T>(string sql) => Database.UseAsync<DbSession, IReadOnlyList<T>>(db => db.QueryAsync<T>(sql, null, None));

    private Task ExecuteAsync(string sql) => Database.UseAsync<DbSession>(db => db.ExecuteAsync(sql, null, None));
}
