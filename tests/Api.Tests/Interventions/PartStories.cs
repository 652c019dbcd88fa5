using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Tickets;

namespace MisterAssist.Api.Tests.Interventions;

/// <summary>Whether a part may be fitted, and who says so. The limit of every plan is 50.00.</summary>
public sealed class PartStories
{
    private Workshop _shop = null!;

    [SetUp]
    public async Task StartServer() => _shop = await Workshop.OpenAsync("2026-11-23 09:00");

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public async Task Part_AboveTheLimit_IsAskedForAndDeclined_AndEntersNoReport()
    {
        var (customer, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);
        await _shop.StartAsync(intervention);
        var asked = await _shop.FitAsync(intervention, await _shop.PartAsync("SRV-1", "50.01"), 2);
        var part = asked["parts"]![0]!;
        Assert.That((string?)part["state"], Is.EqualTo("undecided"));
        Assert.That((string?)part["question"]!["en"], Is.EqualTo("Part SRV-1: 2 × 50.01 EUR, in all 100.02 EUR plus 22% VAT. Do you agree?"));
        await _shop.CompleteAsync(intervention, "2026-11-23 09:00", "2026-11-23 09:30");

        // Never silently: the report waits, and says for what.
        var waits = await _shop.TryIssueAsync(intervention);
        Problem.Expect(waits, 409, "part_undecided");
        Assert.That((string?)waits.Json["detail"], Does.Contain("SRV-1"));
        Problem.Expect(await _shop.TryAsync(intervention, "parts/1/approve", new()), 403, "customers_decide");

        var client = await _shop.CustomerAsync(customer);
        var declined = await _shop.TryAsync(intervention, "parts/1/decline", new() { ["reason"] = "We have one." }, client);
        Assert.That(declined.Status, Is.EqualTo(200), declined.Text);
        part = declined.Json["parts"]![0]!;
        Assert.That((string?)part["state"], Is.EqualTo("declined"));
        Assert.That((string?)part["decidedBy"]!["kind"], Is.EqualTo("customer"));
        Assert.That((string?)part["decidedAt"], Is.EqualTo(Workshop.Utc("2026-11-23 09:30")));
        Assert.That((string?)part["reason"], Is.EqualTo("We have one."));
        Problem.Expect(await _shop.TryAsync(intervention, "parts/1/approve", new(), client), 409, "decided_already");

        var report = await _shop.IssueAsync(intervention);
        Assert.That(Workshop.LinesOf(report), Is.EqualTo((string[])["call_out 1 piece 25.00", "labour 30 minute 27.50"]));
        Assert.That(await _shop.Desk.TimelineAsync(ticket), Has.Some.Contains("part.approval_asked").And.Some.Contains("part.declined"));
    }

