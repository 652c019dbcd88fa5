using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MisterAssist.TestKit.Server;

namespace MisterAssist.Api.Tests.Health;

/// <summary>Two servers, each a process of its own, on one database: a front end behind a balancer cannot tell them from one.</summary>
public abstract class TwoProcessesStories
{
    private const int Looks = 300;
    private const int Patience = 5;

    private static readonly System.Net.Http.Headers.MediaTypeHeaderValue MergePatch = new("application/merge-patch+json");

    private readonly List<ApiProcess> _servers = [];
    private readonly List<HttpClient> _clients = [];
    private IReadOnlyList<(string Key, string Value)> _settings = [];
    private string _key = "";
    private string _customer = "";
    private int _asked;

    [SetUp]
    public async Task StartAsync()
    {
        // Patient: what is asked is that all of it is right, not that a slow machine has sixty turns in ten seconds.
        _settings = [.. NewDatabase(), ("Tickets:WatchSeconds", "1"), ("Billing:WatchSeconds", "1"), ("Database:BusySeconds", "60")];
        // At once, and on no database yet: one of them makes and migrates what the other waits for.
        var servers = await Task.WhenAll(StartOneAsync(), StartOneAsync());
        _key = await ApiProcess.CreateKeyAsync(_settings);
        foreach (var server in servers)
            Add(server);
        _customer = await RegisterAsync("Forno S.r.l.");
    }

    [TearDown]
    public async Task StopAsync()
    {
        _clients.ForEach(client => client.Dispose());
        _servers.ForEach(server => server.Dispose());
        _clients.Clear();
        _servers.Clear();
        if (_settings.Count > 0)
            await DropAsync(_settings);
    }

    [Test]
    public async Task WhatOneWrote_TheOtherReadsAtOnce_AndKnowsItsVersion()
    {
        var ticket = await ReportAsync(0, "The printer is silent");
        var path = $"/v1/tickets/{ticket["id"]}";
        using var here = await _clients[0].GetAsync(new Uri(path, UriKind.Relative));
        using var there = await _clients[1].GetAsync(new Uri(path, UriKind.Relative));
        Assert.That((there.StatusCode, there.Headers.ETag), Is.EqualTo((HttpStatusCode.OK, here.Headers.ETag)));

        Assert.That(await ChangeAsync(1, path, here.Headers.ETag!.Tag), Is.EqualTo(HttpStatusCode.OK));

        Assert.That(await ChangeAsync(0, path, here.Headers.ETag!.Tag), Is.EqualTo(HttpStatusCode.PreconditionFailed), "the other changed it");
    }

