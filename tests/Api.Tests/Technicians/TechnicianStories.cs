using System.Text.Json.Nodes;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Technicians;

public sealed class TechnicianStories
{
    private static readonly (string, string) Any = ("If-Match", "*");

    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Technician_FromTheFirstDayToTheLast()
    {
        var created = await _app.Api.PostAsync(
            "/v1/technicians", new JsonObject { ["name"] = "Bruno Prova", ["email"] = "bruno@example.it" });
        var path = created.Header("Location")!;
        Assert.That(created.Status, Is.EqualTo(201), created.Text);
        Assert.That(created.Header("ETag"), Is.EqualTo("\"1\""));
        Assert.That((string?)created.Json["id"], Does.Match("^tec_[0-9a-hjkmnp-tv-z]{26}$"));
        Assert.That((await _app.Api.GetAsync(path)).Text, Is.EqualTo(created.Text));
        Assert.That(await ListedAsync(), Does.Contain((string)created.Json["id"]!));

        var changed = await _app.Api.PatchAsync(path, """{ "name": "Bruno Maria Prova" }""", ("If-Match", "\"1\""));
        Assert.That(changed.Status, Is.EqualTo(200), changed.Text);
        Assert.That((changed.Header("ETag"), (string?)changed.Json["name"], (string?)changed.Json["email"]),
            Is.EqualTo(("\"2\"", "Bruno Maria Prova", "bruno@example.it")));
        Problem.Expect(await _app.Api.DeleteAsync(path, ("If-Match", "\"1\"")), 412, "precondition_failed", "If-Match");

        // Gone, and still known by name to whoever reads an old report.
        Assert.That((await _app.Api.DeleteAsync(path, ("If-Match", "\"2\""))).Status, Is.EqualTo(204));
        var left = await _app.Api.ReadAsync(path);
        Assert.That((string?)left["retiredAt"], Is.EqualTo("2026-11-02T09:00:00Z"));
        Assert.That((string?)left["name"], Is.EqualTo("Bruno Maria Prova"));
        Assert.That(await ListedAsync(), Does.Not.Contain((string)created.Json["id"]!));
        Problem.Expect(await _app.Api.DeleteAsync(path, ("If-Match", "\"2\"")), 404, "technician_not_found");
        Problem.Expect(await _app.Api.PatchAsync(path, """{ "name": "X" }""", Any), 409, "technician_retired");
    }

    [TestCase(KeyKind.Customer)]
    [TestCase(KeyKind.Partner)]
    public async Task Technician_ReadByACustomerOrAPartner_HasANameAndNoAddress(KeyKind kind)
    {
        var id = (string)(await _app.Api.AskAsync(
            "/v1/technicians", new JsonObject { ["name"] = $"For {kind}", ["email"] = "hidden@example.it" }))["id"]!;
        var client = await _app.ClientAsync(kind, [Scope.WorkRead], Domain.Customers.CustomerId.New(ApiFactory.Start));

        var got = await client.GetAsync($"/v1/technicians/{id}");
        var listed = await client.GetAsync("/v1/technicians?limit=100");

        Assert.That((string?)got.Json["name"], Is.EqualTo($"For {kind}"));
        Assert.That(got.Json["email"], Is.Null);
        Assert.That(listed.Text, Does.Contain(id).And.Not.Contain("hidden@"));
    }

    [TestCase("""{ "name": "", "email": "nobody", "phone": "1" }""", "/phone=unknown_field")]
    [TestCase("""{ "name": " ", "email": "nobody" }""", "/name=required", "/email=invalid_value")]
    [TestCase("""{ "email": "a@b.it" }""", "/name=required")]
    public async Task Technician_WithFaults_IsToldThemAll(string body, params string[] faults) =>
        Problem.ExpectFaults(await _app.Api.PostTextAsync("/v1/technicians", body), 400, "invalid_request", faults);

    [Test]
    public async Task Technician_WhoNeverWas_IsNotFound()
    {
        const string path = "/v1/technicians/tec_01kaj3b6q0e1r8v5x2m9t4c7hw";

        Problem.Expect(await _app.Api.GetAsync(path), 404, "technician_not_found");
        Problem.Expect(await _app.Api.PatchAsync(path, "{}", Any), 404, "technician_not_found");
        Problem.Expect(await _app.Api.DeleteAsync(path, Any), 404, "technician_not_found");
    }

    private async Task<IEnumerable<string>> ListedAsync() =>
        (await _app.Api.ReadAsync("/v1/technicians?limit=100"))["data"]!.AsArray().Select(technician => (string)technician!["id"]!);
}
