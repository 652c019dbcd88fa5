using System.Text;
using MisterAssist.Api.Tests.OpenApi;

namespace MisterAssist.Api.Tests.Errors;

/// <summary>What is no body at all, or none of JSON, or not of the right shape: the same at every operation that takes one.</summary>
public sealed class MalformedBodyTests
{
    private const string Json = "application/json";

    private static readonly string[] Operations =
    [
        "calculateDeadline", "calculateElapsed", "simulatePromises", "announceClosure", "publishPlanVersion", "createApiKey",
        "createCustomer", "addSite", "addContact", "recordConsent", "createContract", "openTicket", "writeMessage", "createTechnician",
        "publishPriceList", "createPart", "createQuote", "confirmTicket",
        "createIntervention", "leaveFeedback", "startBillingRun", "tryBillingRun",
    ];

    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    /// <summary>Besides those that ask for <c>If-Match</c> before they look at a body, and those of the sandbox, which is elsewhere.</summary>
    [Test]
    public async Task Operations_WithABody_AreTheseAndNoOthers()
    {
        var withBody = ApiDescription.Published.Operations
            .Where(o => !o.IsOfSandbox && o.RequestSchema is not null && o.Parameters.All(p => (string?)p["name"] != "If-Match"))
            .Select(o => o.Id);

        Assert.That(withBody, Is.EquivalentTo(Operations));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Body_Missing_IsAskedFor(string operation)
    {
        var path = PathOf(Named(operation));

        var without = await _app.Api.SendAsync(HttpMethod.Post, path, null, []);
        var empty = await _app.Api.SendAsync(HttpMethod.Post, path, [], []);
        var nothing = await _app.Api.PostTextAsync(path, "null");

        Problem.ExpectFaults(without, 400, "body_required", "=required");
        Problem.ExpectFaults(empty, 400, "body_required", "=required");
        Problem.ExpectFaults(nothing, 400, "body_required", "=required");
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Body_ThatIsNotJson_IsRefused(string operation)
    {
        var named = Named(operation);
        var example = named.RequestExample!.ToJsonString();

        foreach (var body in (string[])
            ["this is not JSON", example[..^1], example[..(example.Length / 2)], example + "}", example + " {}", $"{example[..^1]},}}",
             $"// why?\n{example}", example.Replace('"', '\''), "{", "\"", "[1,2", "nul", "NaN", "\0"])
        {
            var answer = await _app.Api.PostTextAsync(PathOf(named), body);
            Problem.ExpectFaults(answer, 400, "malformed_json", "=malformed_json");
        }
    }

    [Test]
    public async Task Body_WithMoreFaultsThanAnybodyReads_IsToldTheFirstHundred()
    {
        var zeros = string.Join(',', Enumerable.Repeat("0", 500_000));

        var answer = await _app.Api.PostTextAsync("/v1/sla/deadlines", $$"""
            { "schedule": { "timeZone": "Europe/Rome", "weekly": {}, "holidays": [{{zeros}}] }, "startAt": "2026-11-20T18:30:00Z" }
            """);

        Problem.Expect(answer, 400, "invalid_request");
        Assert.That(answer.Json["errors"]!.AsArray(), Has.Count.EqualTo(100));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Body_NestedAHundredDeep_IsRefused(string operation)
    {
        var path = PathOf(Named(operation));
        var deep = new string('[', 100) + new string(']', 100);

        Problem.Expect(await _app.Api.PostTextAsync(path, deep), 400, "malformed_json");
        Problem.Expect(await _app.Api.PostTextAsync(path, $$"""{ "plan": {{deep}} }"""), 400, "malformed_json");
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Body_WithAnotherMediaType_IsRefused(string operation)
    {
        var named = Named(operation);
        var body = Encoding.UTF8.GetBytes(named.RequestExample!.ToJsonString());

        foreach (var type in (string?[])["text/plain", "application/xml", "application/x-www-form-urlencoded", "json", ";", null])
        {
            var answer = await _app.Api.SendAsync(HttpMethod.Post, PathOf(named), body, [], type);
            Problem.Expect(answer, 415, "unsupported_media_type");
        }
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Body_OfAnotherShape_IsToldWhatIsNeeded(string operation)
    {
        var path = PathOf(Named(operation));

        foreach (var body in (string[])["[]", "[{}]", "1", "\"text\"", "true", "1e400", "123456789012345678901234567890"])
            Problem.ExpectFaults(await _app.Api.PostTextAsync(path, body), 400, "invalid_request", "=invalid_type");
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Body_WithAFieldUnknownOrTwice_IsToldWhich(string operation)
    {
        var named = Named(operation);
        var path = PathOf(named);
        var example = named.RequestExample!.AsObject();
        var (name, value) = example.GetAt(0);
        var text = example.ToJsonString()[..^1];

        var unknown = await _app.Api.PostTextAsync(path, $$"""{{text}}, "colour": "red" }""");
        var escaped = await _app.Api.PostTextAsync(path, $$"""{{text}}, "a/b~c": null }""");
        var otherCase = await _app.Api.PostTextAsync(path, $$"""{{text}}, "{{name.ToUpperInvariant()}}": null }""");
        var twice = await _app.Api.PostTextAsync(path, $$"""{{text}}, "{{name}}": {{value?.ToJsonString() ?? "null"}} }""");
        var unknownTwice = await _app.Api.PostTextAsync(path, $$"""{{text}}, "x": 1, "x": 2 }""");

        Problem.ExpectFaults(unknown, 400, "invalid_request", "/colour=unknown_field");
        Problem.ExpectFaults(escaped, 400, "invalid_request", "/a~1b~0c=unknown_field");
        Problem.ExpectFaults(otherCase, 400, "invalid_request", $"/{name.ToUpperInvariant()}=unknown_field");
        Problem.ExpectFaults(twice, 400, "invalid_request", $"/{name}=duplicate_field");
        Problem.ExpectFaults(unknownTwice, 400, "invalid_request", "/x=unknown_field", "/x=duplicate_field");
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Body_WithNothingInIt_IsToldEverythingThatIsNeeded(string operation)
    {
        var named = Named(operation);
        var schema = ApiDescription.Published.Resolve(named.RequestSchema!);
        var required = schema["required"]!.AsArray().Select(name => $"/{name}=required");

        Problem.ExpectFaults(await _app.Api.PostTextAsync(PathOf(named), "{}"), 400, "invalid_request", [.. required]);
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Body_OfTenMegabytes_IsRefused(string operation)
    {
        var named = Named(operation);
        var body = Encoding.UTF8.GetBytes(named.RequestExample!.ToJsonString() + new string(' ', 10_000_000));

        Problem.Expect(await _app.Api.SendAsync(HttpMethod.Post, PathOf(named), body, [], Json), 413, "payload_too_large");
    }

    [Test]
    public async Task Body_OfAMebibyte_IsReadAndOneByteMoreIsNot()
    {
        var named = Named("calculateDeadline");
        var example = named.RequestExample!.ToJsonString();
        var fits = Encoding.UTF8.GetBytes(example.PadRight(1024 * 1024));
        var tooLarge = Encoding.UTF8.GetBytes(example.PadRight(1024 * 1024 + 1));

        Assert.That((await _app.Api.SendAsync(HttpMethod.Post, PathOf(named), fits, [], Json)).Status, Is.EqualTo(200));
        Problem.Expect(await _app.Api.SendAsync(HttpMethod.Post, PathOf(named), tooLarge, [], Json), 413, "payload_too_large");
        Problem.Expect(
            await _app.Api.SendAsync(HttpMethod.Post, PathOf(named), tooLarge, [("Transfer-Encoding", "chunked")], Json), 413, "payload_too_large");
    }

    private static string PathOf(Operation operation) => operation.SomePath;

    private static Operation Named(string operation) => ApiDescription.Published.Named(operation);
}
