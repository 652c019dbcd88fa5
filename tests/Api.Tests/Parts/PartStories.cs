using System.Text.Json.Nodes;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Api.Tests.Parts;

public sealed class PartStories
{
    private static readonly (string, string) Any = ("If-Match", "*");

    private ApiFactory _app = null!;

    [SetUp]
    public void StartServer() => _app = new();

    [TearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Part_FromTheFirstDayToTheLast()
    {
        var created = await _app.Api.PostAsync("/v1/parts", Part("SSD-1"));
        var path = created.Header("Location")!;
        Assert.That(created.Status, Is.EqualTo(201), created.Text);
        Assert.That(created.Header("ETag"), Is.EqualTo("\"1\""));
        Assert.That((string?)created.Json["id"], Does.Match("^prt_[0-9a-hjkmnp-tv-z]{26}$"));
        Assert.That((int?)created.Json["vatPercent"], Is.EqualTo(22));
        Assert.That((await _app.Api.GetAsync(path)).Text, Is.EqualTo(created.Text));

        var changed = await _app.Api.PatchAsync(
            path, """{ "unitPrice": { "amount": "79.90" }, "name": { "en": "Fast drive" }, "vatPercent": 10 }""", ("If-Match", "\"1\""));
        Assert.That(changed.Status, Is.EqualTo(200), changed.Text);
        Assert.That(changed.Header("ETag"), Is.EqualTo("\"2\""));
        Assert.That(changed.Json["unitPrice"]!.ToJsonString(), Is.EqualTo("""{"amount":"79.90","currency":"EUR"}"""));
        Assert.That(changed.Json["name"]!.ToJsonString(), Is.EqualTo("""{"it":"Disco","en":"Fast drive"}"""));
        var cleared = await _app.Api.PatchAsync(path, """{ "vatPercent": null }""", ("If-Match", "\"2\""));
        Assert.That((int?)cleared.Json["vatPercent"], Is.EqualTo(22));
        Problem.Expect(await _app.Api.DeleteAsync(path, ("If-Match", "\"2\"")), 412, "precondition_failed", "If-Match");

        // Out of the catalogue, and still read by whoever looks at what was fitted; its code is free again.
        Assert.That((await _app.Api.DeleteAsync(path, ("If-Match", "\"3\""))).Status, Is.EqualTo(204));
        Assert.That((string?)(await _app.Api.ReadAsync(path))["retiredAt"], Is.EqualTo("2026-11-02T09:00:00Z"));
        Assert.That(await ListedAsync(""), Is.Empty);
        Problem.Expect(await _app.Api.DeleteAsync(path, ("If-Match", "\"3\"")), 404, "part_not_found");
        Problem.Expect(await _app.Api.PatchAsync(path, "{}", Any), 409, "part_retired");
        Assert.That((await _app.Api.PostAsync("/v1/parts", Part("SSD-1"))).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task Part_WithTheCodeOfAnother_IsRefused()
    {
        await _app.Api.AskAsync("/v1/parts", Part("SSD-1"));
        var other = (string)(await _app.Api.AskAsync("/v1/parts", Part("SSD-2")))["id"]!;

        Problem.Expect(await _app.Api.PostAsync("/v1/parts", Part("ssd-1")), 409, "part_code_taken", "/code");
        Problem.Expect(await _app.Api.PatchAsync($"/v1/parts/{other}", """{ "code": "ssd-1 " }""", Any), 409, "part_code_taken", "/code");
        Assert.That(await ListedAsync(""), Is.EquivalentTo((string[])["SSD-1", "SSD-2"]));
    }

    [Test]
    public async Task Parts_AreFoundByCodeAndWordsOfTheirNames()
    {
        await _app.Api.AskAsync("/v1/parts", Part("SSD-1", "Unità a stato solido", "Solid-state drive"));
        _app.Clock.Advance(Duration.FromSeconds(1));
        await _app.Api.AskAsync("/v1/parts", Part("TFT-1", "Schermo", "Screen"));

        Assert.That(await ListedAsync("?code=ssd-1"), Is.EqualTo((string[])["SSD-1"]));
        Assert.That(await ListedAsync("?code=ssd"), Is.Empty);
        Assert.That(await ListedAsync("?name=UNIT%C3%80"), Is.EqualTo((string[])["SSD-1"]));
        Assert.That(await ListedAsync("?name=screen"), Is.EqualTo((string[])["TFT-1"]));
        Assert.That(await ListedAsync("?name=screen&code=SSD-1"), Is.Empty);
        var first = await _app.Api.ReadAsync("/v1/parts?limit=1");
        Assert.That(await ListedAsync($"?limit=1&cursor={first["nextCursor"]}"), Is.EqualTo((string[])["TFT-1"]));
        Problem.Expect(await _app.Api.GetAsync($"/v1/parts?limit=1&name=s&cursor={first["nextCursor"]}"), 400, "invalid_cursor", "cursor");
    }

    [TestCase(KeyKind.Customer)]
    [TestCase(KeyKind.Partner)]
    public async Task Parts_AreReadByWhoeverHasAKeyAndKeptByStaffAlone(KeyKind kind)
    {
        var created = await _app.Api.PostAsync("/v1/parts", Part("SSD-1"));
        var client = await _app.ClientAsync(kind, [Scope.EventsRead], Domain.Customers.CustomerId.New(ApiFactory.Start));

        Assert.That((await client.GetAsync(created.Header("Location")!)).Text, Is.EqualTo(created.Text));
        Assert.That((await client.GetAsync("/v1/parts")).Text, Does.Contain("SSD-1"));
        Problem.Expect(await client.PostAsync("/v1/parts", Part("SSD-2")), 403, "missing_scope");
        Problem.Expect(await client.DeleteAsync(created.Header("Location")!, Any), 403, "missing_scope");
    }

    [Test]
    public async Task Part_WithFaults_IsToldThemAll()
    {
        var body = Part(" ", "", "x");
        body["unitPrice"]!["amount"] = "-0.01";
        body["vatPercent"] = 31;

        Problem.ExpectFaults(
            await _app.Api.PostAsync("/v1/parts", body), 400, "invalid_request", "/code=required", "/name/it=required",
            "/unitPrice=out_of_range", "/vatPercent=out_of_range");
    }

    [Test]
    public async Task Part_ThatNeverWas_IsNotFound()
    {
        const string path = "/v1/parts/prt_01kaj3b6q0e1r8v5x2m9t4c7hw";

        Problem.Expect(await _app.Api.GetAsync(path), 404, "part_not_found");
        Problem.Expect(await _app.Api.PatchAsync(path, "{}", Any), 404, "part_not_found");
        Problem.Expect(await _app.Api.DeleteAsync(path, Any), 404, "part_not_found");
    }

    private static JsonObject Part(string code, string it = "Disco", string en = "Drive") => new()
    {
        ["code"] = code,
        ["name"] = new JsonObject { ["it"] = it, ["en"] = en },
        ["unitPrice"] = new JsonObject { ["amount"] = "89.50", ["currency"] = "EUR" },
    };

    private async Task<IEnumerable<string>> ListedAsync(string query) =>
        (await _app.Api.ReadAsync($"/v1/parts{query}"))["data"]!.AsArray().Select(part => (string)part!["code"]!);
}
