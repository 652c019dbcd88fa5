using MisterAssist.Api.Tests.Billing;
using MisterAssist.Api.Tests.Tickets;

namespace MisterAssist.Api.Tests.Invoices.Deliveries;

/// <summary>What the exchange system would refuse is not issued: it takes no number, and stays a draft until it is put right.</summary>
internal sealed class IssueCheckStories
{
    /// <summary>Who has it cannot be invoiced by us: the exchange system takes it for a mistake.</summary>
    private const string OurVatNumber = "00743110157";

    private Accountancy? _books;

    private Accountancy Books => _books!;

    [TearDown]
    public void Close() => _books?.Dispose();

    [Test]
    public async Task Issue_OfWhatWouldBeRefused_TakesNoNumberAndSaysWhy()
    {
        _books = await Accountancy.OpenAsync("2026-11-02 09:00");
        var customer = await CustomerAsync("Forno S.r.l.", OurVatNumber);
        Books.Shop.At("2026-12-01 08:00");
        await Books.BillAsync("2026-11");
        var draft = await Books.InvoiceOfAsync(customer);

        var refused = await Books.TryAsync(draft, "issue");

        Problem.Expect(refused, 422, "electronic_invoice_refused");
        Assert.That((string?)refused.Json["detail"], Does.StartWith("00471: the customer has the VAT number of the company"));
        var after = await Books.InvoiceOfAsync(customer);
        Assert.That($"{after["status"]} {after["version"]} {after["number"]}", Is.EqualTo($"draft {draft["version"]} "));
        await PutRightAsync(customer);
        Assert.That((string?)(await Books.IssueAsync(after))["number"], Is.EqualTo("FT-2026-000001"));
    }

    [Test]
    public async Task Run_WithOneThatWouldBeRefused_IssuesTheOthersAndTriesThatAgain()
    {
        _books = await Accountancy.OpenAsync("2026-11-02 09:00");
        var (wrong, right) = (await CustomerAsync("Forno S.r.l.", OurVatNumber), await Books.CustomerAsync("Bar S.r.l.", "silver"));
        Books.Shop.At("2026-12-01 08:00");

        var run = await Books.BillAsync("2026-11", issue: true);

        Assert.That($"{run["status"]} {run["tally"]!["invoices"]} {run["tally"]!["failed"]}", Is.EqualTo("completed 1 1"));
        var failed = (await Books.Api.ReadAsync($"/v1/billing-runs/{run["id"]}/outcomes?kind=failed"))["data"]!.AsArray().Single()!;
        var draft = await Books.InvoiceOfAsync(wrong);
        Assert.That(
            $"{failed["customerId"]} {failed["invoiceId"]} {failed["code"]} {failed["lines"]}", Is.EqualTo($"{wrong} {draft["id"]} electronic_invoice_refused 1"));
        Assert.That((string?)failed["detail"], Does.StartWith("00471: "));
        Assert.That($"{draft["status"]} {Accountancy.TotalsOf(draft)}", Is.EqualTo("draft 600.00 132.00 732.00"));
        Assert.That((string?)(await Books.InvoiceOfAsync(right))["number"], Is.EqualTo("FT-2026-000001"));

        await PutRightAsync(wrong);
        await Books.BillAsync("2026-11", issue: true);

        var issued = await Books.InvoiceOfAsync(wrong);
        Assert.That($"{issued["id"]} {issued["number"]}", Is.EqualTo($"{draft["id"]} FT-2026-000002"));
    }

    [Test]
    public async Task Issue_WhereTheCompanyIsNotSetUp_NamesTheSettings_AndStatementsNeedNone()
    {
        _books = await Accountancy.OpenAsync("2026-11-02 09:00", ("Company:Seat:City", " "));
        var (customer, favoured) = (await Books.CustomerAsync("Forno S.r.l.", "silver"), await Books.CustomerAsync("Bar S.r.l."));
        Books.Shop.At("2026-11-10 10:00");
        var free = await Books.Shop.PlanAsync(await Books.Shop.ReportAsync(favoured), ourFault: "Our cable.");
        await Books.Shop.StartAsync(free);
        await Books.Shop.CompleteAsync(free, "2026-11-10 10:00", "2026-11-10 10:15");
        await Books.Shop.IssueAsync(free);
        Books.Shop.At("2026-12-01 08:00");

        var run = await Books.BillAsync("2026-11", issue: true);

        Assert.That($"{run["tally"]!["statements"]} {run["tally"]!["failed"]}", Is.EqualTo("1 1"));
        Assert.That((string?)(await Books.InvoiceOfAsync(favoured))["number"], Is.EqualTo("EC-2026-000001"));
        var refused = await Books.TryAsync(await Books.InvoiceOfAsync(customer), "issue");
        Problem.Expect(refused, 409, "electronic_invoices_not_set_up");
        Assert.That((string?)refused.Json["detail"], Does.Contain("Company:Seat:City is missing"));
    }

    private Task<string> CustomerAsync(string name, string vatNumber) =>
        Books.CustomerAsync(name, "silver", change: body => body["vatNumber"] = vatNumber);

    private async Task PutRightAsync(string customer)
    {
        var changed = await Books.Api.PatchAsync($"/v1/customers/{customer}", """{ "vatNumber": "01234567897" }""", Desk.Any);
        Assert.That(changed.Status, Is.EqualTo(200), changed.Text);
    }
}
