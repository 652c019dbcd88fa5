using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Tickets;

namespace MisterAssist.Api.Tests.Interventions;

/// <summary>What the plan pays for is said before the work, and the report keeps to it.</summary>
public sealed class EntitlementStories
{
    private Workshop _shop = null!;

    [SetUp]
    public async Task StartServer() => _shop = await Workshop.OpenAsync("2026-11-23 11:00");

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [TestCase("bronze", "basic_help", "included", "call_out 1 piece 30.00|discount -30.00 100% included_in_plan of 1|labour 45 minute 45.00|discount -45.00 100% included_in_plan of 3",
        TestName = "Included: at full price, and all of it taken off")]
    [TestCase("bronze", "systems_advice", "billable", "call_out 1 piece 30.00|labour 45 minute 45.00", TestName = "Billable: at the plan's prices")]
    [TestCase("bronze", "proactive_work", "excluded", "call_out 1 piece 40.00|labour 60 minute 70.00", TestName = "Excluded: at Standard's prices")]
    [TestCase("bronze", null, "billable", "call_out 1 piece 30.00|labour 45 minute 45.00", TestName = "Not known yet: at the plan's prices")]
    [TestCase(null, "basic_help", "billable", "call_out 1 piece 40.00|labour 60 minute 70.00", TestName = "Without a contract: at Standard's prices")]
    public async Task Work_IsPricedAsItWasSaid(string? plan, string? service, string kind, string lines)
    {
        var (_, ticket) = await _shop.TicketAsync(plan, service: service);
        var told = (await _shop.Desk.TicketAsync(ticket))["entitlement"]!;
        Assert.That((string?)told["kind"], Is.EqualTo(kind));
        Assert.That((string?)told["reason"]!["it"], Is.Not.Empty);

        var intervention = await DoneAsync(ticket, "2026-11-23 11:00", "2026-11-23 11:40");

        Assert.That((string?)(await _shop.InterventionAsync(intervention))["entitlement"]!["kind"], Is.EqualTo(kind));
        Assert.That(Workshop.LinesOf(await _shop.ReportOnAsync(intervention)), Is.EqualTo(lines.Split('|')));
    }

    [TestCase(null, "basic_help", "75.00 -75.00 0.00", TestName = "Named later, and better: it counts")]
    [TestCase("basic_help", "systems_advice", "75.00 -75.00 0.00", TestName = "Named anew, and worse: what was said counts")]
    public async Task Work_ThatIsNamedAnew_IsNeverPricedWorseThanItWasSaid(string? before, string after, string totals)
    {
        var (_, ticket) = await _shop.TicketAsync("bronze", service: before);
        var intervention = await _shop.PlanAsync(ticket);
        var patch = new JsonObject { ["service"] = after };
        Assert.That((await Desk.PatchAsync(_shop.Api, ticket, patch, Desk.Any)).Status, Is.EqualTo(200));
        await _shop.StartAsync(intervention);
        await _shop.CompleteAsync(intervention, "2026-11-23 11:00", "2026-11-23 11:40");

        Assert.That(Workshop.TotalsOf(await _shop.ReportOnAsync(intervention)), Is.EqualTo(totals));
    }

    [Test]
    public async Task Work_OutsideThePlansHoursButInsideStandards_IsNotIncludedAndHasNoSurcharge()
    {
        // Bronze is from 10 to 18, Standard from 9: half an hour of one and a half is outside the plan.
        _shop.At("2026-11-24 09:30");
        var (_, ticket) = await _shop.TicketAsync("bronze", service: "basic_help");

        var intervention = await DoneAsync(ticket, "2026-11-24 09:30", "2026-11-24 11:00");

        Assert.That(Workshop.LinesOf(await _shop.ReportOnAsync(intervention)), Is.EqualTo((string[])
        [
            "call_out 1 piece 30.00", "discount -30.00 100% included_in_plan of 1",
            "labour 60 minute 60.00", "discount -60.00 100% included_in_plan of 3",
            "labour 30 minute 30.00",
        ]));
    }

    [Test]
    public async Task Work_OutsideAllHours_HasTheSurchargeOfThePlan()
    {
        // A Saturday: 50 minutes are billed as 60, and 20 percent are charged on the 50 that were worked.
        _shop.At("2026-11-28 10:00");
        var (_, ticket) = await _shop.TicketAsync("bronze", service: "basic_help");

        var intervention = await DoneAsync(ticket, "2026-11-28 10:00", "2026-11-28 10:50");

        Assert.That(Workshop.LinesOf(await _shop.ReportOnAsync(intervention)), Is.EqualTo((string[])
        [
            "call_out 1 piece 30.00", "discount -30.00 100% included_in_plan of 1", "labour 60 minute 60.00", "surcharge 1 piece 10.00",
        ]));
    }

    [Test]
    public async Task Work_Urgent_HasNoSurchargeInsideCoverage()
    {
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent");

        var intervention = await DoneAsync(ticket, "2026-11-23 11:00", "2026-11-23 12:00", "remote");

        Assert.That(Workshop.LinesOf(await _shop.ReportOnAsync(intervention)), Is.EqualTo((string[])["labour 60 minute 44.00"]));
    }

    [Test]
    public async Task Work_BeforeAnyPriceList_CannotBeReported_AndSaysSo()
    {
        using var desk = new Desk("2026-11-23 10:00");
        var technician = (string)(await desk.Api.AskAsync("/v1/technicians", new JsonObject { ["name"] = "Bruno" }))["id"]!;
        var ticket = await desk.OpenAsync(await desk.CustomerAsync("silver"));
        var intervention = (string)(await desk.Api.AskAsync("/v1/interventions", new JsonObject { ["ticketId"] = ticket, ["mode"] = "remote" }))["id"]!;
        desk.At("2026-11-23 11:00");
        Assert.That((await Workshop.SendAsync(desk.Api, $"/v1/interventions/{intervention}/start", new() { ["occurredAt"] = Workshop.Utc("2026-11-23 10:00") })).Status, Is.EqualTo(200));
        var entry = new JsonObject { ["technicianId"] = technician, ["from"] = Workshop.Utc("2026-11-23 10:00"), ["to"] = Workshop.Utc("2026-11-23 11:00") };
        var done = new JsonObject { ["outcome"] = "solved", ["workDone"] = "Done.", ["timeEntries"] = new JsonArray(entry) };
        Assert.That((await Workshop.SendAsync(desk.Api, $"/v1/interventions/{intervention}/complete", done)).Status, Is.EqualTo(200));
        var report = (await desk.Api.ReadAsync("/v1/work-reports"))["data"]!.AsArray().Single()!;

        Problem.Expect(await desk.Api.GetAsync($"/v1/work-reports/{report["id"]}"), 409, "work_not_priced");
    }

    private async Task<string> DoneAsync(string ticket, string from, string to, string mode = "on_site")
    {
        var intervention = await _shop.PlanAsync(ticket, mode: mode);
        await _shop.StartAsync(intervention, from);
        await _shop.CompleteAsync(intervention, from, to);
        return intervention;
    }
}
