using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.OpenApi;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Telemetry;

/// <summary>Requests full of what nobody may find again in logs or figures, in every place that a request has.</summary>
internal sealed class Secrets
{
    /// <summary>How many requests are sent at the least.</summary>
    public const int Requests = 20;

    private const string Person = "Zenobia Quattrocchi";
    private const string Email = "zenobia@quattrocchi.example.it";
    private const string Phone = "+39 333 7654321";
    private const string WrongKey = "ma_live_QuattrocchiQuattrocchiQuattrocchi123";

    private static readonly string[] Parts = ["quattrocchi", "zenobia", "333 7654321", "3337654321", "ma_live_"];

    private readonly string _key;

    private Secrets(string key) => _key = key;

    /// <summary>What of it stands in a text.</summary>
    public IEnumerable<string> In(string text) =>
        Parts.Append(_key["ma_live_".Length..]).Where(part => text.Contains(part, StringComparison.OrdinalIgnoreCase));

    public static async Task<Secrets> TellAsync(ApiFactory app)
    {
        var (_, issued) = await app.MakeKeyAsync(KeyKind.Staff, [Scope.Admin]);
        var told = new Secrets(issued.Secret.Reveal());
        using var http = new HttpClient { BaseAddress = app.ClientOptions.BaseAddress };
        http.DefaultRequestHeaders.Add("X-Api-Key", told._key);
        http.DefaultRequestHeaders.Add("Cookie", $"name={Uri.EscapeDataString(Person)}");
        http.DefaultRequestHeaders.Add("Origin", "https://quattrocchi.example.it");
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Quattrocchi", "1.0"));

        // What is taken.
        var customer = await SendAsync(http, "POST /v1/customers", 201, Customer(Person), ("Idempotency-Key", "Quattrocchi-1"));
        await SendAsync(http, "POST /v1/customers", 201, Customer(Person), ("Idempotency-Key", "Quattrocchi-1"));
        var id = (string)customer!["id"]!;
        await SendAsync(http, $"POST /v1/customers/{id}/contacts", 201, new() { ["name"] = Person, ["email"] = Email, ["phone"] = Phone });
        var ticket = (string)(await SendAsync(http, "POST /v1/tickets", 201, Tickets.Desk.Report(id, subject: $"{Person} non stampa")))!["id"]!;
        await SendAsync(http, $"POST /v1/tickets/{ticket}/messages", 201, new() { ["body"] = $"Chiamatemi al {Phone}, {Person}" });
        await SendAsync(http, $"POST /v1/tickets/{ticket}/attachments?fileName=Quattrocchi.txt", 201, Person, "text/plain");
        await SendAsync(http, "POST /v1/api-keys", 201, new() { ["name"] = Person, ["kind"] = "partner", ["scopes"] = new JsonArray("tickets:read") });
        // What is asked for, by those who may and those who may not.
        await SendAsync(http, $"GET /v1/customers?name={Uri.EscapeDataString(Person)}", 200);
        await SendAsync(http, "GET /v1/tickets?text=Quattrocchi", 200);
        await SendAsync(http, "GET /v1/tickets?text=Quattrocchi", 401, null, ("X-Api-Key", WrongKey));
        // What is not understood, wherever it stands.
        await SendAsync(http, "GET /v1/customers?Quattrocchi=yes", 400);
        await SendAsync(http, "GET /v1/customers?limit=Quattrocchi", 400);
        await SendAsync(http, "GET /v1/customers?cursor=Quattrocchi", 400);
        await SendAsync(http, "POST /v1/customers", 400, Customer(string.Concat(Enumerable.Repeat(Person, 99))));
        await SendAsync(http, "POST /v1/customers", 400, new() { ["Quattrocchi"] = 1, ["kind"] = Person, ["email"] = Person, ["billingAddress"] = Person });
        await SendAsync(http, "POST /v1/customers", 400, $"{{ \"name\": \"{Person}", "application/json");
        await SendAsync(http, "POST /v1/customers", 415, Person, "text/quattrocchi");
        await SendAsync(http, $"PATCH /v1/customers/{id}", 400, $"{{ \"name\": {{ \"{Person}\": 1 }} }}", "application/merge-patch+json", ("If-Match", "Quattrocchi"));
        await SendAsync(http, $"POST /v1/tickets/{ticket}/acknowledge", 412, null, ("If-Match", "\"Quattrocchi\""));
        // Where nothing is.
        await SendAsync(http, $"GET /v1/customers/{Uri.EscapeDataString(Person)}", 400);
        await SendAsync(http, "GET /v1/plans/quattrocchi", 404);
        await SendAsync(http, $"GET /nowhere/{Email}", 404);
        // What fails on our side.
        await app.Database.RenameAsync("customer", "elsewhere");
        await SendAsync(http, "POST /v1/customers", 500, Customer(Person));
        await SendAsync(http, $"GET /v1/customers/{id}", 500);
        await app.Database.RenameAsync("elsewhere", "customer");
        return told;
    }

    private static JsonObject Customer(string name)
    {
        var customer = ApiDescription.Published.Named("createCustomer").RequestExample!.DeepClone().AsObject();
        (customer["name"], customer["email"], customer["phone"]) = (name, Email, Phone);
        customer["billingAddress"]!["street"] = "Via Quattrocchi 4";
        return customer;
    }

    private static Task<JsonNode?> SendAsync(
        HttpClient http, string request, int expected, JsonObject? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(http, request, expected, body?.ToJsonString() ?? "", "application/json", headers);

    private static async Task<JsonNode?> SendAsync(
        HttpClient http, string request, int expected, string body, string contentType, params (string Name, string Value)[] headers)
    {
        var (method, path) = (request.Split(' ')[0], request.Split(' ')[1]);
        using var message = new HttpRequestMessage(new(method), path);
        if (body.Length > 0)
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new(contentType) } };
        foreach (var (name, value) in headers)
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(message);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(expected), $"{request}: {text}");
        return response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : null;
    }
}
