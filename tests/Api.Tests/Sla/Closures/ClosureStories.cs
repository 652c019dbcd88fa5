using System.Text.Json.Nodes;
using MisterAssist.TestKit.Sla;
using NodaTime.Text;

namespace MisterAssist.Api.Tests.Sla.Closures;

public sealed class ClosureStories
{
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Closure_CutsDeadlinesThatStartAfterItsAnnouncement_AndMovesNoneThatStartedBefore()
    {
        await AnnounceAsync("2026-11-21T10:00:00Z", """{ "startsOn": "2026-11-23" }""");

        var before = await DeadlineAsync("2026-11-20T18:30:00Z");
        var beforeAsKnownLater = await DeadlineAsync("2026-11-20T18:30:00Z", knownAt: "2026-11-21T10:00:00Z");
        var after = await DeadlineAsync("2026-11-21T10:00:00Z");
        var afterAsKnownBefore = await DeadlineAsync("2026-11-21T10:00:00Z", knownAt: "2026-11-21T09:59:59Z");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)before["dueLocal"], Is.EqualTo("2026-11-23T11:30:00+01:00"));
            Assert.That((string?)before["appliedPlan"]!["knownAt"], Is.EqualTo("2026-11-20T18:30:00Z"));
            Assert.That((string?)beforeAsKnownLater["dueLocal"], Is.EqualTo("2026-11-24T11:30:00+01:00"));
            Assert.That((string?)beforeAsKnownLater["appliedPlan"]!["knownAt"], Is.EqualTo("2026-11-21T10:00:00Z"));
            Assert.That((string?)after["dueLocal"], Is.EqualTo("2026-11-24T12:00:00+01:00"));
            Assert.That((string?)afterAsKnownBefore["dueLocal"], Is.EqualTo("2026-11-23T12:00:00+01:00"));
            Assert.That(Ledger.Lines(after), Does.Contain("closure 2026-11-23T08:00 2026-11-23T20:00 Closed"));
        }
    }

    [TestCase("2026-01-01", "2026-12-31")]
    [TestCase("2027-03-05", "2028-03-04")]
    public async Task Closure_ThatWouldShutThePlansForGood_IsRefusedHoweverLateItBegins(string startsOn, string endsOn)
    {
        var closure = new JsonObject
        {
            ["name"] = new JsonObject { ["it"] = "Chiuso", ["en"] = "Shut" },
            ["startsOn"] = startsOn,
            ["endsOn"] = endsOn,
            ["recurrence"] = "yearly",
        };

        var answer = await _app.Api.PostAsync("/v1/closures", closure);

        Problem.Expect(answer, 422, "never_opens");
    }

    [Test]
    public async Task Closure_ThatComesBackYearly_CountsInLaterYearsAndNotInEarlierOnes()
    {
        await AnnounceAsync("2026-11-02T10:00:00Z", """{ "startsOn": "2027-06-24", "recurrence": "yearly" }""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await WorkedOnAsync("2026-06-24", "2026-06-25", knownAt: "2026-11-02T10:00:00Z"), Is.EqualTo("PT12H"));
            Assert.That(await WorkedOnAsync("2027-06-24", "2027-06-25"), Is.EqualTo("PT0S"));
            Assert.That(await WorkedOnAsync("2030-06-24", "2030-06-25"), Is.EqualTo("PT0S"));
            Assert.That(await WorkedOnAsync("2030-06-25", "2030-06-26"), Is.EqualTo("PT12H"));
        }
    }

    [Test]
    public async Task Closure_OfPartOfADay_LeavesTheRest()
    {
        await AnnounceAsync("2026-11-02T10:00:00Z", """{ "startsOn": "2027-12-23", "endsOn": "2027-12-24", "from": "13:00", "to": "22:00" }""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await WorkedOnAsync("2027-12-23", "2027-12-24"), Is.EqualTo("PT5H"));
            Assert.That(await WorkedOnAsync("2027-12-24", "2027-12-25"), Is.EqualTo("PT5H"));
            Assert.That(await WorkedOnAsync("2027-12-22", "2027-12-23"), Is.EqualTo("PT12H"));
        }
    }

    [Test]
    public async Task Closure_OfSeveralDays_TakesThemAll()
    {
        await AnnounceAsync("2026-11-02T10:00:00Z", """{ "startsOn": "2028-08-14", "endsOn": "2028-08-18" }""");

        Assert.That(await WorkedOnAsync("2028-08-07", "2028-08-21"), Is.EqualTo("PT60H"));
    }

    [Test]
    public async Task Closure_Withdrawn_KeepsCountingForWhatStartedWhileItStood()
    {
        var closure = await AnnounceAsync("2029-03-01T10:00:00Z", """{ "startsOn": "2029-03-05" }""");
        _app.Clock.Now = Moments.Utc("2029-03-02T10:00:00Z");
        await _app.Api.DeleteAsync($"/v1/closures/{closure["id"]}", ("If-Match", "\"1\""));

        var started = await DeadlineAsync("2029-03-02T09:59:59Z", amount: "PT12H");
        var startedLater = await DeadlineAsync("2029-03-02T10:00:00Z", amount: "PT12H");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)started["dueLocal"], Is.EqualTo("2029-03-06T10:59:59+01:00"));
            Assert.That((string?)startedLater["dueLocal"], Is.EqualTo("2029-03-05T11:00:00+01:00"));
        }
    }

    [Test]
    public async Task Closure_WhereOnlyItsFirstDayIsGiven_IsThatWholeDayOnce()
    {
        var closure = await AnnounceAsync("2026-11-02T10:00:00.123456Z", """{ "startsOn": "2031-03-04" }""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)closure["id"], Does.Match("^clo_[0-9a-hjkmnp-tv-z]{26}$"));
            Assert.That((string?)closure["endsOn"], Is.EqualTo("2031-03-04"));
            Assert.That((string?)closure["from"], Is.EqualTo("00:00"));
            Assert.That((string?)closure["to"], Is.EqualTo("24:00"));
            Assert.That((string?)closure["recurrence"], Is.EqualTo("none"));
            Assert.That((string?)closure["announcedAt"], Is.EqualTo("2026-11-02T10:00:00.123456Z"));
            Assert.That((string?)closure["name"]!["it"], Is.EqualTo("Chiuso"));
        }
    }

    [TestCase("""{ "startsOn": "2027-03-05", "endsOn": "2027-03-04" }""", "closure_ends_before_start", "/endsOn")]
    [TestCase("""{ "startsOn": "2027-03-05", "endsOn": "2028-03-05" }""", "closure_too_long", "/endsOn")]
    [TestCase("""{ "startsOn": "2027-03-05", "endsOn": "2028-03-05", "recurrence": "yearly" }""", "closure_too_long", "/endsOn")]
    [TestCase("""{ "startsOn": "2027-03-05", "from": "18:00", "to": "09:00" }""", "closure_without_length", "/to")]
    [TestCase("""{ "startsOn": "2027-03-05", "from": "09:00", "to": "09:00" }""", "closure_without_length", "/to")]
    [TestCase("""{ "startsOn": "2026-11-01", "endsOn": "2027-10-31", "recurrence": "yearly" }""", "never_opens", null)]
    public async Task Closure_AgainstARuleOfTheBusiness_IsRefused(string body, string code, string? place)
    {
        _app.Clock.Now = ApiFactory.Start;

        var answer = await _app.Api.PostAsync("/v1/closures", Named(body));

        Problem.Expect(answer, 422, code, place is null ? [] : [place]);
    }

    private static JsonObject Named(string body)
    {
        var closure = JsonNode.Parse(body)!.AsObject();
        closure["name"] = new JsonObject { ["it"] = "Chiuso", ["en"] = "Closed" };
        return closure;
    }

    private Task<JsonNode> AnnounceAsync(string now, string body)
    {
        _app.Clock.Now = Moments.Utc(now);
        return _app.Api.AskAsync("/v1/closures", Named(body));
    }

    private Task<JsonNode> DeadlineAsync(string startAt, string? knownAt = null, string amount = "PT4H") =>
        _app.Api.AskAsync("/v1/sla/deadlines", new JsonObject
        {
            ["plan"] = "silver",
            ["startAt"] = startAt,
            ["workingTime"] = amount,
            ["knownAt"] = knownAt,
        });

    private async Task<string?> WorkedOnAsync(string from, string to, string? knownAt = null)
    {
        var answer = await _app.Api.AskAsync("/v1/sla/elapsed", new JsonObject
        {
            ["plan"] = "silver",
            ["from"] = Midnight(from),
            ["to"] = Midnight(to),
            ["knownAt"] = knownAt,
        });
        return (string?)answer["workingTime"];
    }

    private static string Midnight(string date) =>
        OffsetDateTimePattern.Rfc3339.Format(Schedules.Rome.AtStartOfDay(Schedules.Date(date)).ToOffsetDateTime());
}
