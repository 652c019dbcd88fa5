using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MisterAssist.TestKit.Server;

namespace MisterAssist.Durability;

/// <summary>What there is to bill, in a sandbox: customers of every sort, with a month that was billed and the next one that is over and was drafted.</summary>
internal sealed class BillingWorld(HttpClient http)
{
    private const int OfEachSort = 30;

    private static readonly Sort[] Sorts = Enum.GetValues<Sort>();

    private readonly List<(string Id, Sort Sort)> _customers = [];

    /// <summary>What is to come of a customer when the month is billed.</summary>
    private enum Sort
    {
        /// <summary>A credit note: the contract ended early.</summary>
        Ended,

        /// <summary>An invoice and a credit note: one plan is given back, and another charged.</summary>
        Changed,

        /// <summary>An invoice of work and a part that was a draft, with split payment.</summary>
        Served,

        /// <summary>The same, of a plan that includes the work.</summary>
        Included,

        /// <summary>A statement that was a draft: remote work alone, of a plan that includes it.</summary>
        Free,

        /// <summary>An invoice that was a draft of work and gets a fee too, without VAT.</summary>
        Joining,

        /// <summary>An invoice of a fee that is in no draft.</summary>
        Late,

        /// <summary>A failure: the contract began before there were prices.</summary>
        Unpriced,

        /// <summary>Nothing: all was billed before.</summary>
        Quiet,
    }

    /// <summary>What has to come of it.</summary>
    public static string Outcome => $"{5 * OfEachSort} invoices, {2 * OfEachSort} credit notes, {OfEachSort} statements, {OfEachSort} failures";

    /// <summary>Makes it, and gives the month that is to be billed.</summary>
    public async Task<string> MakeAsync()
    {
        var now = (DateTime)(await ReadAsync("/v1/sandbox/clock"))["now"]!;
        var before = new DateOnly(now.Year, now.Month, 1).AddMonths(1);
        var (month, after) = (before.AddMonths(1), before.AddMonths(2));
        await Books.PublishPricesAsync(http, before);
        foreach (var sort in Enumerable.Repeat(Sorts, OfEachSort).SelectMany(sorts => sorts))
            _customers.Add((await RegisterAsync(sort), sort));
        await ConcludeAsync(before, Sort.Ended, Sort.Changed, Sort.Served, Sort.Included, Sort.Free, Sort.Quiet);
        await ConcludeAsync(before.AddMonths(-1), Sort.Unpriced);

        await MoveClockAsync(month);
        await BillAsync(before, issue: true);
        foreach (var customer in Of(Sort.Ended))
            await DoAsync($"/v1/contracts/{await ContractOfAsync(customer)}/terminate", new { fromOn = Day(month.AddDays(14)), reason = "Chiudono." });
        foreach (var customer in Of(Sort.Changed))
            await DoAsync($"/v1/contracts/{await ContractOfAsync(customer)}/change-plan", new { plan = "bronze", fromOn = Day(month.AddDays(9)) });
        await WorkAsync(month);

        await MoveClockAsync(after);
        await BillAsync(month, issue: false);
        await ConcludeAsync(month, Sort.Joining, Sort.Late);
        return $"{month:yyyy-MM}";
    }

