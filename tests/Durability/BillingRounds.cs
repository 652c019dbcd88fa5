using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MisterAssist.TestKit.Server;

namespace MisterAssist.Durability;

/// <summary>Kills the Api in the midst of billing a month: the next server carries the run on, and the invoices are those that they would have been.</summary>
internal sealed class BillingRounds(string folder)
{
    private const int Customers = 300;
    private const int Page = 100;

    private readonly string _template = Path.Combine(folder, "before-billing.db");

    private string _key = "";
    private string _month = "";
    private string _expected = "";

    /// <summary>Makes customers whose contracts began last month, and bills them once without a disturbance.</summary>
    public async Task PrepareAsync()
    {
        _key = await ApiProcess.CreateKeyAsync(_template);
        using (var server = await ApiProcess.StartAsync(_template))
        {
            using var http = Client(server);
            using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            var today = DateOnly.FromDateTime(ready.Headers.Date!.Value.UtcDateTime);
            var startsOn = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
            _month = $"{startsOn:yyyy-MM}";
            await Books.PublishPricesAsync(http, startsOn);
            for (var i = 0; i < Customers; i++)
                await ConcludeAsync(http, i, startsOn);
            server.Kill();
        }

        Check.Integrity(_template);
        _expected = await BillAsync("undisturbed", null);
        if (_expected.Split('\n').Length != Customers)
            throw new LostException($"{_expected.Split('\n').Length} invoices for {Customers} customers");
    }

    /// <summary>Bills the same month, with a kill after that long.</summary>
    public async Task RunAsync(int round, TimeSpan kill)
    {
        if (await BillAsync($"{round}", kill) != _expected)
            throw new LostException($"Billing that was killed after {kill.TotalMilliseconds:0} ms came to other invoices");
    }

    private async Task<string> BillAsync(string name, TimeSpan? kill)
    {
        var database = Path.Combine(folder, $"billing-{name}.db");
        File.Copy(_template, database);
        if (kill is { } after)
        {
            using var first = await ApiProcess.StartAsync(database);
            using var http = Client(first);
            await Books.OrderAsync(http, _month);
            await Task.Delay(after);
            first.Kill();
        }

        string invoices;
        using (var server = await ApiProcess.StartAsync(database))
        {
            using var http = Client(server);
            // Another run over the same month: whatever the first left, and nothing twice.
            await Books.OrderAsync(http, _month);
            await DoneAsync(http);
            invoices = await InvoicesAsync(http);
            server.Kill();
        }

        Check.Integrity(database);
        return invoices;
    }

    private static async Task DoneAsync(HttpClient http)
    {
        while ((await ReadAsync(http, "/v1/billing-runs?limit=100"))["data"]!.AsArray().Any(run => (string?)run!["status"] == "running"))
            await Task.Delay(50);
    }

    /// <summary>Each customer's, with its number and amount: customers are billed in their order, so the numbers are always the same.</summary>
    private static async Task<string> InvoicesAsync(HttpClient http)
    {
        var lines = new List<string>();
        var cursor = "";
        while (true)
        {
            var page = await ReadAsync(http, $"/v1/invoices?limit={Page}{cursor}");
            lines.AddRange(page["data"]!.AsArray().Select(invoice => $"{invoice!["customerId"]} {invoice["number"]} {invoice["total"]!["amount"]}"));
            if ((string?)page["nextCursor"] is not { } next)
                return string.Join('\n', lines.Order(StringComparer.Ordinal));
            cursor = $"&cursor={next}";
        }
    }

    private static async Task ConcludeAsync(HttpClient http, int number, DateOnly startsOn)
    {
        var customer = await CreateAsync(http, "/v1/customers", new
        {
            kind = "company",
            name = $"Cliente {number} S.r.l.",
            vatNumber = "IT01234567897",
            billingAddress = new { street = "Via dei Mulini 12", postalCode = "20121", city = "Milano", province = "MI", country = "IT" },
        });
        await CreateAsync(http, "/v1/contracts", new { customerId = (string)customer["id"]!, plan = "bronze", startsOn = $"{startsOn:yyyy-MM-dd}" });
    }

    private static async Task<JsonNode> CreateAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        return await Desk.ReadAsync(answer);
    }

    private static async Task<JsonNode> ReadAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return await Desk.ReadAsync(answer);
    }

    private HttpClient Client(ApiProcess server)
    {
        var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("X-Api-Key", _key);
        return http;
    }
}
