using System.Text.Json.Nodes;

namespace MisterAssist.Api.Tests.Errors;

/// <summary>Well-formed JSON that asks something which cannot be answered.</summary>
public sealed class BadQuestionTests
{
    private const string Start = "\"startAt\": \"2026-11-20T18:30:00Z\"";
    private const string Silver = "\"plan\": \"silver\"";
    private const string FourHours = "\"workingTime\": \"PT4H\"";

    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase("PT0S", "out_of_range")]
    [TestCase("PT0H0M0.000S", "out_of_range")]
    [TestCase("-PT4H", "invalid_value")]
    [TestCase("PT-4H", "invalid_value")]
    [TestCase("P1D", "invalid_value")]
    [TestCase("P1DT1H", "invalid_value")]
    [TestCase("P1W", "invalid_value")]
    [TestCase("P1M", "invalid_value")]
    [TestCase("4h", "invalid_value")]
    [TestCase("4", "invalid_value")]
    [TestCase("04:00:00", "invalid_value")]
    [TestCase("", "invalid_value")]
    [TestCase("PT", "invalid_value")]
    [TestCase("P", "invalid_value")]
    [TestCase("PT4H ", "invalid_value")]
    [TestCase("PT4H\\n", "invalid_value")]
    [TestCase("pt4h", "invalid_value")]
    [TestCase("PT1M1H", "invalid_value")]
    [TestCase("PT1.5H", "invalid_value")]
    [TestCase("PT1,5S", "invalid_value")]
    [TestCase("PT0.0000000001S", "invalid_value")]
    [TestCase("PT99999999999H", "invalid_value")]
    [TestCase("PT9999999999H", "invalid_value")]
    [TestCase("PT٤H", "invalid_value")]
    public async Task WorkingTime_OfNoGoodLength_IsRefused(string workingTime, string code) => Problem.ExpectFaults(
        await AskAsync($$"""{ {{Silver}}, {{Start}}, "workingTime": "{{workingTime}}" }"""), 400, "invalid_request", $"/workingTime={code}");

    [TestCase("PT400000000H")]
    [TestCase("PT2000000H")]
    [TestCase("PT9999999999S")]
    public async Task WorkingTime_ThatLeadsPastTheSupportedYears_IsRefused(string workingTime) => Problem.Expect(
        await AskAsync($$"""{ {{Silver}}, {{Start}}, "workingTime": "{{workingTime}}" }"""), 422, "deadline_out_of_range", "/workingTime");

    [TestCase("1900-01-01T00:00:00Z", "out_of_range")]
    [TestCase("1969-12-31T23:59:59Z", "out_of_range")]
    [TestCase("2200-01-01T00:00:01Z", "out_of_range")]
    [TestCase("0001-01-01T00:00:00Z", "out_of_range")]
    [TestCase("0001-01-01T00:00:00+18:00", "out_of_range")]
    [TestCase("0000-01-01T00:00:00Z", "invalid_value")]
    [TestCase("9999-12-31T23:59:59Z", "invalid_value")]
    [TestCase("9999-12-31T23:59:59-18:00", "invalid_value")]
    [TestCase("20260-11-20T18:30:00Z", "invalid_value")]
    [TestCase("-2026-11-20T18:30:00Z", "invalid_value")]
    [TestCase("2026-11-20", "invalid_value")]
    [TestCase("2026-11-20T18:30:00", "invalid_value")]
    [TestCase("2026-11-20T18:30Z", "invalid_value")]
    [TestCase("2026-11-20 18:30:00Z", "invalid_value")]
    [TestCase("2026-02-30T18:30:00Z", "invalid_value")]
    [TestCase("2026-13-01T18:30:00Z", "invalid_value")]
    [TestCase("2026-11-20T25:30:00Z", "invalid_value")]
    [TestCase("2026-11-20T18:61:00Z", "invalid_value")]
    [TestCase("2026-11-20T18:30:00+25:00", "invalid_value")]
    [TestCase("2026-11-20T18:30:00+0100", "invalid_value")]
    [TestCase("2026-11-20T18:30:00 Europe/Rome", "invalid_value")]
    [TestCase("20.11.2026", "invalid_value")]
    [TestCase("1795199400", "invalid_value")]
    [TestCase("", "invalid_value")]
    public async Task StartAt_ThatIsNoInstantOrOutOfReason_IsRefused(string startAt, string code) => Problem.ExpectFaults(
        await AskAsync($$"""{ {{Silver}}, {{FourHours}}, "startAt": "{{startAt}}" }"""), 400, "invalid_request", $"/startAt={code}");

    [TestCase("\"timeZone\": \"Rome\"", "/schedule/timeZone=unknown_time_zone")]
    [TestCase("\"timeZone\": \"europe/rome\"", "/schedule/timeZone=unknown_time_zone")]
    [TestCase("\"timeZone\": \"+01:00\"", "/schedule/timeZone=unknown_time_zone")]
    [TestCase("\"timeZone\": \"../../etc/passwd\"", "/schedule/timeZone=unknown_time_zone")]
    [TestCase("\"timeZone\": null", "/schedule/timeZone=required")]
    [TestCase("\"timeZone\": 1", "/schedule/timeZone=invalid_value")]
    [TestCase("\"weekly\": null", "/schedule/weekly=required")]
    [TestCase("\"weekly\": []", "/schedule/weekly=invalid_type")]
    [TestCase("\"weekly\": {}", "/schedule/weekly=never_opens")]
    [TestCase("\"weekly\": { \"monday\": [] }", "/schedule/weekly=never_opens")]
    [TestCase("\"weekly\": { \"monday\": null }", "/schedule/weekly=never_opens")]
    [TestCase("\"weekly\": { \"funday\": [] }", "/schedule/weekly/funday=unknown_field")]
    [TestCase("\"weekly\": { \"Monday\": [] }", "/schedule/weekly/Monday=unknown_field")]
    [TestCase("\"weekly\": { \"monday\": {} }", "/schedule/weekly/monday=invalid_type")]
    [TestCase("\"weekly\": { \"monday\": [ null ] }", "/schedule/weekly/monday/0=invalid_type")]
    [TestCase("\"weekly\": { \"monday\": [ { \"from\": \"08:00\" } ] }", "/schedule/weekly/monday/0/to=required")]
    [TestCase("\"weekly\": { \"monday\": [ { \"from\": \"08:00\", \"to\": \"08:00\" } ] }", "/schedule/weekly/monday/0=empty_window")]
    [TestCase("\"weekly\": { \"monday\": [ { \"from\": \"24:00\", \"to\": \"08:00\" } ] }", "/schedule/weekly/monday/0=empty_window")]
    [TestCase("\"weekly\": { \"monday\": [ { \"from\": \"00:00\", \"to\": \"00:00\" } ] }", "/schedule/weekly/monday/0=empty_window")]
    [TestCase("\"weekly\": { \"monday\": [ { \"from\": \"25:00\", \"to\": \"08:00\" } ] }", "/schedule/weekly/monday/0/from=invalid_value")]
    [TestCase("\"weekly\": { \"monday\": [ { \"from\": \"08:00\", \"to\": \"24:01\" } ] }", "/schedule/weekly/monday/0/to=invalid_value")]
    [TestCase("\"weekly\": { \"monday\": [ { \"from\": \"8:00\", \"to\": \"08:60\" } ] }",
        "/schedule/weekly/monday/0/from=invalid_value", "/schedule/weekly/monday/0/to=invalid_value")]
    [TestCase("\"weekly\": { \"monday\": [ { \"from\": \"08:00:00\", \"to\": 9 } ] }",
        "/schedule/weekly/monday/0/from=invalid_value", "/schedule/weekly/monday/0/to=invalid_value")]
    [TestCase("\"holidays\": [ \"2026-02-30\" ]", "/schedule/holidays/0=invalid_value")]
    [TestCase("\"holidays\": [ \"2026-12-25\", \"2026-13-01\" ]", "/schedule/holidays/1=invalid_value")]
    [TestCase("\"holidays\": [ \"2026-12-25T00:00:00Z\", 20261225, null ]",
        "/schedule/holidays/0=invalid_value", "/schedule/holidays/1=invalid_value", "/schedule/holidays/2=invalid_value")]
    [TestCase("\"holidays\": [ \"1969-12-31\" ]", "/schedule/holidays/0=out_of_range")]
    [TestCase("\"holidays\": [ \"2200-01-01\" ]", "/schedule/holidays/0=out_of_range")]
    [TestCase("\"holidays\": \"2026-12-25\"", "/schedule/holidays=invalid_type")]
    [TestCase("\"holidayCalendar\": \"XX\"", "/schedule/holidayCalendar=unknown_holiday_calendar")]
    [TestCase("\"holidayCalendar\": \"\"", "/schedule/holidayCalendar=unknown_holiday_calendar")]
    [TestCase("\"holidayCalendar\": \"it\"", "/schedule/holidayCalendar=unknown_holiday_calendar")]
    public async Task Schedule_ThatIsNone_IsToldWhere(string wrong, params string[] faults)
    {
        var schedule = JsonNode.Parse("""{ "timeZone": "Europe/Rome", "weekly": { "monday": [ { "from": "08:00", "to": "20:00" } ] } }""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse($"{{ {wrong} }}")!.AsObject())
            schedule[name] = value?.DeepClone();

        foreach (var (path, rest) in (ValueTuple<string, string>[])
            [("deadlines", $"{Start}, {FourHours}"), ("elapsed", "\"from\": \"2026-11-20T18:30:00Z\", \"to\": \"2026-11-27T18:30:00Z\"")])
        {
            var answer = await _app.Api.PostTextAsync($"/v1/sla/{path}", $$"""{ "schedule": {{schedule.ToJsonString()}}, {{rest}} }""");
            Problem.ExpectFaults(answer, 400, "invalid_request", faults);
        }
    }

    [Test]
    public async Task Schedule_ShutOnEveryDayThatItOpens_IsRefused()
    {
        var holidays = string.Join(", ", Enumerable.Range(0, 500).Select(week => $"\"{new DateOnly(2026, 11, 23).AddDays(7 * week):yyyy-MM-dd}\""));
        var schedule = $$"""{ "timeZone": "Europe/Rome", "weekly": { "monday": [ { "from": "08:00", "to": "20:00" } ] }, "holidays": [ {{holidays}} ] }""";

        var deadline = await AskAsync($$"""{ "schedule": {{schedule}}, {{Start}}, {{FourHours}} }""");
        var elapsed = await _app.Api.PostTextAsync(
            "/v1/sla/elapsed", $$"""{ "schedule": {{schedule}}, "from": "2026-11-20T18:30:00Z", "to": "2026-11-27T18:30:00Z" }""");

        Problem.Expect(deadline, 422, "never_opens", "/schedule");
        Problem.Expect(elapsed, 422, "never_opens", "/schedule");
    }

    [TestCase($$"""{ {{Silver}}, "schedule": { "timeZone": "Europe/Rome", "weekly": { "monday": [ { "from": "08:00", "to": "20:00" } ] } }, {{Start}}, {{FourHours}} }""",
        "/schedule=not_both")]
    [TestCase($$"""{ {{Start}}, {{FourHours}} }""", "/schedule=required")]
    [TestCase($$"""{ {{Silver}}, {{Start}} }""", "/workingTime=required")]
    [TestCase($$"""{ {{Silver}}, {{Start}}, {{FourHours}}, "promise": "response" }""", "/workingTime=not_both")]
    [TestCase($$"""{ {{Silver}}, {{Start}}, "promise": "Response" }""", "/promise=invalid_value")]
    [TestCase($$"""{ {{Silver}}, {{Start}}, "promise": 0 }""", "/promise=invalid_value")]
    [TestCase($$"""{ {{Silver}}, {{Start}}, {{FourHours}}, "includeLedger": "false" }""", "/includeLedger=invalid_value")]
    [TestCase($$"""{ {{Silver}}, {{Start}}, {{FourHours}}, "knownAt": "never" }""", "/knownAt=invalid_value")]
    [TestCase($$"""{ {{Silver}}, {{Start}}, {{FourHours}}, "knownAt": "1900-01-01T00:00:00Z" }""", "/knownAt=out_of_range")]
    [TestCase($$"""{ "plan": "", {{Start}}, {{FourHours}} }""", "/plan=out_of_range")]
    [TestCase("""{ "plan": 7, "startAt": "x", "workingTime": "4h", "colour": 1, "includeLedger": 0 }""",
        "/plan=invalid_value", "/startAt=invalid_value", "/workingTime=invalid_value", "/colour=unknown_field", "/includeLedger=invalid_value")]
    [TestCase("""{ "startAt": null, "schedule": { "weekly": { "monday": [ { "to": "x" } ] } } }""",
        "/startAt=required", "/schedule/timeZone=required", "/schedule/weekly/monday/0/from=required", "/schedule/weekly/monday/0/to=invalid_value")]
    [TestCase($$"""{ "schedule": { "timeZone": "Nowhere", "holidayCalendar": "XX", "weekly": { "monday": [ { "from": "08:00", "to": "08:00" } ] } }, {{Start}}, "workingTime": "PT0S", "knownAt": "2026-11-20T18:30:00Z" }""",
        "/schedule/timeZone=unknown_time_zone", "/schedule/holidayCalendar=unknown_holiday_calendar", "/schedule/weekly/monday/0=empty_window",
        "/workingTime=out_of_range", "/knownAt=only_with_plan")]
    public async Task Question_WithSeveralFaultsOrAContradiction_IsToldThemAll(string body, params string[] faults) =>
        Problem.ExpectFaults(await AskAsync(body), 400, "invalid_request", faults);

    [TestCase($$"""{ "plan": "platinum", {{Start}}, {{FourHours}} }""", "unknown_plan", "/plan")]
    [TestCase($$"""{ "plan": "bronze", "startAt": "1999-01-04T08:00:00Z", {{FourHours}} }""", "unknown_plan", "/plan")]
    [TestCase("""{ "schedule": { "timeZone": "Europe/Rome", "holidayCalendar": "IT", "weekly": { "monday": [ { "from": "08:00", "to": "20:00" } ] } }, "startAt": "2000-12-31T22:59:59Z", "workingTime": "PT4H" }""",
        "holidays_unknown", "/startAt")]
    public async Task Deadline_AgainstARuleOfTheBusiness_IsRefused(string body, string code, string place) =>
        Problem.Expect(await AskAsync(body), 422, code, place);

    [TestCase("""{ "plan": "silver", "from": "2026-11-20T18:30:00Z", "to": "2026-11-20T18:29:59Z" }""", "ends_before_start", "/to")]
    [TestCase("""{ "plan": "platinum", "from": "2026-11-20T18:30:00Z", "to": "2026-11-20T18:30:00Z" }""", "unknown_plan", "/plan")]
    [TestCase("""{ "schedule": { "timeZone": "Europe/Rome", "holidayCalendar": "IT", "weekly": { "monday": [ { "from": "08:00", "to": "20:00" } ] } }, "from": "2000-12-01T00:00:00Z", "to": "2001-02-01T00:00:00Z" }""",
        "holidays_unknown", "/from")]
    [TestCase("""{ "plan": "silver", "from": "2002-01-01T00:00:00Z", "to": "2190-01-01T00:00:00Z", "includeLedger": false }""", "span_too_long", "/to")]
    public async Task Elapsed_AgainstARuleOfTheBusiness_IsRefused(string body, string code, string place) =>
        Problem.Expect(await _app.Api.PostTextAsync("/v1/sla/elapsed", body), 422, code, place);

    [TestCase("""{ "receivedAt": "2026-11-20T18:30:00Z", "urgency": "mild", "channel": "fax", "service": 1 }""",
        "/urgency=invalid_value", "/channel=invalid_value", "/service=invalid_value")]
    [TestCase("""{ "receivedAt": "1900-01-01T00:00:00Z", "urgency": "normal", "channel": "email" }""", "/receivedAt=out_of_range")]
    public async Task Simulation_ThatCannotBeRead_IsToldWhy(string body, params string[] faults) =>
        Problem.ExpectFaults(await _app.Api.PostTextAsync("/v1/sla/simulations", body), 400, "invalid_request", faults);

    [Test]
    public async Task Simulation_BeforeThereWerePlans_IsRefused() => Problem.Expect(
        await _app.Api.PostTextAsync("/v1/sla/simulations", """{ "receivedAt": "1999-11-20T18:30:00Z", "urgency": "normal", "channel": "email" }"""),
        422, "no_plan_then", "/receivedAt");

    private Task<Answer> AskAsync(string body) => _app.Api.PostTextAsync("/v1/sla/deadlines", body);
}