    /// <summary>An hour for each, on a working day: on site with two plugs, or remotely.</summary>
    private async Task WorkAsync(DateOnly month)
    {
        var day = WorkingDayOf(month);
        var part = await CreateAsync("/v1/parts", new
        {
            code = "PLG-1",
            name = new { it = "Spina", en = "Plug" },
            unitPrice = new { amount = "7.33", currency = "EUR" },
            vatPercent = 4,
        });
        var planned = new List<string>();
        foreach (var (customer, sort) in _customers.Where(customer => customer.Sort is Sort.Served or Sort.Included or Sort.Free or Sort.Joining))
        {
            var service = sort is Sort.Included or Sort.Free ? "advanced_hardware_help" : null;
            var ticket = await CreateAsync(
                "/v1/tickets", new { customerId = customer, subject = "Non si accende più.", urgency = "normal", channel = "email", service });
            var intervention = await CreateAsync("/v1/interventions", new { ticketId = ticket, mode = sort == Sort.Free ? "remote" : "on_site" });
            if (sort != Sort.Free)
                await DoAsync($"/v1/interventions/{intervention}/parts", new { partId = part, quantity = 2 });
            planned.Add(intervention);
        }

        await MoveClockAsync(day);
        foreach (var intervention in planned)
        {
            var (from, to) = ($"{Day(day)}T08:00:00Z", $"{Day(day)}T09:00:00Z");
            var technicianId = await CreateAsync("/v1/technicians", new { name = "Bruno" });
            await DoAsync($"/v1/interventions/{intervention}/start", new { occurredAt = from });
            await DoAsync(
                $"/v1/interventions/{intervention}/complete",
                new { occurredAt = to, outcome = "solved", workDone = "Una spina nuova.", timeEntries = new[] { new { technicianId, from, to } } });
            var report = (await ReadAsync($"/v1/work-reports?interventionId={intervention}"))["data"]!.AsArray().Single()!["id"];
            await DoAsync($"/v1/work-reports/{report}/issue", null);
        }
    }

    private Task<string> RegisterAsync(Sort sort) => CreateAsync("/v1/customers", new
    {
        kind = "company",
        name = $"Cliente {_customers.Count} S.r.l.",
        vatNumber = "IT01234567897",
        billingAddress = new { street = "Via dei Mulini 12", postalCode = "20121", city = "Milano", province = "MI", country = "IT" },
        taxation = new
        {
            splitPayment = sort == Sort.Served,
            exemption = sort == Sort.Joining ? new { nature = "N3.1", reference = "Art. 8" } : null,
        },
    });

    private async Task ConcludeAsync(DateOnly startsOn, params Sort[] sorts)
    {
        foreach (var customerId in Of(sorts))
            await CreateAsync("/v1/contracts", new { customerId, plan = "silver", startsOn = Day(startsOn) });
    }

    private async Task BillAsync(DateOnly month, bool issue)
    {
        await Books.OrderAsync(http, $"{month:yyyy-MM}", issue);
        await Books.DoneAsync(http);
    }

    private async Task MoveClockAsync(DateOnly day)
    {
        using var answer = await http.PutAsJsonAsync(new Uri("/v1/sandbox/clock", UriKind.Relative), new { now = $"{Day(day)}T10:00:00Z" });
        await Desk.ReadAsync(answer);
    }

    private IEnumerable<string> Of(params Sort[] sorts) => _customers.Where(customer => sorts.Contains(customer.Sort)).Select(customer => customer.Id);

    private async Task<string> ContractOfAsync(string customer) => (string)(await ReadAsync($"/v1/contracts?customerId={customer}"))["data"]![0]!["id"]!;

    private async Task<string> CreateAsync(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        return (string)(await Desk.ReadAsync(answer))["id"]!;
    }

    /// <summary>Changes something, whatever its version.</summary>
    private async Task DoAsync(string path, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Headers.Add("If-Match", "*");
        request.Headers.Add("Idempotency-Key", path);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var answer = await http.SendAsync(request);
        await Desk.ReadAsync(answer);
    }

    private async Task<JsonNode> ReadAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return await Desk.ReadAsync(answer);
    }

    /// <summary>From Tuesday to Friday and between the 10th and the 13th, where Italy has no holiday: any plan covers it.</summary>
    private static DateOnly WorkingDayOf(DateOnly month) =>
        Enumerable.Range(9, 4).Select(month.AddDays).First(day => day.DayOfWeek is >= DayOfWeek.Tuesday and <= DayOfWeek.Friday);

    private static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";
}
