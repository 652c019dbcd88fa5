using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Http;
using MisterAssist.Api.Tests.Interventions;
using MisterAssist.Api.Tests.OpenApi;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Customers.History;

/// <summary>A customer with a shop and an office asks what was done there.</summary>
public sealed class HistoryStories
{
    private Workshop _shop = null!;
    private string _customer = null!;
    private string _office = null!;
    private string _voided = null!;
    private string _drafted = null!;
    private string _calledOff = null!;
    private string _planned = null!;

    [OneTimeSetUp]
    public async Task WorkForThreeWeeks()
    {
        _shop = await Workshop.OpenAsync("2026-11-02 09:00");
        _customer = await _shop.Desk.CustomerAsync("silver");
        var (shop, office) = (await SiteAsync(), await SiteAsync());
        _office = office;
        var (atShop, atOffice) = (await ReportAsync(shop, "=cmd|' /C calc'!A0, \"no\""), await ReportAsync(office, "Così, è lenta"));
        _planned = await _shop.PlanAsync(atOffice, "2026-11-30 10:00");
        _shop.At("2026-11-02 09:01");
        _calledOff = await _shop.PlanAsync(atShop, "2026-11-04 10:00");
        _voided = await DoneAsync(atOffice, "2026-11-09 23:30", "2026-11-10 00:15");
        var report = await _shop.IssueAsync(_voided);
        _shop.At("2026-11-10 08:00");
        var voiding = await Workshop.SendAsync(_shop.Api, $"/v1/work-reports/{report["id"]}/void", new() { ["reason"] = "Wrong times." });
        Assert.That(voiding.Status, Is.EqualTo(200), voiding.Text);
        await _shop.IssueAsync(_voided);
        await _shop.DoAsync(_calledOff, "cancel", new() { ["cause"] = "customer_request", ["reason"] = "Not\r\nneeded." });
        _drafted = await DoneAsync(atShop, "2026-11-16 09:00", "2026-11-16 10:00");
        await DoneForAnotherAsync();
    }

    [OneTimeTearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public async Task History_IsWholeInTheOrderOfTime()
    {
        var history = await AllAsync("?");

        Assert.That(history.Select(InWords), Is.EqualTo((string[])
        [
            $"{_planned} planned Mon 2026-11-02 09:00",
            $"{_calledOff} cancelled Mon 2026-11-02 09:01",
            // A call-out, 45 minutes, and a fifth of those more at night: 25.00, 41.25 and 8.25.
            $"{_voided} completed Mon 2026-11-09 23:30 voided RL-2026-000001 74.50, issued RL-2026-000002 74.50",
            $"{_drafted} completed Mon 2026-11-16 09:00 draft  ",
        ]));
        var done = history[2];
        Assert.That($"{done["subject"]} {done["mode"]} {done["siteId"]} {done["outcome"]} {done["workDone"]}", Is.EqualTo($"Così, è lenta on_site {_office} solved A new cable."));
        Assert.That(done["guarantees"]!.ToJsonString(), Is.EqualTo("[]"));
        Assert.That((string?)done["ticketNumber"], Does.Match("^2026-[0-9]{6}$"));
    }

    [TestCase("", "planned, calledOff, voided, drafted")]
    [TestCase("siteId={office}", "planned, voided")]
    [TestCase("from=2026-11-09&to=2026-11-09", "voided", TestName = "A day in Rome is whole, from midnight to midnight")]
    [TestCase("from=2026-11-10", "drafted", TestName = "The first day counts, and nothing before it")]
    [TestCase("to=2026-11-02", "planned, calledOff", TestName = "Where nobody arrived the day counts on which it was recorded")]
    [TestCase("from=2026-11-03&to=2026-11-15&siteId={office}", "voided")]
    [TestCase("siteId=sit_01kaj3b6q0e1r8v5x2m9t4c7hw", "")]
    public async Task History_OfAPart_HasThatAlone(string query, string names)
    {
        var entries = await AllAsync($"?{query.Replace("{office}", _office, StringComparison.Ordinal)}&");

        Assert.That(string.Join(", ", entries.Select(NameOf)), Is.EqualTo(names));
    }

    [TestCase("", "en")]
    [TestCase("from=2026-11-03&to=2026-11-15", "en")]
    public async Task Export_AsLines_IsTheSameAsThePages(string query, string language)
    {
        var answer = await GetAsync($"?{query}", "application/x-ndjson", ("Accept-Language", language));

        Assert.That(answer.ContentType!.ToString(), Is.EqualTo("application/x-ndjson"));
        var lines = answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.ToJsonString());
        Assert.That(lines, Is.EqualTo((await AllAsync($"?{query}&")).Select(entry => entry.ToJsonString())));
    }

