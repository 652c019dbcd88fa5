using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using MisterAssist.Api.Tests.Http;
using MisterAssist.Api.Tests.Interventions;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.TestKit.Invoices.FatturaPa;

namespace MisterAssist.Api.Tests.Billing;

/// <summary>The books of <see cref="November"/>: billed on 1 December, two items credited on the 15th and billed again on 2 January.</summary>
/// <remarks>Every amount was worked out by hand.</remarks>
public sealed class MonthStories
{
    private November _month = null!;
    private JsonNode _tried = null!;
    private int _storedByTrying;
    private JsonNode _run = null!;
    private JsonNode _again = null!;
    private JsonNode _later = null!;
    private JsonNode _bar = null!;
    private JsonNode _office = null!;
    private JsonNode _garage = null!;
    private JsonNode _note = null!;
    private JsonNode _billedAgain = null!;

    private JsonNode[] All => [_bar, _office, _garage, _note, _billedAgain];

    private Accountancy Books => _month.Books;

    [OneTimeSetUp]
    public async Task WorkAndBill()
    {
        _month = await November.WorkAsync();
        Books.Shop.At("2026-12-01 08:00");
        _tried = await Books.Api.AskAsync("/v1/billing-runs/dry-run", new JsonObject { ["month"] = "2026-11" });
        _storedByTrying = (await Desk.AllAsync(Books.Api, "/v1/invoices?limit=100")).Count;
        _run = await Books.BillAsync("2026-11", issue: true);
        _again = await Books.BillAsync("2026-11", issue: true);
        (_bar, _office, _garage) =
            (await Books.InvoiceOfAsync(_month.Bar), await Books.InvoiceOfAsync(_month.Office), await Books.InvoiceOfAsync(_month.Garage));

        Books.Shop.At("2026-12-15 08:00");
        var credited = await Books.TryAsync(_office, "credit-notes", new() { ["lines"] = new JsonArray(7, 16), ["reason"] = "It was one hour." });
        Assert.That(credited.Status, Is.EqualTo(201), credited.Text);
        _note = credited.Json;

        Books.Shop.At("2027-01-02 08:00");
        _later = await Books.BillAsync("2026-11", issue: true);
        _billedAgain = await Books.InvoiceOfAsync(_month.Office, "&number=FT-2027-000001");
    }

    [OneTimeTearDown]
    public void Close() => _month.Dispose();

    [Test]
    public void Bar_UnderBronze()
    {
        Assert.That(Accountancy.LinesOf(_bar), Is.EqualTo((string[])
        [
            "contract_fee 240.00",
            // RL-1, not solved: a call-out, and 40 minutes are 3 quarters of an hour at 60.00.
            "call_out 30.00", "labour 45.00",
            // RL-2, its follow-up: 50 minutes are 4 quarters, 2 cables at 7.30; wholly free.
            "call_out 30.00", "discount -30.00 of 4", "labour 60.00", "discount -60.00 of 6", "part 14.60", "discount -14.60 of 8",
            // RL-9: nobody was there.
            "call_out 30.00", "discount -30.00 of 10",
            // RL-10, when it suited them: 2 quarters, 3 handbooks at 9.90.
            "call_out 30.00", "labour 30.00", "part 29.70",
        ]));
        // 240.00 + 75.00 + 0.00 + 0.00 + 60.00 = 375.00 at 22 %: 82.50. 29.70 at 4 %: 1.188, so 1.19.
        Assert.That(RatesOf(_bar), Is.EqualTo((string[])["22% 375.00 82.50", "4% 29.70 1.19"]));
        Assert.That(Accountancy.TotalsOf(_bar), Is.EqualTo("404.70 83.69 488.39"));
    }

    [Test]
    public void Office_UnderBronzeThenSilver()
    {
        Assert.That(Accountancy.LinesOf(_office), Is.EqualTo((string[])
        [
            // 10 days of 365 of 240.00 are 6.575; the other 355 of 600.00 are 583.562.
            "contract_fee 6.58", "contract_fee 583.56",
            // RL-3, urgent, 6 minutes after its time: 64 minutes are 5 quarters of an hour at 55.00, free as the call-out is. The part is not.
            "call_out 25.00", "discount -25.00 of 3", "labour 68.75", "discount -68.75 of 5", "part 119.84",
            // RL-5, our own fault: 20 minutes are 2 quarters; wholly free.
            "call_out 25.00", "discount -25.00 of 8", "labour 27.50", "discount -27.50 of 10", "part 12.50", "discount -12.50 of 12",
            // RL-8: 61 minutes late are 2 started hours, 40 % off 25.00 and off 2 h at 55.00: 15.00 and 66.00.
            "call_out 25.00", "discount -10.00 of 14", "labour 110.00", "discount -44.00 of 16",
            // RL-11: included in the plan.
            "call_out 25.00", "discount -25.00 of 18", "labour 27.50", "discount -27.50 of 20",
        ]));
        // 6.58 + 583.56 + 119.84 + 0.00 + 81.00 + 0.00 = 790.98 at 22 %: 174.0156, so 174.02.
        Assert.That(RatesOf(_office), Is.EqualTo((string[])["22% 790.98 174.02"]));
        Assert.That(Accountancy.TotalsOf(_office), Is.EqualTo("790.98 174.02 965.00"));
    }

