using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>A database as it was when accents counted in a search.</summary>
public abstract class WithoutAccentsMigrationContract
{
    private const int LastBefore = 16;

    private const string Insert = """
        INSERT INTO part (id, code, code_folded, name_it, name_it_folded, name_en, name_en_folded, unit_price_cents, vat_percent, created_at, version)
        VALUES (@Code, @Code, @Code, @Name, @Folded, @Name, @Folded, 1, 22, '2026-01-01T00:00:00.000000Z', 1)
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public async Task Migrate_ADatabaseOfBefore_FoldsAsANewOneDoes()
    {
        var names = Enumerable.Range(0xC0, 0x130).Select(letter => $"Caffè {(char)letter}").ToList();
        await using var database = NewDatabase();
        await OlderSchema.MigrateAsync(database, LastBefore);
        await database.UseAsync<DbSession>(db => db.ExecuteAsync(
            Insert, names.Select((name, i) => new { Code = $"P{i:000}", Name = name, Folded = name.ToUpperInvariant() }), None));

        await database.UseAsync<IDatabase>(all => all.MigrateAsync(None));

        var kept = await database.UseAsync<DbSession, IReadOnlyList<string>>(db => db.QueryAsync<string>("SELECT name_it_folded FROM part ORDER BY code", null, None));
        Assert.That(kept, Is.EqualTo(names.Select(FoldedText.Of)));
    }

    /// <summary>Not there yet.</summary>
    protected abstract TestDatabase NewDatabase();
}
