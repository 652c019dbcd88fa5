using System.Reflection;
using System.Text.RegularExpressions;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Shared.SqlServer;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>All that is ever sent to SQL Server can be read there. What is put together as it is asked for is looked at where a test asks: see <see cref="ParsedEngine"/>.</summary>
public sealed partial class GrammarTests
{
    private static readonly SqlServerEngine Engine = new(DbSettings.Named("--to", "sqlserver:Server=.;Database=d", "/"));

    private static IEnumerable<TestCaseData> Batches =>
        from migration in Migration.Of(Engine.Name)
        from batch in Engine.BatchesOf(migration.Sql).Select((text, number) => (text, number))
        select new TestCaseData(batch.text).SetArgDisplayNames($"{migration.Name} {batch.number + 1}");

    /// <summary>Whole statements among the constants: a part begins with another word, or another constant goes on from it.</summary>
    private static IEnumerable<TestCaseData> Statements =>
        from one in Constants
        where Beginning().IsMatch(one.Text) && !OfAFile().IsMatch(one.Text)
        where !Constants.Exists(other => other.Text.Length > one.Text.Length && other.Text.StartsWith(one.Text, StringComparison.Ordinal))
        select new TestCaseData(one.Text).SetArgDisplayNames(one.Name);

    private static List<(string Name, string Text)> Constants { get; } =
    [
        .. from type in typeof(DbEngine).Assembly.GetTypes()
           where type.Namespace?.EndsWith(".Sqlite", StringComparison.Ordinal) is false
           from constant in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           where constant.IsLiteral && constant.FieldType == typeof(string)
           select ($"{type.Name}.{constant.Name}", (string)constant.GetRawConstantValue()!),
    ];

    [TestCaseSource(nameof(Batches))]
    public void Migration_IsTransactSql(string batch) => Assert.That(Grammar.FaultsOf(batch), Is.Empty);

    [TestCaseSource(nameof(Statements))]
    public void Statement_IsTransactSql(string sql) => Assert.That(Grammar.FaultsOfStatement(sql), Is.Empty);

    [Test]
    public void Script_OfAllMigrations_IsTransactSql_AndSoIsWhatStandsInItsQuotes()
    {
        var script = Engine.ScriptOf(Migration.Of(Engine.Name));

        var quoted = Quoted().Matches(script).Select(match => match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal)).ToList();

        Assert.That(quoted, Has.Count.GreaterThan(Migration.Of(Engine.Name).Count));
        Assert.That(quoted.Prepend(script).SelectMany(Grammar.FaultsOf), Is.Empty);
    }

    [Test]
    public void Journal_AndRowsWithNumbers_AreTransactSql() =>
        Assert.That(
            ((string[])[Engine.CreateJournal, Engine.CountJournals, Engine.WithNumbers("event", "INSERT INTO event (sequence) VALUES (@p0_0)")])
            .SelectMany(Grammar.FaultsOf),
            Is.Empty);

    [TestCase("SELECT id FROM site ORDER BY id LIMIT 1")]
    [TestCase("SELECT a || b FROM site WHERE c IS TRUE")]
    [TestCase("CREATE TABLE IF NOT EXISTS site (id varchar(26))")]
    [TestCase("INSERT INTO site (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING")]
    [TestCase("SELECT id FROM site WHERE id IN @Ids")]
    public void Batch_OfAnotherLanguage_IsTold(string batch) =>
        Assert.That(Grammar.FaultsOf(batch), Is.Not.Empty.And.All.Contains(batch));

    [TestCase("MERGE site AS s USING customer AS c ON s.id = c.id WHEN MATCHED THEN DELETE;", "MERGE")]
    [TestCase("WAITFOR DELAY '00:00:01'", "WAITFOR")]
    [TestCase("CREATE OR ALTER VIEW a AS SELECT 1 AS b", "CREATE OR ALTER")]
    [TestCase("CREATE OR ALTER TRIGGER a ON site AFTER UPDATE AS RETURN", "CREATE OR ALTER")]
    [TestCase("CREATE OR ALTER PROCEDURE a AS SELECT 1", "CREATE OR ALTER")]
    [TestCase("CREATE OR ALTER FUNCTION a() RETURNS int AS BEGIN RETURN 1 END", "CREATE OR ALTER")]
    [TestCase("CREATE TABLE a (b int NOT NULL, INDEX ix_a (b))", "An index within a table")]
    [TestCase("CREATE TABLE a (b int NOT NULL INDEX ix_a)", "An index within a table")]
    [TestCase("ALTER TABLE a ADD b int NULL, c int NULL", "ALTER TABLE that adds several things")]
    [TestCase("WITH a AS (SELECT TOP (1) id, name FROM site ORDER BY id) UPDATE a SET name = 'b'", "A common table expression that is changed")]
    [TestCase("WITH a AS (SELECT TOP (1) id FROM site ORDER BY id) DELETE FROM a", "A common table expression that is changed")]
    [TestCase("IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE name = 'ix_a') SELECT 1", "sys.indexes")]
    [TestCase("SELECT id FROM site WITH (NOLOCK)", "The hint NoLock")]
    public void Batch_OfWhatNotEveryServerTakes_IsTold(string batch, string what) =>
        Assert.That(Grammar.FaultsOf(batch), Is.EqualTo(new[] { $"{what} is not shared by all servers, in: {batch}" }));

    [Test]
    public async Task Statement_PutTogetherAsItIsAsked_IsLookedAtToo()
    {
        await using var database = await SqliteFile.MigratedAsync();

        var told = Assert.ThrowsAsync<AssertionException>(
            () => database.UseAsync<DbSession>(db => db.QueryAsync<string>("SELECT a.id FROM site a NATURAL JOIN customer b", null, CancellationToken.None)));

        Assert.That(told.Message, Does.Contain("NATURAL"));
    }

    [GeneratedRegex(@"^\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|DECLARE|EXEC|ALTER|IF|MERGE)\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beginning();

    /// <summary>What only a file is asked, about itself.</summary>
    [GeneratedRegex(@"\b(sqlite|pragma)_", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfAFile();

    [GeneratedRegex(@"EXEC \(N'(?<text>([^']|'')*)'\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
