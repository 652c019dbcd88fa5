using System.Text;
using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Tickets;

namespace MisterAssist.Api.Tests.Quotes;

/// <summary>Makes quotes over HTTP.</summary>
internal static class QuoteWorld
{
    public static JsonObject Quote(string ticket, string validUntilOn = "2026-12-20") => new()
    {
        ["ticketId"] = ticket,
        ["lines"] = new JsonArray(Line("A print server", 1, "490.00"), Line("A cable", 4, "8.50")),
        ["validUntilOn"] = validUntilOn,
        ["note"] = "Fitted and tried.",
    };

    public static JsonObject Line(string description, int quantity, string unitPrice) => new()
    {
        ["description"] = description,
        ["quantity"] = quantity,
        ["unitPrice"] = new JsonObject { ["amount"] = unitPrice, ["currency"] = "EUR" },
    };

    /// <summary>Drafts one as staff, and gives its id.</summary>
    public static async Task<string> DraftQuoteAsync(this Desk desk, string ticket, string validUntilOn = "2026-12-20") =>
        (string)(await desk.Api.AskAsync("/v1/quotes", Quote(ticket, validUntilOn)))["id"]!;

    /// <summary>Drafts one as staff and sends it, and gives its id.</summary>
    public static async Task<string> SentQuoteAsync(this Desk desk, string ticket, string validUntilOn = "2026-12-20")
    {
        var quote = await desk.DraftQuoteAsync(ticket, validUntilOn);
        var sent = await desk.Api.MoveQuoteAsync(quote, "send");
        Assert.That(sent.Status, Is.EqualTo(200), sent.Text);
        return quote;
    }

    /// <summary>Tries a move, on whatever version stands.</summary>
    public static Task<Answer> MoveQuoteAsync(this ApiClient client, string quote, string move, string? body = null) => client.SendAsync(
        HttpMethod.Post, $"/v1/quotes/{quote}/{move}", body is null ? null : Encoding.UTF8.GetBytes(body), [Desk.Any]);
}
