using System.Text.Json.Nodes;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Api.Tests.Tickets;

/// <summary>The written answer to a report. It is Monday, 9 in the morning.</summary>
public sealed class ConfirmationStories
{
    private Desk _desk = null!;

    [SetUp]
    public void StartServer() => _desk = new("2026-11-23 09:00");

    [TearDown]
    public void StopServer() => _desk.Dispose();

    [Test]
    public async Task Confirmation_KeepsThePromiseAndIsKeptAsItWasSent()
    {
        var ticket = await _desk.OpenAsync(await _desk.CustomerAsync("bronze"));
        _desk.At("2026-11-23 18:00");
        var sent = await ConfirmAsync(ticket, "2026-11-24 10:00", "45.00");

        Assert.That(sent.Status, Is.EqualTo(201), sent.Text);
        Assert.That((string?)sent.Json["startsAtLocal"], Is.EqualTo("2026-11-24T10:00:00+01:00"));
        Assert.That((string?)sent.Json["entitlement"]!["kind"], Is.EqualTo("billable"));
        Assert.That((string?)sent.Json["costEstimate"]!["amount"], Is.EqualTo("45.00"));
        // Eight working hours from 10: at the very instant it is in time, and it answers too.
        Assert.That(await _desk.PromisesAsync(ticket), Is.EqualTo((string[])
        [
            "1 response met due Mon 2026-11-23 18:00 met Mon 2026-11-23 18:00 used 8:00 left 0:00",
            "1 confirmation met due Mon 2026-11-23 18:00 met Mon 2026-11-23 18:00 used 8:00 left 0:00",
        ]));
        Assert.That((string?)(await _desk.TicketAsync(ticket))["status"], Is.EqualTo("confirmed"));

        var again = await ConfirmAsync(ticket, "2026-11-25 10:00", "60.00");
        var all = (await _desk.Api.ReadAsync($"/v1/tickets/{ticket}/confirmations"))["data"]!.AsArray();
        Assert.That(all.Select(one => (string?)one!["costEstimate"]!["amount"]), Is.EquivalentTo((string[])["45.00", "60.00"]));
        Assert.That((await _desk.Api.GetAsync(sent.Header("Location")!)).Text, Is.EqualTo(sent.Text));
        Assert.That((string?)again.Json["id"], Is.Not.EqualTo((string?)sent.Json["id"]));
        Assert.That(await _desk.TimelineAsync(ticket, "ticket.confirmed"), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Confirmation_AMicrosecondLate_LeavesThePromiseMissed()
    {
        var ticket = await _desk.OpenAsync(await _desk.CustomerAsync("bronze"));
        _desk.App.Clock.Now = Moments.Rome("2026-11-23 18:00") + NodaTime.Duration.FromTicks(10);

        await ConfirmAsync(ticket, "2026-11-24 10:00", "45.00");

        Assert.That(await _desk.PromisesAsync(ticket), Has.All.Contains(" missed "));
    }

    [Test]
    public async Task Confirmation_LaterThanThePresenceThatIsOwed_HasToSaySo()
    {
        // Silver, urgent: somebody has to be there at 13:00.
        var ticket = await _desk.OpenAsync(await _desk.CustomerAsync("silver"), "urgent");
        Assert.That((await ConfirmAsync(ticket, "2026-11-23 13:00", "45.00")).Status, Is.EqualTo(201));
        Problem.Expect(await ConfirmAsync(ticket, "2026-11-23 13:01", "45.00"), 422, "later_than_promised", "/startsAt");

        var openly = await ConfirmAsync(ticket, "2026-11-23 13:01", "45.00", "The part arrives at noon.");

        Assert.That(openly.Status, Is.EqualTo(201), openly.Text);
        Assert.That((string?)openly.Json["laterThanPromised"], Is.EqualTo("The part arrives at noon."));
        Assert.That((string?)openly.Json["presenceDueAt"], Is.EqualTo("2026-11-23T12:00:00Z"));
        Assert.That(await _desk.PromisesAsync(ticket), Has.Some.Contains("presence running due Mon 2026-11-23 13:00"), "saying it does not move it");
    }

    [TestCase("bronze", null, null, 422, TestName = "Billable work needs an estimate")]
    [TestCase("bronze", "proactive_work", null, 422, TestName = "Excluded work needs an estimate")]
    [TestCase("bronze", "basic_help", null, 201, TestName = "Included work needs none")]
    [TestCase(null, "basic_help", null, 422, TestName = "Without a contract nothing is included")]
    [TestCase("bronze", null, "0.00", 201, TestName = "An estimate of nothing is one")]
    public async Task Confirmation_SaysWhatItCostsOrThatItIsIncluded(string? plan, string? service, string? estimate, int status)
    {
        var report = Desk.Report(await _desk.CustomerAsync(plan));
        report["service"] = service;
        var ticket = (string)(await _desk.Api.AskAsync("/v1/tickets", report))["id"]!;

        var answer = await ConfirmAsync(ticket, "2026-11-24 10:00", estimate);

        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
        if (status == 422)
            Problem.Expect(answer, 422, "estimate_needed", "/costEstimate");
    }

    [Test]
    public async Task Confirmation_InThePastOrOnATicketThatIsOver_IsRefused()
    {
        var customer = await _desk.CustomerAsync("bronze");
        var ticket = await _desk.OpenAsync(customer);
        Problem.Expect(await ConfirmAsync(ticket, "2026-11-23 08:59", "1.00"), 422, "start_in_the_past", "/startsAt");
        var client = await _desk.ClientOfAsync(Domain.ApiKeys.KeyKind.Customer, customer);
        Problem.Expect(await client.PostAsync($"/v1/tickets/{ticket}/confirmation", Body("2026-11-24 10:00", "1.00", null)), 403, "staff_only");
        await _desk.MoveAsync(ticket, "resolve", new() { ["resolution"] = "By phone" });

        Problem.Expect(await ConfirmAsync(ticket, "2026-11-24 10:00", "1.00"), 409, "illegal_move");
    }

    [Test]
    public async Task Confirmation_OfATicketThatWaits_LeavesItWaiting()
    {
        var ticket = await _desk.OpenAsync(await _desk.CustomerAsync("bronze"));
        await _desk.MoveAsync(ticket, "wait", new() { ["reason"] = "Which one?" });

        await ConfirmAsync(ticket, "2026-11-24 10:00", "1.00");
        Assert.That((string?)(await _desk.TicketAsync(ticket))["status"], Is.EqualTo("waiting"));
        await _desk.MoveAsync(ticket, "resume");

        Assert.That((string?)(await _desk.TicketAsync(ticket))["status"], Is.EqualTo("confirmed"));
    }

    private Task<Answer> ConfirmAsync(string ticket, string at, string? estimate, string? later = null) =>
        _desk.Api.PostAsync($"/v1/tickets/{ticket}/confirmation", Body(at, estimate, later));

    private static JsonObject Body(string at, string? estimate, string? later) => new()
    {
        ["analysis"] = "The drawer of the till is stuck.",
        ["mode"] = "on_site",
        ["startsAt"] = Moments.Rome(at).ToString(),
        ["expectedDuration"] = "PT1H",
        ["costEstimate"] = estimate is null ? null : new JsonObject { ["amount"] = estimate, ["currency"] = "EUR" },
        ["laterThanPromised"] = later,
    };
}
