namespace MisterAssist.Api.Tests.Tickets;

// Gold: every day 08:00-22:00; response within 1 working hour, confirmation 8, presence 4.
// On Sunday 25 October 2026 the clocks go back at 03:00: the night lasts an hour longer.
public sealed class GoldStories
{
    private Desk _desk = null!;
    private string _customer = null!;

    [SetUp]
    public async Task Open()
    {
        _desk = new("2026-10-24 18:00");
        _customer = await _desk.CustomerAsync("gold");
    }

    [TearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public async Task Report_OnTheEveningBeforeTheClocksGoBack_IsCountedThroughThatNight()
    {
        var ticket = await _desk.OpenAsync(_customer, channel: "chat");
        _desk.At("2026-10-25 09:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)(await _desk.TicketAsync(ticket))["receivedAtLocal"], Is.EqualTo("2026-10-24T18:00:00+02:00"));
            Assert.That(await _desk.LedgerAsync(ticket, "confirmation"), Is.EqualTo(new[]
            {
                "1 confirmation running due Sun 2026-10-25 12:00 used 5:00 left 3:00",
                "Sat 18:00 counted", "Sat 22:00 closed", "Sun 08:00 counted", "now", "Sun 09:00 counted",
            }));
            var night = (await _desk.Api.ReadAsync($"/v1/tickets/{ticket}/promises/confirmation/ledger"))["past"]![1]!;
            Assert.That((string?)night["fromLocal"], Is.EqualTo("2026-10-24T22:00:00+02:00"));
            Assert.That((string?)night["toLocal"], Is.EqualTo("2026-10-25T08:00:00+01:00"));
            Assert.That(await _desk.PromisesAsync(ticket, "2026-10-25 02:30 +01:00"), Is.EqualTo(new[]
            {
                "1 response missed due Sat 2026-10-24 19:00 used 4:00 left 0:00 over 3:00",
                "1 confirmation running due Sun 2026-10-25 12:00 used 4:00 left 4:00",
            }), "in the hour that comes twice");
        }
    }

    [TestCase("2026-10-25 02:30 +02:00")]
    [TestCase("2026-10-25 02:30 +01:00")]
    public async Task Report_InTheHourThatComesTwice_IsCountedFromTheOpening(string received)
    {
        _desk.At(received);
        var ticket = await _desk.OpenAsync(_customer);

        Assert.That(await _desk.PromisesAsync(ticket), Is.EqualTo(new[]
        {
            "1 response running due Sun 2026-10-25 09:00 used 0:00 left 1:00",
            "1 confirmation running due Sun 2026-10-25 16:00 used 0:00 left 8:00",
        }));
        Assert.That((await _desk.LedgerAsync(ticket, "response", "2026-10-25 08:30"))[1..], Is.EqualTo(
            new[] { "Sun 02:30 closed", "Sun 08:00 counted", "now", "Sun 08:30 counted" }));
    }

    [Test]
    public async Task Report_UrgentOnThatSunday_IsOwedPresenceOnTheSameDay()
    {
        _desk.At("2026-10-25 07:00");
        var ticket = await _desk.OpenAsync(_customer, urgency: "urgent", channel: "phone");
        _desk.At("2026-10-25 08:30");
        await _desk.MoveAsync(ticket, "acknowledge");

        Assert.That(await _desk.PromisesAsync(ticket), Is.EqualTo(new[]
        {
            "1 response met due Sun 2026-10-25 09:00 met Sun 2026-10-25 08:30 used 0:30 left 0:30",
            "1 presence running due Sun 2026-10-25 12:00 used 0:30 left 3:30",
        }));
        string[] lines =
        [
            "Sun 2026-10-25 07:00 ticket.created", "Sun 2026-10-25 07:00 promise.given response", "Sun 2026-10-25 07:00 promise.given presence",
            "Sun 2026-10-25 08:30 promise.warning response 50", "Sun 2026-10-25 08:30 ticket.acknowledged", "Sun 2026-10-25 08:30 promise.met response",
        ];
        Assert.That(await _desk.TimelineAsync(ticket), Is.EqualTo(lines));
        Assert.That(await _desk.EventsAsync(ticket), Is.EqualTo(lines));
    }

    [Test]
    public async Task Answer_AtTheVeryInstantItIsDue_IsInTime()
    {
        var (inTime, late) = (await _desk.OpenAsync(_customer), await _desk.OpenAsync(_customer));
        _desk.At("2026-10-24 19:00");
        await _desk.MoveAsync(inTime, "acknowledge");
        _desk.App.Clock.Advance(NodaTime.Duration.FromTicks(10));
        await _desk.MoveAsync(late, "acknowledge");

        Assert.That((await _desk.PromisesAsync(inTime))[0], Does.StartWith("1 response met"));
        Assert.That((await _desk.PromisesAsync(late))[0], Does.StartWith("1 response missed"));
        Assert.That(await _desk.TimelineAsync(inTime, "promise.missed"), Is.Empty);
        Assert.That(await _desk.TimelineAsync(late, "promise.missed"), Has.Length.EqualTo(1));
    }
}
