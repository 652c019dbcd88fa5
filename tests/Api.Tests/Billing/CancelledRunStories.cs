using MisterAssist.Api.Tests.Interventions;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Application.Billing;

namespace MisterAssist.Api.Tests.Billing;

/// <summary>November 2026 is billed by a run that is cancelled: before it began, or when it has seen to the first 50 customers.</summary>
internal sealed class CancelledRunStories
{
    private Accountancy _books = null!;

    private ApiFactory App => _books.Shop.Desk.App;

    [SetUp]
    public async Task OpenAsync() => _books = await Accountancy.OpenAsync("2026-11-02 09:00");

    [TearDown]
    public void Close() => _books.Dispose();

    [Test]
    public async Task Run_ThatWasCancelled_LeavesTheRestToTheNext()
    {
        await _books.CustomerAsync("Forno S.r.l.", "silver");
        _books.Shop.At("2026-12-01 08:00");
        var run = await App.SendAsync(new StartBillingRunCommand(new(2026, 11), Issues: false));

        var cancelled = await Workshop.SendAsync(_books.Api, $"/v1/billing-runs/{run.Id}/cancel", null);

        Assert.That((string?)cancelled.Json["status"], Is.EqualTo("cancelled"), cancelled.Text);
        Problem.Expect(await Workshop.SendAsync(_books.Api, $"/v1/billing-runs/{run.Id}/cancel", null), 409, "billing_run_ended");
        Assert.That(Accountancy.TallyOf(await _books.BillAsync("2026-11")), Does.StartWith("1 looked, 1 invoices"));
        Assert.That((int?)(await _books.DoneAsync(run.Id.ToString()))["tally"]!["looked"], Is.Zero);
    }

    [Test]
    public async Task Run_CancelledHalfWay_KeepsWhatItBilledAndLeavesTheRestToTheNext()
    {
        for (var i = 0; i < 60; i++)
            await _books.CustomerAsync($"Cliente {i:00} S.r.l.", "bronze");
        _books.Shop.At("2026-12-01 08:00");
        var run = await App.SendAsync(new StartBillingRunCommand(new(2026, 11), Issues: true));
        Assert.That(await App.SendAsync(new BillNextCustomersCommand()), Is.True);

        var cancelled = await Workshop.SendAsync(_books.Api, $"/v1/billing-runs/{run.Id}/cancel", null);

        const string HalfWay = "50 looked, 50 invoices, 0 credit notes, 0 statements, 0 failed, 50 lines, 12000.00";
        Assert.That($"{cancelled.Json["status"]}: {Accountancy.TallyOf(cancelled.Json)}", Is.EqualTo($"cancelled: {HalfWay}"));
        Assert.That(await App.SendAsync(new BillNextCustomersCommand()), Is.False, "It looks at nobody else.");
        var billed = await InvoicesAsync();
        Assert.That(billed, Has.Count.EqualTo(50));
        Assert.That(await OutcomesAsync(run.Id.ToString()), Is.EquivalentTo(billed.Keys));

        var next = await _books.BillAsync("2026-11", issue: true);

        Assert.That(Accountancy.TallyOf(next), Is.EqualTo("60 looked, 10 invoices, 0 credit notes, 0 statements, 0 failed, 10 lines, 2400.00"));
        var all = await InvoicesAsync();
        Assert.That(all, Is.SupersetOf(billed));
        Assert.That(all.Keys.Except(billed.Keys), Is.EquivalentTo(await OutcomesAsync((string)next["id"]!)));
        Assert.That(all.Values.Order(), Is.EqualTo(Enumerable.Range(1, 60).Select(n => $"FT-2026-{n:000000} issued 292.80")));
        Assert.That(await _books.ChargesAsync(), Is.EqualTo((60, 60)));
        Assert.That(Accountancy.TallyOf(await _books.DoneAsync(run.Id.ToString())), Is.EqualTo(HalfWay));
    }

    /// <summary>By customer, of whom nobody has two.</summary>
    private async Task<Dictionary<string, string>> InvoicesAsync() => (await Desk.AllAsync(_books.Api, "/v1/invoices?limit=100")).ToDictionary(
        invoice => (string)invoice["customerId"]!, invoice => $"{invoice["number"]} {invoice["status"]} {invoice["total"]!["amount"]}");

    /// <summary>The customers whom a run billed.</summary>
    private async Task<IEnumerable<string>> OutcomesAsync(string run) =>
        (await Desk.AllAsync(_books.Api, $"/v1/billing-runs/{run}/outcomes?limit=100")).Select(outcome => (string)outcome["customerId"]!);
}
