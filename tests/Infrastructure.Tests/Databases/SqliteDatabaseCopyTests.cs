using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Databases;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Databases;

public sealed class SqliteDatabaseCopyTests : DatabaseCopyContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public async Task Copy_ThatArrivesChanged_SaysWhere_AndKeepsNothing()
    {
        await using var source = await SqliteFile.MigratedAsync();
        await using var target = await SqliteFile.MigratedAsync();
        await source.UseAsync<DbSession>(db => db.ExecuteAsync("INSERT INTO technician (id, name, created_at, version) VALUES ('t', 'Anna', 'r', 1)", null, None));
        await target.UseAsync<DbSession>(db => db.ExecuteAsync(
            "CREATE TRIGGER renames AFTER INSERT ON technician BEGIN UPDATE technician SET name = 'Anne' WHERE id = NEW.id; END", null, None));
        var to = target.Services.GetRequiredService<DbSettings>().ConnectionString;

        var tables = await source.Services.GetRequiredService<IDatabaseCopies>().CopyAsync(null, $"sqlite:{to}", None);

        Assert.That(tables.Where(table => !table.IsSame).Select(table => table.Name), Is.EqualTo(new[] { "technician" }));
        var kept = await target.UseAsync<DbSession, IReadOnlyList<long>>(db => db.QueryAsync<long>("SELECT COUNT(*) FROM technician", null, None));
        Assert.That(kept, Is.EqualTo(new[] { 0L }));
    }

    [TestCase("env:MISTERASSIST_NO_SUCH_VARIABLE", "there is no such variable")]
    [TestCase("sqlserver:Server=db;Database=m;User ID=app;Password=secret", "has a password in it")]
    [TestCase("sqlserver:Server=db;Database=m;User ID=app;Pwd=secret", "has a password in it")]
    [TestCase("oracle:there", "--to is 'oracle'")]
    [TestCase("there.db", "an engine, a colon and a connection string")]
    [TestCase("sqlserver:Server=db", "--to cannot be read: it must have a Server and a Database")]
    public async Task Copy_ToWhatIsNoPlace_IsRefused(string to, string reason)
    {
        await using var source = await SqliteFile.MigratedAsync();

        var refusal = Assert.ThrowsAsync<SettingsException>(() => source.Services.GetRequiredService<IDatabaseCopies>().CopyAsync(null, to, None));

        Assert.That(refusal.Message, Does.Contain(reason).And.Not.Contain("secret"));
    }

    [Test]
    public async Task Copy_ToItself_IsRefused()
    {
        await using var source = await SqliteFile.MigratedAsync();

        Assert.ThrowsAsync<CopyRefusedException>(() => source.Services.GetRequiredService<IDatabaseCopies>().CopyAsync(null, null, None));
    }

    private protected override TestDatabase NewTarget() => SqliteFile.New();
}
