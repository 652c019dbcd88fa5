using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Tickets;

/// <summary>By which way who may report.</summary>
public sealed class ChannelTests
{
    private Desk _desk = null!;

    // Monday evening before a holiday.
    [SetUp]
    public void Open() => _desk = new("2026-12-07 18:30");

    [TearDown]
    public void Shut() => _desk.Dispose();

    [TestCase("bronze", "phone", "2026-12-09T09:00:00Z", new[] { "email" })]
    [TestCase("bronze", "chat", "2026-12-09T09:00:00Z", new[] { "email" })]
    [TestCase("silver", "chat", "2026-12-07T17:30:00Z", new[] { "email", "phone" })]
    [TestCase(null, "chat", "2026-12-09T08:00:00Z", new[] { "email", "phone" })]
    public async Task Customer_ByAChannelThatThePlanLacks_IsToldTheOthersAndTheNextOpening(string? plan, string channel, string opening, string[] allowed)
    {
        var customer = await _desk.CustomerAsync(plan);
        var client = await _desk.ClientOfAsync(KeyKind.Customer, customer);

        var answer = await client.PostAsync("/v1/tickets", Desk.Report(customer, channel: channel));

        Problem.Expect(answer, 422, "channel_not_in_plan", "/channel");
        Assert.That(Allowed(answer), Is.EqualTo(allowed));
        Assert.That((string?)answer.Json["nextOpeningAt"], Is.EqualTo(opening));
        Assert.That((await client.ReadAsync("/v1/tickets"))["data"]!.AsArray(), Is.Empty);
        Assert.That((await client.PostAsync("/v1/tickets", Desk.Report(customer, channel: allowed[0]))).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task Customer_AsAPartnerSystem_IsToldTheChannelsOfThePlan()
    {
        var customer = await _desk.CustomerAsync("gold");
        var client = await _desk.ClientOfAsync(KeyKind.Customer, customer);

        var answer = await client.PostAsync("/v1/tickets", Desk.Report(customer, channel: "integration"));

        Problem.Expect(answer, 422, "channel_not_of_key", "/channel");
        Assert.That(Allowed(answer), Is.EqualTo(new[] { "email", "phone", "chat" }));
    }

    [Test]
    public async Task Partner_ReportsByIntegrationAlone()
    {
        var customer = await _desk.CustomerAsync("gold");
        var client = await _desk.ClientOfAsync(KeyKind.Partner, customer);

        foreach (var channel in new[] { "email", "phone", "chat" })
        {
            var refused = await client.PostAsync("/v1/tickets", Desk.Report(customer, channel: channel));
            Problem.Expect(refused, 422, "channel_not_of_key", "/channel");
            Assert.That(Allowed(refused), Is.EqualTo(new[] { "integration" }));
        }

        var taken = await client.PostAsync("/v1/tickets", Desk.Report(customer, channel: "integration"));
        Assert.That(taken.Status, Is.EqualTo(201), taken.Text);
        Assert.That((bool?)taken.Json["channelInPlan"], Is.True);
        Assert.That((string?)taken.Json["reporter"]!["kind"], Is.EqualTo("partner"));
    }

    [Test]
    public async Task Channel_IsJudgedByThePlanInForceWhenItCame()
    {
        var (customer, _) = await _desk.ContractedAsync("gold");
        var ticket = await _desk.TicketAsync(await _desk.OpenAsync(customer, channel: "chat"));
        _desk.At("2029-01-01 00:00");

        var afterTheContract = await _desk.TicketAsync(await _desk.OpenAsync(customer, channel: "chat"));

        Assert.That((bool?)ticket["channelInPlan"], Is.True);
        Assert.That(((string?)afterTheContract["plan"], (bool?)afterTheContract["channelInPlan"]), Is.EqualTo(("standard", (bool?)false)));
        Assert.That(afterTheContract["contractId"], Is.Null);
    }

    private static IEnumerable<string?> Allowed(Answer answer) => answer.Json["allowed"]!.AsArray().Select(channel => (string?)channel);
}
