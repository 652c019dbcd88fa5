using System.Text.Json.Nodes;

namespace MisterAssist.Api.Tests.Sla;

public sealed class SimulationStories
{
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase("bronze", "normal", "2026-11-23T10:00:00+01:00", "response 2026-11-23T18:00:00+01:00, confirmation 2026-11-23T18:00:00+01:00")]
    [TestCase("bronze", "urgent", "2026-11-23T10:00:00+01:00", "response 2026-11-23T18:00:00+01:00, confirmation 2026-11-23T18:00:00+01:00")]
    [TestCase("silver", "normal", "2026-11-20T19:30:00+01:00", "response 2026-11-23T11:30:00+01:00, confirmation 2026-11-23T15:30:00+01:00")]
    [TestCase("silver", "urgent", "2026-11-20T19:30:00+01:00", "response 2026-11-23T11:30:00+01:00, presence 2026-11-23T11:30:00+01:00")]
    [TestCase("gold", "normal", "2026-11-20T19:30:00+01:00", "response 2026-11-20T20:30:00+01:00, confirmation 2026-11-21T13:30:00+01:00")]
    [TestCase("gold", "urgent", "2026-11-20T19:30:00+01:00", "response 2026-11-20T20:30:00+01:00, presence 2026-11-21T09:30:00+01:00")]
    [TestCase("standard", "normal", "2026-11-23T09:00:00+01:00", "confirmation 2026-11-23T18:00:00+01:00")]
    [TestCase("standard", "urgent", "2026-11-23T09:00:00+01:00", "presence 2026-11-23T13:00:00+01:00")]
    public async Task Promises_OfAReportOnFridayEvening_FallDueByThePlansOwnHours(
        string plan, string urgency, string countsFrom, string promises)
    {
        var simulated = await SimulateAsync(plan, "2026-11-20T18:30:00Z", urgency, "email");

        Assert.That((string?)simulated["countsFromLocal"], Is.EqualTo(countsFrom));
        Assert.That(PromisesOf(simulated), Is.EqualTo(promises));
    }

    [TestCase("bronze", "response 2026-12-09T16:00:00+01:00, confirmation 2026-12-09T16:00:00+01:00")]
    [TestCase("silver", "response 2026-12-07T20:00:00+01:00, presence 2026-12-07T20:00:00+01:00")]
    [TestCase("gold", "response 2026-12-07T17:00:00+01:00, presence 2026-12-07T20:00:00+01:00")]
    [TestCase("standard", "presence 2026-12-09T11:00:00+01:00")]
    public async Task Promises_OfAReportBeforeAHoliday_WaitForItWhereThePlanObservesIt(string plan, string promises)
    {
        var simulated = await SimulateAsync(plan, "2026-12-07T16:00:00+01:00", "urgent", "phone");

        Assert.That(PromisesOf(simulated), Is.EqualTo(promises));
    }

    [TestCase("bronze", "normal")]
    [TestCase("silver", "urgent")]
    [TestCase("gold", "urgent")]
    [TestCase("standard", "urgent")]
    public async Task UrgentReport_IsHandledAsThePlanKnowsIt(string plan, string handledAs)
    {
        var simulated = await SimulateAsync(plan, "2026-11-20T18:30:00Z", "urgent", "email");

        Assert.That((string?)simulated["handledAs"], Is.EqualTo(handledAs));
    }

    [TestCase("email", "bronze silver gold standard")]
    [TestCase("phone", "silver gold standard")]
    [TestCase("chat", "gold")]
    [TestCase("integration", "bronze silver gold standard")]
    public async Task Channel_IsInThePlansThatHaveIt_AndChangesNoPromise(string channel, string admittedBy)
    {
        foreach (var urgency in (string[])["normal", "urgent"])
        {
            var plans = await SimulateAllAsync("2026-11-20T18:30:00Z", urgency, channel);
            var byMail = await SimulateAllAsync("2026-11-20T18:30:00Z", urgency, "email");

            var admitted = plans.Where(p => (bool)p!["channelInPlan"]!).Select(p => (string)p!["code"]!);
            Assert.That(string.Join(' ', admitted), Is.EqualTo(admittedBy));
            Assert.That(plans.Select(p => PromisesOf(p!)), Is.EqualTo(byMail.Select(p => PromisesOf(p!))));
        }
    }

    [TestCase("basic_help", "included included included billable")]
    [TestCase("quick_updates", "billable included included billable")]
    [TestCase("systems_advice", "billable billable included billable")]
    [TestCase("proactive_work", "excluded included included billable")]
    public async Task Entitlement_ToAKindOfWork_IsAsEachPlanSays(string service, string kinds)
    {
        var plans = await SimulateAllAsync("2026-11-20T18:30:00Z", "normal", "email", service);

        var entitlements = plans.Select(p => p!["entitlement"]!).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plans.Select(p => (string?)p!["code"]), Is.EqualTo((string[])["bronze", "silver", "gold", "standard"]));
            Assert.That(string.Join(' ', entitlements.Select(e => (string)e["kind"]!)), Is.EqualTo(kinds));
            Assert.That(entitlements.Select(e => (string?)e["reason"]!["it"]), Has.None.Null.And.None.Empty);
            Assert.That(entitlements.Select(e => (string?)e["reason"]!["en"]), Has.None.Null.And.None.Empty);
        }
    }

    [Test]
    public async Task Entitlement_WhereNoWorkIsNamed_IsNotTold()
    {
        var simulated = await SimulateAsync("gold", "2026-11-20T18:30:00Z", "normal", "chat");

        Assert.That(simulated["entitlement"], Is.Null);
    }

    [Test]
    public async Task Service_OfWhichNoPlanSpeaks_IsRefused()
    {
        var answer = await _app.Api.PostTextAsync("/v1/sla/simulations", """
            { "receivedAt": "2026-11-20T18:30:00Z", "urgency": "normal", "channel": "email", "service": "gardening" }
            """);

        Problem.Expect(answer, 422, "unknown_service", "/service");
    }

    [Test]
    public async Task Warnings_AreRaisedAtHalfThreeQuartersAndNineTenthsOfTheWorkingTime()
    {
        var simulated = await SimulateAsync("silver", "2026-11-20T18:30:00Z", "urgent", "email");

        var warnings = simulated["promises"]![0]!["warnings"]!.AsArray().Select(w => $"{w!["percent"]} {w["raisedAt"]}");
        Assert.That(warnings, Is.EqualTo((string[])
            ["50 2026-11-23T08:30:00Z", "75 2026-11-23T09:30:00Z", "90 2026-11-23T10:06:00Z"]));
    }

    [Test]
    public async Task Promise_OfASimulation_IsTheDeadlineOfThatPlan()
    {
        var promise = (await SimulateAsync("bronze", "2026-12-24T17:00:00+01:00", "normal", "email"))["promises"]![0]!;
        var deadline = await _app.Api.AskAsync("/v1/sla/deadlines", JsonNode.Parse("""
            { "plan": "bronze", "promise": "response", "startAt": "2026-12-24T17:00:00+01:00" }
            """)!);

        Assert.That((string?)promise["dueAt"], Is.EqualTo((string?)deadline["dueAt"]));
        Assert.That((string?)promise["workingTime"], Is.EqualTo((string?)deadline["workingTime"]));
    }

    private static string PromisesOf(JsonNode simulated) =>
        string.Join(", ", simulated["promises"]!.AsArray().Select(p => $"{p!["kind"]} {p["dueLocal"]}"));

    private async Task<JsonNode> SimulateAsync(string plan, string receivedAt, string urgency, string channel) =>
        (await SimulateAllAsync(receivedAt, urgency, channel)).Single(p => (string?)p!["code"] == plan)!;

    private async Task<JsonArray> SimulateAllAsync(string receivedAt, string urgency, string channel, string? service = null)
    {
        var answer = await _app.Api.AskAsync("/v1/sla/simulations", new JsonObject
        {
            ["receivedAt"] = receivedAt,
            ["urgency"] = urgency,
            ["channel"] = channel,
            ["service"] = service,
        });
        return answer["plans"]!.AsArray();
    }
}
