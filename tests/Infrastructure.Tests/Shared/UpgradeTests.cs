using System.Text.RegularExpressions;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>
/// While instances are brought up to date one after the other, those of the release before work on the schema of the new one: it takes nothing away that they
/// need, and refuses nothing that they write.
/// </summary>
public sealed partial class UpgradeTests
{
    private const RegexOptions Lines = RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture;

    private const string GivenBack = "0019_given_back_where_it_was_charged";

    /// <summary>Unique indexes of a migration on tables that were there before, by which no instance of before is refused.</summary>
    private static readonly (string Migration, string Refusal)[] Harmless =
    [
        // In place of the same one over more rows: it refuses less than that did.
        (GivenBack, "CREATE UNIQUE INDEX ux_invoice_draft ON invoice"),
        // Over rows with a gives_back_id alone, a column that an instance of before leaves null.
        (GivenBack, "CREATE UNIQUE INDEX ux_invoice_draft_note ON invoice"),
    ];

    private static readonly string[] Engines = ["Sqlite", "SqlServer"];

    /// <summary>Those before 0017 are older than the first release.</summary>
    private static IEnumerable<TestCaseData> Migrations() =>
        from engine in Engines
        from migration in Migration.Of(engine)
        where IsAfterTheBaseline(migration.Name)
        select new TestCaseData(migration.Name, migration.Sql).SetArgDisplayNames(engine, migration.Name);

    [TestCaseSource(nameof(Migrations))]
    public void Migration_TakesNothingAwayAndRefusesNothing_ThatTheReleaseBeforeNeeds(string name, string sql) => Assert.That(
        FaultsOf(sql).Except(from harmless in Harmless where harmless.Migration == name select harmless.Refusal), Is.Empty);

    [TestCase("DROP TABLE invoice;", "DROP TABLE")]
    [TestCase("ALTER TABLE invoice DROP COLUMN total;", "DROP COLUMN")]
    [TestCase("ALTER TABLE invoice RENAME COLUMN total TO sum;", "RENAME")]
    [TestCase("EXEC sp_rename 'invoice.total', 'sum', 'COLUMN';", "sp_rename")]
    [TestCase("ALTER TABLE invoice ALTER COLUMN total int NOT NULL;", "ALTER COLUMN")]
    [TestCase("ALTER TABLE invoice ADD COLUMN note TEXT NOT NULL;", "ALTER TABLE invoice ADD COLUMN note TEXT NOT NULL;")]
    [TestCase("CREATE UNIQUE INDEX ux_note ON invoice (note);", "CREATE UNIQUE INDEX ux_note ON invoice")]
    [TestCase("CREATE UNIQUE NONCLUSTERED INDEX ux_note\nON invoice (note);", "CREATE UNIQUE NONCLUSTERED INDEX ux_note\nON invoice")]
    [TestCase("CREATE TABLE invoice_note (id int);\nCREATE UNIQUE INDEX ux_note ON invoice (note);", "CREATE UNIQUE INDEX ux_note ON invoice")]
    [TestCase("CREATE TABLE \"invoice\" (note int);\nCREATE UNIQUE INDEX ux_note ON \"invoice\" (note);", null)]
    [TestCase("CREATE INDEX ix_note ON invoice (note);", null)]
    [TestCase("ALTER TABLE invoice ADD CONSTRAINT ck_total CHECK (total > 0);", "ALTER TABLE invoice ADD CONSTRAINT ck_total CHECK")]
    [TestCase("ALTER TABLE invoice ADD COLUMN note TEXT NULL CHECK (note <> '');", "ALTER TABLE invoice ADD COLUMN note TEXT NULL CHECK")]
    [TestCase("ALTER TABLE invoice WITH NOCHECK ADD CONSTRAINT ck_total\n  CHECK (total > 0);", "ALTER TABLE invoice WITH NOCHECK ADD CONSTRAINT ck_total\n  CHECK")]
    [TestCase("ALTER TABLE invoice ADD CONSTRAINT ux_note UNIQUE (note);", "ALTER TABLE invoice ADD CONSTRAINT ux_note UNIQUE")]
    [TestCase("CREATE TABLE note (id int, CHECK (id > 0));\nALTER TABLE note ADD CONSTRAINT ck_id CHECK (id < 9);", null)]
    [TestCase("ALTER TABLE invoice ADD note nvarchar(9) NOT NULL CONSTRAINT df DEFAULT N'';", null)]
    [TestCase("ALTER TABLE invoice ADD note nvarchar(9) NULL;", null)]
    public void Migration_ThatTakesSomethingAwayOrRefusesSomething_IsTold(string sql, string? fault) =>
        Assert.That(FaultsOf(sql), Is.EqualTo(fault is null ? Array.Empty<string>() : [fault]));

    [TestCaseSource(nameof(Engines))]
    public void Harmless_IsNothingThatNoMigrationDoes(string engine) => Assert.That(
        from migration in Migration.Of(engine)
        where IsAfterTheBaseline(migration.Name)
        from refusal in RefusalsOf(migration.Sql)
        select (migration.Name, refusal),
        Is.EquivalentTo(Harmless));

    private static bool IsAfterTheBaseline(string name) => string.CompareOrdinal(name, "0017") > 0;

    private static IEnumerable<string> FaultsOf(string sql) =>
        TakenAway().Matches(sql).Concat(Needed().Matches(sql)).Select(fault => fault.Value).Concat(RefusalsOf(sql));

    /// <summary>What refuses rows to instances of before, in tables that they write: those which the migration does not make itself.</summary>
    private static IEnumerable<string> RefusalsOf(string sql)
    {
        var made = Made().Matches(sql).Select(table => table.Groups["table"].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from refusal in Unique().Matches(sql).Concat(Checked().Matches(sql))
               where !made.Contains(refusal.Groups["table"].Value)
               select refusal.Value;
    }

    [GeneratedRegex(@"\b(DROP TABLE|DROP COLUMN|RENAME|sp_rename|ALTER COLUMN)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TakenAway();

    /// <summary>A column alone that is added and must be written, which the release before does not know.</summary>
    [GeneratedRegex(@"^ALTER TABLE \w+ ADD (?![^;]*\bDEFAULT\b)[^;]*\bNOT NULL\b[^;]*;", RegexOptions.IgnoreCase | RegexOptions.Multiline, 1000)]
    private static partial Regex Needed();

    [GeneratedRegex(@"^\s*CREATE TABLE (IF NOT EXISTS )?""?(?<table>\w+)", Lines, 1000)]
    private static partial Regex Made();

    [GeneratedRegex(@"\bCREATE UNIQUE (CLUSTERED |NONCLUSTERED )?INDEX (IF NOT EXISTS )?\w+\s+ON ""?(?<table>\w+)", Lines, 1000)]
    private static partial Regex Unique();

    [GeneratedRegex(@"^\s*ALTER TABLE ""?(?<table>\w+)[^;]*?\b(CHECK|UNIQUE)\b", Lines, 1000)]
    private static partial Regex Checked();
}
