using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Interventions.Appointments;

/// <summary>What a technician's telephone shows.</summary>
public sealed class CalendarStories
{
    private Workshop _shop = null!;

    [SetUp]
    public async Task StartServer() => _shop = await Workshop.OpenAsync("2026-11-23 09:00");

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public async Task Calendar_HasTheAppointmentWithAllThatMatters()
    {
        var customer = await _shop.Desk.CustomerAsync("silver");
        var site = (string)(await _shop.Api.AskAsync($"/v1/customers/{customer}/sites", OpenApi.ApiDescription.Published.Named("addSite").RequestExample!))["id"]!;
        var report = Desk.Report(customer, subject: "Così, è rotta; \"la\" stampante");
        report["siteId"] = site;
        var ticket = await _shop.Api.AskAsync("/v1/tickets", report);
        var intervention = await _shop.PlanAsync((string)ticket["id"]!, "2026-11-24 10:00");

        var answer = await _shop.Api.GetAsync(Address(), ("Accept", "text/calendar"), ("Accept-Language", "it"));

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Assert.That(answer.ContentType!.ToString(), Is.EqualTo("text/calendar; charset=utf-8"));
        Assert.That(answer.Header("Content-Language"), Is.EqualTo("it"));
        Assert.That(Unfolded(answer), Is.EqualTo((string[])
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//MisterAssist//Appointments//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:Bruno", "BEGIN:VEVENT", $"UID:{intervention}@misterassist", "DTSTAMP:20261123T080000Z", "DTSTART:20261124T090000Z",
            "DTEND:20261124T100000Z", "SEQUENCE:2", $"SUMMARY:{ticket["number"]} Così\\, è rotta\\; \"la\" stampante",
            "DESCRIPTION:Forno Esempio S.r.l.\\nIn sede", "STATUS:CONFIRMED", "LOCATION:Laboratorio\\, Via dei Mulini 12\\, 20121 Milano (MI)\\, IT", "END:VEVENT",
            "END:VCALENDAR",
        ]));
    }

    [Test]
    public async Task Calendar_FollowsMovesAndKeepsWhatIsDoneOrCalledOff()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var moved = await _shop.PlanAsync(ticket, "2026-11-24 10:00");
        var calledOff = await _shop.PlanAsync(ticket, "2026-11-25 10:00", "remote");
        var other = await _shop.TechnicianAsync("Carla");
        await _shop.DoAsync(moved, "move", new()
        {
            ["startsAt"] = Workshop.Utc("2026-11-26 10:00"),
            ["duration"] = "PT2H",
            ["cause"] = "customer_request",
            ["reason"] = "Later, please.",
            ["askedBy"] = "Carla",
        });
        await _shop.DoAsync(calledOff, "cancel", new() { ["cause"] = "exceptional", ["reason"] = "Snow." });

        Assert.That(await EventsAsync(), Is.EqualTo((string[])
        [
            $"{calledOff} 20261125T090000Z 3 CANCELLED", $"{moved} 20261126T090000Z 3 CONFIRMED",
        ]));
        Assert.That(await EventsAsync(other), Is.Empty);
        _shop.At("2026-11-26 10:00");
        await _shop.StartAsync(moved);
        await _shop.CompleteAsync(moved, "2026-11-26 10:00", "2026-11-26 11:00");
        _shop.At("2026-12-25 10:01");
        Assert.That(await EventsAsync(), Is.EqualTo((string[])[$"{moved} 20261126T090000Z 5 CONFIRMED"]), "thirty days");
    }

    [Test]
    public async Task Calendar_HasNothingOfCustomersThatTheKeyDoesNotSee()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        await _shop.PlanAsync(ticket, "2026-11-24 10:00");
        var (other, _) = await _shop.TicketAsync("silver");

        var answer = await (await _shop.Desk.ClientOfAsync(KeyKind.Staff, other)).GetAsync(Address());

        Assert.That(answer.Text, Does.StartWith("BEGIN:VCALENDAR").And.Not.Contains("VEVENT"));
    }

    [Test]
    public async Task Calendar_OfNobody_IsNotFound()
    {
        Problem.Expect(await _shop.Api.GetAsync("/v1/calendar.ics?technicianId=tec_01kaj3b6q0e1r8v5x2m9t4c7hw"), 404, "technician_not_found");
        Problem.ExpectFaults(await _shop.Api.GetAsync("/v1/calendar.ics"), 400, "invalid_request", "technicianId=required");
    }

    private string Address(string? technician = null) => $"/v1/calendar.ics?technicianId={technician ?? _shop.Technician}";

    private static string[] Unfolded(Answer answer) =>
        answer.Text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private async Task<string[]> EventsAsync(string? technician = null)
    {
        var answer = await _shop.Api.GetAsync(Address(technician));
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        var found = Unfolded(answer).Select(line => line.Split(':', 2)).GroupBy(line => line[0], line => line[^1]).ToDictionary(g => g.Key, g => g.ToArray());
        return
        [
            .. from index in Enumerable.Range(0, found.GetValueOrDefault("UID", []).Length)
               select $"{found["UID"][index].Split('@')[0]} {found["DTSTART"][index]} {found["SEQUENCE"][index]} {found["STATUS"][index]}",
        ];
    }
}
