using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.OpenApi;
using NodaTime;

namespace MisterAssist.Api.Tests.Sla.Plans;

/// <summary>Each setting of a plan is there for something: publishing a version that changes it alone changes an answer.</summary>
public sealed class PlanSettingTests
{
    private const string Friday = "2027-03-12T17:30:00+01:00";
    private const string FridayBeforeEaster = "2027-03-26T17:30:00+01:00";

    private const string Urgent = $$"""{ "receivedAt": "{{Friday}}", "urgency": "urgent", "channel": "chat", "service": "quick_updates" }""";
    private const string Normal = $$"""{ "receivedAt": "{{Friday}}", "urgency": "normal", "channel": "email", "service": "systems_advice" }""";
    private const string Easter = $$"""{ "receivedAt": "{{FridayBeforeEaster}}", "urgency": "normal", "channel": "email" }""";

    private const string Advice = """[ { "code": "systems_advice", "name": { "it": "Consulenza", "en": "Advice" } } ]""";

    private static readonly Case[] Cases =
    [
        new("coverage.timeZone", "\"America/New_York\"", Urgent, "promises.0.dueAt", "2027-03-15T08:30:00Z", "2027-03-12T20:30:00Z"),
        new("coverage.weekly.saturday", """[ { "from": "09:00", "to": "13:00" } ]""", Urgent,
            "promises.0.dueAt", "2027-03-15T08:30:00Z", "2027-03-13T09:30:00Z"),
        new("coverage.weekly.sunday", """[ { "from": "09:00", "to": "13:00" } ]""", Urgent,
            "promises.0.dueAt", "2027-03-15T08:30:00Z", "2027-03-14T09:30:00Z"),
        new("coverage.weekly.monday", """[ { "from": "10:00", "to": "20:00" } ]""", Urgent,
            "promises.0.dueAt", "2027-03-15T08:30:00Z", "2027-03-15T10:30:00Z"),
        new("coverage.weekly.friday", """[ { "from": "08:00", "to": "18:00" } ]""", Urgent,
            "promises.0.dueAt", "2027-03-15T08:30:00Z", "2027-03-15T10:30:00Z"),
        new("coverage.holidays", """[ "2027-03-15" ]""", Urgent, "promises.0.dueAt", "2027-03-15T08:30:00Z", "2027-03-16T08:30:00Z"),
        new("coverage.holidayCalendar", "\"IT\"", Easter, "promises.0.dueAt", "2027-03-29T07:30:00Z", "2027-03-30T07:30:00Z"),
        new("targets.response", "\"PT2H\"", Urgent, "promises.0.dueAt", "2027-03-15T08:30:00Z", "2027-03-12T18:30:00Z"),
        new("targets.response", "null", Urgent, "promises.0.kind", "response", "presence"),
        new("targets.confirmation", "\"PT1H\"", Normal, "promises.1.dueAt", "2027-03-15T12:30:00Z", "2027-03-12T17:30:00Z"),
        new("targets.presence", "\"PT3H\"", Urgent, "promises.1.dueAt", "2027-03-15T08:30:00Z", "2027-03-15T07:30:00Z"),
        new("targets.presence", "null", Urgent, "handledAs", "urgent", "normal"),
        new("targets.presence", "null", Urgent, "promises.1.kind", "presence", "confirmation"),
        new("channels", """[ "email", "chat" ]""", Urgent, "channelInPlan", "false", "true"),
        new("includedServices", Advice, Normal, "entitlement.kind", "billable", "included"),
        new("includedServices", "[]", Urgent, "entitlement.kind", "included", "billable"),
        new("excludedServices", Advice, Normal, "entitlement.kind", "billable", "excluded"),
        new("warningThresholds", "[ 25, 50 ]", Urgent, "promises.0.warnings.0.raisedAt", "2027-03-12T18:30:00Z", "2027-03-12T17:30:00Z"),
        new("warningThresholds", "[]", Urgent, "promises.0.warnings", """[{"percent":50,"raisedAt":"2027-03-12T18:30:00Z"}]""", "[]"),
    ];

    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    private static IEnumerable<TestCaseData> Settings =>
        Cases.Select(c => new TestCaseData(c).SetArgDisplayNames(c.Setting, c.Json));