    [Test]
    public async Task Export_AsCsv_ParsesBackToTheSameEntries()
    {
        var answer = await GetAsync("", "text/csv");

        Assert.That(answer.ContentType!.ToString(), Is.EqualTo("text/csv; charset=utf-8; header=present"));
        var rows = CsvTable.Read(answer.Text);
        var expected = from entry in await AllAsync("?")
                       from report in entry["reports"]!.AsArray().DefaultIfEmpty(null)
                       select rows[0].Select(column => Field(entry, report, column)).ToArray();
        Assert.That(rows.Skip(1), Is.EqualTo(expected));
        Assert.That(rows, Has.Count.EqualTo(6));
        Assert.That(answer.Text, Does.Contain(",\"'=cmd|' /C calc'!A0, \"\"no\"\"\","));
    }

    [Test]
    public async Task History_ForTheCustomer_HasNoDraft()
    {
        var client = await _shop.CustomerAsync(_customer);

        Assert.That((await AllAsync("?", client)).Select(entry => $"{NameOf(entry)} {entry["reports"]!.AsArray().Count}"), Is.EqualTo((string[])
        [
            "planned 0", "calledOff 0", "voided 2", "drafted 0",
        ]));
        foreach (var type in (string[])["application/json", "text/csv", "application/x-ndjson"])
            Assert.That((await GetAsync("", type, client: client)).Text, Does.Contain("voided").And.Not.Contains("draft"), type);
    }

    [TestCase("application/json")]
    [TestCase("text/csv")]
    [TestCase("application/x-ndjson")]
    public async Task History_OfAnotherCustomer_IsNotFound(string type)
    {
        var stranger = await _shop.Desk.ClientOfAsync(KeyKind.Customer, await _shop.Desk.CustomerAsync());

        Problem.Expect(await GetAsync("", type, client: stranger), 404, "customer_not_found");
    }

    [TestCase("from=2026-11-31", "from=invalid_value")]
    [TestCase("from=2026-11-02&to=2026-11-01", "to=ends_before_start")]
    [TestCase("to=9999-12-31", "to=out_of_range")]
    [TestCase("from=1969-12-31", "from=out_of_range")]
    public async Task Question_ThatIsNotWellFormed_IsRefused(string query, string fault)
    {
        foreach (var type in (string[])["application/json", "text/csv"])
            Problem.ExpectFaults(await GetAsync($"?{query}", type), 400, "invalid_request", fault);
    }

    [Test]
    public async Task Type_ThatIsNotThere_IsRefused() => Problem.Expect(await GetAsync("", "text/html"), 406, "not_acceptable");

    private static string InWords(JsonNode entry) =>
        $"{entry["interventionId"]} {entry["status"]} {Desk.OnTheWall(entry["arrivedAt"] ?? entry["createdAt"])} "
            .TrimEnd() + (entry["reports"]!.AsArray() is { Count: > 0 } reports ? " " + string.Join(", ", reports.Select(Report)) : "");

    private static string Report(JsonNode? report) => $"{report!["status"]} {report["number"]} {report["net"]?["amount"]}";

    /// <summary>What a column has to say of an entry and one of its reports.</summary>
    private static string Field(JsonNode entry, JsonNode? report, string column)
    {
        var text = column switch
        {
            "guarantees" => string.Join(' ', entry[column]!.AsArray().Select(kind => (string?)kind)),
            "reportNet" => (string?)report?["net"]?["amount"],
            _ when column.StartsWith("report", StringComparison.Ordinal) => (string?)report?[char.ToLowerInvariant(column[6]) + column[7..]],
            _ => (string?)entry[column],
        };
        return text is ['=', ..] ? $"'{text}" : text ?? "";
    }

    private string NameOf(JsonNode entry) => new[] { (_planned, "planned"), (_calledOff, "calledOff"), (_voided, "voided"), (_drafted, "drafted") }
        .Single(known => known.Item1 == (string?)entry["interventionId"]).Item2;

    private Task<IReadOnlyList<JsonNode>> AllAsync(string query, ApiClient? client = null) =>
        Desk.AllAsync(client ?? _shop.Api, $"/v1/customers/{_customer}/history{query}limit=1");

    private Task<Answer> GetAsync(string query, string type, (string, string)? header = null, ApiClient? client = null) =>
        (client ?? _shop.Api).GetAsync($"/v1/customers/{_customer}/history{query}", ("Accept", type), header ?? ("Accept-Language", "it"));

    private async Task<string> SiteAsync() =>
        (string)(await _shop.Api.AskAsync($"/v1/customers/{_customer}/sites", ApiDescription.Published.Named("addSite").RequestExample!.DeepClone()))["id"]!;

    private async Task<string> ReportAsync(string site, string subject)
    {
        var report = Desk.Report(_customer, subject: subject);
        report["siteId"] = site;
        return (string)(await _shop.Api.AskAsync("/v1/tickets", report))["id"]!;
    }

    private async Task<string> DoneAsync(string ticket, string from, string to)
    {
        _shop.At(from);
        var intervention = await _shop.PlanAsync(ticket);
        await _shop.StartAsync(intervention);
        await _shop.CompleteAsync(intervention, from, to);
        return intervention;
    }

    private async Task DoneForAnotherAsync()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);
        await _shop.StartAsync(intervention);
    }
}
