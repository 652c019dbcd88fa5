using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Interventions;

namespace MisterAssist.Api.Tests.Billing;

/// <summary>What a run gives back of fees that were charged: on a credit note of its own, over the invoice that charged them.</summary>
public sealed class GivenBackStories : GivenBackWorld
{
    [Test]
    public async Task WhatIsGivenBack_NamesTheInvoiceThatChargedIt()
    {
        var note = await GiveBackAsync();

        Assert.That($"{note["kind"]} {note["number"]} {Accountancy.TotalsOf(note)}", Is.EqualTo("credit_note NC-2027-000001 501.37 110.30 611.67"));
        Assert.That(Accountancy.LinesOf(note), Is.EqualTo((string[])["contract_fee_credit 501.37"]));
        Assert.That($"{note["givesBackInvoiceId"]} {note["givesBackInvoiceNumber"]}", Is.EqualTo($"{Charged["id"]} {Charged["number"]}"));
        var file = await FileOfAsync(note);
        Assert.That(file.Descendants("DatiFattureCollegate").Single().Element("IdDocumento")!.Value, Is.EqualTo((string?)Charged["number"]));
        var page = (await Books.Api.GetAsync($"/v1/invoices/{note["id"]}", ("Accept", "text/html"), ("Accept-Language", "it"))).Text;
        Assert.That(page, Does.Contain($"{Charged["number"]} del 01/12/2026"));
    }

    [Test]
    public async Task WhatIsGivenBack_IsSetOffAgainstTheOpenInvoice()
    {
        await GiveBackAsync();

        var after = await ReadAsync(Charged);
        Assert.That($"{after["status"]} {after["credited"]!["amount"]} {after["open"]!["amount"]}", Is.EqualTo("issued 611.67 120.33"));
        var paid = await Books.TryAsync(after, "payments", new() { ["amount"] = Workshop.Euro("120.33"), ["paidOn"] = "2027-01-02" });
        Assert.That((string?)paid.Json["status"], Is.EqualTo("paid"), paid.Text);
        var told = (await Books.Api.ReadAsync($"/v1/events?customerId={Customer}&type=invoice.set_off"))["data"]!.AsArray();
        Assert.That(told.Select(one => (string?)one!["type"]), Is.EqualTo((string[])["invoice.set_off"]));
    }

    [Test]
    public async Task AnotherPlan_IsChargedForItself_AndGivenBackWhereItWasCharged()
    {
        var customer = await EndAsync("silver", "bronze", issue: true);

        // 321 of 365 days of silver are given back, and as many of bronze charged; of those 274 are given back then: 47 are left, 30.90.
        Assert.That(await BooksOfAsync(customer), Is.EqualTo((string[])
        [
            "FT-2026-000002 600.00 132.00 732.00, open 88.24", "FT-2027-000001 211.07 46.44 257.51, open 37.70",
            "NC-2027-000002 527.67 116.09 643.76 over FT-2026-000002", "NC-2027-000003 180.17 39.64 219.81 over FT-2027-000001",
        ]));
    }

    [Test]
    public async Task AFeeThatWasNotIssuedYet_IsGivenBackOnTheSameDraft()
    {
        var customer = await EndAsync("bronze", "silver", issue: false);
        var drafts = (await Books.Api.ReadAsync($"/v1/invoices?customerId={customer}&status=draft"))["data"]!.AsArray();
        Assert.That(drafts.Select(draft => (string?)draft!["month"]), Is.EqualTo((string[])["2026-12", "2026-12"]));

        var run = await Books.BillAsync("2027-01", issue: true);

        // 527.67 of silver less 450.41, and 211.07 of bronze given back.
        Assert.That(await BooksOfAsync(customer), Is.EqualTo((string[])
        [
            "FT-2026-000002 240.00 52.80 292.80, open 35.29", "FT-2027-000001 77.26 17.00 94.26, open 94.26",
            "NC-2027-000002 211.07 46.44 257.51 over FT-2026-000002",
        ]));
        var outcomes = (await Books.Api.ReadAsync($"/v1/billing-runs/{run["id"]}/outcomes"))["data"]!.AsArray().Where(came => (string?)came!["customerId"] == customer);
        Assert.That(outcomes.Select(came => $"{came!["kind"]} {came["net"]!["amount"]}"), Is.EqualTo((string[])["invoice 77.26", "credit_note -211.07"]));
        Assert.That($"{run["tally"]!["invoices"]} {run["tally"]!["creditNotes"]} {run["tally"]!["net"]!["amount"]}", Is.EqualTo("1 2 -635.18"));
    }

