using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MisterAssist.TestKit.Server;

/// <summary>What a front end asks of a server, for one customer with a Silver contract.</summary>
public sealed class Desk : IDisposable
{
    private readonly HttpClient _http;

    private Desk(Uri server, string key, string customer, int connections)
    {
        _http = Client(server, key, connections);
        Customer = customer;
    }

    public string Customer { get; }

    /// <summary>Where the customer is there already.</summary>
    public static Desk At(Uri server, string key, string customer, int connections = int.MaxValue) => new(server, key, customer, connections);

    /// <summary>Registers the customer, and concludes a contract that began two days ago.</summary>
    public static async Task<string> FoundAsync(Uri server, string key)
    {
        using var http = Client(server, key, 1);
        var customer = await CreateAsync(http, "/v1/customers", new
        {
            kind = "company",
            name = "Forno Esempio S.r.l.",
            vatNumber = "IT01234567897",
            billingAddress = new { street = "Via dei Mulini 12", postalCode = "20121", city = "Milano", province = "MI", country = "IT" },
            email = "ufficio@forno.example.it",
        });
        var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        var startsOn = DateOnly.FromDateTime(ready.Headers.Date!.Value.UtcDateTime).AddDays(-2);
        await CreateAsync(http, "/v1/contracts", new { customerId = customer, plan = "silver", startsOn = startsOn.ToString("yyyy-MM-dd") });
        return customer;
    }

    /// <summary>Reports something, with an <c>Idempotency-Key</c> where one is given.</summary>
    public Task<HttpResponseMessage> ReportAsync(string subject, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/tickets", UriKind.Relative))
        {
            Content = JsonContent.Create(new
            {
                customerId = Customer,
                subject,
                description = "Da stasera nessuno riesce più a stampare.",
                urgency = "normal",
                channel = "email",
            }),
        };
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The answer to a question that has one.</summary>
    /// <exception cref="HttpRequestException">It has none.</exception>
    public async Task<JsonNode> ReadAsync(string path) => await ReadAsync(await GetAsync(path));

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new HttpRequestException($"{(int)response.StatusCode}: {text}", null, response.StatusCode);
    }

    public void Dispose() => _http.Dispose();

    private static HttpClient Client(Uri server, string key, int connections)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false }) { BaseAddress = server };
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    private static async Task<string> CreateAsync(HttpClient http, string path, object body)
    {
        var response = await http.PostAsync(new Uri(path, UriKind.Relative), JsonContent.Create(body, options: JsonSerializerOptions.Web));
        return (await ReadAsync(response))["id"]!.GetValue<string>();
    }
}
