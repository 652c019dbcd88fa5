using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Sla.Plans;

namespace MisterAssist.Api.Tests.Interventions;

/// <summary>What a plan decides about interventions: each setting is there for something, and changed alone it changes an answer.</summary>
public sealed class WorkSettingStories
{
    private Workshop _shop = null!;

    [SetUp]
    public async Task StartServer() => _shop = await Workshop.OpenAsync("2026-11-23 09:00");

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [TestCase("{}", "52.50 -21.00 31.50", TestName = "Twenty percent for each started hour")]
    [TestCase("""{ "latePercent": 10 }""", "52.50 -10.50 42.00", TestName = "Ten percent for each started hour")]
    [TestCase("""{ "lateStep": "PT2H" }""", "52.50 -10.50 42.00", TestName = "Twenty percent for each two started hours")]
    public async Task Late_ByAnHourAndAMinute_ComesTo(string work, string totals)
    {
        var ticket = await TicketUnderAsync(work);
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 11:00");
        _shop.At("2026-11-23 12:01");
        await _shop.StartAsync(intervention);
        await _shop.CompleteAsync(intervention, "2026-11-23 12:01", "2026-11-23 12:31");

        Assert.That(Workshop.TotalsOf(await _shop.ReportOnAsync(intervention)), Is.EqualTo(totals));
    }

    [TestCase("{}", 200)]
    [TestCase("""{ "contestDays": 2 }""", 409)]
    public async Task ContestDays_SayForHowLongItMayBeContested(string work, int status)
    {
        var intervention = await _shop.PlanAsync(await TicketUnderAsync(work));
        await _shop.StartAsync(intervention);
        await _shop.CompleteAsync(intervention, "2026-11-23 09:00", "2026-11-23 09:30");
        _shop.At("2026-11-26 00:00");

        Assert.That((await _shop.TryAsync(intervention, "contest", new() { ["reason"] = "Silent again." })).Status, Is.EqualTo(status));
    }

    [TestCase("{}", "accepted")]
    [TestCase("""{ "smallPartLimit": { "amount": "12.49", "currency": "EUR" } }""", "undecided")]
    public async Task SmallPartLimit_SaysForWhatNobodyIsAsked(string work, string state)
    {
        var intervention = await _shop.PlanAsync(await TicketUnderAsync(work));

        var fitted = await _shop.FitAsync(intervention, await _shop.PartAsync("CAB-3", "12.50"));

        Assert.That((string?)fitted["parts"]![0]!["state"], Is.EqualTo(state));
    }

    [TestCase("{}", "52.50 -52.50 0.00")]
    [TestCase("""{ "callOutIncluded": false }""", "52.50 -27.50 25.00")]
    public async Task CallOutIncluded_SaysWhetherComingIsPartOfWhatIsIncluded(string work, string totals)
    {
        var intervention = await _shop.PlanAsync(await TicketUnderAsync(work, "quick_updates"));
        await _shop.StartAsync(intervention);
        await _shop.CompleteAsync(intervention, "2026-11-23 09:00", "2026-11-23 09:30");

        Assert.That(Workshop.TotalsOf(await _shop.ReportOnAsync(intervention)), Is.EqualTo(totals));
    }

    [TestCase("{}", "25.00 -25.00 0.00")]
    [TestCase("""{ "chargesWastedCallOut": true }""", "25.00 0.00 25.00")]
    public async Task ChargesWastedCallOut_SaysWhetherComingInVainIsCharged(string work, string totals)
    {
        var intervention = await _shop.PlanAsync(await TicketUnderAsync(work));
        await _shop.DoAsync(intervention, "nobody-there", new() { ["note"] = "We rang." });

        Assert.That(Workshop.TotalsOf(await _shop.ReportOnAsync(intervention)), Is.EqualTo(totals));
    }

    [TestCase("latePercent", "0")]
    [TestCase("latePercent", "101")]
    [TestCase("lateStep", "\"PT59S\"")]
    [TestCase("lateStep", "\"PT24H1S\"")]
    [TestCase("contestDays", "366")]
    [TestCase("smallPartLimit", """{ "amount": "-0.01", "currency": "EUR" }""")]
    public async Task Setting_OutOfRange_IsRefusedInItsPlace(string setting, string json)
    {
        var terms = Terms.Plain();
        terms["work"] = new JsonObject { [setting] = JsonNode.Parse(json) };

        var answer = await _shop.Api.PostAsync("/v1/plans/silver/versions", terms);

        Assert.That(answer.Status, Is.AnyOf(400, 422), answer.Text);
        Assert.That(Problem.Places(answer), Has.Some.StartsWith($"/work/{setting}"));
    }

    [Test]
    public async Task Plan_ShowsWhatItDecides()
    {
        var work = (await _shop.Api.ReadAsync("/v1/plans/gold"))["work"]!;

        Assert.That(work.ToJsonString(), Is.EqualTo(
            """{"latePercent":20,"lateStep":"PT1H","contestDays":15,"smallPartLimit":{"amount":"50.00","currency":"EUR"},"callOutIncluded":true,"chargesWastedCallOut":false}"""));
    }

    /// <summary>A ticket under a version of Silver that was published just before.</summary>
    private async Task<string> TicketUnderAsync(string work, string? service = null)
    {
        var terms = Terms.Plain();
        terms["work"] = JsonNode.Parse(work);
        await _shop.Api.AskAsync("/v1/plans/silver/versions", terms);
        return (await _shop.TicketAsync("silver", service: service)).Ticket;
    }
}
