using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Tests.Http;

public sealed class ConditionalRequestTests
{
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase("/v1/plans/gold")]
    [TestCase("/v1/plans/gold?at=2026-01-01T00:00:00Z")]
    [TestCase("/v1/plans/gold/versions/1")]
    public async Task Get_WithTheVersionKnown_SaysNotModified(string path)
    {
        var tag = (await _app.Api.GetAsync(path)).Header("ETag")!;

        foreach (var known in (string[])[tag, $"W/{tag}", $"\"other\", {tag}", "*"])
        {
            var answer = await _app.Api.GetAsync(path, ("If-None-Match", known));
            Assert.That(answer.Status, Is.EqualTo(304), known);
            Assert.That(answer.Text, Is.Empty);
            Assert.That(answer.Header("ETag"), Is.EqualTo(tag));
        }

        Assert.That((await _app.Api.GetAsync(path, ("If-None-Match", "\"other\""))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task ETag_OfAPlan_ChangesWhenAVersionIsPublished()
    {
        var first = (await _app.Api.GetAsync("/v1/plans/bronze/versions/1")).Header("ETag");
        _app.Clock.Advance(Duration.FromHours(1));
        await _app.Api.AskAsync("/v1/plans/bronze/versions", Terms.Plain());

        var again = (await _app.Api.GetAsync("/v1/plans/bronze/versions/1", ("If-None-Match", first!)));

        Assert.That(again.Status, Is.EqualTo(200));
        Assert.That(again.Header("ETag"), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Created_HasALocationThatReadsTheSame()
    {
        _app.Clock.Advance(Duration.FromHours(1));
        Answer[] created =
        [
            await _app.Api.PostAsync("/v1/plans/standard/versions", Terms.Plain()),
            await AnnounceAsync(),
        ];

        foreach (var answer in created)
        {
            var read = await _app.Api.GetAsync(answer.Header("Location")!);
            Assert.That(answer.Status, Is.EqualTo(201));
            Assert.That(JsonNode.DeepEquals(read.Json, answer.Json), read.Text);
            Assert.That(read.Header("ETag"), Is.EqualTo(answer.Header("ETag")).And.Not.Null);
        }
    }

    [Test]
    public async Task Delete_WithoutIfMatch_IsRefused()
    {
        var closure = await AnnounceAsync();

        var answer = await _app.Api.DeleteAsync(closure.Header("Location")!);

        Problem.Expect(answer, 428, "precondition_required", "If-Match");
        Assert.That((await _app.Api.GetAsync(closure.Header("Location")!)).Status, Is.EqualTo(200));
    }

    [TestCase("1")]
    [TestCase("\"1")]
    public async Task Delete_WithSomethingThatIsNoEntityTag_IsToldSo(string known)
    {
        var closure = await AnnounceAsync();

        var answer = await _app.Api.DeleteAsync(closure.Header("Location")!, ("If-Match", known));

        Problem.Expect(answer, 400, "invalid_request", "If-Match");
        Assert.That((await _app.Api.GetAsync(closure.Header("Location")!)).Status, Is.EqualTo(200));
    }

    [TestCase("\"0\"")]
    [TestCase("\"other\", \"another\"")]
    [TestCase("W/\"1\"")]
    public async Task Delete_WithAnotherVersion_IsRefusedWithTheOneThatStands(string known)
    {
        var closure = await AnnounceAsync();

        var answer = await _app.Api.DeleteAsync(closure.Header("Location")!, ("If-Match", known));

        Problem.Expect(answer, 412, "precondition_failed", "If-Match");
        Assert.That(answer.Header("ETag"), Is.EqualTo(closure.Header("ETag")));
        Assert.That((await _app.Api.GetAsync(closure.Header("Location")!)).Status, Is.EqualTo(200));
    }

    [TestCase("*")]
    [TestCase("\"1\"")]
    [TestCase("\"other\", \"1\"")]
    public async Task Delete_WithTheVersionThatStands_Deletes_AndThenThereIsNothing(string known)
    {
        var closure = await AnnounceAsync();
        var location = closure.Header("Location")!;

        var deleted = await _app.Api.DeleteAsync(location, ("If-Match", known));
        var again = await _app.Api.DeleteAsync(location, ("If-Match", known));
        var read = await _app.Api.GetAsync(location);
        var list = await _app.Api.ReadAsync("/v1/closures?limit=100");

        Assert.That(deleted.Status, Is.EqualTo(204));
        Assert.That(deleted.Text, Is.Empty);
        Problem.Expect(again, 404, "closure_not_found");
        Problem.Expect(read, 404, "closure_not_found");
        Assert.That(list["data"]!.AsArray().Select(c => (string?)c!["id"]), Has.None.EqualTo((string?)closure.Json["id"]));
    }

    private Task<Answer> AnnounceAsync() => _app.Api.PostTextAsync("/v1/closures", """
        { "name": { "it": "Inventario", "en": "Stocktaking" }, "startsOn": "2028-02-29" }
        """);
}
