using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Interventions;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Application.Billing;

namespace MisterAssist.Api.Tests.Billing;

/// <summary>November 2026 is billed. Silver costs 600.00 a year; a quarter of an hour on site 13.75, a call-out 25.00.</summary>
internal sealed class BillingStories
{
    private Accountancy _books = null!;

    [SetUp]
    public async Task OpenAsync() => _books = await Accountancy.OpenAsync("2026-11-02 09:00");

    [TearDown]
    public void Close() => _books.Dispose();

    [Test]
    public async Task Month_OfACustomerWithAContract_IsOneInvoiceOfTheFeeAndTheWork()
    {
        var customer = await _books.CustomerAsync("Forno S.r.l.", "silver");
        await _books.WorkAsync(customer, "2026-11-10 10:00");
        await _books.WorkAsync(customer, "2026-11-20 10:00");
        _books.Shop.At("2026-12-01 08:00");

        var run = await _books.BillAsync("2026-11");

        Assert.That((string?)run["status"], Is.EqualTo("completed"));
        Assert.That(Accountancy.TallyOf(run), Is.EqualTo("1 looked, 1 invoices, 0 credit notes, 0 statements, 0 failed, 5 lines, 677.50"));
        var draft = await _books.InvoiceOfAsync(customer);
        Assert.That(Accountancy.LinesOf(draft), Is.EqualTo((string[])["contract_fee 600.00", "call_out 25.00", "labour 13.75", "call_out 25.00", "labour 13.75"]));
        // 677.50 at 22 %: 149.05.
        Assert.That(Accountancy.TotalsOf(draft), Is.EqualTo("677.50 149.05 826.55"));
        Assert.That((string?)draft["status"], Is.EqualTo("draft"));
        var issued = await _books.IssueAsync(draft);
        Assert.That($"{issued["number"]} {issued["status"]} {issued["issuedOn"]} {issued["dueOn"]}", Is.EqualTo("FT-2026-000001 issued 2026-12-01 2026-12-31"));
    }

    [Test]
    public async Task Month_BilledAgain_BillsNothingTwiceAndWhatCameLater()
    {
        var customer = await _books.CustomerAsync("Forno S.r.l.", "silver");
        await _books.WorkAsync(customer, "2026-11-10 10:00");
        _books.Shop.At("2026-12-01 08:00");
        await _books.BillAsync("2026-11");

        Assert.That(Accountancy.TallyOf(await _books.BillAsync("2026-11")), Is.EqualTo("1 looked, 0 invoices, 0 credit notes, 0 statements, 0 failed, 0 lines, 0.00"));
        Assert.That(Accountancy.TotalsOf(await _books.InvoiceOfAsync(customer)), Is.EqualTo("638.75 140.53 779.28"));
    }

