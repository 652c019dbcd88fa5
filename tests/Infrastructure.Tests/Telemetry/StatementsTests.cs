using System.Diagnostics;
using Microsoft.Data.Sqlite;
using MisterAssist.Application.Telemetry;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Telemetry;
using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Telemetry;

public sealed class StatementsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly List<Activity> _spans = [];
    private ActivityListener _listener = null!;
    private TestDatabase _database = null!;

    [SetUp]
    public async Task Listen()
    {
        _database = await SqliteFile.MigratedAsync();
        _spans.Clear();
        _listener = new()
        {
            ShouldListenTo = source => source.Name == Instruments.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [TearDown]
    public async Task StopListening()
    {
        _listener.Dispose();
        await _database.DisposeAsync();
    }

    [TestCase("SELECT 1", "SELECT", null)]
    [TestCase("SELECT id AS Id FROM ticket WHERE id = @Id", "SELECT", "ticket")]
    [TestCase("SELECT (SELECT MAX(number) FROM promise) AS Last\nFROM ticket", "SELECT", "ticket")]
    [TestCase("SELECT * FROM (SELECT id FROM ticket) t", "SELECT", null)]
    [TestCase("WITH due AS (SELECT id FROM ticket)\nSELECT id FROM due", "SELECT", "due")]
    [TestCase("  INSERT INTO event\n  (id) VALUES (@Id)", "INSERT", "event")]
    [TestCase("INSERT OR IGNORE INTO plan (code) SELECT code FROM plan_version", "INSERT", "plan")]
    [TestCase("UPDATE ticket SET version = @Version FROM promise", "UPDATE", "ticket")]
    [TestCase("DELETE FROM contact WHERE id = @Id", "DELETE", "contact")]
    [TestCase("PRAGMA synchronous", "", null)]
    public void NameOf_AStatement_IsWhatItDoesAndToWhichTable(string sql, string operation, string? table)
    {
        Assert.That(Statements.NameOf(sql), Is.EqualTo((operation, table)));
    }

    [Test]
    public async Task Statement_WhileSomebodyListens_IsASpanWithoutItsText()
    {
        using var request = new Activity("request").Start();

        await _database.UseAsync<DbSession, int>(db => db.ExecuteAsync("""UPDATE "plan" SET code = code WHERE code = @Code""", new { Code = "Mario Rossi" }, None));
        await _database.UseAsync<DbSession, int>(db => db.QueryFirstAsync<int>("""SELECT COUNT(*) FROM "plan" WHERE code <> @Code""", new { Code = "Mario Rossi" }, None));
        await _database.UseAsync<DbSession, IReadOnlyList<int>>(db => db.QueryAsync<int>("SELECT 1", null, None));

        Assert.That(_spans.Select(span => span.DisplayName), Is.EqualTo(new[] { "UPDATE plan", "SELECT plan", "SELECT" }));
        Assert.That(_spans.Select(span => span.ParentSpanId), Is.All.EqualTo(request.SpanId));
        Assert.That(_spans.Select(span => span.Kind), Is.All.EqualTo(ActivityKind.Client));
        Assert.That(Tags(_spans[0]), Is.EqualTo("db.system.name=sqlite db.operation.name=UPDATE db.collection.name=plan"));
        Assert.That(Tags(_spans[2]), Is.EqualTo("db.system.name=sqlite db.operation.name=SELECT"));
    }

    [Test]
    public async Task Statement_ThatFails_TellsTheKindOfFailureAlone()
    {
        await Assert.ThatAsync(
            () => _database.UseAsync<DbSession, int>(db => db.ExecuteAsync("""INSERT INTO "plan" (rossi) VALUES (1)""", null, None)), Throws.InstanceOf<SqliteException>());

        var span = _spans.Single();
        Assert.That(Tags(span), Is.EqualTo(
            "db.system.name=sqlite db.operation.name=INSERT db.collection.name=plan error.type=Microsoft.Data.Sqlite.SqliteException"));
        Assert.That((span.Status, span.StatusDescription, span.Events.Count()), Is.EqualTo((ActivityStatusCode.Error, (string?)null, 0)));
    }

    private static string Tags(Activity span) => string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
}
