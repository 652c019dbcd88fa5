using System.Globalization;
using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Billing;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Figures;

/// <summary>A baker under Silver and an archive without a contract, from November 2026 on; it is 2 January 2027.</summary>
public sealed class MoneyFigureStories
{
    private const string Months = "from=2026-11&to=2027-01";

    private static readonly string[] Groupings =
        ["", "&groupBy=month", "&groupBy=plan", "&groupBy=customer", "&groupBy=customer&groupBy=month", "&groupBy=plan&groupBy=customer&groupBy=plan"];

    private Accountancy _books = null!;
    private string _baker = null!;
    private string _archive = null!;

    [OneTimeSetUp]
    public async Task WorkForTwoMonths()
    {
        _books = await Accountancy.OpenAsync("2026-11-02 09:00");
        _baker = await _books.CustomerAsync("Forno S.r.l.", "silver");
        _archive = await _books.CustomerAsync("Archivio S.r.l.");
        await _books.WorkAsync(_baker, "2026-11-10 10:00");
        await ComeLateAsync();
        await MendAsync("2026-11-20 10:00", "2026-11-20 10:15", isReported: true);
        // In UTC it is still November.
        await MendAsync("2026-12-01 00:05", "2026-12-01 00:20", isReported: false);
        _books.Shop.At("2026-12-01 08:00");
        await _books.BillAsync("2026-11", issue: true);
        _books.Shop.At("2026-12-15 08:00");
        var credited = await _books.TryAsync(
            await _books.InvoiceOfAsync(_baker), "credit-notes", new() { ["lines"] = new JsonArray(2), ["reason"] = "Nobody came.", ["billAgain"] = false });
        Assert.That(credited.Status, Is.EqualTo(201), credited.Text);
        await _books.WorkAsync(_archive, "2026-12-16 10:00");
        _books.Shop.At("2027-01-02 08:00");
        await _books.BillAsync("2026-12", issue: true);
        await _books.WorkAsync(_baker, "2027-01-02 10:00");
    }

    [OneTimeTearDown]
    public void StopServer() => _books.Dispose();

    [Test]
    public async Task Revenue_IsWhatWasIssuedLessWhatWasCredited()
    {
        // A fee of 600.00, work of 38.75 and, 40 % off, of 23.25; then a call-out of 25.00 less. What was mended is free.
        Assert.That(await RevenueAsync(Months), Is.EqualTo((string[])
        [
            $"2026-12 silver {_baker} 637.00", $"2026-12 standard {_archive} 0.00", $"2027-01 standard {_archive} 110.00",
        ]));
        Assert.That(await RevenueAsync(""), Is.EqualTo((string[])[$"2027-01 standard {_archive} 110.00"]), "the present month");
        Assert.That(await RevenueAsync("to=2026-12"), Has.Count.EqualTo(2), "one alone is that month");
        Assert.That(await RevenueAsync($"{Months}&groupBy=plan"), Is.EqualTo((string[])["silver 637.00", "standard 110.00"]));
        Assert.That(await RevenueAsync($"{Months}&groupBy=month&customerId={_archive}"), Is.EqualTo((string[])["2026-12 0.00", "2027-01 110.00"]));
    }

    [TestCaseSource(nameof(Groupings))]
    public async Task Revenue_HoweverTold_SumsToTheInvoices(string grouping)
    {
        var issued = await Desk.AllAsync(_books.Api, "/v1/issued-invoices?limit=1");
        var figures = await AllAsync("revenue", Months + grouping);

        Assert.That(
            figures.Sum(figure => Cents(figure["net"])),
            Is.EqualTo(issued.Sum(invoice => Cents(invoice["net"]) * ((string?)invoice["kind"] == "credit_note" ? -1 : 1))).And.EqualTo(747_00));
        Assert.That(figures.Select(InWords).Distinct().ToList(), Has.Count.EqualTo(figures.Count));
    }

    [Test]
    public async Task Guarantees_AreCountedWhereTheWorkWasDoneWithWhatTheyTakeOff()
    {
        Assert.That(await GuaranteesAsync(Months), Is.EqualTo((string[])
        [
            // 40 % of 25.00 and of 13.75.
            $"2026-11 silver {_baker} late_normal 1 15.50",
            $"2026-11 standard {_archive} our_fault 1 110.00",
            // Its report is not issued yet.
            $"2026-12 standard {_archive} our_fault 1 0.00",
        ]));
        Assert.That(await GuaranteesAsync($"{Months}&groupBy=plan"), Is.EqualTo((string[])["silver late_normal 1 15.50", "standard our_fault 2 110.00"]));
        Assert.That(await GuaranteesAsync(""), Is.Empty, "nothing in the present month");
    }

