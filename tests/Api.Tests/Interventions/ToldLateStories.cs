using System.Text.Json.Nodes;

namespace MisterAssist.Api.Tests.Interventions;

/// <summary>A technician's app tells what happened when it has a connection again: late, and perhaps twice.</summary>
public sealed class ToldLateStories
{
    private Workshop _shop = null!;

    [SetUp]
    public async Task StartServer() => _shop = await Workshop.OpenAsync("2026-11-23 09:00");

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public async Task Arrival_InTimeAndToldAfterTheDeadline_WasInTime()
    {
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent");
        var intervention = await _shop.PlanAsync(ticket);
        await _shop.Desk.MoveAsync(ticket, "acknowledge");
        _shop.At("2026-11-23 13:30");
        await _shop.Desk.WatchAsync();
        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence missed"));

        await _shop.StartAsync(intervention, "2026-11-23 12:58");
        var done = await _shop.CompleteAsync(intervention, "2026-11-23 12:58", "2026-11-23 13:30");

        Assert.That(Workshop.GuaranteesOf(done), Is.Empty);
        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence met due Mon 2026-11-23 13:00 met Mon 2026-11-23 12:58"));
        Assert.That((await _shop.Api.ReadAsync("/v1/tickets?missed=true"))["data"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Event_ToldTwice_IsHeardOnce()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);
        var version = (int)(await _shop.InterventionAsync(intervention))["version"]!;
        var occurred = new JsonObject { ["occurredAt"] = Workshop.Utc("2026-11-23 09:10") };
        _shop.At("2026-11-23 09:40");

        // The same If-Match both times: what was heard is heard again, whatever has changed since.
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var told = await TellAsync(intervention, "start", occurred, version);
            Assert.That(told.Status, Is.EqualTo(200), told.Text);
            Assert.That((string?)told.Json["status"], Is.EqualTo("started"));
        }

        var completion = _shop.Completion("2026-11-23 09:10", "2026-11-23 09:30", "not_solved");
        foreach (var _ in Enumerable.Range(0, 3))
            await _shop.DoAsync(intervention, "complete", completion);
        Assert.That((await _shop.Api.ReadAsync($"/v1/interventions?ticketId={ticket}"))["data"]!.AsArray(), Has.Count.EqualTo(2), "one follow-up");
        Assert.That((await _shop.Api.ReadAsync($"/v1/work-reports?ticketId={ticket}"))["data"]!.AsArray(), Has.Count.EqualTo(1), "one report");
        Problem.Expect(await _shop.TryAsync(intervention, "complete", _shop.Completion("2026-11-23 09:10", "2026-11-23 09:31")), 409, "illegal_intervention_move");
    }