    [Test]
    public async Task WhatIsGivenBack_HasTheVatUnderWhichItWasCharged()
    {
        await TaxAsync("""{ "exemption": { "nature": "N3.5", "reference": "Dichiarazione 1/2026" } }""");

        var note = await GiveBackAsync();

        Assert.That(Accountancy.TotalsOf(note), Is.EqualTo("501.37 110.30 611.67"));
        Assert.That((await FileOfAsync(note)).Descendants("Natura"), Is.Empty);
        Assert.That((string?)(await ReadAsync(Charged))["open"]!["amount"], Is.EqualTo("120.33"));
    }

    [Test]
    public async Task WorkOfTheSameMonth_IsOnAnInvoiceOfItsOwn()
    {
        var report = await Books.WorkAsync(Customer, "2026-12-10 10:00");
        Books.Shop.At("2027-01-02 08:00");
        await Books.BillAsync("2026-12", issue: true);
        var work = await InvoiceOfAsync(Customer, "FT-2027-000001");
        Assert.That((string?)work["lines"]![0]!["workReportId"], Is.EqualTo((string?)report["id"]));

        await CreditAsync(work);

        Assert.That((await Workshop.SendAsync(Books.Api, $"/v1/work-reports/{report["id"]}/void", new() { ["reason"] = "Another customer's." })).Status, Is.EqualTo(200));
        Assert.That(await StateOfAsync(Charged), Is.EqualTo("issued 611.67 120.33"));
        Assert.That(await StateOfAsync(await InvoiceOfAsync(Customer, "NC-2027-000001")), Is.EqualTo("issued 0.00 0.00"));
    }

    [Test]
    public async Task RegimesAreNotMixed_AndEachDocumentIsOwedForItself()
    {
        var customer = await Books.CustomerAsync("Comune di Prova", "silver", change: body => body["taxation"] = JsonNode.Parse("""{ "splitPayment": true }"""));
        await Books.BillAsync("2026-11", issue: true);
        await DoAsync(customer, "terminate", new() { ["fromOn"] = "2026-12-31", ["reason"] = "They close." });
        await TaxAsync("""{ "splitPayment": false }""", customer);
        await Books.WorkAsync(customer, "2026-12-10 10:00");

        Books.Shop.At("2027-01-02 08:00");
        await Books.BillAsync("2026-12", issue: true);

        var (first, work) = (await InvoiceOfAsync(customer, "FT-2026-000002"), await InvoiceOfAsync(customer, "FT-2027-000001"));
        Assert.That($"{first["open"]!["amount"]} {work["open"]!["amount"]}", Is.EqualTo($"98.63 {work["total"]!["amount"]}"));
    }

    /// <summary>A contract of November that changes its plan in the midst of December, and ends with January; those two months are billed, and issued or not.</summary>
    private async Task<string> EndAsync(string plan, string then, bool issue)
    {
        var customer = await Books.CustomerAsync("Bar Sport S.r.l.", plan);
        await Books.BillAsync("2026-11", issue: true);
        await DoAsync(customer, "change-plan", new() { ["plan"] = then, ["fromOn"] = "2026-12-15" });
        Books.Shop.At("2027-01-02 08:00");
        await Books.BillAsync("2026-12", issue);
        await DoAsync(customer, "terminate", new() { ["fromOn"] = "2027-01-31", ["reason"] = "They close." });
        Books.Shop.At("2027-02-02 08:00");
        await Books.BillAsync("2027-01", issue);
        return customer;
    }
}
