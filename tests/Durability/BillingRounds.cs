using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using MisterAssist.TestKit.Server;

namespace MisterAssist.Durability;

/// <summary>Kills the Api in the midst of billing a month: the next server carries the run on, and the books are those that they would have been.</summary>
internal sealed class BillingRounds(string folder)
{
    private readonly string _template = Path.Combine(folder, "before-billing.db");

    private string _key = "";
    private string _month = "";
    private IReadOnlyList<string> _expected = [];

    /// <summary>Makes a month that is to be billed, and bills it once without a disturbance.</summary>
    public async Task PrepareAsync()
    {
        _key = await ApiProcess.CreateKeyAsync(_template);
        using (var server = await ApiProcess.StartAsync(_template, "Sandbox"))
        {
            using var http = Client(server);
            _month = await new BillingWorld(http).MakeAsync();
            server.Kill();
        }

        Check.Integrity(_template);
        (var run, _expected, _) = await BillAsync("undisturbed", null);
        var tally = run["tally"]!;
        var outcome = $"{tally["invoices"]} invoices, {tally["creditNotes"]} credit notes, {tally["statements"]} statements, {tally["failed"]} failures";
        if (outcome != BillingWorld.Outcome)
            throw new LostException($"{outcome} where there should be {BillingWorld.Outcome}");
    }

    /// <summary>Bills the same month, with a kill in the midst of it; gives how many documents were issued by then.</summary>
    public async Task<int> RunAsync(int round, Kill kill)
    {
        var (_, books, before) = await BillAsync($"{round}", kill);
        if (!books.SequenceEqual(_expected))
        {
            throw new LostException(
                $"Billing that was killed {kill} came to other books. Missing:\n{Others(_expected, books)}\nNot expected:\n{Others(books, _expected)}");
        }

        return before;

        static string Others(IEnumerable<string> lines, IEnumerable<string> than) => string.Join('\n', lines.Except(than).Take(3));
    }

    private async Task<(JsonNode Run, IReadOnlyList<string> Books, int IssuedBefore)> BillAsync(string name, Kill? kill)
    {
        var (database, issued) = (Path.Combine(folder, $"billing-{name}.db"), 0);
        File.Copy(_template, database);
        if (kill is not null)
        {
            using var first = await ApiProcess.StartAsync(database, "Sandbox");
            using var http = Client(first);
            var run = await Books.OrderAsync(http, _month);
            while (kill.IsUnderWay && (string?)run["status"] == "running" && (int)run["tally"]!["looked"]! == 0)
                run = await Desk.ReadAsync(await http.GetAsync(new Uri($"/v1/billing-runs/{run["id"]}", UriKind.Relative)));
            await Task.Delay(kill.After);
            first.Kill();
            issued = Issued(database);
        }

        JsonNode finished;
        IReadOnlyList<string> books;
        using (var server = await ApiProcess.StartAsync(database, "Sandbox"))
        {
            using var http = Client(server);
            // Another run over the same month: whatever the first left, and nothing twice.
            await Books.OrderAsync(http, _month);
            finished = await Books.DoneAsync(http);
            books = await BooksAsync(http, finished);
            server.Kill();
        }

        Check.Integrity(database);
        return (finished, books, issued);
    }

    /// <summary>All that was issued and each line of it, what is a draft, and for whom the last run failed.</summary>
    /// <remarks>Customers are billed in their order, so the numbers are always the same; the ids of documents are not.</remarks>
    private static async Task<IReadOnlyList<string>> BooksAsync(HttpClient http, JsonNode run) =>
    [
        .. await LinesAsync(http, "/v1/issued-invoices"),
        .. await LinesAsync(http, "/v1/issued-invoice-lines"),
        .. await ListAsync(http, "/v1/invoices?status=draft&limit=100"),
        .. await ListAsync(http, $"/v1/billing-runs/{run["id"]}/outcomes?kind=failed&limit=100"),
    ];

    private static async Task<IEnumerable<string>> LinesAsync(HttpClient http, string export)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(export, UriKind.Relative));
        request.Headers.Add("Accept", "application/x-ndjson");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => WithoutIds(JsonNode.Parse(line)!));
    }

    private static async Task<IEnumerable<string>> ListAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (await Desk.ReadAsync(answer))["data"]!.AsArray().Select(item => WithoutIds(item!));
    }

    private static string WithoutIds(JsonNode item)
    {
        item.AsObject().Remove("id");
        item.AsObject().Remove("invoiceId");
        return item.ToJsonString();
    }

    /// <summary>How many documents of the month were issued, in a database that nobody serves.</summary>
    private int Issued(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM invoice WHERE month = @Month AND status <> 'draft'";
        command.Parameters.AddWithValue("@Month", _month);
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private HttpClient Client(ApiProcess server)
    {
        var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("X-Api-Key", _key);
        return http;
    }
}

/// <summary>When the Api is killed.</summary>
/// <param name="IsUnderWay">Counted from when the run has billed some customers; else from when it was ordered.</param>
/// <param name="After">So long after that.</param>
internal sealed record Kill(bool IsUnderWay, TimeSpan After)
{
    public override string ToString() => $"{After.TotalMilliseconds:0} ms after {(IsUnderWay ? "the first customers were billed" : "it was ordered")}";
}
