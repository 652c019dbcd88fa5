using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Api.Tests.ApiKeys;

/// <summary>The life of a key over HTTP, on a clock of the test's own.</summary>
public sealed class ApiKeyStories
{
    private const string Customer = "cus_01kaj3b6q0e1r8v5x2m9t4c7hw";

    private readonly ConcurrentQueue<string> _log = [];
    private ApiFactory _app = null!;

    [SetUp]
    public void StartServer()
    {
        _log.Clear();
        _app = new(services => services.AddLogging(logging => logging.AddProvider(new LineLog(_log.Enqueue)).AddFilter<LineLog>(null, LogLevel.Trace)));
    }

    [TearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Key_FromItsCreationToItsEnd()
    {
        // Made, for a partner that sees one customer.
        var created = await _app.Api.PostAsync("/v1/api-keys", Request("partner", ["tickets:read"], Customer), ("Idempotency-Key", "k-1"));
        var first = created.Json;
        var id = (string)first["apiKey"]!["id"]!;
        var client = _app.ClientWith((string)first["secret"]!);
        Assert.That(created.Status, Is.EqualTo(201), created.Text);
        Assert.That(created.Header("Location"), Is.EqualTo($"/v1/api-keys/{id}"));
        Assert.That(created.Header("Cache-Control"), Is.EqualTo("no-store"));
        Assert.That(created.Header("ETag"), Does.StartWith("\"1."));
        Assert.That(first["apiKey"]!["customers"]!.ToJsonString(), Is.EqualTo($"[\"{Customer}\"]"));
        Assert.That(first["apiKey"]!["lastUsedAt"], Is.Null);

        // Used, which is kept to the minute.
        _app.Clock.Now = Instant.FromUtc(2026, 11, 2, 9, 30, 59);
        Assert.That((await client.GetAsync("/v1/closures")).Status, Is.EqualTo(200));
        Assert.That(await LastUseAsync(id), Is.EqualTo("2026-11-02T09:30:00Z"));

        // Rotated: both secrets work for two days, then the new one alone.
        var rotated = await _app.Api.PostAsync($"/v1/api-keys/{id}/rotate", new JsonObject { ["overlapDays"] = 2 }, ("If-Match", "\"1\""), ("Idempotency-Key", "k-2"));
        Assert.That(rotated.Status, Is.EqualTo(201), rotated.Text);
        Assert.That(rotated.Header("Cache-Control"), Is.EqualTo("no-store"));
        var second = rotated.Json;
        var successor = _app.ClientWith((string)second["secret"]!);
        foreach (var term in (string[])["name", "kind", "scopes", "customers"])
            Assert.That(second["apiKey"]![term]!.ToJsonString(), Is.EqualTo(first["apiKey"]![term]!.ToJsonString()), term);
        var old = await _app.Api.ReadAsync($"/v1/api-keys/{id}");
        Assert.That((string?)old["replacedBy"], Is.EqualTo((string?)second["apiKey"]!["id"]));
        Assert.That((string?)old["expiresAt"], Is.EqualTo("2026-11-04T09:30:59Z"));

        _app.Clock.Now = Instant.FromUtc(2026, 11, 4, 9, 30, 58);
        Assert.That((await client.GetAsync("/v1/closures")).Status, Is.EqualTo(200));
        Assert.That((await successor.GetAsync("/v1/closures")).Status, Is.EqualTo(200));
        _app.Clock.Advance(Duration.FromSeconds(1));
        Problem.Expect(await client.GetAsync("/v1/closures"), 401, "api_key_expired");
        Assert.That((await successor.GetAsync("/v1/closures")).Status, Is.EqualTo(200));
        Assert.That((string?)(await _app.Api.ReadAsync($"/v1/api-keys/{id}"))["status"], Is.EqualTo("expired"));

        // Revoked, at once and once.
        var path = $"/v1/api-keys/{(string)second["apiKey"]!["id"]!}/revoke";
        var revoked = await _app.Api.SendAsync(HttpMethod.Post, path, null, [("If-Match", "\"1\"")]);
        Assert.That(revoked.Status, Is.EqualTo(200), revoked.Text);
        Assert.That((string?)revoked.Json["status"], Is.EqualTo("revoked"));
        Assert.That((string?)revoked.Json["revokedAt"], Is.EqualTo("2026-11-04T09:30:59Z"));
        Problem.Expect(await successor.GetAsync("/v1/closures"), 401, "invalid_api_key");
        Problem.Expect(await _app.Api.SendAsync(HttpMethod.Post, path, null, [("If-Match", "*")]), 409, "api_key_already_revoked");

        // Told once, and nowhere else.
        foreach (var secret in (string[])[(string)first["secret"]!, (string)second["secret"]!])
            await ExpectNowhereAsync(secret);
    }

    [Test]
    public async Task Use_WhileAnotherHoldsTheDatabase_DoesNotKeepTheRequestWaiting()
    {
        var (client, issued) = await _app.MakeKeyAsync(KeyKind.Partner, [Scope.TicketsRead]);
        await using (await _app.Database.HoldAsync())
            Assert.That((await client.GetAsync("/v1/closures")).Status, Is.EqualTo(200));

        Assert.That(await LastUseAsync(issued.Key.Id.ToString()), Is.EqualTo("2026-11-02T09:00:00Z"));
    }

    [Test]
    public async Task Use_ThatCouldNotBeKept_IsKeptTheNextTime()
    {
        using var impatient = new ApiFactory("Production", [.. _app.Database.Settings, ("Database:BusySeconds", "1")]);
        var (client, issued) = await impatient.MakeKeyAsync(KeyKind.Partner, [Scope.TicketsRead]);
        await using (await _app.Database.HoldAsync())
        {
            await client.GetAsync("/v1/closures");
            // Until the write has been given up.
            await Task.Delay(TimeSpan.FromSeconds(2));
        }

        Assert.That((string?)(await _app.Api.ReadAsync($"/v1/api-keys/{issued.Key.Id}"))["lastUsedAt"], Is.Null);
        impatient.Clock.Advance(Duration.FromMinutes(1));
        await client.GetAsync("/v1/closures");
        Assert.That(await LastUseAsync(issued.Key.Id.ToString()), Is.EqualTo("2026-11-02T09:01:00Z"));
    }

    [Test]
    public async Task Rotate_WithoutAnOverlap_StopsTheOldKeyAtOnce()
    {
        var (client, issued) = await _app.MakeKeyAsync(KeyKind.Staff, [Scope.Admin]);
        var path = $"/v1/api-keys/{issued.Key.Id}/rotate";

        var rotated = await client.PostAsync(path, new JsonObject { ["overlapDays"] = 0 }, ("If-Match", "*"));

        Assert.That(rotated.Status, Is.EqualTo(201), rotated.Text);
        Problem.Expect(await client.GetAsync("/v1/api-keys"), 401, "api_key_expired");
        Problem.Expect(await _app.Api.PostAsync(path, new JsonObject(), ("If-Match", "*")), 409, "api_key_not_active");
    }

    [Test]
    public async Task Change_OfAnotherVersionOrOfNone_IsRefused()
    {
        var (_, issued) = await _app.MakeKeyAsync(KeyKind.Partner, [Scope.TicketsRead]);
        var path = $"/v1/api-keys/{issued.Key.Id}/revoke";

        Problem.Expect(await _app.Api.SendAsync(HttpMethod.Post, path, null, []), 428, "precondition_required", "If-Match");
        Problem.Expect(await _app.Api.SendAsync(HttpMethod.Post, path, null, [("If-Match", "\"2\"")]), 412, "precondition_failed", "If-Match");
        var rotate = await _app.Api.PostAsync($"/v1/api-keys/{issued.Key.Id}/rotate", new JsonObject(), ("If-Match", "\"7\""));
        Problem.Expect(rotate, 412, "precondition_failed", "If-Match");
        Assert.That(rotate.Header("ETag"), Is.EqualTo("\"1\""));
    }

    [Test]
    public async Task ETag_OfAKey_ChangesWithItsUseAndIsGoodForAChangeAllTheSame()
    {
        var (client, issued) = await _app.MakeKeyAsync(KeyKind.Partner, [Scope.TicketsRead]);
        var path = $"/v1/api-keys/{issued.Key.Id}";
        var unused = (await _app.Api.GetAsync(path)).Header("ETag")!;
        Assert.That((await _app.Api.GetAsync(path, ("If-None-Match", unused))).Status, Is.EqualTo(304));

        await client.GetAsync("/v1/closures");
        await LastUseAsync(issued.Key.Id.ToString());

        Assert.That((await _app.Api.GetAsync(path, ("If-None-Match", unused))).Status, Is.EqualTo(200));
        var revoked = await _app.Api.SendAsync(HttpMethod.Post, $"{path}/revoke", null, [("If-Match", unused)]);
        Assert.That(revoked.Status, Is.EqualTo(200), revoked.Text);
    }

    [TestCase("customer", "tickets:read", null, "key_needs_customers", TestName = "A customer's key that sees all")]
    [TestCase("staff", "admin", Customer, "admin_key_restricted", TestName = "An administrator's key that does not see all")]
    [TestCase("partner", "dispatch", Customer, "scope_not_for_kind", TestName = "A partner's key for the dispatch queue")]
    [TestCase("customer", "plans:write", Customer, "scope_not_for_kind", TestName = "A customer's key for publishing plans")]
    public async Task Create_AgainstTheRules_IsRefused(string kind, string scope, string? customer, string code)
    {
        var answer = await _app.Api.PostAsync("/v1/api-keys", Request(kind, [scope], customer));

        Problem.Expect(answer, 422, code);
        if (code == "scope_not_for_kind")
        {
            Assert.That(answer.Json["allowed"]!.AsArray().Select(s => (string?)s), Is.EqualTo((string[])
                ["tickets:read", "tickets:write", "customers:read", "contracts:read", "work:read", "work:write", "invoices:read", "events:read"]));
        }
    }

    [Test]
    public async Task Create_ExpiringNow_IsRefused()
    {
        var request = Request("staff", ["tickets:read"], customer: null);
        request["expiresAt"] = "2026-11-02T09:00:00Z";

        Problem.Expect(await _app.Api.PostAsync("/v1/api-keys", request), 422, "key_expires_in_the_past", "/expiresAt");
    }

    [Test]
    public async Task Create_ForNoCustomers_IsNotForAll()
    {
        var request = Request("partner", ["tickets:read"], customer: null);
        request["customers"] = new JsonArray();

        Problem.ExpectFaults(await _app.Api.PostAsync("/v1/api-keys", request), 400, "invalid_request", "/customers=out_of_range");
    }

    [Test]
    public async Task List_ReadPageByPage_HasEachKeyOnceTheNewestFirst()
    {
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            _app.Clock.Advance(Duration.FromMilliseconds(1));
            made.Insert(0, (await _app.MakeKeyAsync(KeyKind.Partner, [Scope.TicketsRead])).Issued.Key.Id.ToString());
        }

        var met = new List<string>();
        var path = "/v1/api-keys?limit=2";
        while (path is not null)
        {
            var page = await _app.Api.ReadAsync(path);
            met.AddRange(page["data"]!.AsArray().Select(key => (string)key!["id"]!));
            path = page["nextCursor"] is { } cursor ? $"/v1/api-keys?limit=2&cursor={cursor}" : null;
        }

        Assert.That(met.Take(5), Is.EqualTo(made));
        Assert.That(met, Is.Unique.And.Count.EqualTo(7), "with the one that Development makes and the test's own");
    }

