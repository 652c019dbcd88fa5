using System.Text.Json.Nodes;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Api.Tests.Sla.Plans;

public sealed class PlanVersionStories
{
    private const string NewYear = "2027-01-03T23:00:00Z";

    private ApiFactory _app = null!;

    [SetUp]
    public void StartServer() => _app = new();

    [TearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Plans_FromTheStart_AreTheFourInTheirOrder()
    {
        var page = await _app.Api.ReadAsync("/v1/plans");

        var plans = page["data"]!.AsArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plans.Select(p => (string?)p!["code"]), Is.EqualTo((string[])["bronze", "silver", "gold", "standard"]));
            Assert.That(plans.Select(p => (bool)p!["needsContract"]!), Is.EqualTo((bool[])[true, true, true, false]));
            Assert.That(plans.Select(p => (int)p!["version"]!), Has.All.EqualTo(1));
            Assert.That(plans.Select(p => (string?)p!["targets"]!["response"]), Is.EqualTo((string?[])["PT8H", "PT4H", "PT1H", null]));
            Assert.That(plans.Select(p => (string?)p!["targets"]!["presence"]), Is.EqualTo((string?[])[null, "PT4H", "PT4H", "PT4H"]));
            Assert.That(plans.Select(p => (string?)p!["coverage"]!["holidayCalendar"]), Is.EqualTo((string?[])["IT", null, null, "IT"]));
            Assert.That(plans.Select(p => p!["channels"]!.AsArray().Count), Is.EqualTo((int[])[1, 2, 3, 2]));
            Assert.That(plans[3]!["coverage"]!["weekly"]!["monday"]!.ToJsonString(),
                Is.EqualTo("""[{"from":"09:00","to":"13:00"},{"from":"14:00","to":"18:00"}]"""));
        }
    }

    [Test]
    public async Task Version_EffectiveLater_HoldsFromThenOnAndNotBefore()
    {
        var published = await PublishAsync(effectiveAt: NewYear);

        var now = await _app.Api.ReadAsync("/v1/plans/silver");
        var justBefore = await _app.Api.ReadAsync("/v1/plans/silver?at=2027-01-03T22:59:59Z");
        var then = await _app.Api.ReadAsync($"/v1/plans/silver?at={NewYear}");
        var thenInRome = await _app.Api.ReadAsync("/v1/plans/silver?at=2027-01-04T00:00:00%2B01:00");
        var inTheList = (await _app.Api.ReadAsync("/v1/plans"))["data"]![1]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int?)published["version"], Is.EqualTo(2));
            Assert.That((string?)published["effectiveAt"], Is.EqualTo(NewYear));
            Assert.That((string?)published["publishedAt"], Is.EqualTo("2026-11-02T09:00:00Z"));
            Assert.That(published["supersededAt"], Is.Null);
            Assert.That((int?)now["version"], Is.EqualTo(1));
            Assert.That((string?)now["supersededAt"], Is.EqualTo(NewYear));
            Assert.That((int?)justBefore["version"], Is.EqualTo(1));
            Assert.That((int?)then["version"], Is.EqualTo(2));
            Assert.That((string?)then["targets"]!["response"], Is.EqualTo("PT2H"));
            Assert.That((int?)thenInRome["version"], Is.EqualTo(2));
            Assert.That((int?)inTheList["version"], Is.EqualTo(1));
        }

        _app.Clock.Now = Moments.Utc(NewYear);
        Assert.That((int?)(await _app.Api.ReadAsync("/v1/plans/silver"))["version"], Is.EqualTo(2));
        Assert.That((int?)(await _app.Api.ReadAsync("/v1/plans"))["data"]![1]!["version"], Is.EqualTo(2));
    }

    [Test]
    public async Task Deadlines_StartedBeforeAVersionHolds_StayAsTheyWerePromised()
    {
        var promisedBefore = await DueAsync("2027-01-03T22:59:59Z");
        await PublishAsync(effectiveAt: NewYear);

        var before = await DueAsync("2027-01-03T22:59:59Z");
        var after = await DueAsync(NewYear);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(promisedBefore, Is.EqualTo("silver 1 2027-01-04T12:00:00+01:00"));
            Assert.That(before, Is.EqualTo(promisedBefore));
            Assert.That(after, Is.EqualTo("silver 2 2027-01-04T10:00:00+01:00"));
        }
    }

    [Test]
    public async Task Versions_AreListedTheNewestFirst_AndReadByNumber()
    {
        await PublishAsync(effectiveAt: NewYear);
        await PublishAsync(effectiveAt: "2026-12-01T00:00:00Z");

        var versions = (await _app.Api.ReadAsync("/v1/plans/silver/versions"))["data"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(versions.Select(v => (int)v!["version"]!), Is.EqualTo((int[])[3, 2, 1]));
            Assert.That(versions.Select(v => (string?)v!["supersededAt"]), Is.EqualTo((string?[])[NewYear, null, "2026-12-01T00:00:00Z"]));
            foreach (var version in versions)
            {
                var read = await _app.Api.ReadAsync($"/v1/plans/silver/versions/{version!["version"]}");
                Assert.That(JsonNode.DeepEquals(read, version), read.ToJsonString());
            }
        }
    }

    [Test]
    public async Task Version_WithoutAnInstant_HoldsAtOnce()
    {
        var published = await PublishAsync(effectiveAt: null);

        Assert.That((string?)published["effectiveAt"], Is.EqualTo("2026-11-02T09:00:00Z"));
        Assert.That((int?)(await _app.Api.ReadAsync("/v1/plans/silver"))["version"], Is.EqualTo(2));
    }

    [Test]
    public async Task Version_OfOnePlan_LeavesTheOthers()
    {
        await PublishAsync(effectiveAt: null);

        var versions = (await _app.Api.ReadAsync("/v1/plans"))["data"]!.AsArray().Select(p => $"{p!["code"]} {p["version"]}");

        Assert.That(versions, Is.EqualTo((string[])["bronze 1", "silver 2", "gold 1", "standard 1"]));
    }

    [Test]
    public async Task Version_AsPublished_IsReadBackWhole()
    {
        var terms = Terms.With("coverage.weekly", """
            { "monday": [ { "from": "00:00", "to": "24:00" } ], "friday": [ { "from": "22:00", "to": "06:00" }, { "from": "08:00", "to": "12:30" } ] }
            """);
        terms["coverage"]!["holidays"] = new JsonArray("2027-01-07", "2027-01-05");
        terms["coverage"]!["holidayCalendar"] = "IT";
        terms["warningThresholds"] = new JsonArray(1, 50, 99);

        var published = await _app.Api.AskAsync("/v1/plans/gold/versions", terms);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(published["coverage"]!["weekly"]!["monday"]!.ToJsonString(), Is.EqualTo("""[{"from":"00:00","to":"24:00"}]"""));
            Assert.That(published["coverage"]!["weekly"]!["friday"]!.ToJsonString(),
                Is.EqualTo("""[{"from":"08:00","to":"12:30"},{"from":"22:00","to":"06:00"}]"""));
            Assert.That(published["coverage"]!["weekly"]!["sunday"]!.AsArray(), Is.Empty);
            Assert.That(published["coverage"]!["holidays"]!.ToJsonString(), Is.EqualTo("""["2027-01-05","2027-01-07"]"""));
            Assert.That((string?)published["coverage"]!["holidayCalendar"], Is.EqualTo("IT"));
            foreach (var name in (string[])["targets", "channels", "includedServices", "excludedServices", "warningThresholds"])
                Assert.That(JsonNode.DeepEquals(published[name], terms[name]), $"{name}: {published[name]}");
        }
    }

    [Test]
    public async Task Version_FromThePastOrTwiceFromOneInstant_IsRefused()
    {
        await PublishAsync(effectiveAt: NewYear);

        var past = await _app.Api.PostAsync("/v1/plans/silver/versions", Silver(effectiveAt: "2026-11-02T08:59:59Z"));
        var twice = await _app.Api.PostAsync("/v1/plans/silver/versions", Silver(effectiveAt: "2027-01-04T00:00:00+01:00"));

        Problem.Expect(past, 422, "effective_in_the_past", "/effectiveAt");
        Problem.Expect(twice, 409, "effective_twice", "/effectiveAt");
    }

    [Test]
    public async Task Version_PublishedByTwoAtOnce_IsPublishedOnceAtEachInstant()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(
            i => _app.Api.PostAsync("/v1/plans/silver/versions", Silver(effectiveAt: $"2027-01-{1 + i / 2:00}T00:00:00Z"))));

        var versions = (await _app.Api.ReadAsync("/v1/plans/silver/versions"))["data"]!.AsArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Count(a => a.Status == 201), Is.EqualTo(6));
            Assert.That(answers.Count(a => a.Status == 409), Is.EqualTo(6));
            Assert.That(versions.Select(v => (int)v!["version"]!), Is.EqualTo((int[])[7, 6, 5, 4, 3, 2, 1]));
            Assert.That(versions.Select(v => (string?)v!["effectiveAt"]), Is.Unique);
        }
    }

    private static JsonObject Silver(string? effectiveAt)
    {
        var terms = Terms.With("targets.response", "\"PT2H\"");
        terms["effectiveAt"] = effectiveAt;
        return terms;
    }

    private Task<JsonNode> PublishAsync(string? effectiveAt) => _app.Api.AskAsync("/v1/plans/silver/versions", Silver(effectiveAt));

    private async Task<string> DueAsync(string startAt)
    {
        var answer = await _app.Api.AskAsync("/v1/sla/deadlines", new JsonObject
        {
            ["plan"] = "silver",
            ["promise"] = "response",
            ["startAt"] = startAt,
        });
        return $"{answer["appliedPlan"]!["code"]} {answer["appliedPlan"]!["version"]} {answer["dueLocal"]}";
    }
}