    [Test]
    public void Garage_WithoutAContract()
    {
        Assert.That(Accountancy.LinesOf(_garage), Is.EqualTo((string[])
        [
            // RL-4: 30 minutes before lunch and 31 after it are 2 started hours late, 40 % off 40.00 and off 2 h at 70.00: 24.00 and 84.00.
            "call_out 40.00", "discount -16.00 of 1", "labour 140.00", "discount -56.00 of 3",
            // RL-6, from remote: no call-out, and an hour at 56.00 at the least. RL-7, which followed it: free.
            "labour 56.00", "labour 56.00", "discount -56.00 of 6",
        ]));
        // 108.00 + 56.00 + 0.00 = 164.00 at 22 %: 36.08.
        Assert.That(Accountancy.TotalsOf(_garage), Is.EqualTo("164.00 36.08 200.08"));
    }

    [Test]
    public void Numbers_AreInARowWithoutGaps()
    {
        Assert.That(((JsonNode[])[_bar, _office, _garage]).Select(invoice => $"{invoice["number"]} {invoice["issuedOn"]}"), Is.EquivalentTo((string[])
        [
            "FT-2026-000001 2026-12-01", "FT-2026-000002 2026-12-01", "FT-2026-000003 2026-12-01",
        ]));
        Assert.That($"{_note["number"]} {_billedAgain["number"]}", Is.EqualTo("NC-2026-000001 FT-2027-000001"));
        var reports = All[..3].SelectMany(invoice => invoice["lines"]!.AsArray()).Select(line => (string?)line!["workReportNumber"]).OfType<string>();
        Assert.That(reports.Distinct().Order(), Is.EqualTo(Enumerable.Range(1, 11).Select(n => $"RL-2026-{n:000000}")));
    }

    [Test]
    public async Task Run_TriedBefore_ShowsTheSameAndStoresNothing_AndASecondMakesNothing()
    {
        var outcomes = (await Books.Api.ReadAsync($"/v1/billing-runs/{_run["id"]}/outcomes"))["data"]!.AsArray();

        Assert.That(_storedByTrying, Is.Zero);
        // 404.70 + 790.98 + 164.00 = 1359.68.
        Assert.That((TallyOf(_tried), TallyOf(_run)), Is.EqualTo(("3 invoices 42 lines 1359.68", "3 invoices 42 lines 1359.68")));
        Assert.That(_tried["outcomes"]!.AsArray().Select(OutcomeOf), Is.EqualTo(outcomes.Select(OutcomeOf)).And.EquivalentTo((string[])
        [
            $"{_month.Bar} invoice 14 404.70 488.39", $"{_month.Office} invoice 21 790.98 965.00", $"{_month.Garage} invoice 7 164.00 200.08",
        ]));
        Assert.That(TallyOf(_again), Is.EqualTo("0 invoices 0 lines 0.00"));
    }

    [Test]
    public async Task Credit_OfTwoItems_GivesThemBackToTheCentAndHasThemBilledAgain()
    {
        // 119.84 + 66.00 = 185.84; VAT was 174.02, and is 133.1308, so 133.13, on the 605.14 that are left: 40.89. On its own it would be 40.8848.
        Assert.That(Accountancy.LinesOf(_note), Is.EqualTo((string[])["part 119.84", "labour 110.00", "discount -44.00 of 2"]));
        Assert.That(Accountancy.TotalsOf(_note), Is.EqualTo("185.84 40.89 226.73"));
        Assert.That((string?)_note["creditsInvoiceId"], Is.EqualTo((string?)_office["id"]));
        var office = await Books.Api.ReadAsync($"/v1/invoices/{_office["id"]}");
        // 965.00 - 226.73 = 738.27.
        Assert.That($"{office["status"]} {office["creditedLines"]!.ToJsonString()} {office["open"]!["amount"]}", Is.EqualTo("issued [7,16,17] 738.27"));

        Assert.That(TallyOf(_later), Is.EqualTo("1 invoices 3 lines 185.84"));
        Assert.That(Accountancy.LinesOf(_billedAgain), Is.EqualTo(Accountancy.LinesOf(_note)));
        Assert.That(Accountancy.TotalsOf(_billedAgain), Is.EqualTo("185.84 40.88 226.72"));
    }

