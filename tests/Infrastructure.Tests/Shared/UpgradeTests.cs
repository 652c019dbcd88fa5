using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>While instances are brought up to date one after the other, those of the release before work on the schema of the new one.</summary>
public sealed partial class UpgradeTests
{
    /// <summary>Unique indexes of tables that were there, which let through all that the release before writes.</summary>
    private static readonly string[] Looser =
    [
        // It was unique of all drafts of a customer's month, and is of fewer.
        "ux_invoice_draft",
        // Of a column that the release before does not write.
        "ux_invoice_draft_note",
    ];

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Those before 0017 are older than the first release.</summary>
    private static IEnumerable<TestCaseData> Migrations() =>
        from engine in new[] { "Sqlite", "SqlServer" }
        from migration in Migration.Of(engine)
        where string.CompareOrdinal(migration.Name, "0017") > 0
        select new TestCaseData(migration.Sql).SetArgDisplayNames(engine, migration.Name);

    [TestCaseSource(nameof(Migrations))]
    public void Migration_TakesNothingAwayThatTheReleaseBeforeNeeds(string sql) => Assert.That(FaultsOf(sql), Is.Empty);

    [TestCase("DROP TABLE invoice;", "DROP TABLE")]
    [TestCase("ALTER TABLE invoice DROP COLUMN total;", "DROP COLUMN")]
    [TestCase("ALTER TABLE invoice RENAME COLUMN total TO sum;", "RENAME")]
    [TestCase("EXEC sp_rename 'invoice.total', 'sum', 'COLUMN';", "sp_rename")]
    [TestCase("ALTER TABLE invoice ALTER COLUMN total int NOT NULL;", "ALTER COLUMN")]
    [TestCase("ALTER TABLE invoice ADD COLUMN note TEXT NOT NULL;", "ALTER TABLE invoice ADD COLUMN note TEXT NOT NULL;")]
    [TestCase("ALTER TABLE invoice ADD note nvarchar(9) NOT NULL CONSTRAINT df DEFAULT N'';", null)]
    [TestCase("ALTER TABLE invoice ADD note nvarchar(9) NULL;", null)]
    [TestCase("ALTER TABLE invoice ADD CONSTRAINT ck_invoice_total CHECK (total > 0);", "ADD CONSTRAINT ck_invoice_total CHECK")]
    [TestCase("CREATE UNIQUE INDEX ux_invoice_customer ON invoice (customer_id);", "CREATE UNIQUE INDEX ux_invoice_customer ON invoice (")]
    [TestCase("CREATE TABLE receipt (\n  id int\n);\nCREATE UNIQUE INDEX ux_receipt ON receipt (id);", null)]
    public void Migration_ThatTakesSomethingAway_IsTold(string sql, string? fault) =>
        Assert.That(FaultsOf(sql), Is.EqualTo(fault is null ? Array.Empty<string>() : [fault]));

    [TestCase("Sqlite")]
    [TestCase("SqlServer")]
    public async Task Instance_OnTheSchemaOfALaterRelease_StartsAndIsReadyAndWrites(string engine)
    {
        await using var file = engine == "Sqlite" ? SqliteFile.New() : SqlServerDatabase.New();
        var database = file.Services.GetRequiredService<IDatabase>();
        await database.MigrateAsync(None);
        await file.UseAsync<DbSession>(db => db.ExecuteAsync(
            "INSERT INTO schema_migration (name, applied_at) VALUES ('9999_later', '2027-01-01T00:00:00.000000Z')", null, None));
        await file.UseAsync<DbSession>(db => db.ExecuteAsync("ALTER TABLE ticket_number ADD later varchar(9) NOT NULL DEFAULT ''", null, None));

        await database.MigrateAsync(None);
        await file.UseAsync<DbSession>(db => db.ExecuteAsync("INSERT INTO ticket_number (year, last) VALUES (2026, 1)", null, None));

        Assert.That(await database.IsReadyAsync(None), Is.True);
    }

    private static IEnumerable<string> FaultsOf(string sql)
    {
        var made = Made().Matches(sql).Select(table => table.Groups["table"].Value).ToHashSet();
        // What was unique of fewer rows before, or of drafts that the same migration takes away, asks no more of the release before.
        var asked = Unique().Matches(sql).Where(index => !made.Contains(index.Groups["table"].Value) && !Looser.Contains(index.Groups["name"].Value));
        return TakenAway().Matches(sql).Concat(Needed().Matches(sql)).Concat(Checked().Matches(sql)).Concat(asked).Select(fault => fault.Value);
    }

    [GeneratedRegex(@"^CREATE TABLE (?<table>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Made();

    [GeneratedRegex(@"^CREATE UNIQUE INDEX (?<name>\w+) ON (?<table>\w+) \(", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unique();

    [GeneratedRegex(@"\bADD CONSTRAINT \w+ CHECK\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Checked();

    [GeneratedRegex(@"\b(DROP TABLE|DROP COLUMN|RENAME|sp_rename|ALTER COLUMN)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TakenAway();

    /// <summary>A column alone that is added and must be written, which the release before does not know.</summary>
    [GeneratedRegex(@"^ALTER TABLE \w+ ADD (?![^;]*\bDEFAULT\b)[^;]*\bNOT NULL\b[^;]*;", RegexOptions.IgnoreCase | RegexOptions.Multiline, 1000)]
    private static partial Regex Needed();
}