    [Test]
    public async Task Month_BilledByTenRunsAtOnce_IsBilledOnce()
    {
        var customers = new List<string>();
        for (var i = 0; i < 60; i++)
            customers.Add(await _books.CustomerAsync($"Cliente {i:00} S.r.l.", "bronze"));
        _books.Shop.At("2026-12-01 08:00");

        var started = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _books.StartAsync("2026-11", issue: true)));
        var runs = new List<JsonNode>();
        foreach (var run in started)
            runs.Add(await _books.DoneAsync((string)run.Json["id"]!));

        Assert.That(runs.Sum(run => (int)run["tally"]!["lines"]!), Is.EqualTo(60));
        Assert.That(runs.Sum(run => (int)run["tally"]!["invoices"]!), Is.EqualTo(60));
        var numbers = (await Desk.AllAsync(_books.Api, "/v1/invoices?limit=100")).Select(invoice => (string?)invoice["number"]);
        Assert.That(numbers, Is.EquivalentTo(Enumerable.Range(1, 60).Select(n => $"FT-2026-{n:000000}")));
    }

    [Test]
    public async Task Run_WhileItGoesOn_SaysWhereAndWhenToLookAgain()
    {
        _books.Shop.At("2026-12-01 08:00");
        var waiting = await _books.Shop.Desk.App.SendAsync(new StartBillingRunCommand(new(2026, 11), Issues: false));

        var running = await _books.Api.GetAsync($"/v1/billing-runs/{waiting.Id}");

        Assert.That(((string?)running.Json["status"], running.Header("Retry-After")), Is.EqualTo(("running", "1")));
        await Workshop.SendAsync(_books.Api, $"/v1/billing-runs/{waiting.Id}/cancel", null);
        Assert.That((await _books.Api.GetAsync($"/v1/billing-runs/{waiting.Id}")).Header("Retry-After"), Is.Null);
        var started = await _books.StartAsync("2026-11");
        Assert.That((started.Header("Retry-After"), started.Header("Location")), Is.EqualTo(("1", $"/v1/billing-runs/{started.Json["id"]}")));
    }

    [Test]
    public async Task Customer_WhosePlanHasNoPrice_IsToldAndTheOthersAreBilled()
    {
        // The list of the workshop holds from 2026 on.
        var unpriced = await _books.CustomerAsync("Archivio S.r.l.", "silver", "2025-12-15");
        await _books.CustomerAsync("Forno S.r.l.", "silver");
        _books.Shop.At("2026-12-01 08:00");

        var run = await _books.BillAsync("2026-11");

        Assert.That(Accountancy.TallyOf(run), Does.StartWith("2 looked, 1 invoices, 0 credit notes, 0 statements, 1 failed"));
        var failed = (await _books.Api.ReadAsync($"/v1/billing-runs/{run["id"]}/outcomes?kind=failed"))["data"]!.AsArray().Single()!;
        Assert.That(((string?)failed["customerId"], (string?)failed["code"]), Is.EqualTo((unpriced, "fee_not_priced")));
    }

    [Test]
    public async Task Drafts_OfAMonth_AreIssuedByTheNextRunThatIssues()
    {
        var (first, second) = (await _books.CustomerAsync("Forno S.r.l.", "silver"), await _books.CustomerAsync("Bar S.r.l.", "bronze"));
        _books.Shop.At("2026-12-01 08:00");
        await _books.BillAsync("2026-11");
        var draft = await _books.InvoiceOfAsync(first);
        var tried = await _books.Api.AskAsync("/v1/billing-runs/dry-run", new JsonObject { ["month"] = "2026-11" });
        Assert.That(tried["outcomes"]!.AsArray(), Is.Empty, "Nothing would be added.");

        var run = await _books.BillAsync("2026-11", issue: true);

        Assert.That(Accountancy.TallyOf(run), Does.StartWith("2 looked, 2 invoices, 0 credit notes, 0 statements, 0 failed"));
        foreach (var customer in (string[])[first, second])
            Assert.That((string?)(await _books.InvoiceOfAsync(customer))["status"], Is.EqualTo("issued"));
        Assert.That((string?)(await _books.InvoiceOfAsync(first))["id"], Is.EqualTo((string?)draft["id"]));
        Assert.That(Accountancy.TallyOf(await _books.BillAsync("2026-11", issue: true)), Does.StartWith("2 looked, 0 invoices"), "Nothing is left.");
    }

    [Test]
    public async Task Drafts_ThatCouldNotBeIssued_AreIssuedByTheRunOfALaterMonthOnceTheyCan()
    {
        var customer = await _books.CustomerAsync("Forno S.r.l.", "silver", change: body => body["vatNumber"] = "00743110157");
        _books.Shop.At("2026-12-01 08:00");
        var tried = await _books.Api.AskAsync("/v1/billing-runs/dry-run", new JsonObject { ["month"] = "2026-11", ["issue"] = true });
        Assert.That($"{tried["outcomes"]![0]!["kind"]} {tried["outcomes"]![0]!["code"]}", Is.EqualTo("failed electronic_invoice_refused"));
        Assert.That(Accountancy.TallyOf(await _books.BillAsync("2026-11", issue: true)), Is.EqualTo(Accountancy.TallyOf(tried)));
        await _books.WorkAsync(customer, "2026-12-10 10:00");
        _books.Shop.At("2027-01-02 08:00");
        Assert.That(Accountancy.TallyOf(await _books.BillAsync("2026-12", issue: true)), Does.Contain("0 statements, 2 failed"), "the one waits for the other");

        Assert.That((await _books.Api.PatchAsync($"/v1/customers/{customer}", """{ "vatNumber": "01234567897" }""", Desk.Any)).Status, Is.EqualTo(200));
        _books.Shop.At("2027-02-01 08:00");
        await _books.BillAsync("2027-01", issue: true);

        var issued = (await _books.Api.ReadAsync($"/v1/invoices?customerId={customer}"))["data"]!.AsArray();
        Assert.That(
            issued.Select(one => $"{one!["month"]} {one["status"]} {one["number"]}"),
            Is.EqualTo((string[])["2026-11 issued FT-2027-000001", "2026-12 issued FT-2027-000002"]));
    }

    [Test]
    public async Task Month_ThatIsNotOver_IsRefused()
    {
        _books.Shop.At("2026-11-30 23:59");
        Problem.Expect(await _books.StartAsync("2026-11"), 422, "month_not_over", "/month");

        // In Rome it is December.
        _books.Shop.At("2026-12-01 00:00");
        Assert.That((await _books.StartAsync("2026-11")).Status, Is.EqualTo(202));
    }

    [Test]
    public async Task Month_TriedBefore_ShowsTheSameAndStoresNothing()
    {
        var customer = await _books.CustomerAsync("Forno S.r.l.", "silver");
        await _books.WorkAsync(customer, "2026-11-10 10:00");
        _books.Shop.At("2026-12-01 08:00");

        var tried = await _books.Api.AskAsync("/v1/billing-runs/dry-run", new JsonObject { ["month"] = "2026-11" });

        Assert.That((await _books.Api.ReadAsync("/v1/invoices"))["data"]!.AsArray(), Is.Empty);
        var run = await _books.BillAsync("2026-11");
        Assert.That(Accountancy.TallyOf(tried), Is.EqualTo(Accountancy.TallyOf(run)));
        var outcome = (await _books.Api.ReadAsync($"/v1/billing-runs/{run["id"]}/outcomes"))["data"]!.AsArray().Single()!;
        outcome["invoiceId"] = null;
        Assert.That(tried["outcomes"]!.AsArray().Single()!.ToJsonString(), Is.EqualTo(outcome.ToJsonString()));
    }

    [Test]
    public async Task Month_OfFreeWork_IsAStatement()
    {
        var customer = await _books.CustomerAsync("Forno S.r.l.");
        var (intervention, _) = await FreeWorkAsync(customer);
        _books.Shop.At("2026-12-01 08:00");

        var run = await _books.BillAsync("2026-11", issue: true);

        Assert.That(Accountancy.TallyOf(run), Is.EqualTo("1 looked, 0 invoices, 0 credit notes, 1 statements, 0 failed, 4 lines, 0.00"));
        var statement = await _books.InvoiceOfAsync(customer);
        Assert.That($"{statement["kind"]} {statement["number"]} {statement["status"]}", Is.EqualTo("statement EC-2026-000001 issued"));
        Assert.That(Accountancy.LinesOf(statement), Is.EqualTo((string[])["call_out 40.00", "discount -40.00 of 1", "labour 70.00", "discount -70.00 of 3"]));
        var provenance = await _books.Api.ReadAsync($"/v1/invoices/{statement["id"]}/lines/2/provenance");
        Assert.That(((string?)provenance["interventionId"], (string?)provenance["guarantee"]!["kind"]), Is.EqualTo((intervention, "our_fault")));
    }

    [Test]
    public async Task Credit_OfOneLine_TakesItsDiscountWithItAndFreesBoth()
    {
        var customer = await _books.CustomerAsync("Forno S.r.l.", "silver");
        await _books.WorkAsync(customer, "2026-11-10 10:00");
        _books.Shop.At("2026-12-01 08:00");
        await _books.BillAsync("2026-11", issue: true);
        var invoice = await _books.InvoiceOfAsync(customer);

        var credited = await _books.TryAsync(invoice, "credit-notes", new() { ["lines"] = new JsonArray(2), ["reason"] = "Nobody came." });

        Assert.That(credited.Status, Is.EqualTo(201), credited.Text);
        var note = credited.Json;
        Assert.That($"{note["kind"]} {note["number"]} {note["creditsInvoiceId"]}", Is.EqualTo($"credit_note NC-2026-000001 {invoice["id"]}"));
        Assert.That(Accountancy.TotalsOf(note), Is.EqualTo("25.00 5.50 30.50"));
        var after = await _books.Api.ReadAsync($"/v1/invoices/{invoice["id"]}");
        Assert.That((string?)after["open"]!["amount"], Is.EqualTo("748.78"));
        Problem.Expect(
            await _books.TryAsync(invoice, "credit-notes", new() { ["lines"] = new JsonArray(2), ["reason"] = "Again." }), 409, "line_credited_already");
        Assert.That(Accountancy.TallyOf(await _books.BillAsync("2026-11")), Is.EqualTo("1 looked, 1 invoices, 0 credit notes, 0 statements, 0 failed, 1 lines, 25.00"));
    }

    [Test]
    public async Task Payments_InParts_PayIt()
    {
        var customer = await _books.CustomerAsync("Forno S.r.l.", "silver");
        _books.Shop.At("2026-12-01 08:00");
        await _books.BillAsync("2026-11", issue: true);
        var invoice = await _books.InvoiceOfAsync(customer);
        Assert.That((string?)invoice["open"]!["amount"], Is.EqualTo("732.00"));

        _books.Shop.At("2027-01-02 08:00");
        Assert.That((await _books.InvoiceOfAsync(customer, "&overdue=true"))["overdue"]!.GetValue<bool>(), Is.True);
        Problem.Expect(await PayAsync("732.01"), 422, "paid_too_much", "/amount");
        Assert.That((await PayAsync("700.00")).Json["status"]!.GetValue<string>(), Is.EqualTo("issued"));
        var paid = await PayAsync("32.00");
        Assert.That(((string?)paid.Json["status"], (string?)paid.Json["open"]!["amount"], paid.Json["overdue"]!.GetValue<bool>()), Is.EqualTo(("paid", "0.00", false)));
        var reversed = await _books.TryAsync(invoice, "payments/2/reverse", new() { ["reason"] = "It came back." });
        Assert.That(((string?)reversed.Json["status"], (string?)reversed.Json["open"]!["amount"]), Is.EqualTo(("issued", "32.00")));

        Task<Answer> PayAsync(string amount) =>
            _books.TryAsync(invoice, "payments", new() { ["amount"] = Workshop.Euro(amount), ["paidOn"] = "2027-01-02" });
    }

    [Test]
    public async Task Report_ThatIsBilled_IsVoidedOnlyOnceItsLinesAreFree()
    {
        var customer = await _books.CustomerAsync("Forno S.r.l.");
        var report = await _books.WorkAsync(customer, "2026-11-10 10:00");
        _books.Shop.At("2026-12-01 08:00");
        await _books.BillAsync("2026-11");
        var draft = await _books.InvoiceOfAsync(customer);
        Problem.Expect(await VoidAsync(), 409, "work_report_billed");

        Assert.That((await _books.Api.DeleteAsync($"/v1/invoices/{draft["id"]}", Desk.Any)).Status, Is.EqualTo(204));

        Assert.That((await VoidAsync()).Status, Is.EqualTo(200));
        Assert.That(Accountancy.TallyOf(await _books.BillAsync("2026-11")), Is.EqualTo("0 looked, 0 invoices, 0 credit notes, 0 statements, 0 failed, 0 lines, 0.00"));

        Task<Answer> VoidAsync() => Workshop.SendAsync(_books.Api, $"/v1/work-reports/{report["id"]}/void", new() { ["reason"] = "Another customer's." });
    }

    private async Task<(string Intervention, JsonNode Report)> FreeWorkAsync(string customer)
    {
        _books.Shop.At("2026-11-10 10:00");
        var intervention = await _books.Shop.PlanAsync(await _books.Shop.ReportAsync(customer), ourFault: "Our cable.");
        await _books.Shop.StartAsync(intervention);
        await _books.Shop.CompleteAsync(intervention, "2026-11-10 10:00", "2026-11-10 10:15");
        return (intervention, await _books.Shop.IssueAsync(intervention));
    }
}
