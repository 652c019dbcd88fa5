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
    public async Task Writes_InProduction_AreNotThere()
    {
        var publish = await _app.Api.PostAsync("/v1/plans/silver/versions", Terms.Plain());
        var announce = await _app.Api.PostTextAsync("/v1/closures", """{ "name": { "it": "a", "en": "b" }, "startsOn": "2027-01-01" }""");
        var withdraw = await _app.Api.DeleteAsync("/v1/closures/clo_01kaj3b6q0e1r8v5x2m9t4c7hw", ("If-Match", "*"));

        foreach (var answer in (Answer[])[publish, announce, withdraw])
        {
            Problem.Expect(answer, 405, "method_not_allowed");
            Assert.That(answer.Header("Allow"), Is.EqualTo("GET"));
        }

        Assert.That((await _app.Api.ReadAsync("/v1/closures"))["data"]!.AsArray(), Is.Empty);
        Assert.That((await _app.Api.ReadAsync("/v1/plans/silver/versions"))["data"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Questions_InProduction_NeedNoCredential()
    {
        var deadline = await _app.Api.AskAsync("/v1/sla/deadlines", JsonNode.Parse(
            """{ "plan": "silver", "promise": "response", "startAt": "2026-11-20T18:30:00Z" }""")!);

        Assert.That((string?)deadline["dueAt"], Is.EqualTo("2026-11-23T10:30:00Z"));
        Assert.That((await _app.Api.ReadAsync("/v1/plans"))["data"]!.AsArray(), Has.Count.EqualTo(4));
        Assert.That((await _app.Api.ReadAsync("/v1/holidays?year=2026"))["data"]!.AsArray(), Has.Count.EqualTo(13));
    }

    [Test]
    public async Task Problems_InProduction_HaveTheSameForm() =>
        Problem.Expect(await _app.Api.GetAsync("/v1/plans/unheard-of"), 404, "plan_not_found");
}
