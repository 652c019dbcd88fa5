using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Interventions.Feedbacks;

/// <summary>A customer says how it was.</summary>
public sealed class FeedbackStories
{
    private Workshop _shop = null!;
    private string _customer = null!;
    private string _ticket = null!;
    private string _intervention = null!;
    private ApiClient _client = null!;

    [SetUp]
    public async Task StartServer()
    {
        _shop = await Workshop.OpenAsync("2026-11-23 09:00");
        (_customer, _ticket) = await _shop.TicketAsync("silver");
        _intervention = await _shop.PlanAsync(_ticket);
        _client = await _shop.CustomerAsync(_customer);
    }

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public async Task Feedback_OnWhatIsCompleted_IsLeftOnceAndRead()
    {
        await CompleteAsync();
        _shop.At("2026-11-24 18:00");
        Problem.Expect(await _shop.Api.GetAsync(Address), 404, "feedback_not_found");

        var left = await _client.PostAsync(Address, new JsonObject { ["score"] = 4, ["words"] = "Quick, but dear." });

        Assert.That(left.Status, Is.EqualTo(201), left.Text);
        Assert.That(left.Header("Location"), Is.EqualTo(Address));
        var read = await _shop.Api.ReadAsync(Address);
        Assert.That(read.ToJsonString(), Is.EqualTo(left.Json.ToJsonString()));
        Assert.That($"{read["interventionId"]} {read["score"]} {read["words"]} {read["author"]!["kind"]} {Desk.OnTheWall(read["leftAt"])}",
            Is.EqualTo($"{_intervention} 4 Quick, but dear. customer Tue 2026-11-24 18:00"));
        Problem.Expect(await LeaveAsync(5), 409, "feedback_left_already");
        Assert.That((int?)(await _client.ReadAsync(Address))["score"], Is.EqualTo(4));
        var told = (await Desk.TimelineLinesAsync(_client, _ticket)).Single(line => (string?)line["type"] == "feedback.left");
        Assert.That(told["changes"]!.AsArray().Select(change => $"{change!["field"]} {change["after"]}"), Does.Contain("score 4"));
        Assert.That(told.ToJsonString(), Does.Not.Contain("dear"));
    }

    [Test]
    public async Task Feedback_IsAskedForByAnEventWhenTheWorkIsOver()
    {
        await CompleteAsync();

        var asked = (await _shop.Api.ReadAsync($"/v1/events?ticketId={_ticket}&type=feedback.asked"))["data"]!.AsArray();

        Assert.That(asked.Single()!["changes"]!.ToJsonString(), Does.Contain(_intervention));
    }

    [Test]
    public async Task Feedback_OnWhatIsNotCompleted_IsRefused()
    {
        Problem.Expect(await LeaveAsync(5), 409, "not_completed");
        await _shop.DoAsync(_intervention, "cancel", new() { ["cause"] = "customer_request", ["reason"] = "They mended it." });
        Problem.Expect(await LeaveAsync(5), 409, "not_completed");
    }

    [Test]
    public async Task Feedback_OfSomebodyElse_IsRefused()
    {
        await CompleteAsync();
        foreach (var client in (ApiClient[])[_shop.Api, await _shop.Desk.ClientOfAsync(KeyKind.Partner, _customer)])
            Problem.Expect(await LeaveAsync(5, client), 403, "feedback_is_the_customers");
        var (other, _) = await _shop.TicketAsync("silver");
        var stranger = await _shop.CustomerAsync(other);
        Problem.Expect(await LeaveAsync(5, stranger), 404, "intervention_not_found");
        Assert.That((await LeaveAsync(5)).Status, Is.EqualTo(201));
        Problem.Expect(await stranger.GetAsync(Address), 404, "intervention_not_found");
    }

    [TestCase("""{ "score": 0 }""", "/score")]
    [TestCase("""{ "score": 6 }""", "/score")]
    [TestCase("""{ "score": 4.5 }""", "/score")]
    [TestCase("""{ "words": "Good" }""", "/score")]
    [TestCase("""{ "score": 4, "words": "" }""", "/words")]
    public async Task Feedback_ThatIsNotWellFormed_IsRefused(string body, string place) =>
        Problem.Expect(await _client.PostTextAsync(Address, body), 400, "invalid_request", place);

    [Test]
    public async Task Feedback_OfTooManyWords_IsRefused()
    {
        await CompleteAsync();

        Problem.Expect(await _client.PostAsync(Address, new JsonObject { ["score"] = 1, ["words"] = new string('x', 2001) }), 400, "invalid_request", "/words");
        Assert.That((await _client.PostAsync(Address, new JsonObject { ["score"] = 1, ["words"] = new string('x', 2000) })).Status, Is.EqualTo(201));
    }

    private string Address => $"/v1/interventions/{_intervention}/feedback";

    private Task<Answer> LeaveAsync(int score, ApiClient? client = null) => (client ?? _client).PostAsync(Address, new JsonObject { ["score"] = score });

    private async Task CompleteAsync()
    {
        await _shop.StartAsync(_intervention);
        await _shop.CompleteAsync(_intervention, "2026-11-23 09:00", "2026-11-23 10:00");
    }
}
