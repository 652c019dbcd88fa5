using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Api.Tests.Interventions;

/// <summary>The desk with technicians and prices: what is done about tickets, told in times on the wall in Rome.</summary>
/// <remarks>
/// An hour costs 55 on site and 44 from remote under Silver, in quarters of an hour; 70 and 56 under Standard, in half hours and at least
/// one hour; 60 and 48 under Bronze, in quarters and at least half an hour. A call-out costs 25, 40 and 30.
/// </remarks>
internal sealed class Workshop : IDisposable
{
    private int _keys;

    private Workshop(Desk desk) => Desk = desk;

    public Desk Desk { get; }

    public ApiClient Api => Desk.Api;

    public string Technician { get; private set; } = "";

    public static async Task<Workshop> OpenAsync(string now, params (string Key, string Value)[] settings)
    {
        var workshop = new Workshop(new(now, settings));
        await workshop.Api.AskAsync("/v1/price-lists", Prices("2026-01-01"));
        workshop.Technician = await workshop.TechnicianAsync("Bruno");
        return workshop;
    }

    public static JsonObject Prices(string effectiveOn) => new()
    {
        ["effectiveOn"] = effectiveOn,
        ["prices"] = new JsonArray(
            PlanPrices("bronze", "60.00", "48.00", "30.00", 15, 30, "240.00", 20),
            PlanPrices("silver", "55.00", "44.00", "25.00", 15, 15, "600.00", 20),
            PlanPrices("gold", "50.00", "40.00", "0.00", 5, 5, "1800.00", 0),
            PlanPrices("standard", "70.00", "56.00", "40.00", 30, 60, "0.00", 30)),
    };

    public void At(string now) => Desk.At(now);

    public async Task<string> TechnicianAsync(string name) =>
        (string)(await Api.AskAsync("/v1/technicians", new JsonObject { ["name"] = name }))["id"]!;

    /// <summary>A ticket of a customer under a plan, or without a contract; gives the ids of both.</summary>
    public async Task<(string Customer, string Ticket)> TicketAsync(string? plan, string urgency = "normal", string? service = null)
    {
        var customer = await Desk.CustomerAsync(plan);
        return (customer, await ReportAsync(customer, urgency, service));
    }

    public async Task<string> ReportAsync(string customer, string urgency = "normal", string? service = null)
    {
        var report = Desk.Report(customer, urgency);
        report["service"] = service;
        return (string)(await Api.AskAsync("/v1/tickets", report))["id"]!;
    }

    /// <summary>Plans an intervention; for a time where one is said.</summary>
    public async Task<string> PlanAsync(string ticket, string? at = null, string mode = "on_site", bool wished = false, string? ourFault = null)
    {
        var body = new JsonObject { ["ticketId"] = ticket, ["mode"] = mode, ["ourFault"] = ourFault };
        if (at is not null)
            body["appointment"] = Appointment(at, wished);
        return (string)(await Api.AskAsync("/v1/interventions", body))["id"]!;
    }

    public JsonObject Appointment(string at, bool wished = false, string duration = "PT1H", string? technician = null) => new()
    {
        ["startsAt"] = Utc(at),
        ["duration"] = duration,
        ["technicianIds"] = new JsonArray(technician ?? Technician),
        ["wishedByCustomer"] = wished,
    };

    /// <summary>Makes a move that has to succeed.</summary>
    public async Task<JsonNode> DoAsync(string intervention, string move, JsonObject? body = null)
    {
        var answer = await TryAsync(intervention, move, body);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json;
    }

    public Task<Answer> TryAsync(string intervention, string move, JsonObject? body = null, ApiClient? client = null) =>
        SendAsync(client ?? Api, $"/v1/interventions/{intervention}/{move}", body);

    public Task<JsonNode> StartAsync(string intervention, string? at = null) =>
        DoAsync(intervention, "start", new() { ["occurredAt"] = at is null ? null : Utc(at) });

    /// <summary>Somebody worked between two times on the wall, and it is told at the end of that.</summary>
    public Task<JsonNode> CompleteAsync(string intervention, string from, string to, string outcome = "solved")
    {
        At(to);
        return DoAsync(intervention, "complete", Completion(from, to, outcome));
    }

    public JsonObject Completion(string from, string to, string outcome = "solved") => new()
    {
        ["occurredAt"] = Utc(to),
        ["outcome"] = outcome,
        ["workDone"] = "A new cable.",
        ["timeEntries"] = new JsonArray(Entry(from, to)),
    };

