using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Billing;
using MisterAssist.Api.Tests.Http;
using MisterAssist.Api.Tests.Tickets;

namespace MisterAssist.Api.Tests.Invoices.Exports;

/// <summary>The accountant fetches the books: November was billed on 1 December, and some of it given back on 15 December.</summary>
public sealed class IssuedStories
{
    private const string Invoices = "issued-invoices";
    private const string Lines = "issued-invoice-lines";

    private Accountancy _books = null!;
    private string _baker = null!;
    private string _archive = null!;

    [OneTimeSetUp]
    public async Task BillNovember()
    {
        _books = await Accountancy.OpenAsync("2026-11-02 09:00");
        _baker = await _books.CustomerAsync("=Forno \"Aurora\", S.r.l.", "silver");
        _archive = await _books.CustomerAsync("Archivio S.r.l.");
        await _books.WorkAsync(_baker, "2026-11-10 10:00");
        var free = await _books.Shop.PlanAsync(await _books.Shop.ReportAsync(_archive), ourFault: "Our cable.");
        await _books.Shop.StartAsync(free);
        await _books.Shop.CompleteAsync(free, "2026-11-10 10:15", "2026-11-10 10:30");
        await _books.Shop.IssueAsync(free);
        _books.Shop.At("2026-12-01 08:00");
        await _books.BillAsync("2026-11", issue: true);
        _books.Shop.At("2026-12-15 08:00");
        var credited = await _books.TryAsync(
            await _books.InvoiceOfAsync(_baker), "credit-notes", new() { ["lines"] = new JsonArray(2), ["reason"] = "Nobody came.", ["billAgain"] = false });
        Assert.That(credited.Status, Is.EqualTo(201), credited.Text);
        await _books.WorkAsync(_archive, "2026-12-16 10:00");
        _books.Shop.At("2027-01-02 08:00");
        await _books.BillAsync("2026-12");
    }

    [OneTimeTearDown]
    public void StopServer() => _books.Dispose();

    [Test]
    public async Task Invoices_AreAllThatWasIssuedByDateAndNumber()
    {
        var issued = await AllAsync(Invoices);

        Assert.That(issued.Select(InWords), Is.EqualTo((string[])
        [
            "2026-12-01 EC-2026-000001 statement 0.00 0.00 0.00 ",
            "2026-12-01 FT-2026-000001 invoice 638.75 140.53 779.28 ",
            "2026-12-15 NC-2026-000001 credit_note 25.00 5.50 30.50 FT-2026-000001",
        ]));
        Assert.That($"{issued[1]["credited"]!["amount"]} {issued[1]["paid"]!["amount"]} {issued[1]["open"]!["amount"]}", Is.EqualTo("30.50 0.00 748.78"));
    }

    [Test]
    public async Task Lines_AreThoseOfTheInvoicesInOrder()
    {
        var lines = await AllAsync(Lines);

        Assert.That(lines.Select(line => $"{line["invoiceNumber"]} {line["line"]!["number"]} {line["line"]!["kind"]} {line["line"]!["amount"]!["amount"]}"), Is.EqualTo((string[])
        [
            "EC-2026-000001 1 call_out 40.00", "EC-2026-000001 2 discount -40.00", "EC-2026-000001 3 labour 70.00", "EC-2026-000001 4 discount -70.00",
            "FT-2026-000001 1 contract_fee 600.00", "FT-2026-000001 2 call_out 25.00", "FT-2026-000001 3 labour 13.75",
            "NC-2026-000001 1 call_out 25.00",
        ]));
        Assert.That(
            lines.Select(line => (string?)line["line"]!["workReportNumber"] ?? ((string?)line["line"]!["contractId"])?[..4]).Distinct(),
            Is.EqualTo(new[] { "RL-2026-000002", "con_", "RL-2026-000001" }), "each tells where it comes from");
    }

    [TestCase("", "EC FT NC")]
    [TestCase("from=2026-12-01&to=2026-12-01", "EC FT", TestName = "Both days count")]
    [TestCase("from=2026-12-02", "NC")]
    [TestCase("to=2026-12-14", "EC FT")]
    [TestCase("customerId={archive}", "EC")]
    [TestCase("customerId={baker}&from=2026-12-15", "NC")]
    [TestCase("customerId=cus_01kaj3b6q0e1r8v5x2m9t4c7hw", "")]
    public async Task Books_OfAPart_HaveThatAlone(string query, string kinds)
    {
        var asked = query.Replace("{archive}", _archive, StringComparison.Ordinal).Replace("{baker}", _baker, StringComparison.Ordinal);

        Assert.That(string.Join(' ', (await AllAsync(Invoices, asked)).Select(invoice => ((string)invoice["number"]!)[..2])), Is.EqualTo(kinds));
        Assert.That(string.Join(' ', (await AllAsync(Lines, asked)).Select(line => ((string)line["invoiceNumber"]!)[..2]).Distinct()), Is.EqualTo(kinds));
    }

