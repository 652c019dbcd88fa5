using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Api.Tests.OpenApi;
using NodaTime;

namespace MisterAssist.Api.Tests.Sandbox;

public sealed class SandboxStories
{
    private const string Path = "/v1/sandbox/clock";

    private ApiFactory _app = null!;

    [SetUp]
    public void StartServer() => _app = new("Sandbox");

    [TearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Clock_AtFirst_IsThatOfTheWorld() => Assert.That(await NowAsync(), Is.EqualTo("2026-11-02T09:00:00Z"));

    [Test]
    public async Task Clock_MovedForward_TicksOnFromThereForEverything()
    {
        var moved = await MoveAsync("2027-03-01T08:00:00+01:00");
        _app.Clock.Advance(Duration.FromMinutes(5));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(moved.Status, Is.EqualTo(200));
            Assert.That((string?)moved.Json["now"], Is.EqualTo("2027-03-01T07:00:00Z"));
            Assert.That(await NowAsync(), Is.EqualTo("2027-03-01T07:05:00Z"));
            Assert.That(_app.Services.GetRequiredService<IClock>().GetCurrentInstant(), Is.EqualTo(Instant.FromUtc(2027, 3, 1, 7, 5)));
        }
    }

    [Test]
    public async Task Keys_WhenTheClockIsMovedForward_AreGoodUntilTheWorldsTimeIsOver()
    {
        var body = new JsonObject
        {
            ["name"] = "Partner",
            ["kind"] = "partner",
            ["scopes"] = new JsonArray("tickets:read"),
            ["expiresAt"] = "2026-11-03T09:00:00Z",
        };
        var before = await _app.Api.AskAsync("/v1/api-keys", body.DeepClone());
        await MoveAsync("2027-11-02T09:00:00Z");
        var after = await _app.Api.AskAsync("/v1/api-keys", body.DeepClone());

        foreach (var secret in (string[])[(string)before["secret"]!, (string)after["secret"]!])
            Assert.That((await _app.ClientWith(secret).GetAsync("/v1/tickets")).Status, Is.EqualTo(200));
        Assert.That((await _app.Api.ReadAsync("/v1/api-keys"))["data"]!.AsArray().Select(key => (string?)key!["status"]), Has.All.EqualTo("active"));

        _app.Clock.Advance(Duration.FromDays(1));
        Problem.Expect(await _app.ClientWith((string)before["secret"]!).GetAsync("/v1/tickets"), 401, "api_key_expired");
    }

    [TestCase("2026-11-02T08:59:59.999999Z")]
    [TestCase("1970-01-01T00:00:00Z")]
    public async Task Clock_MovedBack_StaysWhereItIs(string now)
    {
        Problem.Expect(await MoveAsync(now), 422, "clock_goes_back", "/now");
        Assert.That(await NowAsync(), Is.EqualTo("2026-11-02T09:00:00Z"));
    }

    [Test]
    public async Task Clock_MovedTwice_GoesBackNotEvenToWhereItWas()
    {
        await MoveAsync("2027-03-01T07:00:00Z");

        Problem.Expect(await MoveAsync("2027-02-28T07:00:00Z"), 422, "clock_goes_back", "/now");
    }

    [TestCase("2200-01-01T00:00:00.000001Z")]
    [TestCase("1969-12-31T23:59:59Z")]
    public async Task Clock_MovedOutOfTheSupportedYears_IsRefused(string now) =>
        Problem.ExpectFaults(await MoveAsync(now), 400, "invalid_request", "/now=out_of_range");

    [Test]
    public async Task Clock_AfterARestart_StandsWhereItStood()
    {
        await MoveAsync("2027-03-01T07:00:00Z");

        using var restarted = new ApiFactory("Sandbox", _app.Database.Settings);

        Assert.That(restarted.Services.GetRequiredService<IClock>().GetCurrentInstant(), Is.EqualTo(Instant.FromUtc(2027, 3, 1, 7, 0)));
    }

    [TestCase("Development")]
    [TestCase("Production")]
    public async Task Clock_OutsideTheSandbox_IsNotThere(string environment)
    {
        using var elsewhere = new ApiFactory(environment);

        Problem.Expect(await elsewhere.Api.GetAsync(Path), 404, "route_not_found");
        Problem.Expect(await elsewhere.Api.PutAsync(Path, new JsonObject { ["now"] = "2027-03-01T07:00:00Z" }), 404, "route_not_found");
        Problem.Expect(await elsewhere.Api.PutAsync(Path, new JsonObject()), 404, "route_not_found");
        Assert.That(elsewhere.Services.GetRequiredService<IClock>().GetCurrentInstant(), Is.EqualTo(ApiFactory.Start));
    }

    [Test]
    public async Task Operations_OfTheSandbox_AreAsTheDocumentSays()
    {
        var document = ApiDescription.Published;
        var move = document.Named("moveSandboxClock");
        var moved = await _app.Api.PutAsync(Path, move.RequestExample);
        var read = await _app.Api.GetAsync(Path);
        var violations = new Violations(document, move.RequestSchema!, move.RequestExample!).All();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Operations.Count(o => o.IsOfSandbox), Is.EqualTo(2));
            Assert.That((moved.Status, read.Status), Is.EqualTo((200, 200)));
            Assert.That(await document.FaultsOfAsync(move, moved), Is.Empty);
            Assert.That(await document.FaultsOfAsync(document.Named("getSandboxClock"), read), Is.Empty);
            Assert.That(violations, Is.Not.Empty);
            foreach (var violation in violations)
                Problem.Expect(await _app.Api.PutAsync(Path, violation.Body), 400, "invalid_request", violation.Pointer);
        }
    }

    private Task<Answer> MoveAsync(string now) => _app.Api.PutAsync(Path, new JsonObject { ["now"] = now });

    private async Task<string?> NowAsync() => (string?)(await _app.Api.ReadAsync(Path))["now"];
}
