using System.Text.Json.Nodes;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Tickets;

// Silver: Monday to Friday 08:00-20:00, holidays too; response within 4 working hours, confirmation 8, presence 4.
// 13 November 2026 is a Friday.
public sealed class SilverStories
{
    private Desk _desk = null!;
    private string _customer = null!;

    [SetUp]
    public async Task Open()
    {
        _desk = new("2026-11-13 16:00");
        _customer = await _desk.CustomerAsync("silver");
    }

    [TearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public async Task Wait_OverTheWeekend_LeavesAtTheResumeWhatWasLeftAtThePause()
    {
        var ticket = await _desk.OpenAsync(_customer);
        _desk.At("2026-11-13 18:00");
        var waiting = await _desk.MoveAsync(ticket, "wait", new() { ["reason"] = "Which till is it?" });
        var atThePause = await _desk.PromisesAsync(ticket);
        _desk.At("2026-11-16 10:00");
        var stillPaused = await _desk.PromisesAsync(ticket);
        var resumed = await _desk.MoveAsync(ticket, "resume");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)waiting["status"], Is.EqualTo("waiting"));
            Assert.That((string?)waiting["waitingFor"], Is.EqualTo("Which till is it?"));
            Assert.That(atThePause, Is.EqualTo(new[]
            {
                "1 response running due Fri 2026-11-13 20:00 used 2:00 left 2:00", "1 confirmation paused used 2:00 left 6:00",
            }));
            Assert.That(stillPaused, Is.EqualTo(new[]
            {
                "1 response missed due Fri 2026-11-13 20:00 used 6:00 left 0:00 over 2:00", "1 confirmation paused used 2:00 left 6:00",
            }));
            Assert.That((string?)resumed["status"], Is.EqualTo("new"));
            Assert.That(resumed["waitingFor"], Is.Null);
            Assert.That((await _desk.PromisesAsync(ticket))[1], Is.EqualTo("1 confirmation running due Mon 2026-11-16 16:00 used 2:00 left 6:00"));
            Assert.That(await _desk.LedgerAsync(ticket, "confirmation"), Is.EqualTo(new[]
            {
                "1 confirmation running due Mon 2026-11-16 16:00 used 2:00 left 6:00",
                "Fri 16:00 counted", "Fri 18:00 paused Which till is it?", "Fri 20:00 closed", "Mon 08:00 paused Which till is it?",
                "now", "Mon 10:00 counted",
            }));
            Assert.That((await _desk.PromisesAsync(ticket, "2026-11-14 12:00"))[1], Is.EqualTo("1 confirmation paused used 2:00 left 6:00"), "asked about the past");
            Assert.That((await _desk.PromisesAsync(ticket, "2026-11-13 17:00"))[1], Is.EqualTo(
                "1 confirmation running due Mon 2026-11-16 12:00 used 1:00 left 7:00"), "asked about before the pause");
            Assert.That((await _desk.PromisesAsync(ticket, "2026-11-16 16:30"))[1], Is.EqualTo(
                "1 confirmation missed due Mon 2026-11-16 16:00 used 8:30 left 0:00 over 0:30"), "asked about the future");
        }
    }

    [Test]
    public async Task Wait_IsToldOnTheTimelineWithItsReasonAndWhatItMoved()
    {
        var ticket = await _desk.OpenAsync(_customer);
        _desk.At("2026-11-13 18:00");
        await _desk.MoveAsync(ticket, "wait", new() { ["reason"] = "Which till is it?" });
        _desk.At("2026-11-16 10:00");
        await _desk.MoveAsync(ticket, "resume");

        string[] lines =
        [
            "Fri 2026-11-13 16:00 ticket.created", "Fri 2026-11-13 16:00 promise.given response", "Fri 2026-11-13 16:00 promise.given confirmation",
            "Fri 2026-11-13 18:00 promise.warning response 50", "Fri 2026-11-13 18:00 ticket.waiting", "Fri 2026-11-13 18:00 promise.changed confirmation",
            "Fri 2026-11-13 19:00 promise.warning response 75", "Fri 2026-11-13 19:36 promise.warning response 90",
            "Fri 2026-11-13 20:00 promise.missed response",
            "Mon 2026-11-16 10:00 ticket.resumed", "Mon 2026-11-16 10:00 promise.changed confirmation",
        ];
        Assert.That(await _desk.TimelineAsync(ticket), Is.EqualTo(lines));
        Assert.That(await _desk.EventsAsync(ticket), Is.EqualTo(lines));
        var told = await Desk.TimelineLinesAsync(_desk.Api, ticket);
        Assert.That((string?)told[4]["note"], Is.EqualTo("Which till is it?"));
        Assert.That(told[4]["changes"]!.ToJsonString(), Does.Contain("\"before\":\"new\",\"after\":\"waiting\""));
        Assert.That(told[5]["changes"]![0]!.ToJsonString(), Is.EqualTo("""{"field":"dueAt","before":"2026-11-16T11:00:00Z","after":null}"""));
        Assert.That(told[10]["changes"]![0]!.ToJsonString(), Is.EqualTo("""{"field":"dueAt","before":null,"after":"2026-11-16T15:00:00Z"}"""));
    }

    [Test]
    public async Task Wait_OutsideCoverage_ChangesNothing()
    {
        var ticket = await _desk.OpenAsync(_customer);
        _desk.At("2026-11-13 20:00");
        await _desk.MoveAsync(ticket, "wait", new() { ["reason"] = "Which till is it?" });
        _desk.At("2026-11-16 08:00");
        await _desk.MoveAsync(ticket, "resume");

        Assert.That((await _desk.PromisesAsync(ticket))[1], Is.EqualTo("1 confirmation running due Mon 2026-11-16 12:00 used 4:00 left 4:00"));
    }

    [Test]
    public async Task Wait_EndsWithTheCustomersOwnMessageAndNotWithOurs()
    {
        var ticket = await _desk.OpenAsync(_customer);
        _desk.At("2026-11-13 18:00");
        await _desk.MoveAsync(ticket, "wait", new() { ["reason"] = "Which till is it?" });
        await Desk.WriteAsync(_desk.Api, ticket, "We still need to know.");
        Assert.That((string?)(await _desk.TicketAsync(ticket))["status"], Is.EqualTo("waiting"));

        _desk.At("2026-11-16 10:00");
        await Desk.WriteAsync(await _desk.ClientOfAsync(KeyKind.Customer, _customer), ticket, "The second.");

        Assert.That((string?)(await _desk.TicketAsync(ticket))["status"], Is.EqualTo("acknowledged"));
        Assert.That(await _desk.PromisesAsync(ticket), Is.EqualTo(new[]
        {
            "1 response met due Fri 2026-11-13 20:00 met Fri 2026-11-13 18:00 used 2:00 left 2:00",
            "1 confirmation running due Mon 2026-11-16 16:00 used 2:00 left 6:00",
        }));
    }

    [Test]
    public async Task Report_Urgent_IsOwedPresenceInsteadOfConfirmation()
    {
        var ticket = await _desk.OpenAsync(_customer, urgency: "urgent", channel: "phone");

        Assert.That(await _desk.PromisesAsync(ticket), Is.EqualTo(new[]
        {
            "1 response running due Fri 2026-11-13 20:00 used 0:00 left 4:00", "1 presence running due Fri 2026-11-13 20:00 used 0:00 left 4:00",
        }));
    }

    [Test]
    public async Task Report_MadeUrgentLater_IsOwedPresenceFromTheChangeAndConfirmationNoMore()
    {
        var ticket = await _desk.OpenAsync(_customer);
        _desk.At("2026-11-13 18:00");

        await Desk.PatchAsync(_desk.Api, ticket, new JsonObject { ["urgency"] = "urgent" }, Desk.Any);
        var urgent = await _desk.PromisesAsync(ticket);
        _desk.At("2026-11-13 19:00");
        await Desk.PatchAsync(_desk.Api, ticket, new JsonObject { ["urgency"] = "normal" }, Desk.Any);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(urgent, Is.EqualTo(new[]
            {
                "1 response running due Fri 2026-11-13 20:00 used 2:00 left 2:00",
                "1 confirmation withdrawn due Mon 2026-11-16 12:00 withdrawn Fri 2026-11-13 18:00 used 2:00 left 6:00",
                "1 presence running due Mon 2026-11-16 10:00 used 0:00 left 4:00",
            }));
            Assert.That(await _desk.PromisesAsync(ticket), Is.EqualTo(new[]
            {
                "1 response running due Fri 2026-11-13 20:00 used 3:00 left 1:00",
                "1 confirmation running due Mon 2026-11-16 12:00 used 3:00 left 5:00",
                "1 presence withdrawn due Mon 2026-11-16 10:00 withdrawn Fri 2026-11-13 19:00 used 1:00 left 3:00",
            }));
        }
    }
}
