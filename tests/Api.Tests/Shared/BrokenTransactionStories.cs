using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Closures;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Api.Tests.Shared;

/// <summary>The connection to the database breaks before, during and after the commit of what is asked over HTTP.</summary>
internal sealed class BrokenTransactionStories
{
    private const string Announcing = "INSERT INTO closure";
    private const string Keeping = "INSERT INTO kept_answer";
    private const string Changing = "UPDATE customer";
    private const int Tries = 4;

    private static readonly (string, string)[] Keyed = [("Idempotency-Key", "k-1")];

    private ApiFactory _app = null!;
    private FailingEngine _engine = null!;

    [SetUp]
    public void Open()
    {
        _app = new(FailingEngine.In, "Development", ("Database:BreakSeconds", "1"), ("Tickets:WatchSeconds", "86400"));
        _engine = (FailingEngine)_app.Services.GetRequiredService<DbEngine>();
    }

    [TearDown]
    public void Close() => _app.Dispose();

    [Test]
    public async Task Post_ThatBreaksBeforeTheCommit_IsDoneOnce(
        [Values(Break.Write, Break.Collision)] Break where, [Values] bool hasKey, [Values(1, Tries - 1)] int times)
    {
        _engine.Fail(where, Announcing, times);

        var answer = await AnnounceAsync(hasKey);

        Assert.That(answer.Status, Is.EqualTo(201), answer.Text);
        Assert.That((_engine.Runs, answer.Header("Idempotency-Replayed")), Is.EqualTo((times + 1, (string?)null)));
        Assert.That(await ClosuresAsync(), Is.EqualTo(new[] { (string?)answer.Json["id"] }));
    }

    [TestCase(Break.Write, "database_unavailable", "5")]
    [TestCase(Break.Collision, "busy", "1")]
    public async Task Post_ThatBreaksBeforeTheCommitEachTime_IsRefusedAfterSomeAndLeavesNothing(Break where, string code, string retryAfter)
    {
        foreach (var hasKey in (bool[])[false, true])
        {
            await MendAsync();
            _engine.Fail(where, Announcing);

            var answer = await AnnounceAsync(hasKey);

            Problem.Expect(answer, 503, code);
            Assert.That((answer.Header("Retry-After"), _engine.Runs), Is.EqualTo((retryAfter, Tries)));
            Assert.That(answer.Headers, Does.Not.ContainKey("Location").And.Not.ContainKey("ETag"));
        }

        await MendAsync();
        Assert.That(await ClosuresAsync(), Is.Empty);
        Assert.That((await AnnounceAsync(hasKey: true)).Status, Is.EqualTo(201), "the key is as good as new");
    }

    [TestCase(Break.Commit, 0)]
    [TestCase(Break.AnswerToCommit, 1)]
    public async Task Post_ThatBreaksAtTheCommitWithoutAKey_IsNeverRunAgainAndSaysSo(Break where, int there)
    {
        _engine.Fail(where, Announcing, times: 1);

        var answer = await AnnounceAsync(hasKey: false);

        Problem.Expect(answer, 503, "outcome_unknown");
        Assert.That((answer.Header("Retry-After"), _engine.Runs), Is.EqualTo(("5", 1)));
        Assert.That(await ClosuresAsync(), Has.Length.EqualTo(there));
    }

    [TestCase(Break.Commit, 2, null)]
    [TestCase(Break.AnswerToCommit, 1, "true")]
    public async Task Post_ThatBreaksAtTheCommitWithAKey_IsDoneOnceAndAnswered(Break where, int runs, string? replayed)
    {
        _engine.Fail(where, Announcing, times: 1);

        var answer = await AnnounceAsync(hasKey: true);
        var again = await AnnounceAsync(hasKey: true);

        Assert.That((answer.Status, _engine.Runs, answer.Header("Idempotency-Replayed")), Is.EqualTo((201, runs, replayed)), answer.Text);
        Assert.That((again.Status, again.Text, again.Header("Location")), Is.EqualTo((201, answer.Text, answer.Header("Location"))));
        Assert.That(await ClosuresAsync(), Is.EqualTo(new[] { (string?)answer.Json["id"] }));
    }

