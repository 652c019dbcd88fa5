using System.Text.Json.Nodes;

namespace MisterAssist.Api.Tests.Tickets;

// Bronze: Monday to Friday 10:00-18:00, shut on holidays; response and confirmation within 8 working hours.
// 4 December 2026 is a Friday, and Tuesday the 8th is a holiday.
public sealed class BronzeStories
{
    private Desk _desk = null!;

    [SetUp]
    public void Open() => _desk = new("2026-12-04 17:30");

    [TearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public async Task Report_OnFridayEveningBeforeAHolidayWeekend_IsOwedWithinEightOfItsOwnHours()
    {
        var ticket = await _desk.OpenAsync(await _desk.CustomerAsync("bronze"));

        // Half an hour on Friday, eight on Monday less that half: Monday 17:30.
        string[] given = ["1 response running due Mon 2026-12-07 17:30 used 0:00 left 8:00", "1 confirmation running due Mon 2026-12-07 17:30 used 0:00 left 8:00"];
        Assert.That(await _desk.PromisesAsync(ticket), Is.EqualTo(given));
        Assert.That((string?)(await _desk.TicketAsync(ticket))["dueAtLocal"], Is.EqualTo("2026-12-07T17:30:00+01:00"));
    }

    [Test]
    public async Task Report_OnMondayAfternoonBeforeTheHoliday_IsCarriedToWednesday()
    {
        _desk.At("2026-12-07 17:00");
        var ticket = await _desk.OpenAsync(await _desk.CustomerAsync("bronze"));
        _desk.At("2026-12-09 12:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _desk.LedgerAsync(ticket, "response"), Is.EqualTo(new[]
            {
                "1 response running due Wed 2026-12-09 17:00 used 3:00 left 5:00",
                "Mon 17:00 counted", "Mon 18:00 closed", "Tue 10:00 holiday Immaculate Conception", "Tue 18:00 closed", "Wed 10:00 counted",
                "now", "Wed 12:00 counted",
            }));
            Assert.That(await _desk.LedgerAsync(ticket, "response", "2026-12-08 11:00"), Is.EqualTo(new[]
            {
                "1 response running due Wed 2026-12-09 17:00 used 1:00 left 7:00",
                "Mon 17:00 counted", "Mon 18:00 closed", "Tue 10:00 holiday Immaculate Conception",
                "now", "Tue 11:00 holiday Immaculate Conception", "Tue 18:00 closed", "Wed 10:00 counted",
            }));
        }
    }

    [Test]
    public async Task Promises_AskedAtOtherTimes_TellWhatWasAndWhatWillBe()
    {
        var ticket = await _desk.OpenAsync(await _desk.CustomerAsync("bronze"));
        _desk.At("2026-12-07 12:00");
        await _desk.MoveAsync(ticket, "acknowledge");

        string[] future =
        [
            "1 response met due Mon 2026-12-07 17:30 met Mon 2026-12-07 12:00 used 2:30 left 5:30",
            "1 confirmation missed due Mon 2026-12-07 17:30 used 8:30 left 0:00 over 0:30",
        ];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _desk.PromisesAsync(ticket, "2026-12-04 17:29"), Is.Empty, "before it was given");
            Assert.That((await _desk.PromisesAsync(ticket, "2026-12-07 11:00"))[0], Is.EqualTo("1 response running due Mon 2026-12-07 17:30 used 1:30 left 6:30"));
            Assert.That(await _desk.PromisesAsync(ticket, "2026-12-08 12:00"), Is.EqualTo(future), "the holiday does not count");
            Assert.That((await _desk.PromisesAsync(ticket, "2026-12-07 17:30"))[1], Does.StartWith("1 confirmation running"), "at the very instant it is in time");
        }
    }

    [Test]
    public async Task Report_Urgent_IsHandledAsNormalAndIsOwedNoPresence()
    {
        var ticket = await _desk.OpenAsync(await _desk.CustomerAsync("bronze"), urgency: "urgent");

        var told = await _desk.TicketAsync(ticket);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)told["urgency"], Is.EqualTo("urgent"));
            Assert.That((string?)told["handledAs"], Is.EqualTo("normal"));
            Assert.That(told["promises"]!.AsArray().Select(promise => (string?)promise!["kind"]), Is.EqualTo(new[] { "response", "confirmation" }));
            Assert.That((await _desk.Api.GetAsync($"/v1/tickets/{ticket}/promises/presence/ledger")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Report_MadeUrgentLater_IsOwedWhatItWasOwed()
    {
        var ticket = await _desk.OpenAsync(await _desk.CustomerAsync("bronze"));
        var before = await _desk.PromisesAsync(ticket);

        var answer = await Desk.PatchAsync(_desk.Api, ticket, new JsonObject { ["urgency"] = "urgent" }, Desk.Any);

        Assert.That((string?)answer.Json["handledAs"], Is.EqualTo("normal"), answer.Text);
        Assert.That(await _desk.PromisesAsync(ticket), Is.EqualTo(before));
        Assert.That(await _desk.TimelineAsync(ticket, "promise.changed"), Is.Empty);
    }

    [Test]
    public async Task Report_ByPhoneRecordedByStaff_SaysThatTheChannelIsOutsideThePlan()
    {
        var customer = await _desk.CustomerAsync("bronze");

        var byPhone = await _desk.TicketAsync(await _desk.OpenAsync(customer, channel: "phone"));
        var byMail = await _desk.TicketAsync(await _desk.OpenAsync(customer));

        Assert.That((bool?)byPhone["channelInPlan"], Is.False);
        Assert.That((bool?)byMail["channelInPlan"], Is.True);
    }

    [Test]
    public async Task Story_FromReportToClosing_IsOnTheTimelineAndInTheLogInOrder()
    {
        var ticket = await _desk.OpenAsync(await _desk.CustomerAsync("bronze"));
        _desk.At("2026-12-07 12:00");
        await Desk.WriteAsync(_desk.Api, ticket, "We are on it.");
        _desk.At("2026-12-07 16:00");
        await _desk.MoveAsync(ticket, "resolve", new() { ["resolution"] = "A new cable" });
        await _desk.MoveAsync(ticket, "close");

        string[] lines =
        [
            "Fri 2026-12-04 17:30 ticket.created", "Fri 2026-12-04 17:30 promise.given response", "Fri 2026-12-04 17:30 promise.given confirmation",
            "Mon 2026-12-07 12:00 ticket.message_added", "Mon 2026-12-07 12:00 ticket.acknowledged", "Mon 2026-12-07 12:00 promise.met response",
            "Mon 2026-12-07 13:30 promise.warning confirmation 50", "Mon 2026-12-07 15:30 promise.warning confirmation 75",
            "Mon 2026-12-07 16:00 ticket.resolved", "Mon 2026-12-07 16:00 promise.withdrawn confirmation",
            "Mon 2026-12-07 16:00 ticket.closed",
        ];
        Assert.That(await _desk.TimelineAsync(ticket), Is.EqualTo(lines));
        Assert.That(await _desk.EventsAsync(ticket), Is.EqualTo(lines));
        Assert.That((await _desk.PromisesAsync(ticket))[1], Is.EqualTo(
            "1 confirmation withdrawn due Mon 2026-12-07 17:30 withdrawn Mon 2026-12-07 16:00 used 6:30 left 1:30"));
    }
}
