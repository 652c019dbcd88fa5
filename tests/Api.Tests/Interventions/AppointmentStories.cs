using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Interventions;

/// <summary>Appointments are kept, and nobody is in two places.</summary>
public sealed class AppointmentStories
{
    private Workshop _shop = null!;

    [SetUp]
    public async Task StartServer() => _shop = await Workshop.OpenAsync("2026-11-23 09:00");

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public async Task Technician_IsNotInTwoPlaces()
    {
        var (_, first) = await _shop.TicketAsync("silver");
        var (_, second) = await _shop.TicketAsync("gold");
        await _shop.PlanAsync(first, "2026-11-23 12:00");
        var other = await _shop.PlanAsync(second);

        foreach (var overlapping in (string[])["2026-11-23 11:01", "2026-11-23 12:00", "2026-11-23 12:59"])
        {
            var refused = await _shop.TryAsync(other, "plan", _shop.Appointment(overlapping));
            Problem.Expect(refused, 409, "technician_busy", "/technicianIds");
            Assert.That((string?)refused.Json["detail"], Does.StartWith("Bruno is busy from 2026-11-23T11:00:00Z"));
        }

        // Back to back is possible, and so is somebody else.
        await _shop.DoAsync(other, "plan", _shop.Appointment("2026-11-23 13:00"));
        var anna = await _shop.TechnicianAsync("Anna");
        await _shop.DoAsync(other, "reassign", new() { ["technicianIds"] = new JsonArray(anna) });
        var third = await _shop.PlanAsync(second, "2026-11-23 13:00");
        Problem.Expect(await _shop.TryAsync(third, "reassign", new() { ["technicianIds"] = new JsonArray(anna) }), 409, "technician_busy", "/technicianIds");

        // What was called off keeps nobody busy.
        await _shop.DoAsync(other, "cancel", new() { ["cause"] = "customer_request", ["reason"] = "They are away." });
        await _shop.DoAsync(third, "reassign", new() { ["technicianIds"] = new JsonArray(anna) });
    }

    [Test]
    public async Task Technician_AskedForByTenAtOnce_ComesToOne()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var interventions = new List<string>();
        for (var i = 0; i < 10; i++)
            interventions.Add(await _shop.PlanAsync(ticket));