    [Test]
    public async Task Post_ThatBreaksAtEachCommitWithAKey_IsTriedTwiceAndIsUnknownUntilItIsSentAgain()
    {
        _engine.Fail(Break.Commit, Announcing);

        Problem.Expect(await AnnounceAsync(hasKey: true), 503, "outcome_unknown");

        Assert.That(_engine.Runs, Is.EqualTo(2));
        await MendAsync();
        Assert.That((await AnnounceAsync(hasKey: true)).Status, Is.EqualTo(201));
        Assert.That(await ClosuresAsync(), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Post_WhoseFateCannotBeReadAfterTheCommit_IsUnknownAndNotCalledUndone()
    {
        _engine.Fail(Break.AnswerToCommit, Announcing, times: 1);
        _engine.Meanwhile = () =>
        {
            _engine.Fail(Break.Question, "FROM kept_answer");
            return Task.CompletedTask;
        };

        Problem.Expect(await AnnounceAsync(hasKey: true), 503, "outcome_unknown");

        await MendAsync();
        Assert.That((await AnnounceAsync(hasKey: true)).Header("Idempotency-Replayed"), Is.EqualTo("true"));
        Assert.That(await ClosuresAsync(), Has.Length.EqualTo(1));
    }

    [TestCase(Break.Write)]
    [TestCase(Break.Commit)]
    [TestCase(Break.AnswerToCommit)]
    public async Task Refusal_ThatBreaksWhileItIsKept_IsGivenAndKept(Break where)
    {
        var backwards = Closure();
        backwards["endsOn"] = "2026-12-31";
        _engine.Fail(where, Keeping, times: 1);

        var answer = await _app.Api.PostAsync("/v1/closures", backwards, Keyed);
        var again = await _app.Api.PostAsync("/v1/closures", backwards, Keyed);

        Problem.Expect(answer, 422, "closure_ends_before_start");
        Assert.That((again.Text, again.Header("Idempotency-Replayed")), Is.EqualTo((answer.Text, "true")));
    }

    [TestCase(Break.Write)]
    [TestCase(Break.Collision)]
    public async Task Patch_ThatBreaksBeforeTheCommit_ChangesOnceAndTellsOnce(Break where)
    {
        var customer = await CustomerAsync();
        _engine.Fail(where, Changing, times: 2);

        var answer = await RenameAsync(customer, "\"1\"");

        Assert.That((answer.Status, answer.Header("ETag"), _engine.Runs), Is.EqualTo((200, "\"2\"", 3)), answer.Text);
        Assert.That(await RenamingsAsync(customer), Is.EqualTo(1));
    }

    [TestCase(Break.Commit, 200, "\"2\"")]
    [TestCase(Break.AnswerToCommit, 412, "\"2\"")]
    public async Task Patch_ThatBreaksAtTheCommit_IsUnknownAndHarmlessToRepeat(Break where, int status, string version)
    {
        var customer = await CustomerAsync();
        _engine.Fail(where, Changing, times: 1);

        Problem.Expect(await RenameAsync(customer, "\"1\""), 503, "outcome_unknown");
        var again = await RenameAsync(customer, "\"1\"");

        Assert.That((again.Status, again.Header("ETag")), Is.EqualTo((status, version)), again.Text);
        Assert.That(await RenamingsAsync(customer), Is.EqualTo(1));
    }

    [Test]
    public async Task Read_ThatBreaksAfterTheCommit_IsAskedAgainAndNothingIsWrittenTwice()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var closures = await AnnouncedIn(scope.ServiceProvider);
        _engine.Fail(Break.Question, "FROM closure", times: 1);

        Assert.That(await closures.AllAsync(CancellationToken.None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Read_ThatBreaksForGoodAfterTheCommit_IsNotCalledUndone()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var closures = await AnnouncedIn(scope.ServiceProvider);
        _engine.Fail(Break.Question, "FROM closure");

        Assert.ThrowsAsync<OutcomeUnknownException>(() => closures.AllAsync(CancellationToken.None));
    }

    [Test]
    public async Task Get_ThatBreaks_IsAskedAgainSomeTimes()
    {
        await AnnounceAsync(hasKey: false);
        _engine.Fail(Break.Question, "FROM closure", times: 2);
        Assert.That(await ClosuresAsync(), Has.Length.EqualTo(1));

        _engine.Fail(Break.Question, "FROM closure");
        Problem.Expect(await _app.Api.GetAsync("/v1/closures"), 503, "database_unavailable");
        Assert.That(_engine.Runs, Is.LessThanOrEqualTo(Tries));
    }

    [Test]
    public async Task Work_ThatIsRunAgain_RemembersNothingOfTheTimeBefore()
    {
        using var desk = new Desk("2026-11-16 08:00", _app.Database.Settings);
        var customer = await desk.CustomerAsync("silver");
        _app.Clock.Now = desk.App.Clock.Now;
        _engine.Fail(Break.Write, "INSERT INTO promise", times: 1);
        _engine.Meanwhile = () => desk.Api.AskAsync("/v1/closures", Closure("2026-11-16"));

        var ticket = await _app.Api.AskAsync("/v1/tickets", Desk.Report(customer));

        Assert.That(Desk.OnTheWall(ticket["promises"]![0]!["dueAt"]), Is.EqualTo("Tue 2026-11-17 12:00"), "shut on Monday");
        Assert.That((await _app.Api.ReadAsync("/v1/tickets"))["data"]!.AsArray(), Has.Count.EqualTo(1));
    }

    private Task<Answer> AnnounceAsync(bool hasKey) => _app.Api.PostAsync("/v1/closures", Closure(), hasKey ? Keyed : []);

    private static JsonObject Closure(string day = "2027-01-01") => new()
    {
        ["name"] = new JsonObject { ["it"] = "Chiuso", ["en"] = "Closed" },
        ["startsOn"] = day,
    };

    private async Task<string?[]> ClosuresAsync() =>
        [.. (await _app.Api.ReadAsync("/v1/closures"))["data"]!.AsArray().Select(closure => (string?)closure!["id"])];

    private async Task<string> CustomerAsync() =>
        (string)(await _app.Api.AskAsync("/v1/customers", OpenApi.ApiDescription.Published.Named("createCustomer").RequestExample!.DeepClone()))["id"]!;

    private Task<Answer> RenameAsync(string customer, string version) =>
        _app.Api.PatchAsync($"/v1/customers/{customer}", """{ "name": "Forno Sole S.r.l." }""", ("If-Match", version));

    private async Task<int> RenamingsAsync(string customer) =>
        (await _app.Api.ReadAsync($"/v1/events?customerId={customer}&type=customer.updated"))["data"]!.AsArray().Count;

    /// <summary>Announces a closure in a scope, as a handler would that reads on after its transaction.</summary>
    private static async Task<IClosureReader> AnnouncedIn(IServiceProvider scope)
    {
        await scope.GetRequiredService<ITransactions>().RunAsync(
            async () =>
            {
                await scope.GetRequiredService<IClosureStore>().AddAsync(
                    ClosureSamples.Announced(ClosureSamples.Days("2027-01-01"), ApiFactory.Start), CancellationToken.None);
                return true;
            },
            CancellationToken.None);
        return scope.GetRequiredService<IClosureReader>();
    }

    /// <summary>Nothing breaks any more, and the server is not left in peace any longer either.</summary>
    private async Task MendAsync()
    {
        _engine.Mend();
        for (var left = 100; left > 0 && (await _app.Api.GetAsync("/v1/closures")).Status != 200; left--)
            await Task.Delay(50);
    }
}