    [TestCaseSource(nameof(Groupings))]
    public async Task Guarantees_HoweverTold_SumToTheDiscountsBilled(string grouping)
    {
        var lines = await Desk.AllAsync(_books.Api, "/v1/issued-invoice-lines?limit=100");
        var discounts = lines.Select(line => line["line"]!).Where(line => (string?)line["kind"] == "discount" && (string?)line["reason"] != "included_in_plan");

        Assert.That(
            (await AllAsync("guarantees", Months + grouping)).Sum(figure => Cents(figure["takenOff"])),
            Is.EqualTo(-discounts.Sum(line => Cents(line["amount"]))).And.EqualTo(125_50));
    }

    [TestCase(KeyKind.Customer)]
    [TestCase(KeyKind.Staff)]
    public async Task Figures_AreOfCustomersThatTheKeySees(KeyKind kind)
    {
        var client = await _books.Shop.Desk.ClientOfAsync(kind, _baker);

        Assert.That(await RevenueAsync(Months, client), Is.EqualTo((string[])[$"2026-12 silver {_baker} 637.00"]));
        Assert.That(await GuaranteesAsync(Months, client), Is.EqualTo((string[])[$"2026-11 silver {_baker} late_normal 1 15.50"]));
        Assert.That(await RevenueAsync($"{Months}&customerId={_archive}", client), Is.Empty);
    }

    [TestCase("from=2026-13", "from=invalid_value")]
    [TestCase("from=2026-12&to=2026-11", "to=ends_before_start")]
    [TestCase("from=2025-01&to=2027-01", "to=out_of_range")]
    [TestCase("groupBy=day", "groupBy=invalid_value")]
    public async Task Question_ThatIsNotWellFormed_IsRefused(string query, string fault)
    {
        foreach (var figures in (string[])["revenue", "guarantees"])
            Problem.ExpectFaults(await _books.Api.GetAsync($"/v1/figures/{figures}?{query}"), 400, "invalid_request", fault);
    }

    [Test]
    public async Task TwoYears_AreTold() => Assert.That(await RevenueAsync("from=2025-02&to=2027-01"), Has.Count.EqualTo(3));

    private static string InWords(JsonNode figure) => string.Join(
        ' ', new[] { figure["month"], figure["plan"], figure["customerId"], figure["kind"], figure["times"], (figure["net"] ?? figure["takenOff"])!["amount"] }
            .Where(part => part is not null));

    private static long Cents(JsonNode? money) => (long)(decimal.Parse((string)money!["amount"]!, CultureInfo.InvariantCulture) * 100);

    private Task<IReadOnlyList<JsonNode>> AllAsync(string figures, string query, ApiClient? client = null) =>
        Desk.AllAsync(client ?? _books.Api, $"/v1/figures/{figures}?{query}&limit=1");

    private async Task<IReadOnlyList<string>> RevenueAsync(string query, ApiClient? client = null) =>
        [.. (await AllAsync("revenue", query, client)).Select(InWords)];

    private async Task<IReadOnlyList<string>> GuaranteesAsync(string query, ApiClient? client = null) =>
        [.. (await AllAsync("guarantees", query, client)).Select(InWords)];

    /// <summary>An hour and a half after the time of the appointment: 20 % off for each begun hour.</summary>
    private async Task ComeLateAsync()
    {
        _books.Shop.At("2026-11-16 09:00");
        var intervention = await _books.Shop.PlanAsync(await _books.Shop.ReportAsync(_baker), "2026-11-16 10:00");
        _books.Shop.At("2026-11-16 11:30");
        await _books.Shop.StartAsync(intervention);
        await _books.Shop.CompleteAsync(intervention, "2026-11-16 11:30", "2026-11-16 11:45");
        await _books.Shop.IssueAsync(intervention);
    }

    private async Task MendAsync(string from, string to, bool isReported)
    {
        _books.Shop.At(from);
        var intervention = await _books.Shop.PlanAsync(await _books.Shop.ReportAsync(_archive), ourFault: "Our cable.");
        await _books.Shop.StartAsync(intervention);
        await _books.Shop.CompleteAsync(intervention, from, to);
        if (isReported)
            await _books.Shop.IssueAsync(intervention);
    }
}
