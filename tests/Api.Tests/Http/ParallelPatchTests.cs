using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.OpenApi;

namespace MisterAssist.Api.Tests.Http;

/// <summary>Who does not mind which version stands is never told that it was another one.</summary>
public sealed class ParallelPatchTests
{
    private const int Patches = 30;

    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase("updateCustomer", "name")]
    [TestCase("updateSite", "notes")]
    [TestCase("updateContact", "role")]
    [TestCase("updateTechnician", "name")]
    [TestCase("updatePart", "code")]
    [TestCase("updateTicket", "assignee")]
    [TestCase("updateQuote", "note")]
    public async Task Patches_OfAnyVersionAtOnce_AreAllDone(string operation, string field)
    {
        var document = ApiDescription.Published;
        var (path, _) = await new ExampleWorld(_app, document).PrepareAsync(document.Named(operation));

        var answers = await Task.WhenAll(Enumerable.Range(1, Patches).Select(i =>
            _app.Api.PatchAsync(path, new JsonObject { [field] = $"{i}" }.ToJsonString(), ("If-Match", "*"))));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(200), answers[^1].Text);
        Assert.That(answers.Select(answer => answer.Header("ETag")), Is.Unique);
    }
}
