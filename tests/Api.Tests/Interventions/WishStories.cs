using MisterAssist.Api.Tests.Tickets;

namespace MisterAssist.Api.Tests.Interventions;

/// <summary>A later time that the customer wants: Silver, urgent, presence owed at 13:00.</summary>
public sealed class WishStories
{
    private Workshop _shop = null!;

    [SetUp]
    public async Task StartServer() => _shop = await Workshop.OpenAsync("2026-11-23 09:00");

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public async Task WantedLaterByTheCustomer_ForSomethingMore_LeavesThePromiseOfWhoComesBefore()
    {
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent");
        await _shop.PlanAsync(ticket, "2026-11-23 12:00");

        await _shop.PlanAsync(ticket, "2026-11-30 10:00", wished: true);

        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence running due Mon 2026-11-23 13:00"));
    }

    [Test]
    public async Task WantedLaterByTheCustomer_AndCalledOff_IsPromisedAsBefore()
    {
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-27 10:00", wished: true);
        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence running due Fri 2026-11-27 10:00"));

        await _shop.DoAsync(intervention, "cancel", new() { ["cause"] = "exceptional", ["reason"] = "The street is flooded." });

        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence running due Mon 2026-11-23 13:00"));
    }

    [Test]
    public async Task WantedLaterByTheCustomer_BeforeItWasUrgent_IsNotLate()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-27 10:00", wished: true);
        Assert.That((await _shop.Api.PatchAsync($"/v1/tickets/{ticket}", """{ "urgency": "urgent" }""", Desk.Any)).Status, Is.EqualTo(200));
        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence running due Fri 2026-11-27 10:00"));
        _shop.At("2026-11-27 10:00");

        await _shop.StartAsync(intervention);

        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence met"));
        Assert.That(Workshop.GuaranteesOf(await _shop.CompleteAsync(intervention, "2026-11-27 10:00", "2026-11-27 10:15")), Is.Empty);
    }

    [Test]
    public async Task WantedLaterByTheCustomer_AndCalledOffWhileItWasNotUrgent_IsWantedNoMore()
    {
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-27 10:00", wished: true);
        await _shop.Api.PatchAsync($"/v1/tickets/{ticket}", """{ "urgency": "normal" }""", Desk.Any);
        await _shop.DoAsync(intervention, "cancel", new() { ["cause"] = "customer_request", ["reason"] = "They are away." });

        await _shop.Api.PatchAsync($"/v1/tickets/{ticket}", """{ "urgency": "urgent" }""", Desk.Any);

        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence running due Mon 2026-11-23 13:00"));
    }

    [Test]
    public async Task WantedLaterByTheCustomer_MovedByUsAndCalledOff_IsPromisedAsBefore()
    {
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-27 10:00", wished: true);
        await _shop.DoAsync(intervention, "move", new()
        {
            ["startsAt"] = Workshop.Utc("2026-11-27 12:00"),
            ["duration"] = "PT1H",
            ["cause"] = "exceptional",
            ["reason"] = "Snow",
            ["askedBy"] = "Carla",
        });
        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence running due Fri 2026-11-27 10:00"));

        await _shop.DoAsync(intervention, "cancel", new() { ["cause"] = "exceptional", ["reason"] = "More snow" });

        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence running due Mon 2026-11-23 13:00"));
    }

    [Test]
    public async Task WantedLaterByTheCustomer_AndSomethingMoreCalledOff_StaysWanted()
    {
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent");
        await _shop.PlanAsync(ticket, "2026-11-25 10:00", wished: true);
        var more = await _shop.PlanAsync(ticket, "2026-11-27 10:00", wished: true);

        await _shop.DoAsync(more, "cancel", new() { ["cause"] = "customer_request", ["reason"] = "They are away." });

        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence running due Wed 2026-11-25 10:00"));
    }

    [TestCase(false, TestName = "Planned at once for a later time that the customer wants")]
    [TestCase(true, TestName = "Planned afterwards for a later time that the customer wants")]
    public async Task WantedLaterByTheCustomer_IsPromisedForThen(bool afterwards)
    {
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent");

        var intervention = await _shop.PlanAsync(ticket, afterwards ? null : "2026-11-24 10:00", wished: true);
        if (afterwards)
            await _shop.DoAsync(intervention, "plan", _shop.Appointment("2026-11-24 10:00", wished: true));

        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence running due Tue 2026-11-24 10:00"));
        Assert.That(await _shop.Desk.TimelineAsync(ticket), Has.Some.EndsWith("ticket.presence_agreed"));
    }
}
