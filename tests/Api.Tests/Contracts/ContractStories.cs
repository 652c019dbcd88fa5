using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Customers;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Api.Tests.Contracts;

public sealed class ContractStories
{
    private ApiFactory _app = null!;
    private string _customer = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [SetUp]
    public async Task AddCustomer()
    {
        _app.Clock.Now = ApiFactory.Start;
        _customer = await _app.Api.CustomerAsync();
    }

    [Test]
    public async Task Contract_OfAYear_ComesIntoForceAndEndsByItself()
    {
        var created = await _app.Api.PostAsync("/v1/contracts", CustomerWorld.Contract(_customer));
        var at = created.Header("Location")!;
        var states = new List<string?> { (string?)created.Json["state"] };
        foreach (var moment in (string[])["2026-12-01 00:00", "2027-11-30 23:59", "2027-12-01 00:00"])
        {
            _app.Clock.Now = Moments.Rome(moment);
            states.Add((string?)(await _app.Api.ReadAsync(at))["state"]);
        }

        Assert.That(created.Status, Is.EqualTo(201), created.Text);
        Assert.That(states, Is.EqualTo((string[])["upcoming", "in_force", "in_force", "ended"]));
        Assert.That((string?)created.Json["endsOn"], Is.EqualTo("2027-11-30"));
        Assert.That((string?)created.Json["startsAt"], Is.EqualTo("2026-11-30T23:00:00Z"));
        Assert.That((string?)created.Json["endsAt"], Is.EqualTo("2027-11-30T23:00:00Z"));
    }

    [Test]
    public async Task ETag_ChangesWithTheStateAndStillLetsItsHolderChangeTheContract()
    {
        var created = await _app.Api.PostAsync("/v1/contracts", CustomerWorld.Contract(_customer));
        var (at, known) = (created.Header("Location")!, created.Header("ETag")!);
        var same = await _app.Api.GetAsync(at, ("If-None-Match", known));
        _app.Clock.Now = Moments.Rome("2026-12-01 00:00");
        var begun = await _app.Api.GetAsync(at, ("If-None-Match", known));
        var renewed = await _app.Api.PostTextAsync($"{at}/renew", "{}", ("If-Match", known));

        Assert.That((same.Status, begun.Status, renewed.Status), Is.EqualTo((304, 200, 200)));
        Problem.Expect(await _app.Api.PostTextAsync($"{at}/renew", "{}", ("If-Match", known)), 412, "precondition_failed");
        Problem.Expect(await _app.Api.PostTextAsync($"{at}/renew", "{}"), 428, "precondition_required");
    }

    [Test]
    public async Task Contract_BesideAnother_IsRefusedAndNamesIt()
    {
        var standing = await _app.Api.ContractAsync(_customer);

        var other = await _app.Api.PostAsync("/v1/contracts", CustomerWorld.Contract(_customer, "gold", "2027-11-30"));
        var next = await _app.Api.PostAsync("/v1/contracts", CustomerWorld.Contract(_customer, "gold", "2027-12-01"));
        var renewal = await _app.Api.PostTextAsync($"/v1/contracts/{standing}/renew", """{ "months": 1 }""", ("If-Match", "*"));

        Problem.Expect(other, 409, "contract_overlaps");
        Assert.That((string?)other.Json["detail"], Does.Contain(standing));
        Assert.That(next.Status, Is.EqualTo(201), next.Text);
        Problem.Expect(renewal, 409, "contract_overlaps");
        Assert.That((string?)(await _app.Api.ReadAsync($"/v1/contracts/{standing}"))["endsOn"], Is.EqualTo("2027-11-30"));
    }