    [TestCaseSource(nameof(Settings))]
    public async Task Setting_ChangedAlone_ChangesTheSimulation(Case change)
    {
        await PublishAsync(Terms.Plain());
        var before = await SimulateAsync(change);

        await PublishAsync(Terms.With(change.Setting, change.Json));
        var after = await SimulateAsync(change);

        Assert.That(before, Is.EqualTo(change.Before));
        Assert.That(after, Is.EqualTo(change.After));
    }

    [TestCase("targets.response", "\"PT2H\"", "response")]
    [TestCase("targets.confirmation", "\"PT2H\"", "confirmation")]
    [TestCase("targets.presence", "\"PT2H\"", "presence")]
    public async Task Target_ChangedAlone_ChangesTheDeadlineOfThatPromiseOnly(string setting, string json, string promise)
    {
        await PublishAsync(Terms.Plain());
        var before = await DeadlinesAsync();

        await PublishAsync(Terms.With(setting, json));
        var after = await DeadlinesAsync();

        Assert.That(before.Where(d => after[d.Key] != d.Value).Select(d => d.Key), Is.EqualTo((string[])[promise]));
        Assert.That(after[promise], Is.EqualTo("2027-03-12T18:30:00Z"));
    }

    [Test]
    public async Task Setting_EachThatAPlanHas_IsInTheTableAbove()
    {
        var request = ApiDescription.Published.Schemas;
        string[] Names(string schema) => [.. request[schema]!["properties"]!.AsObject().Select(p => p.Key)];

        string[] settings =
        [
            .. Names("PublishPlanVersionRequest").Except(["effectiveAt", "coverage", "targets", "work"]),
            .. Names("ScheduleRequest").Select(name => $"coverage.{name}"),
            .. Names("PromiseTargetsRequest").Select(name => $"targets.{name}"),
        ];

        Assert.That(settings, Has.Length.EqualTo(11));
        // Those of interventions show themselves in what work costs: WorkSettingStories.
        Assert.That(Names("WorkTermsRequest"), Has.Length.EqualTo(6));
        Assert.That(settings, Has.All.Matches<string>(setting =>
            Array.Exists(Cases, c => c.Setting == setting || c.Setting.StartsWith($"{setting}.", StringComparison.Ordinal))));
    }

    private async Task PublishAsync(JsonNode terms)
    {
        _app.Clock.Advance(Duration.FromMinutes(1));
        await _app.Api.AskAsync("/v1/plans/silver/versions", terms);
    }

    private async Task<string> SimulateAsync(Case change)
    {
        var answer = await _app.Api.AskAsync("/v1/sla/simulations", JsonNode.Parse(change.Question)!);
        var silver = answer["plans"]!.AsArray().Single(p => (string?)p!["code"] == "silver")!;
        var found = change.Answer.Split('.').Aggregate(silver, (node, name) => int.TryParse(name, out var i) ? node[i]! : node[name]!);
        return found is JsonValue value && value.TryGetValue<string>(out var text) ? text : found.ToJsonString();
    }

    private async Task<Dictionary<string, string>> DeadlinesAsync()
    {
        var deadlines = new Dictionary<string, string>();
        foreach (var promise in (string[])["response", "confirmation", "presence"])
        {
            var answer = await _app.Api.AskAsync("/v1/sla/deadlines", new JsonObject
            {
                ["plan"] = "silver",
                ["promise"] = promise,
                ["startAt"] = Friday,
            });
            deadlines[promise] = (string)answer["dueAt"]!;
        }

        return deadlines;
    }

    /// <param name="Setting">Where it is in the body.</param>
    /// <param name="Json">What it becomes.</param>
    /// <param name="Question">The simulation.</param>
    /// <param name="Answer">Where in the simulated plan to look.</param>
    /// <param name="Before">What is there under the plain terms.</param>
    /// <param name="After">What is there once the setting is changed.</param>
    public sealed record Case(string Setting, string Json, string Question, string Answer, string Before, string After);
}
