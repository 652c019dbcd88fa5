using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Tickets;

namespace MisterAssist.Api.Tests.Interventions;

/// <summary>A free follow-up is owed until it is done, however it is done, and the company does not do away with it.</summary>
public sealed class FollowUpStories
{
    private Workshop _shop = null!;
    private string _customer = "";
    private string _ticket = "";

    [SetUp]
    public async Task StartServer()
    {
        _shop = await Workshop.OpenAsync("2026-11-23 09:00");
        (_customer, _ticket) = await _shop.TicketAsync("silver");
        var first = await _shop.PlanAsync(_ticket, mode: "remote");
        await _shop.StartAsync(first);
        await _shop.CompleteAsync(first, "2026-11-23 09:00", "2026-11-23 09:30", "not_solved");
    }

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public async Task FollowUp_ThatNeedsSomebodyToCome_IsFreeAllTheSame()
    {
        var owed = await OwedAsync();
        var patched = await _shop.Api.PatchAsync($"/v1/interventions/{owed}", """{ "mode": "on_site" }""", Desk.Any);
        Assert.That(patched.Status, Is.EqualTo(200), patched.Text);
        Assert.That((string?)patched.Json["entitlement"]!["reason"]!["en"], Is.EqualTo("The problem had not been solved: not charged."));

        await _shop.StartAsync(owed);
        Problem.Expect(await _shop.Api.PatchAsync($"/v1/interventions/{owed}", """{ "mode": "remote" }""", Desk.Any), 409, "mode_fixed", "/mode");
        await _shop.CompleteAsync(owed, "2026-11-23 09:30", "2026-11-23 10:00");

        Assert.That(Workshop.TotalsOf(await _shop.IssueAsync(owed)), Is.EqualTo("52.50 -52.50 0.00"));
    }

    [Test]
    public async Task FollowUp_ThatIsOwed_IsCalledOffByTheCustomerAlone()
    {
        var owed = await OwedAsync();
        var other = await _shop.ReportAsync(_customer);
        Problem.Expect(await _shop.TryAsync(owed, "cancel", Cancel("exceptional")), 409, "follow_up_owed");
        Problem.Expect(await Desk.TryAsync(_shop.Api, _ticket, "resolve", new() { ["resolution"] = "x" }, Desk.Any), 409, "follow_up_owed");
        Problem.Expect(await Desk.TryAsync(_shop.Api, _ticket, "merge", new() { ["intoTicketId"] = other }, Desk.Any), 409, "follow_up_owed");

        await _shop.DoAsync(owed, "cancel", Cancel("customer_request"));

        Assert.That((bool?)(await _shop.Desk.TicketAsync(_ticket))["followUpOwed"], Is.False);
        await _shop.Desk.MoveAsync(_ticket, "resolve", new() { ["resolution"] = "By phone" });
    }

    [Test]
    public async Task FollowUp_ForWhichNobodyWasThere_IsOwedAgain()
    {
        var owed = await OwedAsync();
        await _shop.Api.PatchAsync($"/v1/interventions/{owed}", """{ "mode": "on_site" }""", Desk.Any);
        await _shop.DoAsync(owed, "nobody-there", new() { ["note"] = "We rang." });

        var again = await OwedAsync();

        Assert.That(again, Is.Not.EqualTo(owed));
        Assert.That((bool?)(await _shop.Desk.TicketAsync(_ticket))["followUpOwed"], Is.True);
        await _shop.StartAsync(again);
        await _shop.CompleteAsync(again, "2026-11-23 09:30", "2026-11-23 10:00");
        Assert.That(Workshop.TotalsOf(await _shop.ReportOnAsync(again)), Does.EndWith(" 0.00"));
    }

    [Test]
    public async Task Work_IsPricedByThePlanOfTheArrival_WhateverTheContractGivesLater()
    {
        // Done under Silver; the contract gives Bronze from the next day, and the report is read after that.
        var (customer, contract) = await _shop.Desk.ContractedAsync("silver");
        var ticket = await _shop.ReportAsync(customer);
        var intervention = await _shop.PlanAsync(ticket);
        await _shop.StartAsync(intervention);
        await _shop.CompleteAsync(intervention, "2026-11-23 09:30", "2026-11-23 10:00", "not_solved");
        var changed = await _shop.Api.PostAsync($"/v1/contracts/{contract}/change-plan", new JsonObject { ["plan"] = "bronze" }, Desk.Any);
        Assert.That(changed.Status, Is.EqualTo(200), changed.Text);
        Assert.That((string?)(await _shop.Desk.TicketAsync(ticket))["plan"], Is.EqualTo("bronze"));

        var report = await _shop.IssueAsync(intervention);

        Assert.That((string?)report["ticket"]!["plan"], Is.EqualTo("silver"));
        Assert.That(Workshop.TotalsOf(report), Is.EqualTo("52.50 0.00 52.50"));
    }

    private async Task<string> OwedAsync() =>
        (string)(await _shop.Api.ReadAsync($"/v1/interventions?ticketId={_ticket}&status=planned"))["data"]!.AsArray().Single()!["id"]!;

    private static JsonObject Cancel(string cause) => new() { ["cause"] = cause, ["reason"] = "They are away." };
}