    [Test]
    public async Task Documents_SayTheGuaranteesInWords()
    {
        Assert.That(
            await MissingAsync(
                _bar,
                "RL-2026-000002: The intervention before did not solve the problem: this one is not charged.",
                "100% off: nobody was there, the call-out is not charged"),
            Is.Empty);
        Assert.That(
            await MissingAsync(
                _office,
                "RL-2026-000003: Presence was promised by 12/11/2026 13:00 and came on 12/11/2026 13:06: call-out and labour are not charged.",
                "RL-2026-000005: We mend an error of our own: nothing is charged.",
                "RL-2026-000008: Appointment on 24/11/2026 10:00, arrival on 24/11/2026 11:01: 1:01 working hours late, 40% off call-out and labour.",
                "100% off: included in the plan"),
            Is.Empty);
        Assert.That(
            await MissingAsync(
                _garage,
                "RL-2026-000004: Appointment on 16/11/2026 12:30, arrival on 16/11/2026 14:31: 1:01 working hours late, 40% off call-out and labour.",
                "RL-2026-000007: The intervention before did not solve the problem: this one is not charged."),
            Is.Empty);
    }

    [Test]
    public async Task Discount_LeadsToTheReportTheGuaranteeAndThePromise()
    {
        var provenance = await Books.Api.ReadAsync($"/v1/invoices/{_office["id"]}/lines/6/provenance");

        var report = await Books.Api.ReadAsync($"/v1/work-reports/{provenance["workReportId"]}");
        Assert.That(
            $"{report["number"]} {Workshop.LinesOf(report)[(int)provenance["workReportLine"]! - 1]}",
            Is.EqualTo("RL-2026-000003 discount -68.75 100% late_urgent of 3"));
        var (guarantee, explained) = (provenance["guarantee"]!, (await Books.Api.ReadAsync((string)provenance["ledger"]!))["promise"]!);
        Assert.That(
            $"{guarantee["kind"]} {Desk.OnTheWall(guarantee["dueAt"])} {Desk.OnTheWall(guarantee["arrivedAt"])}, {provenance["promise"]} {explained["state"]}",
            Is.EqualTo("late_urgent Thu 2026-11-12 13:00 Thu 2026-11-12 13:06, presence missed"));
        Assert.That((explained["dueAt"]!.ToJsonString(), explained["metAt"]!.ToJsonString()), Is.EqualTo((guarantee["dueAt"]!.ToJsonString(), guarantee["arrivedAt"]!.ToJsonString())));
    }

    [Test]
    public async Task Figures_AgreeWithTheInvoices()
    {
        Assert.That(await FiguresAsync("revenue?from=2026-12&to=2027-01"), Is.EquivalentTo((string[])
        [
            $"2026-12 bronze {_month.Bar} 404.70",
            // 790.98 - 185.84 = 605.14, of which 6.58 under Bronze.
            $"2026-12 bronze {_month.Office} 6.58", $"2026-12 silver {_month.Office} 598.56",
            $"2026-12 standard {_month.Garage} 164.00", $"2027-01 silver {_month.Office} 185.84",
        ]));
        Assert.That(await FiguresAsync("guarantees?from=2026-11&to=2026-11"), Is.EquivalentTo((string[])
        [
            // 30.00 + 60.00 + 14.60; 25.00 + 68.75; 25.00 + 27.50 + 12.50; 10.00 + 44.00; 16.00 + 56.00.
            $"2026-11 bronze {_month.Bar} follow_up 1 104.60",
            $"2026-11 silver {_month.Office} late_urgent 1 93.75", $"2026-11 silver {_month.Office} our_fault 1 65.00",
            $"2026-11 silver {_month.Office} late_normal 1 54.00",
            $"2026-11 standard {_month.Garage} late_normal 1 72.00", $"2026-11 standard {_month.Garage} follow_up 1 56.00",
        ]));
    }