    public JsonObject Entry(string from, string to, string? technician = null) =>
        new() { ["technicianId"] = technician ?? Technician, ["from"] = Utc(from), ["to"] = Utc(to) };

    public async Task<string> PartAsync(string code, string price, int vatPercent = 22) => (string)(await Api.AskAsync("/v1/parts", new JsonObject
    {
        ["code"] = code,
        ["name"] = new JsonObject { ["it"] = $"Pezzo {code}", ["en"] = $"Part {code}" },
        ["unitPrice"] = Euro(price),
        ["vatPercent"] = vatPercent,
    }))["id"]!;

    public Task<JsonNode> FitAsync(string intervention, string part, int quantity = 1) =>
        DoAsync(intervention, "parts", new() { ["partId"] = part, ["quantity"] = quantity });

    public Task<JsonNode> InterventionAsync(string intervention) => Api.ReadAsync($"/v1/interventions/{intervention}");

    /// <summary>The report on an intervention that counts, as a draft or issued.</summary>
    public async Task<JsonNode> ReportOnAsync(string intervention)
    {
        var found = (await Api.ReadAsync($"/v1/work-reports?interventionId={intervention}&status=draft&status=issued"))["data"]!.AsArray();
        return await Api.ReadAsync($"/v1/work-reports/{found.Single()!["id"]}");
    }

    public async Task<JsonNode> IssueAsync(string intervention)
    {
        var answer = await TryIssueAsync(intervention);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json;
    }

    public async Task<Answer> TryIssueAsync(string intervention)
    {
        var report = await ReportOnAsync(intervention);
        return await SendAsync(Api, $"/v1/work-reports/{report["id"]}/issue", null, ("Idempotency-Key", $"issue-{Interlocked.Increment(ref _keys)}"));
    }

    /// <summary>The lines of a report: <c>labour 60 minute 70.00</c>, <c>discount -28.00 40% late_normal of 2</c>.</summary>
    public static string[] LinesOf(JsonNode report) =>
    [
        .. from line in report["lines"]!.AsArray()
           select line!["ofLine"] is null
               ? $"{line["kind"]} {line["quantity"]} {line["unit"]} {line["amount"]!["amount"]}"
               : $"discount {line["amount"]!["amount"]} {line["percent"]}% {line["reason"]} of {line["ofLine"]}",
    ];

    /// <summary>Full price, discounts and what is charged: <c>110.00 -44.00 66.00</c>.</summary>
    public static string TotalsOf(JsonNode report) =>
        $"{report["gross"]!["amount"]} {report["discounts"]!["amount"]} {report["net"]!["amount"]}";

    /// <summary>The guarantees: <c>late_normal 40/40/0 1:01</c>, in percent off call-out, labour and parts, with the delay.</summary>
    public static string[] GuaranteesOf(JsonNode answer) =>
    [
        .. from guarantee in (answer["guarantees"] ?? answer["data"])!.AsArray()
           select $"{guarantee!["kind"]} {guarantee["callOutPercent"]}/{guarantee["labourPercent"]}/{guarantee["partsPercent"]} {Delay(guarantee["delay"])}".TrimEnd(),
    ];

    public Task<ApiClient> CustomerAsync(string customer) => Desk.ClientOfAsync(KeyKind.Customer, customer);

    public static Task<Answer> SendAsync(ApiClient client, string path, JsonObject? body, params (string Name, string Value)[] headers) =>
        client.SendAsync(HttpMethod.Post, path, body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString()), [Desk.Any, .. headers]);

    public static string Utc(string wall) => Moments.Rome(wall).ToString();

    public static JsonObject Euro(string amount) => new() { ["amount"] = amount, ["currency"] = "EUR" };

    public void Dispose() => Desk.Dispose();

    private static JsonObject PlanPrices(
        string plan, string onSite, string remote, string callOut, int increment, int minimum, string yearly, int surcharge) => new()
        {
            ["plan"] = plan,
            ["onSiteHourlyRate"] = Euro(onSite),
            ["remoteHourlyRate"] = Euro(remote),
            ["callOutFee"] = Euro(callOut),
            ["incrementMinutes"] = increment,
            ["minimumMinutes"] = minimum,
            ["yearlyFee"] = Euro(yearly),
            ["outOfHoursSurchargePercent"] = surcharge,
            ["vatPercent"] = 22,
        };

    private static string? Delay(JsonNode? delay) =>
        delay is null ? null : Sla.Ledger.ToDuration((string)delay!).ToString("-H:mm", CultureInfo.InvariantCulture);
}
