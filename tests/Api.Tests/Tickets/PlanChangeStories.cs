using System.Text;
using System.Text.Json.Nodes;

namespace MisterAssist.Api.Tests.Tickets;

/// <summary>A contract gets another plan while a ticket is open.</summary>
public sealed class PlanChangeStories
{
    private Desk _desk = null!;
    private string _contract = null!;
    private string _ticket = null!;

    // 16 November 2026 is a Monday.
    [SetUp]
    public async Task Report()
    {
        _desk = new("2026-11-16 10:00");
        (var customer, _contract) = await _desk.ContractedAsync("bronze");
        _ticket = await _desk.OpenAsync(customer);
    }

    [TearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public async Task Upgrade_FromNow_MakesTighterWhatItTightensCountedFromNow()
    {
        _desk.At("2026-11-16 14:00");
        await ChangePlanAsync("gold", null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)(await _desk.TicketAsync(_ticket))["plan"], Is.EqualTo("gold"));
            Assert.That(await _desk.PromisesAsync(_ticket), Is.EqualTo(new[]
            {
                "1 response running due Mon 2026-11-16 15:00 used 0:00 left 1:00",
                // Gold's eight hours from reception end at 18:00, as Bronze's do.
                "1 confirmation running due Mon 2026-11-16 18:00 used 4:00 left 4:00",
            }));
            Assert.That((await _desk.PromisesAsync(_ticket, "2026-11-16 13:00"))[0], Is.EqualTo(
                "1 response running due Mon 2026-11-16 18:00 used 3:00 left 5:00"), "as it was before");
            Assert.That((await _desk.LedgerAsync(_ticket, "response", "2026-11-16 14:30"))[1..], Is.EqualTo(
                new[] { "Mon 14:00 counted", "now", "Mon 14:30 counted" }));
        }
    }

    [Test]
    public async Task Upgrade_IsOnTheTimelineWithBeforeAndAfter()
    {
        _desk.At("2026-11-16 13:00");
        await ChangePlanAsync("gold", "2026-11-16");

        var told = await Desk.TimelineLinesAsync(_desk.Api, _ticket);
        var moved = told.Single(line => (string?)line["type"] == "ticket.plan_changed");
        Assert.That(moved["changes"]!.ToJsonString(), Does.Contain("""{"field":"plan","before":"bronze","after":"gold"}"""));
        var response = told.Single(line => (string?)line["type"] == "promise.changed" && (string?)line["promise"] == "response");
        Assert.That(response["changes"]![0]!.ToJsonString(), Is.EqualTo(
            """{"field":"dueAt","before":"2026-11-16T17:00:00Z","after":"2026-11-16T13:00:00Z"}"""));
        Assert.That(await _desk.EventsAsync(_ticket), Is.EqualTo(await _desk.TimelineAsync(_ticket)));
    }

    [Test]
    public async Task Upgrade_WhenLessIsLeftThanTheNewPlanGives_IsDueAsBefore()
    {
        _desk.At("2026-11-16 17:30");
        await ChangePlanAsync("gold", null);

        Assert.That((await _desk.PromisesAsync(_ticket))[0], Does.StartWith("1 response running due Mon 2026-11-16 18:00"));
    }

    [Test]
    public async Task Upgrade_AfterAMiss_LeavesItMissed()
    {
        _desk.At("2026-11-17 10:00");
        await ChangePlanAsync("gold", null);

        Assert.That(await _desk.PromisesAsync(_ticket), Has.All.Contains(" missed due Mon 2026-11-16 18:00"));
        Assert.That(await _desk.TimelineAsync(_ticket, "promise.missed"), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Upgrade_FromALaterDay_CountsFromItsMidnightByTheWatch()
    {
        _desk.At("2026-11-16 12:00");
        await ChangePlanAsync("gold", "2026-11-17");
        await _desk.WatchAsync();
        var before = await _desk.PromisesAsync(_ticket);
        _desk.At("2026-11-16 23:59");
        await _desk.WatchAsync();
        Assert.That((string?)(await _desk.TicketAsync(_ticket))["plan"], Is.EqualTo("bronze"));

        _desk.At("2026-11-17 00:00");
        await _desk.WatchAsync();
        await _desk.WatchAsync();

        Assert.That(before[0], Is.EqualTo("1 response running due Mon 2026-11-16 18:00 used 2:00 left 6:00"));
        Assert.That((string?)(await _desk.TicketAsync(_ticket))["plan"], Is.EqualTo("gold"));
        Assert.That(await _desk.TimelineAsync(_ticket, "ticket.plan_changed"), Is.EqualTo(new[] { "Tue 2026-11-17 00:00 ticket.plan_changed" }));
    }

    // Six hours of Bronze would end on Tuesday at 12:00, eight of Silver from the change at 10:00.
    [Test]
    public async Task Upgrade_WhileTheTicketWaits_KeepsThePause()
    {
        _desk.At("2026-11-16 12:00");
        await _desk.MoveAsync(_ticket, "wait", new() { ["reason"] = "Which till?" });
        _desk.At("2026-11-16 13:00");
        await ChangePlanAsync("silver", null);
        Assert.That((await _desk.PromisesAsync(_ticket))[1], Is.EqualTo("1 confirmation paused used 0:00 left 8:00"));

        _desk.At("2026-11-16 14:00");
        await _desk.MoveAsync(_ticket, "resume");

        Assert.That((await _desk.PromisesAsync(_ticket))[1], Is.EqualTo("1 confirmation running due Tue 2026-11-17 10:00 used 0:00 left 8:00"));
    }

    [Test]
    public async Task Upgrade_OfAnUrgentReport_MakesItUrgentFromThatMoment()
    {
        await Desk.PatchAsync(_desk.Api, _ticket, new JsonObject { ["urgency"] = "urgent" }, Desk.Any);
        _desk.At("2026-11-16 14:00");

        await ChangePlanAsync("silver", null);

        Assert.That((string?)(await _desk.TicketAsync(_ticket))["handledAs"], Is.EqualTo("urgent"));
        var promises = await _desk.PromisesAsync(_ticket);
        Assert.That(promises, Has.Some.StartsWith("1 presence running due Mon 2026-11-16 18:00"));
        Assert.That(promises, Has.Some.StartsWith("1 confirmation withdrawn"));
    }

    [Test]
    public async Task Upgrade_DoesNotTouchWhatIsResolved()
    {
        _desk.At("2026-11-16 12:00");
        await _desk.MoveAsync(_ticket, "resolve", new() { ["resolution"] = "A new cable" });
        var before = await _desk.Api.GetAsync($"/v1/tickets/{_ticket}");

        await ChangePlanAsync("gold", null);

        Assert.That((await _desk.Api.GetAsync($"/v1/tickets/{_ticket}")).Text, Is.EqualTo(before.Text));
    }

    private async Task ChangePlanAsync(string plan, string? fromOn)
    {
        var body = new JsonObject { ["plan"] = plan, ["fromOn"] = fromOn };
        var answer = await _desk.Api.SendAsync(
            HttpMethod.Post, $"/v1/contracts/{_contract}/change-plan", Encoding.UTF8.GetBytes(body.ToJsonString()), [Desk.Any]);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
    }
}
