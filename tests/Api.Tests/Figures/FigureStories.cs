using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Interventions;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Figures;

/// <summary>What the company looks at on the last day of the month.</summary>
public sealed class FigureStories
{
    private Workshop _shop = null!;
    private string _customer = null!;
    private string _ticket = null!;

    [SetUp]
    public async Task StartServer()
    {
        _shop = await Workshop.OpenAsync("2026-11-23 09:00");
        (_customer, _ticket) = await _shop.TicketAsync("silver");
    }

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public async Task Appointments_AreKeptOrNot_AndEachMoveIsTold()
    {
        var inTime = await _shop.PlanAsync(_ticket, "2026-11-23 10:00");
        var late = await _shop.PlanAsync(_ticket, "2026-11-23 11:00");
        var calledOff = await _shop.PlanAsync(_ticket, "2026-11-24 10:00");
        await _shop.PlanAsync(_ticket, "2026-11-24 11:00");
        var moved = await _shop.PlanAsync(_ticket, "2026-11-30 11:00");
        await _shop.PlanAsync(_ticket);
        await _shop.DoAsync(calledOff, "cancel", new() { ["cause"] = "exceptional", ["reason"] = "Snow." });
        await MoveAsync(late, "2026-11-23 11:30", "exceptional");
        _shop.At("2026-11-23 10:00");
        await MoveAsync(moved, "2026-12-01 00:00", "customer_request");
        await MoveAsync(late, "2026-11-23 12:00", "customer_request");
        await _shop.StartAsync(inTime);
        await _shop.CompleteAsync(inTime, "2026-11-23 10:00", "2026-11-23 10:30");
        _shop.At("2026-11-23 12:01");
        await _shop.StartAsync(late);

        _shop.At("2026-11-24 10:59");
        Assert.That(InWords(await FiguresAsync()), Is.EqualTo("2026-11 3: 1 1 0/1/0 0"), "what has not come does not count");
        _shop.At("2026-11-24 11:00");
        var figures = await FiguresAsync();
        Assert.That(InWords(figures), Is.EqualTo("2026-11 4: 1 1 0/1/0 1"));
        Assert.That($"{figures["movesTotal"]} {figures["movesByCause"]!["customerRequest"]} {figures["movesByCause"]!["exceptional"]}", Is.EqualTo("2 1 1"));
        Assert.That(figures["moves"]!.AsArray().Select(Move), Is.EqualTo((string[])
        [
            $"{late} 11:00 11:30 exceptional Carla, 09:00", $"{late} 11:30 12:00 customer_request Carla, 10:00",
        ]));

        // Midnight in Rome is the month's, and what was moved there counts there with its move.
        _shop.At("2026-12-01 00:00");
        Assert.That(InWords(await FiguresAsync()), Is.EqualTo("2026-12 1: 0 0 0/0/0 1"));
        Assert.That((int?)(await FiguresAsync())["movesTotal"], Is.EqualTo(1));
        Assert.That(InWords(await FiguresAsync("2026-11")), Is.EqualTo("2026-11 4: 1 1 0/1/0 1"));
    }

    [Test]
    public async Task Appointments_OfATicketThatEnded_AreCalledOffForThat()
    {
        await _shop.PlanAsync(_ticket, "2026-11-23 10:00");
        await _shop.Desk.MoveAsync(_ticket, "cancel", new() { ["reason"] = "It works again." });
        _shop.At("2026-11-23 18:00");

        Assert.That(InWords(await FiguresAsync()), Is.EqualTo("2026-11 1: 0 0 0/0/1 0"));
    }