    [TestCase(Invoices)]
    [TestCase(Lines)]
    public async Task Export_AsJsonLines_IsTheSameAsThePages(string list)
    {
        var answer = await GetAsync(list, "application/x-ndjson");

        Assert.That(answer.ContentType!.ToString(), Is.EqualTo("application/x-ndjson"));
        Assert.That(
            answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.ToJsonString()),
            Is.EqualTo((await AllAsync(list)).Select(item => item.ToJsonString())));
    }

    [TestCase(Invoices, 23)]
    [TestCase(Lines, 24)]
    public async Task Export_AsCsv_ParsesBackToTheSame(string list, int columns)
    {
        var answer = await GetAsync(list, "text/csv");

        Assert.That(answer.ContentType!.ToString(), Is.EqualTo("text/csv; charset=utf-8; header=present"));
        var rows = CsvTable.Read(answer.Text);
        Assert.That(rows[0], Has.Length.EqualTo(columns));
        Assert.That(rows.Skip(1), Is.EqualTo((await AllAsync(list)).Select(item => rows[0].Select(column => Field(item, column)).ToArray())));
        Assert.That(answer.Text, Does.Contain(",\"'=Forno \"\"Aurora\"\", S.r.l.\","), "no formula");
    }

    [Test]
    public async Task Export_OfInvoices_HasVatByRate()
    {
        var rows = CsvTable.Read((await GetAsync(Invoices, "text/csv")).Text);

        Assert.That(rows.Select(row => row[^1]), Is.EqualTo((string[])["vat", "22% 0.00 0.00", "22% 638.75 140.53", "22% 25.00 5.50"]));
    }

    [Test]
    public async Task Export_OfLines_HasDiscountsAsNumbers() => Assert.That((await GetAsync(Lines, "text/csv")).Text, Does.Contain(",-40.00,"));

    [TestCase("application/json")]
    [TestCase("text/csv")]
    [TestCase("application/x-ndjson")]
    public async Task Books_ForACustomer_AreTheirs(string type)
    {
        var baker = await _books.Shop.CustomerAsync(_baker);

        foreach (var list in (string[])[Invoices, Lines])
            Assert.That((await GetAsync(list, type, client: baker)).Text, Does.Contain("FT-2026-000001").And.Not.Contains("EC-2026-000001"), list);
    }

    [TestCase("from=2026-12-32", "from=invalid_value")]
    [TestCase("from=2026-12-02&to=2026-12-01", "to=ends_before_start")]
    [TestCase("to=9999-12-31", "to=out_of_range")]
    [TestCase("from=1969-12-31", "from=out_of_range")]
    public async Task Question_ThatIsNotWellFormed_IsRefused(string query, string fault)
    {
        foreach (var list in (string[])[Invoices, Lines])
        {
            Problem.ExpectFaults(await GetAsync(list, "application/json", query), 400, "invalid_request", fault);
            Problem.ExpectFaults(await GetAsync(list, "text/csv", query), 400, "invalid_request", fault);
        }
    }

    private static string InWords(JsonNode invoice) =>
        $"{invoice["issuedOn"]} {invoice["number"]} {invoice["kind"]} {Accountancy.TotalsOf(invoice)} {invoice["creditsNumber"]}";

    /// <summary>What a column has to say of an invoice or a line.</summary>
    private static string Field(JsonNode item, string column)
    {
        var line = item["line"];
        var value = column switch
        {
            "customerId" or "customerName" => item[column] ?? item["customer"]![char.ToLowerInvariant(column[8]) + column[9..]],
            "vatNumber" or "taxCode" => item["customer"]![column],
            "splitPayment" => item["customer"]!["taxation"]![column],
            "descriptionIt" or "descriptionEn" => line!["description"]![column[^2..].ToLowerInvariant()],
            "vat" => string.Join("; ", item["vat"]!.AsArray().Select(share => $"{share!["percent"]}% {share["taxable"]!["amount"]} {share["tax"]!["amount"]}")),
            _ => item[column] ?? line?[column],
        };
        var text = (value is JsonObject ? value["amount"] : value)?.ToString() ?? "";
        return text is ['=', ..] ? $"'{text}" : text;
    }

    private Task<IReadOnlyList<JsonNode>> AllAsync(string list, string query = "") => Desk.AllAsync(_books.Api, $"/v1/{list}?{query}&limit=1");

    private Task<Answer> GetAsync(string list, string type, string query = "", ApiClient? client = null) =>
        (client ?? _books.Api).GetAsync($"/v1/{list}?{query}", ("Accept", type));
}
