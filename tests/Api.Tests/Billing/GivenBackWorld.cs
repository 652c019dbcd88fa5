using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using MisterAssist.Api.Tests.Interventions;

namespace MisterAssist.Api.Tests.Billing;

/// <summary>A contract of 600.00 a year that was invoiced in November ends with the year: 305 of its 365 days are given back, 501.37 and 110.30 of VAT.</summary>
public abstract class GivenBackWorld
{
    private protected Accountancy Books { get; private set; } = null!;

    protected string Customer { get; private set; } = "";

    /// <summary>The invoice that charged the year.</summary>
    protected JsonNode Charged { get; private set; } = null!;

    [SetUp]
    public async Task EndTheContract()
    {
        Books = await Accountancy.OpenAsync("2026-11-01 08:00");
        Customer = await Books.CustomerAsync("Forno S.r.l.", "silver");
        Books.Shop.At("2026-12-01 08:00");
        await Books.BillAsync("2026-11", issue: true);
        Charged = await Books.InvoiceOfAsync(Customer);
        await DoAsync(Customer, "terminate", new() { ["fromOn"] = "2026-12-31", ["reason"] = "They close." });
    }

    [TearDown]
    public void Close() => Books.Dispose();

    /// <summary>Does something to the contract of a customer.</summary>
    protected async Task DoAsync(string customer, string deed, JsonObject body)
    {
        var contract = (await Books.Api.ReadAsync($"/v1/contracts?customerId={customer}"))["data"]![0]!["id"];
        var done = await Workshop.SendAsync(Books.Api, $"/v1/contracts/{contract}/{deed}", body);
        Assert.That(done.Status, Is.EqualTo(200), done.Text);
    }

    /// <summary>All that was issued to a customer, by number: <c>FT-2026-000002 240.00 52.80 292.80, open 35.29</c>.</summary>
    protected async Task<string[]> BooksOfAsync(string customer)
    {
        var books = new List<string>();
        foreach (var found in (await Books.Api.ReadAsync($"/v1/invoices?customerId={customer}"))["data"]!.AsArray())
        {
            var document = await ReadAsync(found!);
            var tail = document["givesBackInvoiceNumber"] is { } charged ? $" over {charged}" : $", open {document["open"]!["amount"]}";
            books.Add($"{document["number"]} {Accountancy.TotalsOf(document)}{tail}");
        }

        return [.. books.Order(StringComparer.Ordinal)];
    }

    /// <summary>What is open of all that was issued to a customer.</summary>
    protected async Task<decimal> OwedAsync(string customer) =>
        (await Books.Api.ReadAsync($"/v1/invoices?customerId={customer}"))["data"]!.AsArray()
            .Sum(invoice => decimal.Parse((string)invoice!["open"]!["amount"]!, CultureInfo.InvariantCulture));

    protected async Task TaxAsync(string taxation, string? customer = null)
    {
        var change = await Books.Api.PatchAsync($"/v1/customers/{customer ?? Customer}", $$"""{ "taxation": {{taxation}} }""", Tickets.Desk.Any);
        Assert.That(change.Status, Is.EqualTo(200), change.Text);
    }

    protected Task<JsonNode> InvoiceOfAsync(string customer, string number) => Books.InvoiceOfAsync(customer, $"&number={number}");

    protected async Task<JsonNode> GiveBackAsync()
    {
        Books.Shop.At("2027-01-02 08:00");
        await Books.BillAsync("2026-12", issue: true);
        return await Books.InvoiceOfAsync(Customer, "&month=2026-12");
    }

    protected async Task<JsonNode> CreditAsync(JsonNode invoice)
    {
        var credited = await Books.TryAsync(invoice, "credit-notes", new() { ["reason"] = "To be made out anew." });
        Assert.That(credited.Status, Is.EqualTo(201), credited.Text);
        return credited.Json;
    }

    /// <summary>Its status, what credit notes take off it, and what is open: <c>issued 611.67 120.33</c>.</summary>
    protected async Task<string> StateOfAsync(JsonNode invoice)
    {
        var now = await ReadAsync(invoice);
        return $"{now["status"]} {now["credited"]!["amount"]} {now["open"]!["amount"]}";
    }

    protected async Task<string> PageOfAsync(JsonNode document) =>
        (await Books.Api.GetAsync($"/v1/invoices/{document["id"]}", ("Accept", "text/html"), ("Accept-Language", "it"))).Text;

    protected async Task<XDocument> FileOfAsync(JsonNode document)
    {
        var file = await Books.Api.GetAsync($"/v1/invoices/{document["id"]}/fatturapa");
        Assert.That(file.Status, Is.EqualTo(200), file.Text);
        return XDocument.Parse(file.Text);
    }

    protected Task<JsonNode> ReadAsync(JsonNode invoice) => Books.Api.ReadAsync($"/v1/invoices/{invoice["id"]}");
}