    [Test]
    public async Task Exports_SumToTheInvoices()
    {
        var (invoices, lines) = (await ExportAsync("issued-invoices"), await ExportAsync("issued-invoice-lines"));

        // 404.70 + 790.98 + 164.00 - 185.84 + 185.84, and 83.69 + 174.02 + 36.08 - 40.89 + 40.88.
        Assert.That((Sum(invoices, "net"), Sum(invoices, "tax"), Sum(invoices, "total")), Is.EqualTo((1359.68m, 293.78m, 1653.46m)));
        Assert.That((invoices.Count, lines.Count, Sum(lines, "amount")), Is.EqualTo((5, 48, 1359.68m)));

        static decimal Sum(IEnumerable<Dictionary<string, string>> rows, string column) => rows.Sum(row =>
            decimal.Parse(row[column], CultureInfo.InvariantCulture) * ((row.GetValueOrDefault("invoiceKind") ?? row["kind"]) == "credit_note" ? -1 : 1));
    }

    [Test]
    public async Task ElectronicInvoices_SayTheSame()
    {
        var said = new List<string>();
        foreach (var invoice in All)
            said.Add(InWords(await XmlOfAsync(invoice)));

        Assert.That(said, Is.EqualTo((string[])
        [
            "TD01 488.39: 22.00 375.00 82.50, 4.00 29.70 1.19", "TD01 965.00: 22.00 790.98 174.02", "TD01 200.08: 22.00 164.00 36.08",
            "TD04 226.73: 22.00 185.84 40.89", "TD01 226.72: 22.00 185.84 40.88",
        ]));

        static string InWords(XDocument xml)
        {
            var rates = xml.Descendants("DatiRiepilogo")
                .Select(rate => $"{Value(rate, "AliquotaIVA")} {Value(rate, "ImponibileImporto")} {Value(rate, "Imposta")}");
            return $"{Value(xml, "TipoDocumento")} {Value(xml, "ImportoTotaleDocumento")}: {string.Join(", ", rates)}";

            static string Value(XContainer within, string name) => within.Descendants(name).Single().Value;
        }
    }

    [Test]
    public async Task ElectronicInvoices_AreValidToTheSchema()
    {
        if (!FatturaPaSchema.IsThere)
            Assert.Ignore(FatturaPaSchema.Missing);

        foreach (var invoice in All)
            Assert.That(FatturaPaSchema.FaultsOf(await XmlOfAsync(invoice)), Is.Empty, (string?)invoice["number"]);
    }

    private static string[] RatesOf(JsonNode invoice) =>
        [.. invoice["vat"]!.AsArray().Select(rate => $"{rate!["percent"]}% {rate["taxable"]!["amount"]} {rate["tax"]!["amount"]}")];

    private static string TallyOf(JsonNode run) =>
        $"{run["tally"]!["invoices"]} invoices {run["tally"]!["lines"]} lines {run["tally"]!["net"]!["amount"]}";

    private static string OutcomeOf(JsonNode? outcome) =>
        $"{outcome!["customerId"]} {outcome["kind"]} {outcome["lines"]} {outcome["net"]!["amount"]} {outcome["total"]!["amount"]}";

    private async Task<IEnumerable<string>> MissingAsync(JsonNode invoice, params string[] words)
    {
        var html = await Books.Api.GetAsync($"/v1/invoices/{invoice["id"]}", ("Accept", "text/html"), ("Accept-Language", "en"));
        var text = WebUtility.HtmlDecode(html.Text);
        return words.Where(word => !text.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>It is given out only once the product's own checks have passed.</summary>
    private async Task<XDocument> XmlOfAsync(JsonNode invoice)
    {
        var file = await Books.Api.GetAsync($"/v1/invoices/{invoice["id"]}/fatturapa");
        Assert.That(file.Status, Is.EqualTo(200), file.Text);
        return XDocument.Parse(file.Text);
    }

    private async Task<IEnumerable<string>> FiguresAsync(string query) =>
        from figure in await Desk.AllAsync(Books.Api, $"/v1/figures/{query}&limit=100")
        let amount = (figure["net"] ?? figure["takenOff"])!["amount"]
        let guarantee = figure["kind"] is { } kind ? $"{kind} {figure["times"]} " : ""
        select $"{figure["month"]} {figure["plan"]} {figure["customerId"]} {guarantee}{amount}";

    /// <summary>All that was issued, as CSV.</summary>
    private async Task<IReadOnlyList<Dictionary<string, string>>> ExportAsync(string list)
    {
        var rows = CsvTable.Read((await Books.Api.GetAsync($"/v1/{list}?from=2026-11-01&to=2027-01-31", ("Accept", "text/csv"))).Text);
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(field => field.First, field => field.Second))];
    }
}