    [Test]
    public async Task Part_ThatIsAskedForInAFreeIntervention_IsSaidToCostNothing()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket, ourFault: "We broke it.");

        var asked = await _shop.FitAsync(intervention, await _shop.PartAsync("SRV-1", "50.01"), 2);

        var question = asked["parts"]![0]!["question"]!;
        Assert.That((string?)question["en"], Is.EqualTo("Part SRV-1: 2 × 50.01 EUR, in all 100.02 EUR. Nothing is charged for it. Do you agree?"));
        Assert.That((string?)question["it"], Is.EqualTo("Pezzo SRV-1: 2 × 50.01 EUR, in tutto 100.02 EUR. Non vi viene addebitato nulla. Siete d'accordo?"));
    }

    [Test]
    public async Task Part_AboveTheLimit_ThatTheCustomerWants_IsCharged()
    {
        var (customer, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);
        await _shop.StartAsync(intervention);
        await _shop.FitAsync(intervention, await _shop.PartAsync("SRV-1", "50.01"), 2);
        await _shop.CompleteAsync(intervention, "2026-11-23 09:00", "2026-11-23 09:30");

        var approved = await _shop.TryAsync(intervention, "parts/1/approve", new(), await _shop.CustomerAsync(customer));

        Assert.That(approved.Status, Is.EqualTo(200), approved.Text);
        var part = approved.Json["parts"]![0]!;
        Assert.That($"{part["state"]} {part["decidedBy"]!["kind"]} {part["decidedAt"]}", Is.EqualTo($"approved customer {Workshop.Utc("2026-11-23 09:30")}"));
        Assert.That((string?)part["question"]!["it"], Does.StartWith("Pezzo SRV-1: 2 × 50.01 EUR"));
        Assert.That(Workshop.LinesOf(await _shop.IssueAsync(intervention)), Has.Some.EqualTo("part 2 piece 100.02"));
        Problem.Expect(await _shop.TryAsync(intervention, "parts", Fit(await _shop.PartAsync("X", "1.00"))), 409, "illegal_intervention_move");
    }

    [TestCase(false, "accepted", TestName = "A small part is fitted without asking")]
    [TestCase(true, "undecided", TestName = "A small part is asked for where the customer wants to be asked about any")]
    public async Task Part_Small_IsAskedForWhereTheCustomerSaysSo(bool askBeforeAny, string state)
    {
        var (customer, ticket) = await _shop.TicketAsync("silver");
        var patch = new JsonObject { ["askBeforeAnyPart"] = askBeforeAny }.ToJsonString();
        Assert.That((await _shop.Api.PatchAsync($"/v1/customers/{customer}", patch, Desk.Any)).Status, Is.EqualTo(200));
        var intervention = await _shop.PlanAsync(ticket);

        var fitted = await _shop.FitAsync(intervention, await _shop.PartAsync("CAB-3", "50.00"));

        Assert.That((string?)fitted["parts"]![0]!["state"], Is.EqualTo(state));
    }

    [Test]
    public async Task Part_IsChargedAtThePriceOfTheMomentWhenItWasPutDown()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);
        await _shop.StartAsync(intervention);
        var part = await _shop.PartAsync("CAB-3", "10.00");
        await _shop.FitAsync(intervention, part);
        Assert.That((await _shop.Api.PatchAsync($"/v1/parts/{part}", """{ "unitPrice": { "amount": "20.00", "currency": "EUR" } }""", Desk.Any)).Status, Is.EqualTo(200));
        await _shop.FitAsync(intervention, part);
        await _shop.CompleteAsync(intervention, "2026-11-23 09:00", "2026-11-23 09:15");

        Assert.That(Workshop.LinesOf(await _shop.ReportOnAsync(intervention)), Has.Some.EqualTo("part 1 piece 10.00").And.Some.EqualTo("part 1 piece 20.00"));
    }

    [Test]
    public async Task Part_ThatWasNotFittedAfterAll_IsTakenBack()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);
        await _shop.FitAsync(intervention, await _shop.PartAsync("SRV-1", "99.00"));

        var removed = await _shop.Api.DeleteAsync($"/v1/interventions/{intervention}/parts/1", Desk.Any);

        Assert.That(removed.Status, Is.EqualTo(204), removed.Text);
        Assert.That((await _shop.InterventionAsync(intervention))["parts"]!.AsArray(), Is.Empty);
        Problem.Expect(await _shop.Api.DeleteAsync($"/v1/interventions/{intervention}/parts/1", Desk.Any), 404, "fitted_part_not_found");
    }

    [Test]
    public async Task Part_ThatIsRetiredOrUnknown_IsNotFitted()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);
        var part = await _shop.PartAsync("OLD", "1.00");
        Assert.That((await _shop.Api.DeleteAsync($"/v1/parts/{part}", Desk.Any)).Status, Is.EqualTo(204));

        Problem.Expect(await _shop.TryAsync(intervention, "parts", Fit(part)), 422, "unknown_part", "/partId");
        Problem.Expect(await _shop.TryAsync(intervention, "parts", Fit("prt_01kaj3b6q0e1r8v5x2m9t4c7hw")), 422, "unknown_part", "/partId");
    }

    private static JsonObject Fit(string part) => new() { ["partId"] = part, ["quantity"] = 1 };
}