        var answers = await Task.WhenAll(interventions.Select(one => _shop.TryAsync(one, "plan", _shop.Appointment("2026-11-23 12:00"))));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status != 200).Select(answer => (string?)answer.Json["code"]), Is.All.EqualTo("technician_busy"));
    }

    [Test]
    public async Task Start_ByWhoIsAtWorkElsewhere_WaitsUntilThatIsCompleted()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var (first, second) = (await _shop.PlanAsync(ticket), await _shop.PlanAsync(ticket));
        var bruno = new JsonObject { ["technicianIds"] = new JsonArray(_shop.Technician), ["occurredAt"] = Workshop.Utc("2026-11-23 10:00") };
        _shop.At("2026-11-23 10:00");
        await _shop.DoAsync(first, "start", bruno);

        var refused = await _shop.TryAsync(second, "start", bruno);
        Problem.Expect(refused, 409, "technician_at_work", "/technicianIds");
        Assert.That((string?)refused.Json["detail"], Does.StartWith("Bruno is at work on another intervention since 2026-11-23T09:00:00Z"));
        Assert.That((string?)(await _shop.InterventionAsync(second))["status"], Is.EqualTo("planned"));

        await _shop.CompleteAsync(first, "2026-11-23 10:00", "2026-11-23 10:30");
        bruno["occurredAt"] = Workshop.Utc("2026-11-23 10:30");
        await _shop.DoAsync(second, "start", bruno);
    }

    [Test]
    public async Task Appointment_WhenAnotherTechnicianBegan_LeavesTheAppointedOneFree()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var anna = await _shop.TechnicianAsync("Anna");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 10:00");
        _shop.At("2026-11-23 10:00");
        await _shop.DoAsync(intervention, "start", new() { ["technicianIds"] = new JsonArray(anna) });

        var other = await _shop.PlanAsync(ticket, "2026-11-23 10:00");
        Problem.Expect(
            await _shop.TryAsync(other, "reassign", new() { ["technicianIds"] = new JsonArray(anna) }), 409, "technician_busy", "/technicianIds");
        await _shop.StartAsync(other);
    }

    [Test]
    public async Task Appointment_InThePastOrWithNobodyKnown_IsRefused()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);

        Problem.Expect(await _shop.TryAsync(intervention, "plan", _shop.Appointment("2026-11-23 08:59")), 422, "start_in_the_past", "/startsAt");
        Problem.Expect(
            await _shop.TryAsync(intervention, "plan", _shop.Appointment("2026-11-23 10:00", technician: "tec_01kaj3b6q0e1r8v5x2m9t4c7hw")), 422,
            "unknown_technician", "/technicianIds");
        Problem.Expect(await _shop.TryAsync(intervention, "plan", _shop.Appointment("2026-11-23 10:00", duration: "PT0.5S")), 400, "invalid_request", "/duration");
        var twice = _shop.Appointment("2026-11-23 10:00");
        twice["technicianIds"] = new JsonArray(_shop.Technician, _shop.Technician);
        Problem.Expect(await _shop.TryAsync(intervention, "plan", twice), 422, "technician_twice", "/technicianIds");

        await _shop.DoAsync(intervention, "plan", _shop.Appointment("2026-11-23 10:00"));
        Problem.Expect(await _shop.TryAsync(intervention, "plan", _shop.Appointment("2026-11-23 11:00")), 409, "illegal_intervention_move");
    }

    [Test]
    public async Task Intervention_OnATicketThatEnds_IsCalledOff_ButNotUnderSomebodysHands()
    {
        var (customer, ticket) = await _shop.TicketAsync("silver");
        var planned = await _shop.PlanAsync(ticket, "2026-11-23 12:00");
        var begun = await _shop.PlanAsync(ticket, mode: "remote");
        await _shop.StartAsync(begun);
        Problem.Expect(await Desk.TryAsync(_shop.Api, ticket, "resolve", new() { ["resolution"] = "By phone" }, Desk.Any), 409, "intervention_underway");

        // Solved, but something is still planned: the ticket stays open.
        await _shop.CompleteAsync(begun, "2026-11-23 09:00", "2026-11-23 09:10");
        Assert.That((string?)(await _shop.Desk.TicketAsync(ticket))["status"], Is.EqualTo("in_progress"));
        await _shop.Desk.MoveAsync(ticket, "resolve", new() { ["resolution"] = "By phone" });

        var calledOff = await _shop.InterventionAsync(planned);
        Assert.That((string?)calledOff["status"], Is.EqualTo("cancelled"));
        Assert.That((string?)calledOff["workDone"], Is.EqualTo("By phone"));
        var next = await _shop.ReportAsync(customer);
        await _shop.PlanAsync(next, "2026-11-23 12:00");
    }

    [Test]
    public async Task Site_IsThatOfTheTicket_UntilSomebodyIsThere()
    {
        var (customer, ticket) = await _shop.TicketAsync("silver");
        var (first, second) = (await SiteAsync(customer, "Magazzino"), await SiteAsync(customer, "Ufficio"));
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 12:00");

        await PatchAsync(ticket, first);
        Assert.That((string?)(await _shop.InterventionAsync(intervention))["siteId"], Is.EqualTo(first));
        await _shop.StartAsync(intervention);
        await PatchAsync(ticket, second);
        Assert.That((string?)(await _shop.InterventionAsync(intervention))["siteId"], Is.EqualTo(first));
    }

    [Test]
    public async Task Move_TellsWhoComesThenAndForHowLong()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 12:00");
        var anna = await _shop.TechnicianAsync("Anna");

        await MoveAsync(_shop.Appointment("2026-11-23 13:00"));
        await MoveAsync(_shop.Appointment("2026-11-23 13:00", duration: "PT2H", technician: anna));

        var told = (await Desk.TimelineLinesAsync(_shop.Api, ticket)).Where(line => (string?)line["type"] == "intervention.moved").ToList();
        Assert.That(told.Select(line => Told(line, "duration")), Is.EqualTo(new[] { null, "PT1H PT2H" }));
        Assert.That(told.Select(line => Told(line, "technicianIds")), Is.EqualTo(new[] { null, $"{_shop.Technician} {anna}" }));

        Task MoveAsync(JsonObject body)
        {
            body.Remove("wishedByCustomer");
            (body["cause"], body["reason"], body["askedBy"]) = ("customer_request", "They are away.", "Carla");
            return _shop.DoAsync(intervention, "move", body);
        }

        static string? Told(JsonNode line, string field) => line["changes"]!.AsArray().SingleOrDefault(change => (string?)change!["field"] == field) is { } change
            ? $"{change["before"]} {change["after"]}"
            : null;
    }

    [Test]
    public async Task Intervention_IsForStaffToDo_AndForTheCustomerToSee()
    {
        var (customer, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 12:00");
        foreach (var client in (ApiClient[])[await _shop.CustomerAsync(customer), await _shop.Desk.ClientOfAsync(KeyKind.Partner, customer)])
        {
            Assert.That((string?)(await client.ReadAsync($"/v1/interventions/{intervention}"))["id"], Is.EqualTo(intervention));
            foreach (var (move, body) in ((string, JsonObject)[])[
                ("start", new()), ("travel", new()), ("nobody-there", new() { ["note"] = "x" }),
                ("complete", _shop.Completion("2026-11-23 08:00", "2026-11-23 09:00")), ("reassign", new() { ["technicianIds"] = new JsonArray(_shop.Technician) }),
                ("cancel", new() { ["cause"] = "customer_request", ["reason"] = "x" })])
            {
                var answer = await _shop.TryAsync(intervention, move, body, client);
                Assert.That((string?)answer.Json["code"], Is.AnyOf("staff_only", "event_missing"), $"{move}: {answer.Text}");
            }
        }

        Assert.That((string?)(await _shop.InterventionAsync(intervention))["status"], Is.EqualTo("planned"));
    }

    private async Task PatchAsync(string ticket, string site) =>
        Assert.That((await Desk.PatchAsync(_shop.Api, ticket, new() { ["siteId"] = site }, Desk.Any)).Status, Is.EqualTo(200));

    private async Task<string> SiteAsync(string customer, string name) => (string)(await _shop.Api.AskAsync($"/v1/customers/{customer}/sites", new JsonObject
    {
        ["name"] = name,
        ["address"] = new JsonObject { ["street"] = "Via di Prova 1", ["postalCode"] = "20121", ["city"] = "Milano", ["province"] = "MI", ["country"] = "IT" },
    }))["id"]!;
}
