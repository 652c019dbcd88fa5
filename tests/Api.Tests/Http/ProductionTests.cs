using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Sla.Plans;

namespace MisterAssist.Api.Tests.Http;

public sealed class ProductionTests
{
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new("Production");

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Writes_InProduction_NeedAKeyAsEverywhere()
    {
        var refused = await _app.Anonymous.PostAsync("/v1/plans/silver/versions", Terms.Plain());
        var published = await _app.Api.PostAsync("/v1/plans/silver/versions", Terms.Plain());

        Problem.Expect(refused, 401, "unauthenticated");
        Assert.That(published.Status, Is.EqualTo(201), published.Text);
    }

    [Test]
    public async Task Start_InProduction_MakesNoKeyByItself()
    {
        var keys = await _app.Api.ReadAsync("/v1/api-keys");

        Assert.That(keys["data"]!.AsArray().Select(key => (string?)key!["name"]), Is.EqualTo((string[])["Test Staff"]));
    }

    [Test]
    public async Task Questions_InProduction_NeedNoCredential()
    {
        var deadline = await _app.Anonymous.AskAsync("/v1/sla/deadlines", JsonNode.Parse(
            """{ "plan": "silver", "promise": "response", "startAt": "2026-11-20T18:30:00Z" }""")!);

        Assert.That((string?)deadline["dueAt"], Is.EqualTo("2026-11-23T10:30:00Z"));
        Assert.That((await _app.Anonymous.ReadAsync("/v1/plans"))["data"]!.AsArray(), Has.Count.EqualTo(4));
        Assert.That((await _app.Anonymous.ReadAsync("/v1/holidays?year=2026"))["data"]!.AsArray(), Has.Count.EqualTo(13));
    }

    [Test]
    public async Task Answers_OverTls_BindTheBrowserToItOutsideDevelopment([Values("Production", "Development")] string environment)
    {
        using var app = new ApiFactory(environment, ("Proxies:Known:0", "127.0.0.1"));

        var answer = await app.Anonymous.GetAsync("/v1/plans", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.7"), ("Host", "api.example"));

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Assert.That(answer.Header("Strict-Transport-Security"), environment == "Production" ? Does.StartWith("max-age=") : Is.Null);
    }

    [Test]
    public async Task Problems_InProduction_HaveTheSameForm() =>
        Problem.Expect(await _app.Anonymous.GetAsync("/v1/plans/unheard-of"), 404, "plan_not_found");
}
