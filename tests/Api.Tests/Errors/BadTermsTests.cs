using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Sla.Plans;

namespace MisterAssist.Api.Tests.Errors;

public sealed class BadTermsTests
{
    private const string Service = """{ "code": "quick_updates", "name": { "it": "a", "en": "b" } }""";

    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase("targets.response", "\"PT0S\"", "target_out_of_range", "/targets/response")]
    [TestCase("targets.confirmation", "\"PT1000H1S\"", "target_out_of_range", "/targets/confirmation")]
    [TestCase("targets.presence", "\"PT0.5S\"", "target_out_of_range", "/targets/presence")]
    [TestCase("channels", "[]", "invalid_channels", "/channels")]
    [TestCase("channels", "[ \"email\", \"email\" ]", "invalid_channels", "/channels")]
    [TestCase("channels", "[ \"email\", \"integration\" ]", "invalid_channels", "/channels")]
    [TestCase("includedServices", $"[ {Service}, {Service} ]", "service_twice", "/includedServices")]
    [TestCase("excludedServices", $"[ {Service} ]", "service_twice", "/excludedServices")]
    [TestCase("warningThresholds", "[ 0 ]", "invalid_thresholds", "/warningThresholds")]
    [TestCase("warningThresholds", "[ 100 ]", "invalid_thresholds", "/warningThresholds")]
    [TestCase("warningThresholds", "[ 50, 50 ]", "invalid_thresholds", "/warningThresholds")]
    [TestCase("warningThresholds", "[ 75, 50 ]", "invalid_thresholds", "/warningThresholds")]
    [TestCase("effectiveAt", "\"2026-11-02T08:59:59Z\"", "effective_in_the_past", "/effectiveAt")]
    public async Task Terms_AgainstARuleOfTheBusiness_AreRefused(string setting, string json, string code, string place) =>
        Problem.Expect(await PublishAsync(setting, json), 422, code, place);

    [TestCase("targets.confirmation", "null", "/targets/confirmation=required")]
    [TestCase("targets.response", "4", "/targets/response=invalid_value")]
    [TestCase("targets", "null", "/targets=required")]
    [TestCase("coverage", "null", "/coverage=required")]
    [TestCase("coverage.timeZone", "\"Nowhere\"", "/coverage/timeZone=unknown_time_zone")]
    [TestCase("coverage.weekly", "{}", "/coverage/weekly=never_opens")]
    [TestCase("coverage.weekly.sunday", "[ { \"from\": \"10:00\", \"to\": \"10:00\" } ]", "/coverage/weekly/sunday/0=empty_window")]
    [TestCase("channels", "[ \"fax\", null ]", "/channels/0=invalid_value", "/channels/1=invalid_value")]
    [TestCase("channels", "null", "/channels=required")]
    [TestCase("includedServices", "[ { \"code\": \"Quick Updates\", \"name\": { \"it\": \"\", \"en\": \" \" } } ]",
        "/includedServices/0/code=invalid_value", "/includedServices/0/name/it=required", "/includedServices/0/name/en=required")]
    [TestCase("excludedServices", "[ { \"code\": \"x\", \"name\": { \"it\": \"a\" } } ]", "/excludedServices/0/name/en=required")]
    [TestCase("warningThresholds", "[ 1.5, \"50\", 1e99 ]",
        "/warningThresholds/0=invalid_value", "/warningThresholds/1=invalid_value", "/warningThresholds/2=invalid_value")]
    [TestCase("effectiveAt", "\"9999-01-01T00:00:00Z\"", "/effectiveAt=invalid_value")]
    [TestCase("effectiveAt", "\"2300-01-01T00:00:00Z\"", "/effectiveAt=out_of_range")]
    public async Task Terms_ThatCannotBeRead_AreToldWhere(string setting, string json, params string[] faults) =>
        Problem.ExpectFaults(await PublishAsync(setting, json), 400, "invalid_request", faults);

    [Test]
    public async Task Terms_Refused_LeaveThePlanAsItWas()
    {
        await PublishAsync("channels", "[]");

        var versions = await _app.Api.ReadAsync("/v1/plans/silver/versions");

        Assert.That(versions["data"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [TestCase("""{ "name": { "it": "", "en": "b" }, "startsOn": "2026-02-30" }""", "/startsOn=invalid_value")]
    [TestCase("""{ "name": { "it": " ", "en": "b" }, "startsOn": "2027-02-28" }""", "/name/it=required")]
    [TestCase("""{ "name": { "it": "a", "en": null }, "startsOn": "2027-02-28" }""", "/name/en=required")]
    [TestCase("""{ "name": "a", "startsOn": "2027-02-28T00:00:00Z", "from": "25:00", "to": "1", "recurrence": "weekly" }""",
        "/name=invalid_type", "/startsOn=invalid_value", "/from=invalid_value", "/to=invalid_value", "/recurrence=invalid_value")]
    [TestCase("""{ "name": { "it": "a", "en": "b" }, "startsOn": "1969-12-31" }""", "/startsOn=out_of_range")]
    [TestCase("""{ "name": { "it": "a", "en": "b" }, "startsOn": "9999-12-31" }""", "/startsOn=out_of_range")]
    [TestCase("""{ "name": { "it": "a", "en": "b" }, "startsOn": "2199-12-31", "endsOn": "2200-01-01" }""", "/endsOn=out_of_range")]
    [TestCase("""{ "name": { "it": "a", "en": "b" }, "startsOn": "-0001-01-01" }""", "/startsOn=invalid_value")]
    public async Task Closure_ThatCannotBeRead_IsToldWhere(string body, params string[] faults) =>
        Problem.ExpectFaults(await _app.Api.PostAsync("/v1/closures", JsonNode.Parse(body)), 400, "invalid_request", faults);

    private Task<Answer> PublishAsync(string setting, string json) =>
        _app.Api.PostAsync("/v1/plans/silver/versions", Terms.With(setting, json));
}
