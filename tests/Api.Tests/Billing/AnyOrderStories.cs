using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using MisterAssist.Api.Tests.Interventions;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.TestKit.Invoices.FatturaPa;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Api.Tests.Billing;

/// <summary>
/// Changes of plan and of how VAT is charged, runs, invoices issued, discarded, paid, credited and taken back, in any order: the books agree with the documents all along,
/// and in the end the customer was charged for the days that the contract gave.
/// </summary>
public sealed class AnyOrderStories
{
    private const int Steps = 24;

    private static readonly LocalDate Start = new(2026, 11, 1);

    private static readonly string[] Taxations =
    [
        """{ "splitPayment": false, "exemption": null }""", """{ "splitPayment": true, "exemption": null }""",
        """{ "splitPayment": false, "exemption": { "nature": "N3.5", "reference": "Dichiarazione 1/2026" } }""",
    ];

    private Accountancy _books = null!;
    private Random _random = null!;
    private string _customer = "";
    private string _contract = "";
    private YearMonth _month;
    private List<(LocalDate From, string Plan)> _plans = [];

    [TearDown]
    public void Close() => _books.Dispose();

    [Test]
    public async Task Books_AgreeWithTheDocuments_AndWithTheDaysInTheEnd([Range(1, 10)] int seed)
    {
        (_random, _month, _plans) = (new(seed), new(2026, 11), [(Start, "bronze")]);
        _books = await Accountancy.OpenAsync("2026-11-01 08:00");
        _customer = await _books.CustomerAsync("Forno S.r.l.", "bronze");
        _contract = (string)(await _books.Api.ReadAsync($"/v1/contracts?customerId={_customer}"))["data"]![0]!["id"]!;
        for (var step = 0; step < Steps; step++)
        {
            await DoAsync(_random.Next(8));
            await ExpectBooksAsync();
        }

        await SettleAsync();
        await ExpectBooksAsync();
        var (all, billedOnce) = await _books.ChargesAsync();
        Assert.That(billedOnce, Is.EqualTo(all));
        var (net, documents) = await NetAsync();
        Assert.That(net, Is.EqualTo(await GivenAsync()).Within(0.01m * documents), string.Join(", ", _plans));
        await ExpectFilesAsync();
    }

    /// <summary>What goes to the exchange system is taken by its schema, where that is there to be asked.</summary>
    private async Task ExpectFilesAsync()
    {
        foreach (var invoice in (await Desk.AllAsync(_books.Api, "/v1/invoices?limit=100")).Where(invoice => invoice["number"] is not null))
        {
            var file = await _books.Api.GetAsync($"/v1/invoices/{invoice["id"]}/fatturapa");
            Assert.That(file.Status, Is.EqualTo((string?)invoice["kind"] == "statement" ? 409 : 200), file.Text);
            if (file.Status == 200 && FatturaPaSchema.IsThere)
                Assert.That(FatturaPaSchema.FaultsOf(XDocument.Parse(file.Text)), Is.Empty, file.Text);
        }
    }

    private Task DoAsync(int deed) => deed switch
    {
        0 or 1 => BillAsync(issue: deed == 0),
        2 => ChangePlanAsync(),
        3 => _books.Api.PatchAsync($"/v1/customers/{_customer}", $$"""{ "taxation": {{Taxations[_random.Next(Taxations.Length)]}} }""", Desk.Any),
        4 => WithOneAsync("draft", draft => _books.TryAsync(draft, "issue")),
        5 => WithOneAsync("draft", draft => _books.Api.DeleteAsync($"/v1/invoices/{draft["id"]}", ("If-Match", "*"))),
        6 => WithOneAsync("issued&status=paid", invoice => _books.TryAsync(invoice, "credit-notes", new() { ["reason"] = "Why" })),
        _ => WithOneAsync("issued", invoice => _books.TryAsync(invoice, "payments", new()
        {
            ["amount"] = Workshop.Euro("10.00"),
            ["paidOn"] = YearMonthPattern.Iso.Format(_month) + "-01",
        })),
    };

    /// <summary>A month goes by, and is billed.</summary>
    private async Task BillAsync(bool issue)
    {
        var over = YearMonthPattern.Iso.Format(_month);
        _month = _month.PlusMonths(1);
        _books.Shop.At($"{YearMonthPattern.Iso.Format(_month)}-01 08:00");
        await _books.BillAsync(over, issue);
    }

    private async Task ChangePlanAsync()
    {
        var (plan, from) = (new[] { "bronze", "silver", "gold" }[_random.Next(3)], _month.OnDayOfMonth(_random.Next(2, 29)));
        JsonObject change = new() { ["plan"] = plan, ["fromOn"] = LocalDatePattern.Iso.Format(from) };
        if ((await Workshop.SendAsync(_books.Api, $"/v1/contracts/{_contract}/change-plan", change)).Status == 200)
            _plans = [.. _plans.Where(known => known.From < from), (from, plan)];
    }

