using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Databases;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Databases;

/// <summary>What is true of a copy from a file, whatever engine it goes to.</summary>
public abstract class DatabaseCopyContract
{
    /// <summary>Rows refer to later ones, text is of every kind, a number is the greatest there is.</summary>
    private const string Rows = """
        INSERT INTO customer (id, kind, name, name_folded, street, postal_code, city, province, country, ask_before_any_part, created_at, version)
        VALUES ('c', 'company', 'Caffè «Ōsaka» 🥐 S.r.l.', '  blanks  ', '', '20121', 'Milano', 'MI', 'IT', 1, '2026-11-20T18:30:00.123456Z', 2147483647);
        INSERT INTO invoice (id, customer_id, month, created_at, status, net, credited, paid, credits_id, credited_lines, payments, version)
        VALUES ('a', 'c', '2026-11', '2026-11-20T18:30:00.000001Z', 'issued', -9223372036854775807, 0, 0, 'b', '[]', '[]', 1),
          ('b', 'c', '2026-11', '2026-11-20T18:30:00.999999Z', 'issued', 9223372036854775807, 0, 0, NULL, '[]', '[]', 1);
        INSERT INTO issued_invoice (invoice_id, content, sha256) VALUES ('a', @Long, 's');
        INSERT INTO event (sequence, id, type, occurred_at, actor_kind, actor_name, customer_id, changes, is_internal)
        VALUES (7, 'e', 't', '2026-11-20T18:30:00.000000Z', 'staff', 'Anna', 'c', '[]', 0);
        INSERT INTO kept_answer (id, fingerprint, status, headers, body, kept_at, expires_at)
        VALUES ('k', 'f', 201, '{}', x'00ff0a', '2026-11-20T18:30:00.000000Z', '2026-11-21T18:30:00.000000Z');
        UPDATE invoice_file_number SET last = 41;
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    private DirectoryInfo _folder = null!;
    private ServiceProvider _source = null!;

    private string File => Path.Combine(_folder.FullName, "test.db");

    [SetUp]
    public async Task CreateSourceAsync()
    {
        _folder = Directory.CreateTempSubdirectory("misterassist-");
        _source = SqliteFile.Open(_folder.FullName, "Data Source=test.db;Pooling=False");
        await _source.GetRequiredService<IDatabase>().MigrateAsync(None);
        await ExecuteAsync(_source, Rows, new { Long = string.Concat(Enumerable.Repeat("È un testo lungo. ", 1000)) });
    }

    [TearDown]
    public async Task DeleteSourceAsync()
    {
        await _source.DisposeAsync();
        SqliteFile.Delete(_folder);
    }

    [Test]
    public async Task Copy_IntoOneThatIsNotThere_MakesItAndHasEveryRow_AndTheSourceStaysAsItWas()
    {
        await using var target = NewTarget();
        var before = await System.IO.File.ReadAllBytesAsync(File, None);

        var tables = await CopyAsync(target);

        Assert.That(tables.Where(table => !table.IsSame), Is.Empty);
        Assert.That(
            tables.Where(table => table.Rows > 0).Select(table => $"{table.CopiedRows} {table.Name}"),
            Is.EquivalentTo((string[])["1 customer", "2 invoice", "1 issued_invoice", "1 event", "1 kept_answer", "1 sandbox_clock", "1 invoice_file_number"]));
        var invoices = await QueryAsync<(string, string?, long)>(target.Services, "SELECT id, credits_id, net FROM invoice ORDER BY id");
        Assert.That(invoices, Is.EqualTo(new[] { ("a", "b", -9223372036854775807), ("b", null, 9223372036854775807) }));
        Assert.That(await QueryAsync<string>(target.Services, "SELECT name FROM customer"), Is.EqualTo(new[] { "Caffè «Ōsaka» 🥐 S.r.l." }));
        Assert.That(await System.IO.File.ReadAllBytesAsync(File, None), Is.EqualTo(before));
    }

    [Test]
    public async Task Copy_GoesOnNumberingEvents()
    {
        await using var target = NewTarget();
        await CopyAsync(target);

        await ExecuteAsync(target.Services, """
            INSERT INTO event (id, type, occurred_at, actor_kind, actor_name, customer_id, changes, is_internal)
            VALUES ('f', 't', '2026-11-20T18:30:00.000000Z', 'staff', 'Anna', 'c', '[]', 0)
            """);

        Assert.That(await QueryAsync<long>(target.Services, "SELECT sequence FROM event ORDER BY sequence"), Is.EqualTo(new[] { 7L, 8L }));
    }

    [Test]
    public async Task Copy_Back_HasTheSameChecksums()
    {
        await using var target = NewTarget();
        var there = await CopyAsync(target);

        var back = await target.Services.GetRequiredService<IDatabaseCopies>().CopyAsync(null, $"sqlite:{_folder.FullName}/back.db", None);

        Assert.That(back, Is.EqualTo(there));
    }

    [Test]
    public async Task Copy_IntoOneWithRows_IsRefused()
    {
        await using var target = NewTarget();
        await CopyAsync(target);

        var refusal = Assert.ThrowsAsync<CopyRefusedException>(() => CopyAsync(target));

        Assert.That(refusal.Message, Does.StartWith("--to is not empty: there are rows in ").And.Contains("customer"));
    }

    [Test]
    public async Task Copy_ThatFailsHalfWay_LeavesNothing()
    {
        await using var target = NewTarget();
        await BreakAsync("UPDATE invoice SET credits_id = 'nowhere' WHERE id = 'a'");
        Assert.ThrowsAsync<CopyRefusedException>(() => CopyAsync(target));
        Assert.That(await QueryAsync<long>(target.Services, "SELECT COUNT(*) FROM customer"), Is.EqualTo(new[] { 0L }));
        await BreakAsync("UPDATE invoice SET credits_id = 'b' WHERE id = 'a'");

        var tables = await CopyAsync(target);

        Assert.That(tables.Where(table => !table.IsSame), Is.Empty);
    }

    [TestCase("DELETE FROM schema_migration WHERE name = '0019_given_back_where_it_was_charged'", "earlier release")]
    [TestCase("INSERT INTO schema_migration (name, applied_at) VALUES ('9999_next', '')", "later release")]
    public async Task Copy_OfAnotherSchema_IsRefused(string change, string reason)
    {
        await using var target = NewTarget();
        await ExecuteAsync(_source, change);

        var refusal = Assert.ThrowsAsync<CopyRefusedException>(() => CopyAsync(target));

        Assert.That(refusal.Message, Does.StartWith("--from has the schema of an").Or.StartWith("--from has the schema of a").And.Contains(reason));
    }

    /// <summary>One with no database behind it yet.</summary>
    private protected abstract TestDatabase NewTarget();

    private async Task<IReadOnlyList<CopiedTable>> CopyAsync(TestDatabase target) =>
        await target.Services.GetRequiredService<IDatabaseCopies>().CopyAsync($"sqlite:{File}", null, None);

    /// <summary>Writes what the schema does not allow.</summary>
    private async Task BreakAsync(string statement)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Foreign Keys=False;Pooling=False");
        await connection.OpenAsync(None);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(None);
    }

    private static async Task ExecuteAsync(IServiceProvider services, string sql, object? parameters = null)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DbSession>().ExecuteAsync(sql, parameters, None);
    }

    private static async Task<IReadOnlyList<T>> QueryAsync<T>(IServiceProvider services, string sql)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DbSession>().QueryAsync<T>(sql, null, None);
    }
}
