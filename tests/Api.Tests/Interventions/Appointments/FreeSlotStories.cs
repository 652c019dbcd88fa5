using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Interventions.Appointments;

/// <summary>When a technician is free, as the office asks on Monday 23 November at nine.</summary>
public sealed class FreeSlotStories
{
    private Workshop _shop = null!;

    [SetUp]
    public async Task StartServer() => _shop = await Workshop.OpenAsync("2026-11-23 09:00");

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public async Task Slots_LieInTheCoverageOfTheTicketAndAroundWhatIsToBeDone()
    {
        // Bronze, from 10 to 18.
        var (_, ticket) = await _shop.TicketAsync("bronze");
        await _shop.PlanAsync(ticket, "2026-11-23 11:00");
        var calledOff = await _shop.PlanAsync(ticket, "2026-11-23 13:00");
        await _shop.DoAsync(calledOff, "cancel", new() { ["cause"] = "customer_request", ["reason"] = "They mended it." });

        Assert.That(await SlotsAsync($"ticketId={ticket}&duration=PT1H30M&limit=3"), Is.EqualTo((string[])
        [
            "Mon 2026-11-23 12:00", "Mon 2026-11-23 13:30", "Mon 2026-11-23 15:00",
        ]));
        Assert.That(await SlotsAsync("plan=silver&duration=PT1H&limit=3"), Is.EqualTo((string[])
        [
            "Mon 2026-11-23 09:00", "Mon 2026-11-23 10:00", "Mon 2026-11-23 12:00",
        ]));
        Assert.That(await SlotsAsync("plan=bronze&duration=PT8H&from=2026-11-24T09:01:00Z&limit=1"), Is.EqualTo((string[])["Wed 2026-11-25 10:00"]));
    }

    [Test]
    public async Task Slots_DoNotLieInTheClosuresThatAreKnownNow()
    {
        var (_, ticket) = await _shop.TicketAsync("bronze");
        await _shop.Api.AskAsync("/v1/closures", new JsonObject
        {
            ["name"] = new JsonObject { ["it"] = "Inventario", ["en"] = "Stocktaking" },
            ["startsOn"] = "2026-11-23",
            ["endsOn"] = "2026-11-24",
        });

        Assert.That(await SlotsAsync($"ticketId={ticket}&duration=PT1H&limit=1"), Is.EqualTo((string[])["Wed 2026-11-25 10:00"]));
        Assert.That(await SlotsAsync("plan=bronze&duration=PT1H&limit=1"), Is.EqualTo((string[])["Wed 2026-11-25 10:00"]));
    }

    [Test]
    public async Task Slots_BeginNowWhereThePastIsAskedFor_AndTenAreGiven()
    {
        _shop.At("2026-11-23 12:07");

        var slots = await SlotsAsync("plan=gold&duration=PT15M&from=2026-11-20T09:00:00Z");

        Assert.That(slots, Has.Length.EqualTo(10));
        Assert.That(slots[0], Is.EqualTo("Mon 2026-11-23 12:15"));
        Assert.That(await SlotsAsync("plan=gold&duration=PT24H"), Is.Empty);
    }

    [Test]
    public async Task Slot_ThatIsGiven_CanBeHad()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        await _shop.PlanAsync(ticket, "2026-11-23 09:00");
        var free = (await SlotsAsync($"ticketId={ticket}&duration=PT1H&limit=1")).Single();

        await _shop.PlanAsync(ticket, free[4..]);

