using System.Text.Json.Nodes;

namespace MisterAssist.Api.Tests.Sla;

public sealed class DeadlineStories
{
    private const string Path = "/v1/sla/deadlines";

    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Deadline_UnderAScheduleGivenWhole_RunsThroughTheNightWindow()
    {
        var answer = await AskAsync("""
            { "schedule": { "timeZone": "Europe/Rome",
                            "weekly": { "monday": [ { "from": "08:00", "to": "20:00" } ], "friday": [ { "from": "22:00", "to": "06:00" } ] },
                            "holidays": [ "2026-12-25" ] },
              "startAt": "2026-11-20T18:30:00Z", "workingTime": "PT4H" }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)answer["dueAt"], Is.EqualTo("2026-11-21T01:00:00Z"));
            Assert.That((string?)answer["dueLocal"], Is.EqualTo("2026-11-21T02:00:00+01:00"));
            Assert.That((string?)answer["timeZone"], Is.EqualTo("Europe/Rome"));
            Assert.That(answer["appliedPlan"], Is.Null);
            Assert.That(Ledger.Lines(answer), Is.EqualTo((string[])
                ["closed 2026-11-20T19:30 2026-11-20T22:00", "counted 2026-11-20T22:00 2026-11-21T02:00"]));
        }
    }

    [Test]
    public async Task Deadline_UnderSilverOnFridayEvening_FallsOnMonday()
    {
        var answer = await AskAsync("""{ "plan": "silver", "startAt": "2026-11-20T19:30:00+01:00", "workingTime": "PT4H" }""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)answer["dueAt"], Is.EqualTo("2026-11-23T10:30:00Z"));
            Assert.That((string?)answer["dueLocal"], Is.EqualTo("2026-11-23T11:30:00+01:00"));
            Assert.That((string?)answer["workingTime"], Is.EqualTo("PT4H"));
            Assert.That((string?)answer["appliedPlan"]!["code"], Is.EqualTo("silver"));
            Assert.That((int?)answer["appliedPlan"]!["version"], Is.EqualTo(1));
            Assert.That((string?)answer["appliedPlan"]!["knownAt"], Is.EqualTo("2026-11-20T18:30:00Z"));
            Assert.That(Ledger.Lines(answer), Is.EqualTo((string[])
            [
                "counted 2026-11-20T19:30 2026-11-20T20:00",
                "closed 2026-11-20T20:00 2026-11-23T08:00",
                "counted 2026-11-23T08:00 2026-11-23T11:30",
            ]));
        }
    }

    [TestCase("bronze", "response", "2026-11-23T17:00:00Z", "PT8H")]
    [TestCase("silver", "response", "2026-11-23T10:30:00Z", "PT4H")]
    [TestCase("silver", "confirmation", "2026-11-23T14:30:00Z", "PT8H")]
    [TestCase("gold", "response", "2026-11-20T19:30:00Z", "PT1H")]
    [TestCase("gold", "presence", "2026-11-21T08:30:00Z", "PT4H")]
    [TestCase("standard", "presence", "2026-11-23T12:00:00Z", "PT4H")]
    public async Task Deadline_ForAPromiseOfAPlan_AllowsWhatThePlanAllows(string plan, string promise, string dueAt, string allowed)
    {
        var answer = await AskAsync($$"""{ "plan": "{{plan}}", "promise": "{{promise}}", "startAt": "2026-11-20T18:30:00Z" }""");

        Assert.That((string?)answer["dueAt"], Is.EqualTo(dueAt));
        Assert.That((string?)answer["workingTime"], Is.EqualTo(allowed));
    }

    [TestCase("bronze", "presence")]
    [TestCase("standard", "response")]
    public async Task Deadline_ForAPromiseThatThePlanDoesNotMake_IsRefused(string plan, string promise)
    {
        var answer = await _app.Api.PostTextAsync(
            Path, $$"""{ "plan": "{{plan}}", "promise": "{{promise}}", "startAt": "2026-11-20T18:30:00Z" }""");

        Problem.Expect(answer, 422, "promise_not_in_plan", "/promise");
    }

    [Test]
    public async Task Deadline_UnderBronzeOverChristmas_NamesTheHolidayInItsLedger()
    {
        var answer = await AskAsync("""{ "plan": "bronze", "promise": "response", "startAt": "2026-12-24T17:00:00+01:00" }""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)answer["dueLocal"], Is.EqualTo("2026-12-28T17:00:00+01:00"));
            Assert.That(Ledger.Lines(answer), Is.EqualTo((string[])
            [
                "counted 2026-12-24T17:00 2026-12-24T18:00",
                "closed 2026-12-24T18:00 2026-12-25T10:00",
                "holiday 2026-12-25T10:00 2026-12-25T18:00 Christmas Day",
                "closed 2026-12-25T18:00 2026-12-28T10:00",
                "counted 2026-12-28T10:00 2026-12-28T17:00",
            ]));
            Assert.That((string?)answer["ledger"]![2]!["name"]!["it"], Is.EqualTo("Natale"));
        }
    }

    [TestCase("PT400H", "PT400H")]
    [TestCase("PT28800S", "PT8H")]
    [TestCase("PT90M", "PT1H30M")]
    [TestCase("PT1H30M15S", "PT1H30M15S")]
    [TestCase("PT0H0M0.5S", "PT0.5S")]
    public async Task Deadline_WhateverTheFormOfItsDuration_CountsTheSame(string given, string told)
    {
        var answer = await AskAsync($$"""{ "plan": "gold", "workingTime": "{{given}}", "startAt": "2026-11-20T10:00:00Z", "includeLedger": false }""");

        Assert.That((string?)answer["workingTime"], Is.EqualTo(told));
    }

    [TestCase("2026-11-20T18:30:00Z")]
    [TestCase("2026-11-20T19:30:00+01:00")]
    [TestCase("2026-11-20T13:30:00.000-05:00")]
    [TestCase("2026-11-21T00:15:00+05:45")]
    public async Task Deadline_WhateverTheOffsetOfItsStart_IsTheSame(string startAt)
    {
        var answer = await AskAsync($$"""{ "plan": "silver", "workingTime": "PT4H", "startAt": "{{startAt}}" }""");

        Assert.That((string?)answer["dueAt"], Is.EqualTo("2026-11-23T10:30:00Z"));
    }

    [Test]
    public async Task Deadline_WithoutItsLedger_IsTheSame()
    {
        var answer = await AskAsync("""{ "plan": "silver", "workingTime": "PT4H", "startAt": "2026-11-20T18:30:00Z", "includeLedger": false }""");

        Assert.That((string?)answer["dueAt"], Is.EqualTo("2026-11-23T10:30:00Z"));
        Assert.That(answer["ledger"], Is.Null);
    }

    [Test]
    public async Task Deadline_WithNullsForWhatIsOptional_IsThatWithoutThem()
    {
        var answer = await AskAsync("""
            { "plan": "silver", "schedule": null, "workingTime": "PT4H", "promise": null, "startAt": "2026-11-20T18:30:00Z",
              "includeLedger": null, "knownAt": null }
            """);

        Assert.That((string?)answer["dueAt"], Is.EqualTo("2026-11-23T10:30:00Z"));
        Assert.That(answer["ledger"], Is.Not.Null);
    }

    [Test]
    public async Task Ledger_OverFiveThousandSegments_IsRefusedSayingSo()
    {
        const string longTime = """{ "plan": "silver", "startAt": "2027-01-04T08:00:00+01:00", "workingTime": "PT40000H" }""";

        var refused = await _app.Api.PostTextAsync(Path, longTime);
        var without = await AskAsync(longTime.Replace(" }", """, "includeLedger": false }""", StringComparison.Ordinal));

        Problem.Expect(refused, 422, "ledger_too_long");
        Assert.That((string?)refused.Json["detail"], Does.Contain("5000"));
        Assert.That(without["ledger"], Is.Null);
    }

    [TestCase("\"holidayCalendar\": \"IT\"", "2026-12-28T08:30:00+01:00")]
    [TestCase("\"holidays\": [ \"2026-12-25\", \"2026-12-28\" ]", "2026-12-29T08:30:00+01:00")]
    [TestCase("\"holidayCalendar\": null", "2026-12-25T08:30:00+01:00")]
    public async Task Deadline_UnderAScheduleWithHolidays_SkipsJustThose(string holidays, string dueLocal)
    {
        var answer = await AskAsync($$"""
            { "schedule": { "timeZone": "Europe/Rome", {{holidays}},
                            "weekly": { "monday": [ { "from": "08:00", "to": "20:00" } ], "tuesday": [ { "from": "08:00", "to": "20:00" } ],
                                        "thursday": [ { "from": "08:00", "to": "20:00" } ], "friday": [ { "from": "08:00", "to": "20:00" } ] } },
              "startAt": "2026-12-24T19:30:00+01:00", "workingTime": "PT1H" }
            """);

        Assert.That((string?)answer["dueLocal"], Is.EqualTo(dueLocal));
    }

    [Test]
    public async Task Elapsed_OverTheNightWhenTheClocksGoBack_HasNineHours()
    {
        var answer = await _app.Api.AskAsync("/v1/sla/elapsed", JsonNode.Parse("""
            { "schedule": { "timeZone": "Europe/Rome", "weekly": { "saturday": [ { "from": "22:00", "to": "06:00" } ] } },
              "from": "2026-10-24T12:00:00+02:00", "to": "2026-10-25T12:00:00+01:00" }
            """)!);

        Assert.That((string?)answer["workingTime"], Is.EqualTo("PT9H"));
    }

    [Test]
    public async Task Elapsed_BetweenEqualInstants_IsNothing()
    {
        var answer = await _app.Api.AskAsync("/v1/sla/elapsed", JsonNode.Parse("""
            { "plan": "gold", "from": "2026-10-26T12:00:00Z", "to": "2026-10-26T12:00:00Z" }
            """)!);

        Assert.That((string?)answer["workingTime"], Is.EqualTo("PT0S"));
        Assert.That(answer["ledger"]!.AsArray(), Is.Empty);
    }

    private Task<JsonNode> AskAsync(string body) => _app.Api.AskAsync(Path, JsonNode.Parse(body)!);
}
