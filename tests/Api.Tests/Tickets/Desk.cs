using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Tests.OpenApi;
using MisterAssist.Api.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Api.Tests.Tickets;

/// <summary>The desk over HTTP, at a clock that a story moves; nobody watches promises but when the story says so.</summary>
internal sealed class Desk : IDisposable
{
    public static readonly (string Name, string Value) Any = ("If-Match", "*");

    /// <param name="now">On the wall in Rome, as <see cref="Moments.Rome"/> reads it.</param>
    /// <param name="settings">Besides those of every test.</param>
    public Desk(string now, params (string Key, string Value)[] settings)
    {
        App = new("Development", [("Tickets:WatchSeconds", "86400"), .. settings]);
        At(now);
    }

    public ApiFactory App { get; }

    public ApiClient Api => App.Api;

    public void At(string now) => App.Clock.Now = Moments.Rome(now);

    /// <summary>Has what is due raised, as the sweep does from time to time.</summary>
    public Task WatchAsync() => App.Services.GetRequiredService<PromiseWatch>().LookAsync(CancellationToken.None);

    /// <summary>A customer; with a contract where a plan is said. Gives the id.</summary>
    public async Task<string> CustomerAsync(string? plan = null) => (await ContractedAsync(plan)).Customer;

    public async Task<(string Customer, string Contract)> ContractedAsync(string? plan)
    {
        var body = ApiDescription.Published.Named("createCustomer").RequestExample!.DeepClone();
        var customer = (string)(await Api.AskAsync("/v1/customers", body))["id"]!;
        if (plan is null)
            return (customer, "");

        var contract = await Api.AskAsync(
            "/v1/contracts", new JsonObject { ["customerId"] = customer, ["plan"] = plan, ["startsOn"] = "2026-01-01", ["endsOn"] = "2028-12-31" });
        return (customer, (string)contract["id"]!);
    }

    /// <summary>A client with a key of that kind, with all the scopes that it can have but the administrator's, for these customers alone.</summary>
    public Task<ApiClient> ClientOfAsync(KeyKind kind, params string[] customers) => App.ClientAsync(
        kind, [.. KeyKinds.ScopesOf(kind).Where(scope => scope != Scope.Admin)], [.. customers.Select(IdOf)]);

    public static JsonObject Report(string customer, string urgency = "normal", string channel = "email", string subject = "The till is silent") => new()
    {
        ["customerId"] = customer,
        ["subject"] = subject,
        ["urgency"] = urgency,
        ["channel"] = channel,
    };

    /// <summary>Reports something as staff, and gives the ticket's id.</summary>
    public async Task<string> OpenAsync(string customer, string urgency = "normal", string channel = "email", string subject = "The till is silent") =>
        (string)(await Api.AskAsync("/v1/tickets", Report(customer, urgency, channel, subject)))["id"]!;

    public Task<JsonNode> TicketAsync(string ticket) => Api.ReadAsync($"/v1/tickets/{ticket}");

    /// <summary>Makes a move as staff that has to succeed.</summary>
    public async Task<JsonNode> MoveAsync(string ticket, string move, JsonObject? body = null)
    {
        var answer = await TryAsync(Api, ticket, move, body, Any);
        Assert.That(answer.Status, Is.AnyOf(200, 201), answer.Text);
        return answer.Json;
    }