        Assert.That(await SlotsAsync($"ticketId={ticket}&duration=PT1H&limit=1"), Is.EqualTo((string[])["Mon 2026-11-23 11:00"]));
    }

    [TestCase(true, TestName = "A technician at work past the planned end is busy until now")]
    [TestCase(false, TestName = "A technician at work on the way to the next is not")]
    public async Task Slots_OfATechnicianAtWork_BeginAfterNow(bool isStarted)
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 09:00");
        if (isStarted)
            await _shop.StartAsync(intervention);
        _shop.At("2026-11-23 11:30");

        Assert.That((await SlotsAsync("plan=silver&duration=PT1H&limit=1")).Single(), Is.EqualTo(isStarted ? "Mon 2026-11-23 11:45" : "Mon 2026-11-23 11:30"));
        await AskForAsync("2026-11-23 11:30", isStarted ? "technician_busy" : null);
    }

    [Test]
    public async Task Slots_OfATechnicianWhoBeganWithoutAnAppointment_BeginAfterNow()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);
        await _shop.DoAsync(intervention, "start", new() { ["technicianIds"] = new JsonArray(_shop.Technician) });

        Assert.That((await SlotsAsync("plan=silver&duration=PT1H&limit=1")).Single(), Is.EqualTo("Mon 2026-11-23 09:15"));
        await AskForAsync("2026-11-23 09:00", "technician_busy");
        _shop.At("2026-11-23 10:30");
        Assert.That((await SlotsAsync("plan=silver&duration=PT1H&limit=1")).Single(), Is.EqualTo("Mon 2026-11-23 10:45"));
        await _shop.CompleteAsync(intervention, "2026-11-23 09:00", "2026-11-23 10:30");
        Assert.That((await SlotsAsync("plan=silver&duration=PT1H&limit=1")).Single(), Is.EqualTo("Mon 2026-11-23 10:30"));
    }

    [TestCase("duration=PT1H", "plan=required")]
    [TestCase("duration=PT1H&plan=silver&ticketId=tkt_01kaj3b6q0e1r8v5x2m9t4c7hw", "plan=not_both")]
    [TestCase("plan=silver", "duration=required")]
    [TestCase("plan=silver&duration=1h", "duration=invalid_value")]
    [TestCase("plan=silver&duration=PT59S", "duration=out_of_range")]
    [TestCase("plan=silver&duration=PT24H1S", "duration=out_of_range")]
    [TestCase("plan=silver&duration=PT1H&limit=101", "limit=out_of_range")]
    [TestCase("plan=silver&duration=PT1H&from=2300-01-01T00:00:00Z", "from=out_of_range")]
    public async Task Question_ThatIsNotWellFormed_IsRefusedByTheParameter(string query, string fault) =>
        Problem.ExpectFaults(await AskAsync(query), 400, "invalid_request", fault);

    [Test]
    public async Task Question_AboutWhatIsNotThere_IsRefused()
    {
        Problem.Expect(await AskAsync("plan=silver&duration=PT1H", "tec_01kaj3b6q0e1r8v5x2m9t4c7hw"), 404, "technician_not_found");
        Problem.Expect(await AskAsync("plan=platinum&duration=PT1H"), 422, "unknown_plan");
        Problem.Expect(await AskAsync("ticketId=tkt_01kaj3b6q0e1r8v5x2m9t4c7hw&duration=PT1H"), 404, "ticket_not_found");
        await _shop.Api.DeleteAsync($"/v1/technicians/{_shop.Technician}", Desk.Any);
        Problem.Expect(await AskAsync("plan=silver&duration=PT1H"), 409, "technician_retired");
    }

    [Test]
    public async Task Question_OfWhoSeesOtherCustomers_FindsNoTicket()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var (other, _) = await _shop.TicketAsync("silver");
        var client = await _shop.Desk.ClientOfAsync(KeyKind.Staff, other);

        Problem.Expect(
            await client.GetAsync($"/v1/technicians/{_shop.Technician}/free-slots?ticketId={ticket}&duration=PT1H"), 404, "ticket_not_found");
    }

    private async Task AskForAsync(string at, string? refusal)
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var body = new JsonObject { ["ticketId"] = ticket, ["mode"] = "on_site", ["appointment"] = _shop.Appointment(at) };
        var answer = await _shop.Api.PostAsync("/v1/interventions", body);
        if (refusal is null)
            Assert.That(answer.Status, Is.EqualTo(201), answer.Text);
        else
            Problem.Expect(answer, 409, refusal);
    }

    private Task<Answer> AskAsync(string query, string? technician = null) =>
        _shop.Api.GetAsync($"/v1/technicians/{technician ?? _shop.Technician}/free-slots?{query}");

    private async Task<string[]> SlotsAsync(string query)
    {
        var answer = await AskAsync(query);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return [.. answer.Json["data"]!.AsArray().Select(slot => Desk.OnTheWall(slot!["startsAt"])!)];
    }
}
