using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>A database as it was when accents counted in a search.</summary>
public abstract class WithoutAccentsMigrationContract : StoreContract
{
    private const string LastBefore = "0016";

    private const string Insert = """
        INSERT INTO part (id, code, code_folded, name_it, name_it_folded, name_en, name_en_folded, unit_price_cents, vat_percent, created_at, version)
        VALUES (@Code, @Code, @Code, @Name, @Folded, @Name, @Folded, 1, 22, '2026-01-01', 1)
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public async Task Migrate_ADatabaseOfBefore_FoldsAsANewOneDoes()
    {
        var names = Enumerable.Range(0xC0, 0x130).Select(letter => $"Caffè {(char)letter}").ToList();
        await OlderSchema.MigrateAsync(Database, LastBefore);
        await Database.UseAsync<DbSession>(db => db.ExecuteAsync(
            Insert, names.Select((name, i) => new { Code = $"P{i:000}", Name = name, Folded = name.ToUpperInvariant() }), None));

        await Database.UseAsync<IDatabase>(all => all.MigrateAsync(None));

        foreach (var folded in new[] { "name_it_folded", "name_en_folded" })
        {
            var kept = await Database.UseAsync<DbSession, IReadOnlyList<string>>(
                db => db.QueryAsync<string>($"SELECT {folded} FROM part ORDER BY code", null, None));
            Assert.That(kept, Is.EqualTo(names.Select(FoldedText.Of)), folded);
        }
    }
}