    public static Task<Answer> TryAsync(
        ApiClient client, string ticket, string move, JsonObject? body, params (string Name, string Value)[] headers) => client.SendAsync(
        HttpMethod.Post, $"/v1/tickets/{ticket}/{move}", body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString()), headers);

    public static Task<Answer> PatchAsync(ApiClient client, string ticket, JsonObject body, params (string Name, string Value)[] headers) =>
        client.SendAsync(
            HttpMethod.Patch, $"/v1/tickets/{ticket}", Encoding.UTF8.GetBytes(body.ToJsonString()), headers, "application/merge-patch+json");

    public static Task<JsonNode> WriteAsync(ApiClient client, string ticket, string body) =>
        client.AskAsync($"/v1/tickets/{ticket}/messages", new JsonObject { ["body"] = body });

    /// <summary>The promises now, or at a time on the wall: <c>1 response running due Wed 2026-12-09 17:30 used 0:30 left 7:30</c>.</summary>
    public async Task<string[]> PromisesAsync(string ticket, string? at = null) =>
        [.. (await Api.ReadAsync($"/v1/tickets/{ticket}/promises{Question(at)}"))["data"]!.AsArray().Select(promise => InWords(promise!))];

    /// <summary>What has counted, what is to come; both add up to what the promise says, and follow on each other.</summary>
    public async Task<string[]> LedgerAsync(string ticket, string kind, string? at = null)
    {
        var ledger = await Api.ReadAsync($"/v1/tickets/{ticket}/promises/{kind}/ledger{Question(at)}");
        var (promise, past, toCome) = (ledger["promise"]!, ledger["past"]!.AsArray(), ledger["toCome"]!.AsArray());
        var starts = (string)promise["startsAt"]!;
        Assert.That(Sla.Ledger.FaultOf(past, starts, EndOf(past, starts), Amount(promise["used"])), Is.Null);
        if ((string?)promise["state"] == "running")
        {
            var from = EndOf(past, starts);
            Assert.That(Sla.Ledger.FaultOf(toCome, from, (string)promise["dueAt"]!, Amount(promise["left"])), Is.Null);
            Assert.That(Amount(promise["used"]) + Amount(promise["left"]), Is.EqualTo(Amount(promise["workingTime"])));
        }
        else
        {
            Assert.That(toCome, Is.Empty);
        }

        return [InWords(promise), .. past.Select(Segment), "now", .. toCome.Select(Segment)];
    }

    /// <summary>All lines of the timeline, each <c>Fri 2026-12-04 17:30 promise.given response</c>.</summary>
    public async Task<string[]> TimelineAsync(string ticket, string? type = null) => InWords(await TimelineLinesAsync(Api, ticket), type);

    public static Task<IReadOnlyList<JsonNode>> TimelineLinesAsync(ApiClient client, string ticket) =>
        AllAsync(client, $"/v1/tickets/{ticket}/timeline?limit=100");

    /// <summary>The same lines as the event log has them.</summary>
    public async Task<string[]> EventsAsync(string ticket, string? type = null)
    {
        var log = (await Api.ReadAsync($"/v1/events?ticketId={ticket}&limit=100"))["data"]!.AsArray();
        Assert.That(log.Select(line => (long)line!["sequence"]!), Is.Ordered.Ascending);
        return InWords(log.Select(line => line!), type);
    }

    /// <summary>Everything of a list, page by page.</summary>
    public static async Task<IReadOnlyList<JsonNode>> AllAsync(ApiClient client, string path)
    {
        var all = new List<JsonNode>();
        var page = await client.ReadAsync(path);
        all.AddRange(page["data"]!.AsArray()!);
        while ((string?)page["nextCursor"] is { } cursor)
        {
            page = await client.ReadAsync($"{path}&cursor={Uri.EscapeDataString(cursor)}");
            all.AddRange(page["data"]!.AsArray()!);
            Assert.That(all, Has.Count.LessThan(1000), "the pages do not end");
        }

        return all;
    }

    public static string? OnTheWall(JsonNode? instant) => instant is null ? null : Moments.OnTheWall(Moments.Utc((string)instant!));

    public static CustomerId IdOf(string customer) =>
        new(WireId<CustomerKind>.Parse(customer, CultureInfo.InvariantCulture).Value);

    public void Dispose() => App.Dispose();

    private static string Question(string? at) => at is null ? "" : $"?at={Uri.EscapeDataString(Moments.Rome(at).ToString())}";

    private static string InWords(JsonNode promise)
    {
        var words = new StringBuilder($"{promise["round"]} {promise["kind"]} {promise["state"]}");
        foreach (var (word, name) in (ReadOnlySpan<(string, string)>)[("due", "dueAt"), ("met", "metAt"), ("withdrawn", "withdrawnAt")])
        {
            if (OnTheWall(promise[name]) is { } time)
                words.Append(CultureInfo.InvariantCulture, $" {word} {time}");
        }

        words.Append(CultureInfo.InvariantCulture, $" used {Hours(promise["used"])} left {Hours(promise["left"])}");
        return Amount(promise["overrun"]) == Duration.Zero ? words.ToString() : $"{words} over {Hours(promise["overrun"])}";
    }

    private static string[] InWords(IEnumerable<JsonNode> lines, string? type) =>
    [
        .. from line in lines
           where type is null || (string?)line["type"] == type
           select $"{OnTheWall(line["occurredAt"])} {line["type"]} {line["promise"]} {AfterOf(line)}".TrimEnd(),
    ];

    private static string? AfterOf(JsonNode line) =>
        (string?)line["type"] == "promise.warning" ? (string?)line["changes"]![0]!["after"] : null;

    private static string Segment(JsonNode? segment) =>
        $"{OnTheWall(segment!["from"])![..3]} {OnTheWall(segment["from"])![^5..]} {segment["kind"]} {segment["name"]?["en"]}".TrimEnd();

    private static string EndOf(JsonArray segments, string otherwise) => segments.Count == 0 ? otherwise : (string)segments[^1]!["to"]!;

    private static Duration Amount(JsonNode? text) => Sla.Ledger.ToDuration((string)text!);

    private static string Hours(JsonNode? text) => Amount(text).ToString("-H:mm", CultureInfo.InvariantCulture);
}
