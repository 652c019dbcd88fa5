using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Api.Tests.Tickets;

/// <summary>Silver, reported at 08:00 on Monday 16 November 2026: four hours for the response, eight for the confirmation.</summary>
public sealed class PromiseWatchStories
{
    private static readonly string[] AllThatIsRaised =
    [
        "Mon 2026-11-16 10:00 promise.warning response 50",
        "Mon 2026-11-16 11:00 promise.warning response 75",
        "Mon 2026-11-16 11:36 promise.warning response 90",
        "Mon 2026-11-16 12:00 promise.warning confirmation 50",
        "Mon 2026-11-16 12:00 promise.missed response",
        "Mon 2026-11-16 14:00 promise.warning confirmation 75",
        "Mon 2026-11-16 15:12 promise.warning confirmation 90",
        "Mon 2026-11-16 16:00 promise.missed confirmation",
    ];

    private Desk _desk = null!;
    private string _ticket = null!;

    [SetUp]
    public async Task Report()
    {
        _desk = new("2026-11-16 08:00");
        _ticket = await _desk.OpenAsync(await _desk.CustomerAsync("silver"));
    }

    [TearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public async Task Watch_EveryMinute_RaisesEachWarningAndEachMissOnceAtItsTime()
    {
        while (_desk.App.Clock.Now < Moments.Rome("2026-11-16 16:05"))
        {
            _desk.App.Clock.Advance(Duration.FromMinutes(1));
            await _desk.WatchAsync();
        }

        Assert.That(Raised(await _desk.TimelineAsync(_ticket)), Is.EqualTo(AllThatIsRaised));
        Assert.That(Raised(await _desk.EventsAsync(_ticket)), Is.EqualTo(AllThatIsRaised));
    }

    [Test]
    public async Task Watch_ByManyAtOnce_RaisesEachOnce()
    {
        var customer = await _desk.CustomerAsync("silver");
        List<string> tickets = [_ticket];
        for (var i = 0; i < 9; i++)
            tickets.Add(await _desk.OpenAsync(customer));
        _desk.At("2026-11-16 17:00");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(_desk.WatchAsync)));
        await _desk.WatchAsync();

        foreach (var ticket in tickets)
            Assert.That(Raised(await _desk.TimelineAsync(ticket)), Is.EqualTo(AllThatIsRaised));
    }

    [Test]
    public async Task Watch_OfAnotherInstanceOnTheSameDatabase_RaisesNothingAgain()
    {
        _desk.At("2026-11-16 11:00");
        await _desk.WatchAsync();

        using var other = new Desk("2026-11-16 11:00", _desk.App.Database.Settings);
        await other.WatchAsync();
        other.At("2026-11-16 12:01");
        _desk.At("2026-11-16 12:01");
        await Task.WhenAll(Task.Run(other.WatchAsync), Task.Run(_desk.WatchAsync));

        string[] expected =
        [
            "Mon 2026-11-16 10:00 promise.warning response 50", "Mon 2026-11-16 11:00 promise.warning response 75",
            "Mon 2026-11-16 11:36 promise.warning response 90", "Mon 2026-11-16 12:00 promise.warning confirmation 50",
            "Mon 2026-11-16 12:00 promise.missed response",
        ];
        Assert.That(Raised(await other.TimelineAsync(_ticket)), Is.EqualTo(expected));
        Assert.That(Raised(await _desk.EventsAsync(_ticket)), Is.EqualTo(expected));
    }

    [Test]
    public async Task Reads_WithoutAnyWatch_TellWhatIsMissed()
    {
        _desk.At("2026-11-16 12:01");

        var ticket = await _desk.TicketAsync(_ticket);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)ticket["promises"]![0]!["state"], Is.EqualTo("missed"));
            Assert.That((string?)ticket["promises"]![1]!["state"], Is.EqualTo("running"));
            Assert.That((await _desk.PromisesAsync(_ticket))[0], Does.StartWith("1 response missed"));
            foreach (var list in new[] { "/v1/tickets", "/v1/dispatch-queue" })
            {
                var found = (await _desk.Api.ReadAsync($"{list}?missed=true"))["data"]!.AsArray();
                Assert.That(found.Select(t => (string?)t!["id"]), Is.EqualTo(new[] { _ticket }), list);
                Assert.That((string?)found[0]!["promises"]![0]!["state"], Is.EqualTo("missed"), list);
                Assert.That((await _desk.Api.ReadAsync($"{list}?missed=false"))["data"]!.AsArray(), Is.Empty, list);
            }

            Assert.That(Raised(await _desk.TimelineAsync(_ticket)), Is.Empty, "nobody watched");
        }
    }

    [Test]
    public async Task Watch_WhileNothingIsDue_ChangesNothing()
    {
        _desk.At("2026-11-16 09:59");
        var before = await _desk.Api.GetAsync($"/v1/tickets/{_ticket}");

        await _desk.WatchAsync();

        Assert.That((await _desk.Api.GetAsync($"/v1/tickets/{_ticket}")).Header("ETag"), Is.EqualTo(before.Header("ETag")));
        Assert.That(await _desk.TimelineAsync(_ticket), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Miss_ThatWasRaised_IsNotRaisedAgainByWhatIsDoneLater()
    {
        _desk.At("2026-11-16 17:00");
        await _desk.WatchAsync();
        await _desk.MoveAsync(_ticket, "acknowledge");
        _desk.At("2026-11-17 17:00");
        await _desk.WatchAsync();
        await _desk.MoveAsync(_ticket, "resolve", new() { ["resolution"] = "A new cable" });

        Assert.That(Raised(await _desk.TimelineAsync(_ticket)), Has.Length.EqualTo(AllThatIsRaised.Length));
        Assert.That(await _desk.PromisesAsync(_ticket), Has.All.Contains(" missed "));
    }

    private static string[] Raised(IEnumerable<string> lines) =>
        [.. lines.Where(line => line.Contains("promise.warning", StringComparison.Ordinal) || line.Contains("promise.missed", StringComparison.Ordinal))];
}