    [Test]
    public async Task Feedback_IsCountedForWhoeverWorked()
    {
        _shop.At("2026-11-23 09:01");
        var carla = await _shop.TechnicianAsync("Carla");
        var client = await _shop.CustomerAsync(_customer);
        var together = await DoneAsync("2026-11-23 09:00", "2026-11-23 10:00", carla);
        var alone = await DoneAsync("2026-11-23 11:00", "2026-11-23 12:00", null);
        await DoneAsync("2026-11-23 13:00", "2026-11-23 14:00", null);
        _shop.At("2026-12-02 10:00");
        foreach (var (intervention, score) in ((string, int)[])[(together, 5), (alone, 4)])
            Assert.That((await client.PostAsync($"/v1/interventions/{intervention}/feedback", new JsonObject { ["score"] = score })).Status, Is.EqualTo(201));

        var figures = await _shop.Api.ReadAsync("/v1/figures/feedback?month=2026-11");

        Assert.That(figures["technicians"]!.AsArray().Select(Feedback), Is.EqualTo((string[])
        [
            $"{_shop.Technician} Bruno 3 2 4.5 1=0 2=0 3=0 4=1 5=1", $"{carla} Carla 1 1 5.0 1=0 2=0 3=0 4=0 5=1",
        ]));
        Assert.That((await _shop.Api.ReadAsync("/v1/figures/feedback"))["technicians"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Feedback_WhereNobodyWorked_IsOfWhoCame()
    {
        var intervention = await _shop.PlanAsync(_ticket, "2026-11-23 10:00");
        _shop.At("2026-11-23 10:10");
        await _shop.DoAsync(intervention, "nobody-there", new() { ["note"] = "We rang." });

        var figures = await _shop.Api.ReadAsync("/v1/figures/feedback");

        Assert.That(figures["technicians"]!.AsArray().Select(Feedback), Is.EqualTo((string[])[$"{_shop.Technician} Bruno 1 0  1=0 2=0 3=0 4=0 5=0"]));
    }

    [Test]
    public async Task Figures_AreOfCustomersThatTheKeySees()
    {
        await _shop.PlanAsync(_ticket, "2026-11-23 10:00");
        _shop.At("2026-11-23 18:00");
        var (other, _) = await _shop.TicketAsync("silver");
        var client = await _shop.Desk.ClientOfAsync(KeyKind.Staff, other);

        Assert.That(InWords(await client.ReadAsync("/v1/figures/appointments")), Is.EqualTo("2026-11 0: 0 0 0/0/0 0"));
    }

    [TestCase("2026-13")]
    [TestCase("2026-1")]
    [TestCase("1969-12")]
    [TestCase("2200-01")]
    [TestCase("9999-12")]
    public async Task Month_ThatIsNone_IsRefused(string month)
    {
        foreach (var figures in (string[])["appointments", "feedback"])
            Problem.ExpectFaults(await _shop.Api.GetAsync($"/v1/figures/{figures}?month={month}"), 400, "invalid_request", "month=invalid_value");
    }

    private static string InWords(JsonNode figures)
    {
        var calledOff = figures["calledOff"]!;
        return $"{figures["month"]} {figures["appointments"]}: {figures["keptInTime"]} {figures["keptLate"]} "
            + $"{calledOff["customerRequest"]}/{calledOff["exceptional"]}/{calledOff["ticketEnded"]} {figures["stillOpen"]}";
    }

    private static string Move(JsonNode? move) =>
        $"{move!["interventionId"]} {Time(move["fromStartsAt"])} {Time(move["toStartsAt"])} {move["cause"]} {move["askedBy"]}, {Time(move["movedAt"])}";

    private static string Feedback(JsonNode? of) =>
        $"{of!["technicianId"]} {of["name"]} {of["interventions"]} {of["feedbacks"]} {of["averageScore"]} "
        + string.Join(' ', of["scores"]!.AsArray().Select(score => $"{score!["score"]}={score["count"]}"));

    private static string Time(JsonNode? instant) => Tickets.Desk.OnTheWall(instant)![^5..];

    private async Task<JsonNode> FiguresAsync(string? month = null) =>
        await _shop.Api.ReadAsync($"/v1/figures/appointments{(month is null ? "" : $"?month={month}")}");

    private Task<JsonNode> MoveAsync(string intervention, string to, string cause) => _shop.DoAsync(intervention, "move", new()
    {
        ["startsAt"] = Workshop.Utc(to),
        ["duration"] = "PT30M",
        ["cause"] = cause,
        ["reason"] = "The street is flooded.",
        ["askedBy"] = "Carla",
    });

    /// <summary>Somebody worked, with somebody else where one is named; solved nothing, so that the ticket stays open.</summary>
    private async Task<string> DoneAsync(string from, string to, string? with)
    {
        _shop.At(from);
        var intervention = await _shop.PlanAsync(_ticket);
        await _shop.StartAsync(intervention);
        _shop.At(to);
        var completion = _shop.Completion(from, to, "not_solved");
        if (with is not null)
            completion["timeEntries"]!.AsArray().Add(_shop.Entry(from, to, with));
        await _shop.DoAsync(intervention, "complete", completion);
        return intervention;
    }
}
