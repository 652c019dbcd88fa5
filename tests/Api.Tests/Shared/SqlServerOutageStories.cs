using System.Text.Json.Nodes;
using MisterAssist.TestKit.Databases;

namespace MisterAssist.Api.Tests.Shared;

/// <summary>The line to a SQL Server breaks, falls silent and comes back.</summary>
internal sealed class SqlServerOutageStories
{
    private static readonly (string, string)[] Keyed = [("Idempotency-Key", "k-1")];

    private string _database = null!;
    private BreakingLine _line = null!;
    private ApiFactory _app = null!;

    [SetUp]
    public void Open()
    {
        _database = SqlServerForTests.EmptyDatabase();
        _line = new(_database);
        _app = new(
            "Development", (StoryDatabase.Provider, "SqlServer"), (StoryDatabase.ConnectionString, $"{_line.ConnectionString};Connect Timeout=2"),
            ("Database:BreakSeconds", "1"), ("Database:BusySeconds", "5"), ("Tickets:WatchSeconds", "86400"));
    }

    [TearDown]
    public async Task CloseAsync()
    {
        // Where there is no server, nothing was opened.
        if (_app is null)
            return;

        await _app.DisposeAsync();
        await _line.DisposeAsync();
        await SqlServerForTests.GiveBackAsync(_database);
    }

    [Test]
    public async Task Line_ThatBreaks_IsToldAsAnOutageAndIsOverWithoutARestart()
    {
        _line.Break();
        for (var i = 0; i < 3; i++)
        {
            var answer = await AnnounceAsync();
            Problem.Expect(answer, 503, "database_unavailable");
            Assert.That(answer.Header("Retry-After"), Is.EqualTo("5"));
        }

        Problem.Expect(await _app.Api.GetAsync("/health/ready"), 503, "not_ready");

        await ExpectRecoveryAsync();
    }

    [Test]
    public async Task Line_ThatFallsSilent_IsToldAsAnOutageAndIsOverWithoutARestart()
    {
        _line.Silence();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _app.Api.GetAsync("/v1/closures")));

        foreach (var answer in answers)
            Problem.Expect(answer, 503, "database_unavailable");
        Problem.Expect(await _app.Api.GetAsync("/health/ready"), 503, "not_ready");

        await ExpectRecoveryAsync();
    }

    [Test]
    public async Task Line_ThatBreaksForAMoment_IsNoticedByNobody()
    {
        await _app.Api.ReadAsync("/v1/closures");
        // What waits in the pool is dead, and does not know.
        _line.Break();
        _line.Mend();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AnnounceAsync()));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(201), answers[0].Text);
        Assert.That(await ClosuresAsync(), Has.Count.EqualTo(4));
    }

    [TestCase(CommitCut.BeforeTheServer, 0)]
    [TestCase(CommitCut.BeforeTheClient, 1)]
    public async Task Post_WhoseCommitIsCutOff_IsUnknownWithoutAKey(CommitCut cut, int there)
    {
        await RestAsync();
        _line.CutAtCommit(cut);

        Problem.Expect(await AnnounceAsync(), 503, "outcome_unknown");

        Assert.That(await ClosuresAsync(), Has.Count.EqualTo(there));
    }

    [TestCase(CommitCut.BeforeTheServer, null)]
    [TestCase(CommitCut.BeforeTheClient, "true")]
    public async Task Post_WhoseCommitIsCutOff_IsDoneOnceWithAKey(CommitCut cut, string? replayed)
    {
        await RestAsync();
        _line.CutAtCommit(cut);

        var answer = await AnnounceAsync(Keyed);
        var again = await AnnounceAsync(Keyed);

        Assert.That((answer.Status, answer.Header("Idempotency-Replayed")), Is.EqualTo((201, replayed)), answer.Text);
        Assert.That(again.Text, Is.EqualTo(answer.Text));
        Assert.That(await ClosuresAsync(), Has.Count.EqualTo(1));
    }

    private Task<Answer> AnnounceAsync(params (string, string)[] headers) => _app.Api.PostAsync(
        "/v1/closures",
        new JsonObject { ["name"] = new JsonObject { ["it"] = "Chiuso", ["en"] = "Closed" }, ["startsOn"] = "2027-01-01" },
        headers);

    private async Task<JsonArray> ClosuresAsync() => (await _app.Api.ReadAsync("/v1/closures"))["data"]!.AsArray();

    /// <summary>When a key was first used is written beside the request; after that no commit comes but what is asked for.</summary>
    private async Task RestAsync()
    {
        for (var left = 200; left > 0; left--)
        {
            var keys = (await _app.Api.ReadAsync("/v1/api-keys"))["data"]!.AsArray();
            if (keys.Any(key => key!["lastUsedAt"] is not null))
                return;

            await Task.Delay(20);
        }

        throw new AssertionException("the use of the key is not kept");
    }

    private async Task ExpectRecoveryAsync()
    {
        _line.Mend();
        var answer = await AnnounceAsync(Keyed);
        for (var left = 200; left > 0 && answer.Status == 503; left--)
        {
            await Task.Delay(50);
            answer = await AnnounceAsync(Keyed);
        }

        Assert.That(answer.Status, Is.EqualTo(201), answer.Text);
        Assert.That((await _app.Api.GetAsync("/health/ready")).Status, Is.EqualTo(200));
        Assert.That(await ClosuresAsync(), Has.Count.EqualTo(1));
    }
}
