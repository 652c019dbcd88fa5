using System.Text;
using MisterAssist.Api.Tests.OpenApi;
using MisterAssist.Application.ApiKeys;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.TestKit.ApiKeys;
using NodaTime;

namespace MisterAssist.Api.Tests.ApiKeys;

/// <summary>Everything that the document has is refused to who may not use it, save what is listed here.</summary>
public sealed class RouteWalkTests
{
    private static readonly string[] Public =
    [
        "getLiveness", "getReadiness", "calculateDeadline", "calculateElapsed", "simulatePromises", "listHolidays", "listPlans", "getPlan",
        "listPlanVersions", "getPlanVersion",
    ];

    /// <summary>For whoever has a key, with whatever scope.</summary>
    private static readonly string[] ForAnyKey = ["listClosures", "getClosure", "listPriceLists", "getPriceList", "getPlanPrices", "listParts", "getPart"];

    private ApiFactory _app = null!;
    private ApiDescription _document = null!;

    private IEnumerable<Operation> Guarded => _document.Operations.Where(o => !Public.Contains(o.Id));

    private IEnumerable<Operation> Scoped => Guarded.Where(o => !ForAnyKey.Contains(o.Id));

    [OneTimeSetUp]
    public void StartServer()
    {
        _app = new();
        _document = ApiDescription.Published;
    }

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Route_WithoutAKey_IsRefused() =>
        await ExpectEverywhereAsync(_app.Anonymous, Guarded, 401, "unauthenticated");

    [Test]
    public async Task Route_WithAKeyThatDoesNotCheck_IsRefused()
    {
        var (_, issued) = await _app.MakeKeyAsync(KeyKind.Staff, [Scope.Admin]);

        await ExpectEverywhereAsync(_app.ClientWith(SecretSamples.Mistyped(issued.Secret)), Guarded, 401, "invalid_api_key");
    }

    [Test]
    public async Task Route_WithAKeyThatWasNeverIssued_IsRefused() =>
        await ExpectEverywhereAsync(_app.ClientWith(ApiKeySecret.New().Reveal()), Guarded, 401, "invalid_api_key");

    [Test]
    public async Task Route_WithAKeyThatHasExpired_IsRefused()
    {
        var client = _app.ClientWith((await CreateAsync(expiresAt: _app.Clock.Now + Duration.FromMinutes(1))).Secret.Reveal());
        Assert.That((await client.GetAsync("/v1/api-keys")).Status, Is.EqualTo(200));
        _app.Clock.Advance(Duration.FromMinutes(1));

        await ExpectEverywhereAsync(client, Guarded, 401, "api_key_expired");
    }

    [Test]
    public async Task Route_WithAKeyThatWasRevoked_IsRefused()
    {
        var (client, issued) = await _app.MakeKeyAsync(KeyKind.Staff, [Scope.Admin]);
        var revoked = await _app.Api.SendAsync(HttpMethod.Post, $"/v1/api-keys/{issued.Key.Id}/revoke", null, [("If-Match", "*")]);
        Assert.That(revoked.Status, Is.EqualTo(200), revoked.Text);

        await ExpectEverywhereAsync(client, Guarded, 401, "invalid_api_key");
    }

    [Test]
    public async Task Route_WithAKeyWithoutItsScope_IsRefusedAndNamesTheScope()
    {
        foreach (var operation in Scoped)
        {
            var needed = (string?)operation.Node["x-required-scope"];
            Assert.That(needed, Is.Not.Null, operation.Id);
            // With every scope but the one.
            var others = Enum.GetValues<Scope>().Where(scope => scope != Scope.Admin && scope.Name() != needed).ToArray();
            var client = await _app.ClientAsync(KeyKind.Staff, others);

            var answer = await SendAsync(client, operation);

            Problem.Expect(answer, 403, "missing_scope");
            Assert.That(answer.Json["allowed"]!.AsArray().Select(scope => (string?)scope), Is.EqualTo((string?[])[needed]), operation.Id);
        }
    }

    [Test]
    public async Task Route_WithAKeyThatHasItsScopeAlone_IsNotRefused()
    {
        foreach (var operation in Guarded)
        {
            Assert.That(ScopeNames.TryParse((string?)operation.Node["x-required-scope"] ?? "tickets:read", out var scope), operation.Id);
            var client = await _app.ClientAsync(KeyKind.Staff, [scope]);

            Assert.That((await SendAsync(client, operation)).Status, Is.Not.AnyOf(401, 403), operation.Id);
        }
    }

    [Test]
    public async Task Route_ThatIsPublic_NeedsNoKeyAndTakesNoHarmFromABadOne()
    {
        foreach (var operation in _document.Operations.Where(o => Public.Contains(o.Id)))
        {
            Assert.That((await SendAsync(_app.Anonymous, operation)).Status, Is.EqualTo(200), operation.Id);
            Assert.That((await SendAsync(_app.ClientWith("no key"), operation)).Status, Is.EqualTo(200), operation.Id);
        }
    }

    [Test]
    public void Document_SaysOfEachRouteWhatItNeeds()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var operation in _document.Operations)
            {
                var isPublic = Public.Contains(operation.Id);
                Assert.That(operation.Node["security"]!.ToJsonString(), Is.EqualTo(isPublic ? "[]" : """[{"apiKey":[]}]"""), operation.Id);
                Assert.That(operation.Statuses.Contains(401), Is.EqualTo(!isPublic), operation.Id);
                Assert.That(operation.Statuses.Contains(403), Is.EqualTo(operation.Node["x-required-scope"] is not null), operation.Id);
            }
        }

        Assert.That(Public.Concat(ForAnyKey), Is.SubsetOf(_document.Operations.Select(o => o.Id)));
        Assert.That(Scoped.Count(), Is.GreaterThan(5));
    }

    [TestCase("GET", "/v1/nowhere", 404, "route_not_found")]
    [TestCase("GET", "/v1/api-keys/key_01kaj3b6q0e1r8v5x2m9t4c7hw/nowhere", 404, "route_not_found")]
    [TestCase("DELETE", "/v1/api-keys", 405, "method_not_allowed")]
    public async Task Address_ThatIsNone_IsNoneForAnybody(string method, string path, int status, string code)
    {
        Problem.Expect(await _app.Anonymous.SendAsync(new(method), path, null, []), status, code);
        Problem.Expect(await _app.Api.SendAsync(new(method), path, null, []), status, code);
    }

    private static async Task ExpectEverywhereAsync(ApiClient client, IEnumerable<Operation> operations, int status, string code)
    {
        foreach (var operation in operations)
        {
            var answer = await SendAsync(client, operation);

            Problem.Expect(answer, status, code);
            Assert.That(answer.Header("WWW-Authenticate"), Does.StartWith("ApiKey "), operation.Id);
        }
    }

    private static Task<Answer> SendAsync(ApiClient client, Operation operation)
    {
        var path = operation.Id == "listHolidays" ? $"{operation.SomePath}?year=2026" : operation.SomePath;
        var text = operation.TakesFile ? "a file" : operation.RequestExample?.ToJsonString();
        var body = text is null ? null : Encoding.UTF8.GetBytes(text);
        var type = operation.TakesFile ? "image/png" : body is null ? null : operation.RequestType;
        return client.SendAsync(new(operation.Method), path, body, [("If-Match", "*")], type);
    }

    private async Task<IssuedApiKey> CreateAsync(Instant expiresAt) => await _app.SendAsync(
        new CreateApiKeyCommand("Test", KeyKind.Staff, [Scope.Admin], Customers: null, expiresAt));
}
