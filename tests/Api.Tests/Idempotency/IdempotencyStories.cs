using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Sla.Plans;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Api.Tests.Idempotency;

public sealed class IdempotencyStories
{
    private const string Closures = "/v1/closures";
    private const string Header = "Idempotency-Key";
    private static readonly string[] Told = ["Location", "ETag", "Content-Type", "Content-Language"];

    private ApiFactory _app = null!;

    [SetUp]
    public void StartServer() => _app = new();

    [TearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Post_SentAgainWithItsKey_GetsTheFirstAnswerAgainAndDoesNothing()
    {
        var first = await PostAsync("k-1");
        _app.Clock.Advance(Duration.FromHours(23));

        var again = await PostAsync("k-1", more: ("X-Request-Id", "again"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Status, Is.EqualTo(201));
            Assert.That(first.Header("Idempotency-Replayed"), Is.Null);
            AssertSame(again, first);
            Assert.That(again.Header("X-Request-Id"), Is.EqualTo("again"));
            Assert.That(await CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Post_OfAnotherOperation_IsAnsweredAgainAlike()
    {
        var first = await _app.Api.PostAsync("/v1/plans/silver/versions", Terms.Plain(), (Header, "k-1"));

        var again = await _app.Api.PostAsync("/v1/plans/silver/versions", Terms.Plain(), (Header, "k-1"));

        AssertSame(again, first);
        Assert.That(first.Status, Is.EqualTo(201), first.Text);
        Assert.That((await _app.Api.ReadAsync("/v1/plans/silver/versions"))["data"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Secret_OfANewApiKey_IsToldAgainAndIsNotInTheDatabase()
    {
        var body = new JsonObject { ["name"] = "Partner", ["kind"] = "partner", ["scopes"] = new JsonArray("tickets:read") };
        var first = await _app.Api.PostAsync("/v1/api-keys", body, (Header, "k-1"));

        var again = await _app.Api.PostAsync("/v1/api-keys", body, (Header, "k-1"));

        Assert.That(first.Status, Is.EqualTo(201), first.Text);
        AssertSame(again, first);
        var texts = await _app.Database.TextsAsync();
        Assert.That(texts, Has.Some.Contains("kept_answer"));
        Assert.That(texts, Has.None.Contains((string)first.Json["secret"]!));
    }

    [Test]
    public async Task Post_WithAKey_IsAnsweredAsWithoutOne()
    {
        var plain = await PostAsync(null);
        var keyed = await PostAsync("k-1");
        var refused = await _app.Api.PostAsync(Closures, Closure("2027-03-05", "2027-03-04"));
        var refusedKeyed = await _app.Api.PostAsync(Closures, Closure("2027-03-05", "2027-03-04"), (Header, "k-2"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(keyed), Is.EqualTo(Names(plain)));
            Assert.That(Names(refusedKeyed), Is.EqualTo(Names(refused)));
            Assert.That(refusedKeyed.Json["errors"]!.ToJsonString(), Is.EqualTo(refused.Json["errors"]!.ToJsonString()));
            Problem.Expect(refusedKeyed, 422, "closure_ends_before_start", "/endsOn");
        }

        static IEnumerable<string> Names(Answer answer) => answer.Headers.Keys.Except(["Transfer-Encoding", "Content-Length"]).Order();
    }

    [Test]
    public async Task Post_WithTheKeyOfAnotherBody_IsRefused()
    {
        await PostAsync("k-1");

        var otherBody = await PostAsync("k-1", "2027-01-02");
        var otherType = await _app.Api.SendAsync(
            HttpMethod.Post, Closures, Bytes("2027-01-01"), [(Header, "k-1")], "application/json; charset=utf-8");

        Problem.Expect(otherBody, 422, "idempotency_key_reused", Header);
        Problem.Expect(otherType, 422, "idempotency_key_reused", Header);
        Assert.That(await CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Posts_WithOneKeyOfTwoApiKeys_AreTwo()
    {
        var other = await _app.ClientAsync(KeyKind.Staff, [Scope.PlansWrite]);

        var first = await _app.Api.PostAsync(Closures, Closure("2027-01-01"), (Header, "k-1"));
        var second = await other.PostAsync(Closures, Closure("2027-01-02"), (Header, "k-1"));

        Assert.That((first.Status, second.Status), Is.EqualTo((201, 201)), second.Text);
        Assert.That(second.Header("Idempotency-Replayed"), Is.Null);
        Assert.That(await CountAsync(), Is.EqualTo(2));
        Assert.That((await _app.Api.PostAsync(Closures, Closure("2027-01-01"), (Header, "k-1"))).Text, Is.EqualTo(first.Text));
    }

    [Test]
    public async Task Posts_TenAtOnceWithOneKey_DoItOnceAndAnswerAlike()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync("k-1")));

        var given = answers.Where(a => a.Status == 201).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Except(given).All(a => a.Status == 409 && a.Header("Retry-After") is not null), Is.True);
            Assert.That(given.Count(a => a.Header("Idempotency-Replayed") is null), Is.EqualTo(1));
            Assert.That(given.Select(a => a.Text).Distinct(), Has.Exactly(1).Items);
            Assert.That(await CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Posts_WithTwoKeys_AreTwo()
    {
        await PostAsync("k-1");
        await PostAsync("k-2");

        Assert.That(await CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task Posts_WithOneKeyAtTwoAddresses_AreTwo()
    {
        await PostAsync("k-1");

        var other = await _app.Api.PostAsync("/v1/plans/silver/versions", Terms.Plain(), (Header, "k-1"));

        Assert.That(other.Status, Is.EqualTo(201), other.Text);
    }

    [Test]
    public async Task Post_AfterADay_IsDoneAnew()
    {
        await PostAsync("k-1");
        _app.Clock.Advance(Duration.FromHours(24));

        var anew = await PostAsync("k-1");
        var again = await PostAsync("k-1");

        Assert.That(anew.Header("Idempotency-Replayed"), Is.Null);
        AssertSame(again, anew);
        Assert.That(await CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task Refusal_OfTheBusiness_IsGivenAgainThoughItWouldBeTakenNow()
    {
        var body = Terms.Plain();
        body["effectiveAt"] = "2027-01-01T00:00:00Z";
        await _app.Api.AskAsync("/v1/plans/silver/versions", body);
        var first = await _app.Api.PostAsync("/v1/plans/silver/versions", body, (Header, "k-1"));
        _app.Clock.Now = Instant.FromUtc(2026, 11, 2, 20, 0);

        var again = await _app.Api.PostAsync("/v1/plans/silver/versions", body, (Header, "k-1"));

        Assert.That(first.Status, Is.EqualTo(409), first.Text);
        AssertSame(again, first);
    }

    [Test]
    public async Task Refusal_WithAnUnprocessableBody_IsGivenAgain()
    {
        var body = Closure("2027-03-05", "2027-03-04");
        var first = await _app.Api.PostAsync(Closures, body, (Header, "k-1"));

        var again = await _app.Api.PostAsync(Closures, body, (Header, "k-1"));

        Assert.That(first.Status, Is.EqualTo(422));
        AssertSame(again, first);
    }

    [Test]
    public async Task Refusal_OfTheRequestItself_IsNotKept()
    {
        var wrong = await _app.Api.PostTextAsync(Closures, "{}", (Header, "k-1"));

        var right = await PostAsync("k-1");

        Problem.Expect(wrong, 400, "invalid_request", "/startsOn");
        Assert.That(right.Status, Is.EqualTo(201), right.Text);
    }

    [TestCase("\"k-1\"", "k-1")]
    [TestCase("\"\"\"", "\"")]
    public async Task Key_InQuotes_IsTheSameWithoutThem(string quoted, string plain)
    {
        await PostAsync(quoted);

        Assert.That((await PostAsync(plain)).Header("Idempotency-Replayed"), Is.EqualTo("true"));
    }

    [TestCase("")]
    [TestCase("\"\"")]
    [TestCase("a b")]
    [TestCase("a\tb")]
    public Task Key_ThatIsNone_IsRefused(string key) => ExpectRefusedAsync(key);

    [Test]
    public async Task Key_OfTheGreatestLength_IsTakenAndALongerOneRefused()
    {
        Assert.That((await PostAsync(new string('~', 255))).Status, Is.EqualTo(201));
        await ExpectRefusedAsync(new string('!', 256));
    }

    [Test]
    public async Task Key_GivenTwice_IsRefused() =>
        Problem.Expect(await PostAsync("k-1", more: (Header, "k-2")), 400, "invalid_request", Header);

    [Test]
    public async Task Key_OfAQuestion_IsPassedOver()
    {
        const string question = """{ "plan": "silver", "promise": "response", "startAt": "2026-11-20T18:30:00Z" }""";
        await _app.Api.PostTextAsync("/v1/sla/deadlines", question, (Header, "k-1"));

        var again = await _app.Api.PostTextAsync("/v1/sla/deadlines", question, (Header, "k-1"));

        Assert.That(again.Status, Is.EqualTo(200));
        Assert.That(again.Header("Idempotency-Replayed"), Is.Null);
    }

    private static void AssertSame(Answer again, Answer first)
    {
        Assert.That(again.Status, Is.EqualTo(first.Status), again.Text);
        Assert.That(again.Text, Is.EqualTo(first.Text));
        Assert.That(Told.Select(again.Header), Is.EqualTo(Told.Select(first.Header)));
        Assert.That(again.Header("Idempotency-Replayed"), Is.EqualTo("true"));
    }

    private static JsonObject Closure(string startsOn, string? endsOn = null) => new()
    {
        ["name"] = new JsonObject { ["it"] = "Chiuso", ["en"] = "Closed" },
        ["startsOn"] = startsOn,
        ["endsOn"] = endsOn,
    };

    private static byte[] Bytes(string startsOn) => System.Text.Encoding.UTF8.GetBytes(Closure(startsOn).ToJsonString());

    private Task<Answer> PostAsync(string? key, string startsOn = "2027-01-01", params (string, string)[] more) =>
        _app.Api.PostAsync(Closures, Closure(startsOn), key is null ? more : [(Header, key), .. more]);

    private async Task ExpectRefusedAsync(string key)
    {
        var answer = await PostAsync(key);

        Problem.Expect(answer, 400, "invalid_request", Header);
    }

    private async Task<int> CountAsync() => (await _app.Api.ReadAsync(Closures))["data"]!.AsArray().Count;
}