    [Test]
    public async Task Key_ThatIsUnknown_IsNotFound()
    {
        const string path = "/v1/api-keys/key_01kaj3b6q0e1r8v5x2m9t4c7hw";

        Problem.Expect(await _app.Api.GetAsync(path), 404, "api_key_not_found");
        Problem.Expect(await _app.Api.PostAsync($"{path}/rotate", new JsonObject(), ("If-Match", "*")), 404, "api_key_not_found");
        Problem.Expect(await _app.Api.SendAsync(HttpMethod.Post, $"{path}/revoke", null, [("If-Match", "*")]), 404, "api_key_not_found");
    }

    private static JsonObject Request(string kind, string[] scopes, string? customer)
    {
        var request = new JsonObject
        {
            ["name"] = "Rete Sicura",
            ["kind"] = kind,
            ["scopes"] = new JsonArray([.. scopes.Select(scope => (JsonNode)scope)]),
        };
        if (customer is not null)
            request["customers"] = new JsonArray(customer);
        return request;
    }

    /// <summary>It is kept after the answer: this waits for it.</summary>
    private async Task<string?> LastUseAsync(string id)
    {
        string? lastUse = null;
        for (var i = 0; lastUse is null && i < 100; i++)
        {
            await Task.Delay(20);
            lastUse = (string?)(await _app.Api.ReadAsync($"/v1/api-keys/{id}"))["lastUsedAt"];
        }

        return lastUse;
    }

    private async Task ExpectNowhereAsync(string secret)
    {
        Assert.That(await _app.Database.TextsAsync(), Is.Not.Empty.And.None.Contains(secret[12..^4]));

        Assert.That(_log, Is.Not.Empty.And.None.Contains(secret[12..^4]));
        Assert.That((await _app.Api.GetAsync("/v1/api-keys")).Text, Does.Not.Contain(secret[12..^4]));
    }
}
