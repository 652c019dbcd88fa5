using System.Globalization;
using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Interventions;

namespace MisterAssist.Api.Tests.Billing;

/// <summary>The workshop with its books: months are billed, and invoices read, issued and credited.</summary>
internal sealed class Accountancy : IDisposable
{
    private const int Tries = 3000;

    private int _keys;

    private Accountancy(Workshop shop) => Shop = shop;

    public Workshop Shop { get; }

    public ApiClient Api => Shop.Api;

    public static async Task<Accountancy> OpenAsync(string now, params (string Key, string Value)[] settings) =>
        new(await Workshop.OpenAsync(now, settings));

    /// <summary>A customer without a contract, or with one of a plan from a day on.</summary>
    public async Task<string> CustomerAsync(string name, string? plan = null, string startsOn = "2026-11-01", Action<JsonNode>? change = null)
    {
        var body = OpenApi.ApiDescription.Published.Named("createCustomer").RequestExample!.DeepClone();
        body["name"] = name;
        change?.Invoke(body);
        var customer = (string)(await Api.AskAsync("/v1/customers", body))["id"]!;
        if (plan is not null)
            await Api.AskAsync("/v1/contracts", new JsonObject { ["customerId"] = customer, ["plan"] = plan, ["startsOn"] = startsOn });
        return customer;
    }

    /// <summary>Work of a quarter of an hour on site, done and reported.</summary>
    public async Task<JsonNode> WorkAsync(string customer, string at)
    {
        Shop.At(at);
        var intervention = await Shop.PlanAsync(await Shop.ReportAsync(customer));
        await Shop.StartAsync(intervention);
        await Shop.CompleteAsync(intervention, at, $"{at[..^2]}{int.Parse(at[^2..], System.Globalization.CultureInfo.InvariantCulture) + 15:00}");
        return await Shop.IssueAsync(intervention);
    }

    /// <summary>Bills a month, and waits until that is done.</summary>
    public async Task<JsonNode> BillAsync(string month, bool issue = false)
    {
        var started = await StartAsync(month, issue);
        Assert.That(started.Status, Is.EqualTo(202), started.Text);
        return await DoneAsync((string)started.Json["id"]!);
    }

    public Task<Answer> StartAsync(string month, bool issue = false) => Api.PostAsync(
        "/v1/billing-runs", new JsonObject { ["month"] = month, ["issue"] = issue }, ("Idempotency-Key", $"run-{Interlocked.Increment(ref _keys)}"));

    public async Task<JsonNode> DoneAsync(string run)
    {
        for (var i = 0; i < Tries; i++)
        {
            var read = await Api.ReadAsync($"/v1/billing-runs/{run}");
            if ((string?)read["status"] != "running")
                return read;

            await Task.Delay(20);
        }

        throw new AssertionException("the billing run does not end");
    }

    /// <summary>The invoice of a customer, of which there has to be one.</summary>
    public async Task<JsonNode> InvoiceOfAsync(string customer, string query = "")
    {
        var found = (await Api.ReadAsync($"/v1/invoices?customerId={customer}{query}"))["data"]!.AsArray();
        return await Api.ReadAsync($"/v1/invoices/{found.Single()!["id"]}");
    }

    public async Task<JsonNode> IssueAsync(JsonNode draft)
    {
        var answer = await TryAsync(draft, "issue");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json;
    }

    /// <summary>Does something to an invoice, whatever its version.</summary>
    public Task<Answer> TryAsync(JsonNode invoice, string deed, JsonObject? body = null) => Workshop.SendAsync(
        Api, $"/v1/invoices/{invoice["id"]}/{deed}", body, ("Idempotency-Key", $"invoice-{Interlocked.Increment(ref _keys)}"));

    /// <summary>How many charges there are, and how many of them stand on one invoice and no more.</summary>
    public async Task<(long All, long BilledOnce)> ChargesAsync()
    {
        await using var connection = await Shop.Desk.App.Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT COUNT(*), SUM(CASE times WHEN 1 THEN 1 ELSE 0 END)
            FROM (SELECT (SELECT COUNT(*) FROM invoice_line l WHERE l.charge_id = c.id AND l.stands = 1) AS times FROM charge c)
            """;
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (Convert.ToInt64(row[0], CultureInfo.InvariantCulture), Convert.ToInt64(row[1], CultureInfo.InvariantCulture));
    }

    /// <summary>What came of a run: <c>1 looked, 1 invoices, 0 credit notes, 0 statements, 0 failed, 5 lines, 677.50</c>.</summary>
    public static string TallyOf(JsonNode run)
    {
        var tally = run["tally"]!;
        return $"{tally["looked"]} looked, {tally["invoices"]} invoices, {tally["creditNotes"]} credit notes, {tally["statements"]} statements, "
            + $"{tally["failed"]} failed, {tally["lines"]} lines, {tally["net"]!["amount"]}";
    }

    /// <summary>The lines: <c>call_out 25.00</c>, <c>discount -25.00 of 1</c>.</summary>
    public static string[] LinesOf(JsonNode invoice) =>
    [
        .. from line in invoice["lines"]!.AsArray()
           let amount = $"{line!["kind"]} {line["amount"]!["amount"]}"
           select line["ofLine"] is null ? amount : $"{amount} of {line["ofLine"]}",
    ];

    /// <summary>Net, VAT and total: <c>66.25 14.58 80.83</c>.</summary>
    public static string TotalsOf(JsonNode invoice) => $"{invoice["net"]!["amount"]} {invoice["tax"]!["amount"]} {invoice["total"]!["amount"]}";

    public void Dispose() => Shop.Dispose();
}