    [Test]
    public async Task OneKeySentToBothAtOnce_MakesOneTicket_AndNumbersHaveNoGaps()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => ReportAsync(i % 2, $"Ticket {i / 2}", $"key-{i / 2}")));

        Assert.That(answers.Select((answer, i) => (i / 2, (string?)answer["id"])).Distinct().Count(), Is.EqualTo(30));
        Assert.That(
            answers.Select(answer => (string)answer["number"]!).Distinct().Order(StringComparer.Ordinal).Select(number => number[^6..]),
            Is.EqualTo(Enumerable.Range(1, 30).Select(count => $"{count:000000}")));
    }

    [Test]
    public async Task APromiseThatBothWatch_IsMissedOnce()
    {
        for (var i = 0; i < 10; i++)
            await ReportAsync(i % 2, $"Ticket {i}");
        await MoveClockAsync(TimeSpan.FromDays(30));

        for (var i = 0; i < Looks && (await MissedAsync(1)).Count < 10; i++)
            await Task.Delay(100);
        // Both have looked again since.
        await Task.Delay(TimeSpan.FromSeconds(3));

        var missed = await MissedAsync(0);
        Assert.That(missed.Select(one => $"{one!["ticketId"]} {one["promise"]}"), Is.Unique);
        Assert.That(missed.Select(one => (string?)one!["ticketId"]).Distinct().Count(), Is.EqualTo(10));

        async Task<JsonArray> MissedAsync(int instance) => (await ReadAsync(instance, "/v1/events?type=promise.missed&limit=100"))["data"]!.AsArray();
    }

    [Test]
    public async Task AMonthThatOneWasKilledOver_IsBilledByTheOther_OnceAndWhole()
    {
        var now = (DateTime)(await ReadAsync(0, "/v1/sandbox/clock"))["now"]!;
        var month = new DateOnly(now.Year, now.Month, 1).AddMonths(1);
        await Books.PublishPricesAsync(_clients[0], month);
        for (var i = 0; i < 120; i++)
            await CreateAsync(i % 2, "/v1/contracts", new { customerId = await RegisterAsync($"Bar {i:000} S.r.l."), plan = "silver", startsOn = $"{month:yyyy-MM-dd}" });
        await MoveClockAsync(month.AddMonths(1).ToDateTime(new(10, 0), DateTimeKind.Utc) - now);

        await Task.WhenAll(_clients.Select(client => Books.OrderAsync(client, $"{month:yyyy-MM}")));
        _servers[0].Kill();
        Add(await StartOneAsync());
        await Books.DoneAsync(_clients[1]);

        var invoices = new List<JsonNode>();
        for (var path = "/v1/invoices?limit=100"; path is not null;)
        {
            var page = await ReadAsync(2, path);
            invoices.AddRange(page["data"]!.AsArray().Select(invoice => invoice!));
            path = (string?)page["nextCursor"] is { } next ? $"/v1/invoices?limit=100&cursor={next}" : null;
        }

        Assert.That(invoices.Select(invoice => $"{invoice["status"]} {invoice["total"]!["amount"]}").Distinct(), Is.EqualTo(new[] { "issued 445.30" }));
        Assert.That(invoices.Select(invoice => (string?)invoice["customerId"]), Is.Unique);
        Assert.That(
            invoices.Select(invoice => ((string)invoice["number"]!)[^6..]).Order(StringComparer.Ordinal), Is.EqualTo(Enumerable.Range(1, 120).Select(count => $"{count:000000}")));
    }

    [Test]
    public async Task AKeyThatOneRevoked_TheOtherRefusesAtOnce()
    {
        var made = await PostAsync(0, "/v1/api-keys", new { name = "Front end", kind = "staff", scopes = new[] { "tickets:read" } });
        using var client = ClientOf(_servers[1], (string)made["secret"]!);
        Assert.That((await client.GetAsync(new Uri("/v1/tickets", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        await PostAsync(0, $"/v1/api-keys/{made["apiKey"]!["id"]}/revoke", null);

        Assert.That((await client.GetAsync(new Uri("/v1/tickets", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    /// <summary>Where a database will be that is not there yet.</summary>
    protected abstract IReadOnlyList<(string Key, string Value)> NewDatabase();

    protected abstract Task DropAsync(IReadOnlyList<(string Key, string Value)> settings);

    private Task<ApiProcess> StartOneAsync() => ApiProcess.StartAsync(_settings, "Sandbox");

    private void Add(ApiProcess server)
    {
        _servers.Add(server);
        _clients.Add(ClientOf(server, _key));
    }

    private static HttpClient ClientOf(ApiProcess server, string key)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    private Task<string> RegisterAsync(string name) => CreateAsync(0, "/v1/customers", new
    {
        kind = "company",
        name,
        vatNumber = "IT01234567897",
        billingAddress = new { street = "Via dei Mulini 12", postalCode = "20121", city = "Milano", province = "MI", country = "IT" },
    });

    private Task<JsonNode> ReportAsync(int instance, string subject, string? key = null) =>
        PostAsync(instance, "/v1/tickets", new { customerId = _customer, subject, urgency = "normal", channel = "email" }, key);

    private async Task<HttpStatusCode> ChangeAsync(int instance, string path, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, new Uri(path, UriKind.Relative));
        request.Headers.Add("If-Match", version);
        request.Content = JsonContent.Create(new { subject = "The printer is loud" }, MergePatch);
        using var answer = await _clients[instance].SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Both are told, as both would find out with the next look of their watches.</summary>
    private async Task MoveClockAsync(TimeSpan by)
    {
        var now = (DateTime)(await ReadAsync(0, "/v1/sandbox/clock"))["now"]! + by;
        using var answer = await _clients[0].PutAsJsonAsync(new Uri("/v1/sandbox/clock", UriKind.Relative), new { now = $"{now:yyyy-MM-ddTHH:mm:ss}Z" });
        await Desk.ReadAsync(answer);
        await ReadAsync(1, "/v1/sandbox/clock");
    }

    private async Task<string> CreateAsync(int instance, string path, object body) => (string)(await PostAsync(instance, path, body))["id"]!;

    /// <summary>Asks again, with the same key, as long as others are writing: so many at once, on a loaded machine, wait longer than one waits for its turn.</summary>
    private async Task<JsonNode> PostAsync(int instance, string path, object? body, string? key = null)
    {
        key ??= $"asked-{Interlocked.Increment(ref _asked)}";
        for (var tries = 1; tries < Patience; tries++)
        {
            using var answer = await TryAsync(instance, path, body, key);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                return await Desk.ReadAsync(answer);
        }

        using var last = await TryAsync(instance, path, body, key);
        return await Desk.ReadAsync(last);
    }

    private async Task<HttpResponseMessage> TryAsync(int instance, string path, object? body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Headers.Add("If-Match", "*");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await _clients[instance].SendAsync(request);
    }

    private async Task<JsonNode> ReadAsync(int instance, string path)
    {
        using var answer = await _clients[instance].GetAsync(new Uri(path, UriKind.Relative));
        return await Desk.ReadAsync(answer);
    }
}

internal sealed class SqliteTwoProcessesStories : TwoProcessesStories
{
    private string _folder = "";

    protected override IReadOnlyList<(string Key, string Value)> NewDatabase()
    {
        _folder = Directory.CreateTempSubdirectory("misterassist-").FullName;
        return [("Database:Provider", "Sqlite"), ("Database:ConnectionString", $"Data Source={Path.Combine(_folder, "two.db")}")];
    }

    protected override Task DropAsync(IReadOnlyList<(string Key, string Value)> settings)
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}

internal sealed class SqlServerTwoProcessesStories : TwoProcessesStories
{
    protected override IReadOnlyList<(string Key, string Value)> NewDatabase() =>
        [("Database:Provider", "SqlServer"), ("Database:ConnectionString", TestKit.Databases.SqlServerForTests.NewDatabase())];

    protected override Task DropAsync(IReadOnlyList<(string Key, string Value)> settings) =>
        TestKit.Databases.SqlServerForTests.DropAsync(settings.Single(setting => setting.Key == "Database:ConnectionString").Value);
}