    /// <summary>What is refused changes nothing.</summary>
    private async Task WithOneAsync(string status, Func<JsonNode, Task<Answer>> deed)
    {
        var found = (await _books.Api.ReadAsync($"/v1/invoices?customerId={_customer}&limit=100&status={status}"))["data"]!.AsArray();
        if (found.Count > 0)
            Assert.That((await deed(found[_random.Next(found.Count)]!)).Status, Is.LessThan(500));
    }

    /// <summary>All that is left is billed and issued, up to the month in which the contract ends.</summary>
    private async Task SettleAsync()
    {
        JsonObject end = new() { ["fromOn"] = LocalDatePattern.Iso.Format(_month.OnDayOfMonth(28)), ["reason"] = "They close." };
        Assert.That((await Workshop.SendAsync(_books.Api, $"/v1/contracts/{_contract}/terminate", end)).Status, Is.EqualTo(200));
        _plans = [.. _plans.Where(known => known.From < _month.OnDayOfMonth(28)), (_month.OnDayOfMonth(28), "")];
        await BillAsync(issue: true);
        Assert.That((await DocumentsAsync()).Select(document => (string?)document["status"]), Has.None.EqualTo("draft"));
    }

    private async Task ExpectBooksAsync()
    {
        var documents = await DocumentsAsync();
        foreach (var invoice in documents.Where(document => (string?)document["kind"] == "invoice" && (string?)document["status"] != "draft"))
        {
            var notes = documents.Where(note => $"{note["givesBackInvoiceId"]}" == $"{invoice["id"]}" && (string?)note["status"] == "issued");
            var owed = invoice["creditsInvoiceId"] is null ? PayableOf(invoice) - notes.Sum(PayableOf) : 0;
            var paid = invoice["payments"]!.AsArray().Sum(payment => Amount(payment!["amount"]!));
            Assert.That(Amount(invoice["open"]!), Is.EqualTo(owed - paid), $"{invoice["number"]}");
            Assert.That(owed, Is.GreaterThanOrEqualTo(0), $"{invoice["number"]}");
        }
    }

    /// <summary>What is paid of the lines that were not taken back.</summary>
    private static decimal PayableOf(JsonNode document)
    {
        var taken = document["creditedLines"]!.AsArray().Select(line => (int)line!).ToHashSet();
        if (taken.Count == 0)
            return Amount(document["payable"]!);

        var isSplit = (bool)document["customer"]!["taxation"]!["splitPayment"]!;
        return document["lines"]!.AsArray().Where(line => !taken.Contains((int)line!["number"]!))
            .GroupBy(line => (int)line!["vatPercent"]!, line => Amount(line!["amount"]!))
            .Sum(rate => rate.Sum() + (isSplit ? 0 : Math.Round(rate.Sum() * rate.Key / 100, 2, MidpointRounding.AwayFromZero)));
    }

    /// <summary>Without VAT, what stands of all documents, and how many they are.</summary>
    private async Task<(decimal Net, int Documents)> NetAsync()
    {
        var standing = (await DocumentsAsync()).Where(document => document["creditsInvoiceId"] is null && (string?)document["status"] != "credited").ToList();
        return (standing.Sum(document => ((string?)document["kind"] == "credit_note" ? -1 : 1) * StandingOf(document)), standing.Count);

        static decimal StandingOf(JsonNode document) => document["lines"]!.AsArray()
            .Where(line => !document["creditedLines"]!.AsArray().Any(taken => (int)taken! == (int)line!["number"]!))
            .Sum(line => Amount(line!["amount"]!));
    }

    /// <summary>The days' share of the fees of the plans that held.</summary>
    private async Task<decimal> GivenAsync()
    {
        var prices = (await _books.Api.ReadAsync("/v1/price-lists"))["data"]![0]!["prices"]!.AsArray();
        return _plans.Zip(_plans.Skip(1)).Sum(stretch =>
            Amount(prices.Single(price => (string?)price!["plan"] == stretch.First.Plan)!["yearlyFee"]!) * Period.DaysBetween(stretch.First.From, stretch.Second.From) / 365);
    }

    private async Task<IReadOnlyList<JsonNode>> DocumentsAsync()
    {
        var documents = new List<JsonNode>();
        foreach (var found in (await _books.Api.ReadAsync($"/v1/invoices?customerId={_customer}&limit=100"))["data"]!.AsArray())
            documents.Add(await _books.Api.ReadAsync($"/v1/invoices/{found!["id"]}"));
        return documents;
    }

    private static decimal Amount(JsonNode money) => decimal.Parse((string)money["amount"]!, CultureInfo.InvariantCulture);
}
