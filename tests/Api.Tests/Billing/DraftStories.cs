using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.OpenApi;
using MisterAssist.Api.Tests.Tickets;

namespace MisterAssist.Api.Tests.Billing;

/// <summary>What keeps drafts from being issued, or thrown away.</summary>
internal sealed class DraftStories
{
    private Accountancy _books = null!;

    [SetUp]
    public async Task OpenAsync() => _books = await Accountancy.OpenAsync("2026-11-02 09:00");

    [TearDown]
    public void Close() => _books.Dispose();

    [Test]
    public async Task Run_AfterANumberOfALaterDate_TellsSo_AndTheDraftIsIssuedOnceThatDayHasCome()
    {
        var (ahead, behind) = (await _books.CustomerAsync("Forno S.r.l.", "silver"), await _books.CustomerAsync("Bar S.r.l.", "bronze"));
        _books.Shop.At("2026-12-20 08:00");
        await _books.BillAsync("2026-11");
        await _books.IssueAsync(await _books.InvoiceOfAsync(ahead));
        // The clock was ahead, and is put right.
        _books.Shop.At("2026-12-10 08:00");

        var tried = await _books.Api.AskAsync("/v1/billing-runs/dry-run", new JsonObject { ["month"] = "2026-11", ["issue"] = true });
        var run = await _books.BillAsync("2026-11", issue: true);

        var failed = (await _books.Api.ReadAsync($"/v1/billing-runs/{run["id"]}/outcomes?kind=failed"))["data"]!.AsArray().Single()!;
        Assert.That(
            $"{failed["customerId"]} {failed["code"]}: {failed["detail"]}",
            Is.EqualTo($"{behind} invoice_date_before_last: The last number was given on 2026-12-20: one after it cannot have an earlier date."));
        Assert.That(tried["outcomes"]!.AsArray().Single()!.ToJsonString(), Is.EqualTo(failed.ToJsonString()));
        _books.Shop.At("2026-12-20 09:00");
        await _books.BillAsync("2026-11", issue: true);
        Assert.That((string?)(await _books.InvoiceOfAsync(behind))["number"], Is.EqualTo("FT-2026-000002"));
    }

    /// <summary>What is done to invoices; nothing among it writes a line.</summary>
    [Test]
    public void Lines_AreWrittenByBillingAlone() => Assert.That(
        ApiDescription.Published.Operations
            .Where(operation => operation.Path.StartsWith("/v1/invoices", StringComparison.Ordinal))
            .Where(operation => !operation.Method.Equals("get", StringComparison.OrdinalIgnoreCase))
            .Select(operation => operation.Id),
        Is.EquivalentTo(new[]
        {
            "creditInvoice", "deliverInvoice", "discardInvoice", "issueInvoice", "rejectInvoice", "retryInvoice", "reversePayment", "sendInvoice", "takePayment",
        }));

    [Test]
    public async Task Discard_OfADraftThatSaysSomethingElseMeanwhile_IsRefused()
    {
        var customer = await _books.CustomerAsync("Forno S.r.l.", "silver");
        _books.Shop.At("2026-12-01 08:00");
        await _books.BillAsync("2026-11");
        var path = $"/v1/invoices/{(await _books.InvoiceOfAsync(customer))["id"]}";
        var read = (await _books.Api.GetAsync(path)).Header("ETag")!;
        await _books.Api.PatchAsync($"/v1/customers/{customer}", """{ "name": "Forno Aurora S.r.l." }""", Desk.Any);

        Assert.That((await _books.Api.DeleteAsync(path, ("If-Match", read))).Status, Is.EqualTo(412));

        read = (await _books.Api.GetAsync(path)).Header("ETag")!;
        Assert.That((await _books.Api.DeleteAsync(path, ("If-Match", read))).Status, Is.EqualTo(204));
    }

    [TestCase(0)]
    [TestCase(100_001)]
    public async Task Credit_OfALineThatNoInvoiceHas_IsMalformed(int line)
    {
        var customer = await _books.CustomerAsync("Forno S.r.l.", "silver");
        _books.Shop.At("2026-12-01 08:00");
        await _books.BillAsync("2026-11", issue: true);

        var credited = await _books.TryAsync(
            await _books.InvoiceOfAsync(customer), "credit-notes", new() { ["lines"] = new JsonArray(1, line), ["reason"] = "Why" });

        Problem.Expect(credited, 400, "invalid_request", "/lines/1");
    }
}