    [Test]
    public async Task Contracts_AskedForAtOnce_LeaveOneInForce()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => _app.Api.PostAsync("/v1/contracts", CustomerWorld.Contract(_customer))));

        Assert.That(answers.Select(answer => answer.Status), Has.Exactly(1).EqualTo(201).And.Exactly(7).EqualTo(409));
    }

    [TestCase("2027-01-31", "2027-02-27", 1, "2027-03-30", "2027-04-29")]
    [TestCase("2028-02-29", null, 12, "2030-02-27", "2031-02-27")]
    public async Task Renewed_ContractFromTheEndOfAMonth_IsCountedFromItsFirstDay(
        string startsOn, string? endsOn, int months, string first, string second)
    {
        var contract = await _app.Api.ContractAsync(_customer, startsOn: startsOn, endsOn: endsOn);

        var ends = new List<string?>();
        for (var i = 0; i < 2; i++)
            ends.Add((string?)(await ActAsync(contract, "renew", new() { ["months"] = months })).Json["endsOn"]);

        Assert.That(ends, Is.EqualTo((string[])[first, second]));
    }

    [Test]
    public async Task Renewed_WithAnotherPlan_GivesItFromTheRenewalOn()
    {
        var contract = await _app.Api.ContractAsync(_customer);

        var renewed = await ActAsync(contract, "renew", new() { ["plan"] = "gold" });

        Assert.That(PlansOf(renewed), Is.EqualTo((string[])["bronze 2026-11-30T23:00:00Z", "gold 2027-11-30T23:00:00Z"]));
        Assert.That((string?)renewed.Json["plan"], Is.EqualTo("bronze"));
    }

    [Test]
    public async Task Terminated_Contract_EndsOnItsDayAndLeavesRoomForAnother()
    {
        var contract = await _app.Api.ContractAsync(_customer);
        _app.Clock.Now = Moments.Rome("2027-02-10 10:00");

        var terminated = await ActAsync(contract, "terminate", new() { ["fromOn"] = "2027-03-01", ["reason"] = "Closed down" });
        _app.Clock.Now = Moments.Rome("2027-03-01 00:00");
        var after = await _app.Api.ReadAsync($"/v1/contracts/{contract}");
        var next = await _app.Api.PostAsync("/v1/contracts", CustomerWorld.Contract(_customer, startsOn: "2027-03-01"));

        Assert.That((string?)terminated.Json["state"], Is.EqualTo("in_force"));
        Assert.That((string?)terminated.Json["endsAt"], Is.EqualTo("2027-02-28T23:00:00Z"));
        Assert.That((string?)terminated.Json["termination"]!["reason"], Is.EqualTo("Closed down"));
        Assert.That((string?)after["state"], Is.EqualTo("terminated"));
        Assert.That(next.Status, Is.EqualTo(201), next.Text);
        Problem.Expect(
            await _app.Api.PostTextAsync($"/v1/contracts/{contract}/renew", "{}", ("If-Match", "*")), 409, "contract_terminated");
    }

    [Test]
    public async Task ChangedPlan_TodayAndFromALaterDay_CountsFromThen()
    {
        var contract = await _app.Api.ContractAsync(_customer);
        _app.Clock.Now = Moments.Rome("2027-02-10 10:00");

        var now = await ActAsync(contract, "change-plan", new() { ["plan"] = "silver" });
        var later = await ActAsync(contract, "change-plan", new() { ["plan"] = "gold", ["fromOn"] = "2027-03-28" });

        Assert.That((string?)now.Json["plan"], Is.EqualTo("silver"));
        Assert.That(
            PlansOf(later),
            Is.EqualTo((string[])["bronze 2026-11-30T23:00:00Z", "silver 2027-02-10T09:00:00Z", "gold 2027-03-27T23:00:00Z"]));
        _app.Clock.Now = Moments.Rome("2027-03-28 00:00");
        Assert.That((string?)(await _app.Api.ReadAsync($"/v1/contracts/{contract}"))["plan"], Is.EqualTo("gold"));
    }

    [TestCase("change-plan", """{ "plan": "gold", "fromOn": "2026-11-01" }""", 422, "contract_day_in_the_past", "/fromOn")]
    [TestCase("change-plan", """{ "plan": "gold", "fromOn": "2027-12-01" }""", 422, "contract_day_outside_term", "/fromOn")]
    [TestCase("change-plan", """{ "plan": "bronze" }""", 409, "plan_holds_already", "/plan")]
    [TestCase("change-plan", """{ "plan": "standard" }""", 422, "plan_without_contract", "/plan")]
    [TestCase("change-plan", """{ "plan": "platinum" }""", 422, "unknown_plan", "/plan")]
    [TestCase("renew", """{ "plan": "standard" }""", 422, "plan_without_contract", "/plan")]
    [TestCase("renew", """{ "months": 121 }""", 400, "invalid_request", "/months")]
    [TestCase("terminate", """{ "reason": " " }""", 400, "invalid_request", "/reason")]
    [TestCase("terminate", """{ "reason": "x", "fromOn": "2026-11-01" }""", 422, "contract_day_in_the_past", "/fromOn")]
    public async Task Act_AgainstARule_IsRefused(string act, string body, int status, string code, string place)
    {
        var contract = await _app.Api.ContractAsync(_customer);

        Problem.Expect(await _app.Api.PostTextAsync($"/v1/contracts/{contract}/{act}", body, ("If-Match", "*")), status, code, place);
    }

    [Test]
    public async Task Contract_WithNobody_IsRefused() => Problem.Expect(
        await _app.Api.PostAsync("/v1/contracts", CustomerWorld.Contract("cus_01kaj3b6q0e1r8v5x2m9t4c7hw")), 404, "customer_not_found");

    [Test]
    public async Task List_OfContracts_TellsWhatStandsAtTheInstant()
    {
        var contract = await _app.Api.ContractAsync(_customer);
        await ActAsync(contract, "change-plan", new() { ["plan"] = "gold", ["fromOn"] = "2027-06-01" });

        async Task<JsonArray> Found(string query) =>
            (await _app.Api.ReadAsync($"/v1/contracts?customerId={_customer}&{query}"))["data"]!.AsArray();

        Assert.That((string?)(await Found("state=upcoming"))[0]!["plan"], Is.EqualTo("bronze"));
        Assert.That(await Found("state=in_force"), Is.Empty);
        Assert.That(await Found("state=in_force&state=upcoming"), Has.Count.EqualTo(1));
        Assert.That((string?)(await Found("at=2027-06-01T00:00:00Z&plan=gold"))[0]!["state"], Is.EqualTo("in_force"));
        Assert.That(await Found("at=2027-06-01T00:00:00Z&plan=bronze"), Is.Empty);
        Assert.That(await Found("at=2027-06-01T00:00:00Z&plan=bronze&plan=gold"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Events_OfAContract_TellWhatChanged()
    {
        var contract = await _app.Api.ContractAsync(_customer);
        await ActAsync(contract, "change-plan", new() { ["plan"] = "silver" });
        await ActAsync(contract, "renew", new());
        _app.Clock.Advance(Duration.FromHours(1));
        await ActAsync(contract, "terminate", new() { ["reason"] = "Closed down" });

        var events = (await _app.Api.ReadAsync($"/v1/events?customerId={_customer}"))["data"]!.AsArray();

        Assert.That(
            events.Select(e => (string?)e!["type"]),
            Is.EqualTo((string[])["customer.created", "contract.created", "contract.plan_changed", "contract.renewed", "contract.terminated"]));
        Assert.That((string?)events[^1]!["note"], Is.EqualTo("Closed down"));
    }

    private static IEnumerable<string> PlansOf(Answer answer) =>
        answer.Json["plans"]!.AsArray().Select(period => $"{period!["plan"]} {period["fromAt"]}");

    private async Task<Answer> ActAsync(string contract, string act, JsonObject body)
    {
        var answer = await _app.Api.PostAsync($"/v1/contracts/{contract}/{act}", body, ("If-Match", "*"));
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return answer;
    }
}
