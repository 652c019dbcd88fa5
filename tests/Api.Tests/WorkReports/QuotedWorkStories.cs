using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Interventions;

namespace MisterAssist.Api.Tests.WorkReports;

/// <summary>What is charged stays within the quote that the customer accepted. Half an hour on site under Silver comes to 25.00 and 27.50.</summary>
public sealed class QuotedWorkStories
{
    private Workshop _shop = null!;

    [SetUp]
    public async Task StartServer() => _shop = await Workshop.OpenAsync("2026-11-23 09:00");

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public async Task Issue_AboveAnAcceptedQuote_NeedsANewAcceptance()
    {
        var (customer, ticket) = await _shop.TicketAsync("silver");
        var intervention = await HalfAnHourAsync(ticket, "2026-11-23 09:00");
        var client = await _shop.CustomerAsync(customer);
        await AcceptAsync(client, ticket, "52.49");
        var above = await _shop.TryIssueAsync(intervention);
        Problem.Expect(above, 409, "above_accepted_quote");
        Assert.That((string?)above.Json["detail"], Does.Contain("52.49 EUR").And.Contain("52.50 EUR"));

        _shop.At("2026-11-23 10:00");
        await AcceptAsync(client, ticket, "52.50");

        Assert.That((string?)(await _shop.IssueAsync(intervention))["number"], Is.EqualTo("RL-2026-000001"));
    }

    [Test]
    public async Task Issue_ThatFailsOnceItHasItsNumber_LeavesNoGap()
    {
        var (customer, ticket) = await _shop.TicketAsync("silver");
        var above = await HalfAnHourAsync(ticket, "2026-11-23 09:00");
        await AcceptAsync(await _shop.CustomerAsync(customer), ticket, "52.49");
        var (_, other) = await _shop.TicketAsync("silver");
        var within = await HalfAnHourAsync(other, "2026-11-23 10:00");

        Problem.Expect(await _shop.TryIssueAsync(above), 409, "above_accepted_quote");

        Assert.That((string?)(await _shop.IssueAsync(within))["number"], Is.EqualTo("RL-2026-000001"));
    }

    [Test]
    public async Task Issue_AfterAMerge_StaysWithinTheQuoteThatWasAcceptedBefore()
    {
        var (customer, ticket) = await _shop.TicketAsync("silver");
        var first = await HalfAnHourAsync(ticket, "2026-11-23 09:00", isLast: false);
        await AcceptAsync(await _shop.CustomerAsync(customer), ticket, "100.00");
        var other = await _shop.ReportAsync(customer);
        await _shop.Desk.MoveAsync(ticket, "merge", new() { ["intoTicketId"] = other });
        var second = await HalfAnHourAsync(other, "2026-11-23 10:00", isLast: false);

        Assert.That(Workshop.TotalsOf(await _shop.IssueAsync(second)), Is.EqualTo("52.50 0.00 52.50"));
        Problem.Expect(await _shop.TryIssueAsync(first), 409, "above_accepted_quote");
        Problem.Expect(await _shop.TryIssueAsync(await HalfAnHourAsync(other, "2026-11-23 11:00")), 409, "above_accepted_quote");
    }

    [Test]
    public async Task Issue_AfterAMergeOfTwoTicketsWithQuotes_StaysWithinBothUntilAnotherIsAccepted()
    {
        var (customer, ticket) = await _shop.TicketAsync("silver");
        var client = await _shop.CustomerAsync(customer);
        var other = await _shop.ReportAsync(customer);
        await AcceptAsync(client, ticket, "60.00");
        await AcceptAsync(client, other, "50.00");
        var first = await HalfAnHourAsync(ticket, "2026-11-23 09:00", isLast: false);
        await _shop.Desk.MoveAsync(ticket, "merge", new() { ["intoTicketId"] = other });
        var second = await HalfAnHourAsync(other, "2026-11-23 10:00", isLast: false);
        var third = await HalfAnHourAsync(other, "2026-11-23 11:00", isLast: false);

        // 52.50 each, within 110.00 in all.
        await _shop.IssueAsync(second);
        await _shop.IssueAsync(first);
        Problem.Expect(await _shop.TryIssueAsync(third), 409, "above_accepted_quote");

        _shop.At("2026-11-23 12:00");
        await AcceptAsync(client, other, "52.50");
        Assert.That(Workshop.TotalsOf(await _shop.IssueAsync(third)), Is.EqualTo("52.50 0.00 52.50"));
    }

    private async Task AcceptAsync(ApiClient client, string ticket, string price)
    {
        var quote = await _shop.Api.AskAsync("/v1/quotes", new JsonObject
        {
            ["ticketId"] = ticket,
            ["validUntilOn"] = "2026-12-31",
            ["lines"] = new JsonArray(new JsonObject { ["description"] = "All of it", ["quantity"] = 1, ["unitPrice"] = Workshop.Euro(price) }),
        });
        Assert.That((await Workshop.SendAsync(_shop.Api, $"/v1/quotes/{quote["id"]}/send", null)).Status, Is.EqualTo(200));
        Assert.That((await Workshop.SendAsync(client, $"/v1/quotes/{quote["id"]}/accept", null)).Status, Is.EqualTo(200));
    }

    /// <summary>Where it is not the last, more is planned: the ticket stays open.</summary>
    private async Task<string> HalfAnHourAsync(string ticket, string from, bool isLast = true)
    {
        var intervention = await _shop.PlanAsync(ticket);
        if (!isLast)
            await _shop.PlanAsync(ticket);
        _shop.At(from);
        await _shop.StartAsync(intervention);
        await _shop.CompleteAsync(intervention, from, $"{from[..^2]}30");
        return intervention;
    }
}
