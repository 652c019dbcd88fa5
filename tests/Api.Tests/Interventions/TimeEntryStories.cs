using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Tickets;

namespace MisterAssist.Api.Tests.Interventions;

/// <summary>Nobody was in two places: not in what is told afterwards either. Bruno worked from nine to ten.</summary>
public sealed class TimeEntryStories
{
    private Workshop _shop = null!;
    private string _first = "";
    private string _second = "";

    [SetUp]
    public async Task StartServer()
    {
        _shop = await Workshop.OpenAsync("2026-11-23 09:00");
        (_first, _second) = (await _shop.PlanAsync((await _shop.TicketAsync("silver")).Ticket), await _shop.PlanAsync((await _shop.TicketAsync("silver")).Ticket));
        await _shop.StartAsync(_first);
        await _shop.StartAsync(_second);
        await _shop.CompleteAsync(_first, "2026-11-23 09:00", "2026-11-23 10:00");
        _shop.At("2026-11-23 12:00");
    }

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [TestCase("09:59", "11:00")]
    [TestCase("09:15", "09:30", TestName = "Within the other")]
    [TestCase("09:00", "10:00", TestName = "The very same")]
    public async Task Completion_WithTimeOfATechnicianWhoWasElsewhere_IsRefusedWithWhomAndWhen(string from, string to)
    {
        var body = _shop.Completion($"2026-11-23 {from}", $"2026-11-23 {to}");
        body["timeEntries"]!.AsArray().Insert(0, _shop.Entry("2026-11-23 09:00", "2026-11-23 09:10", await _shop.TechnicianAsync("Carla")));

        var refused = await _shop.TryAsync(_second, "complete", body);

        Problem.Expect(refused, 409, "technician_elsewhere", "/timeEntries/1");
        Assert.That(
            (string?)refused.Json["detail"],
            Does.Contain("Bruno").And.Contain(Workshop.Utc("2026-11-23 09:00")).And.Contain(Workshop.Utc("2026-11-23 10:00")));
    }

    [Test]
    public async Task Completion_WithTimeAfterTheOther_OrOfSomebodyElse_IsTaken()
    {
        var body = _shop.Completion("2026-11-23 10:00", "2026-11-23 11:00");
        body["timeEntries"]!.AsArray().Add(_shop.Entry("2026-11-23 09:00", "2026-11-23 10:00", await _shop.TechnicianAsync("Carla")));

        await _shop.DoAsync(_second, "complete", body);
    }

    [Test]
    public async Task Correction_IntoTheTimeOfTheOther_IsRefused_AndWithinItsOwnIsTaken()
    {
        await _shop.DoAsync(_second, "complete", _shop.Completion("2026-11-23 10:00", "2026-11-23 11:00"));

        Problem.Expect(await CorrectAsync(_second, "09:59", "11:00"), 409, "technician_elsewhere", "/timeEntries/0");
        Assert.That((await CorrectAsync(_second, "10:15", "10:45")).Status, Is.EqualTo(200));
        Assert.That((await CorrectAsync(_first, "09:30", "09:45")).Status, Is.EqualTo(200));
        Assert.That((await CorrectAsync(_second, "09:00", "09:30")).Status, Is.EqualTo(200), "the other is shorter now");
    }

    [Test]
    public async Task Correction_OfAnOlderVersion_IsToldThatBeforeItsFaults() => Problem.Expect(
        await _shop.Api.PatchAsync($"/v1/interventions/{_first}", """{ "mode": "by letter" }""", ("If-Match", "\"1\"")), 412, "precondition_failed", "If-Match");

    private Task<Answer> CorrectAsync(string intervention, string from, string to) => _shop.Api.PatchAsync(
        $"/v1/interventions/{intervention}",
        new JsonObject { ["timeEntries"] = new JsonArray(_shop.Entry($"2026-11-23 {from}", $"2026-11-23 {to}")) }.ToJsonString(), Desk.Any);
}