    [Test]
    public async Task Event_OutOfOrder_IsRefusedWithWhatIsMissing()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);
        _shop.At("2026-11-23 10:00");

        var early = await _shop.TryAsync(intervention, "complete", _shop.Completion("2026-11-23 09:00", "2026-11-23 09:30"));
        Problem.Expect(early, 409, "event_missing");
        Assert.That(early.Json["allowed"]!.ToJsonString(), Is.EqualTo("""["start"]"""));
        await _shop.DoAsync(intervention, "travel", new() { ["occurredAt"] = Workshop.Utc("2026-11-23 09:10") });
        Problem.Expect(await _shop.TryAsync(intervention, "start", new() { ["occurredAt"] = Workshop.Utc("2026-11-23 09:09") }), 422, "out_of_order", "/occurredAt");
        await _shop.StartAsync(intervention, "2026-11-23 09:20");
        Problem.Expect(await _shop.TryAsync(intervention, "travel", new() { ["occurredAt"] = Workshop.Utc("2026-11-23 09:15") }), 409, "illegal_intervention_move");
        await _shop.DoAsync(intervention, "complete", _shop.Completion("2026-11-23 09:20", "2026-11-23 09:30"));
    }

    [TestCase("2026-11-23 09:03", "occurred_in_the_future")]
    [TestCase("2026-11-20 08:59", "occurred_too_long_ago")]
    public async Task Event_InTheFutureOrLongAgo_IsRefused(string occurredAt, string code)
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);

        Problem.Expect(await _shop.TryAsync(intervention, "start", new() { ["occurredAt"] = Workshop.Utc(occurredAt) }), 422, code, "/occurredAt");
    }

    [Test]
    public async Task Event_BeforeTheTicketWasReceived_IsRefused()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);
        _shop.At("2026-11-23 10:00");

        foreach (var (move, body) in ((string, JsonObject)[])[("travel", new()), ("start", new()), ("nobody-there", new() { ["note"] = "We rang." })])
        {
            body["occurredAt"] = Workshop.Utc("2026-11-23 08:59");
            Problem.Expect(await _shop.TryAsync(intervention, move, body), 422, "occurred_before_reception", "/occurredAt");
        }

        await _shop.StartAsync(intervention, "2026-11-23 09:00");
    }

    [Test]
    public async Task Event_OfAPhoneThatIsAhead_HappensNow_AndIsHeardOnce()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);

        var started = await _shop.StartAsync(intervention, "2026-11-23 09:02");
        Assert.That((string?)started["arrivedAt"], Is.EqualTo(Workshop.Utc("2026-11-23 09:00")));
        _shop.At("2026-11-23 09:01");
        Assert.That((int?)(await _shop.StartAsync(intervention, "2026-11-23 09:02"))["version"], Is.EqualTo((int?)started["version"]));

        _shop.At("2026-11-23 09:30");
        var completion = _shop.Completion("2026-11-23 09:02", "2026-11-23 09:32");
        var completed = await _shop.DoAsync(intervention, "complete", completion);
        Assert.That((string?)completed["endedAt"], Is.EqualTo(Workshop.Utc("2026-11-23 09:30")));
        Assert.That((string?)completed["timeEntries"]![0]!["to"], Is.EqualTo(Workshop.Utc("2026-11-23 09:30")));
        Assert.That((int?)(await _shop.DoAsync(intervention, "complete", completion))["version"], Is.EqualTo((int?)completed["version"]));
    }

    [Test]
    public async Task Events_OfAPhoneThatIsAhead_AreAllHeardAgain_AndItsWorkIsByOurClock()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);
        await _shop.StartAsync(intervention, "2026-11-23 09:02");
        _shop.At("2026-11-23 09:01");
        var completion = _shop.Completion("2026-11-23 09:02", "2026-11-23 09:03");
        var completed = await _shop.DoAsync(intervention, "complete", completion);

        var entry = completed["timeEntries"]![0]!;
        Assert.That(((string?)entry["from"], (string?)entry["to"]), Is.EqualTo(("2026-11-23T08:00:40Z", Workshop.Utc("2026-11-23 09:01"))));
        foreach (var (move, body) in ((string, JsonObject)[])[("start", new() { ["occurredAt"] = Workshop.Utc("2026-11-23 09:02") }), ("complete", completion)])
            Assert.That((await TellAsync(intervention, move, body, 1)).Json["version"]!.ToJsonString(), Is.EqualTo(completed["version"]!.ToJsonString()), move);
    }

    [Test]
    public async Task TimeEntry_ThatCannotBe_IsRefusedInItsPlace()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);
        _shop.At("2026-11-23 10:00");
        await _shop.StartAsync(intervention, "2026-11-23 09:00");

        foreach (var (from, to) in ((string, string)[])[("08:59", "09:30"), ("09:00", "10:00"), ("09:30", "09:30"), ("09:30", "09:10")])
        {
            var body = _shop.Completion("2026-11-23 09:00", "2026-11-23 09:50");
            body["timeEntries"] = new JsonArray(_shop.Entry("2026-11-23 09:00", "2026-11-23 09:10"), _shop.Entry($"2026-11-23 {from}", $"2026-11-23 {to}"));
            Problem.Expect(await _shop.TryAsync(intervention, "complete", body), 422, "invalid_time_entry", "/timeEntries/1");
        }

        var overlapping = _shop.Completion("2026-11-23 09:00", "2026-11-23 09:50");
        overlapping["timeEntries"] = new JsonArray(_shop.Entry("2026-11-23 09:00", "2026-11-23 09:30"), _shop.Entry("2026-11-23 09:29", "2026-11-23 09:50"));
        Problem.Expect(await _shop.TryAsync(intervention, "complete", overlapping), 422, "invalid_time_entry", "/timeEntries/1");
        overlapping["timeEntries"] = new JsonArray();
        Assert.That((await _shop.TryAsync(intervention, "complete", overlapping)).Status, Is.AnyOf(400, 422));
    }

    private Task<Answer> TellAsync(string intervention, string move, JsonObject body, int version) =>
        _shop.Api.PostAsync($"/v1/interventions/{intervention}/{move}", body, ("If-Match", $"\"{version}\""));
}
