using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.OpenApi;

/// <summary>Makes what the example of an operation needs to succeed: whose it is, and in which state.</summary>
internal sealed class ExampleWorld(ApiFactory app, ApiDescription document)
{
    private static readonly Dictionary<string, string[]> Before = new()
    {
        ["resumeTicket"] = ["wait"],
        ["closeTicket"] = ["resolve"],
        ["reopenTicket"] = ["resolve"],
    };

    private static readonly string[] ForCustomersAlone = ["acceptQuote", "declineQuote"];

    /// <summary>Who is to ask what was prepared last.</summary>
    public ApiClient Client { get; private set; } = app.Api;

    /// <summary>The address and the body with which an operation is to be asked.</summary>
    public async Task<(string Path, JsonNode? Body)> PrepareAsync(Operation operation)
    {
        var ids = await MakeAsync(operation);
        var path = ids.Aggregate(operation.Path, (at, id) => at.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
        if (operation.Id == "listHolidays")
            path += "?year=2026";
        if (operation.Id == "addAttachment")
            path += "?fileName=display.jpg";

        var body = operation.RequestExample?.DeepClone();
        foreach (var name in (string[])["customerId", "siteId", "contactId", "ticketId", "intoTicketId"])
        {
            if (body?[name] is not null)
                body[name] = ids[name];
        }

        Client = ForCustomersAlone.Contains(operation.Id) ? await CustomerAsync(ids["customerId"]) : app.Api;
        return (path, body);
    }

    private Task<ApiClient> CustomerAsync(string customer) =>
        app.ClientAsync(KeyKind.Customer, [.. KeyKinds.ScopesOf(KeyKind.Customer)], Desk.IdOf(customer));

    private async Task<Dictionary<string, string>> MakeAsync(Operation operation)
    {
        var ids = new Dictionary<string, string>
        {
            ["planCode"] = "silver",
            ["version"] = "1",
            ["promiseKind"] = "confirmation",
            ["customerId"] = await PostAsync("/v1/customers", "createCustomer"),
        };
        if (Names(operation, "closureId"))
            ids["closureId"] = await PostAsync("/v1/closures", "announceClosure");
        if (Names(operation, "keyId"))
            ids["keyId"] = (await app.MakeKeyAsync(KeyKind.Partner, [Scope.TicketsRead])).Issued.Key.Id.ToString();

        var customer = $"/v1/customers/{ids["customerId"]}";
        ids["siteId"] = await PostAsync($"{customer}/sites", "addSite");
        ids["contactId"] = await PostAsync($"{customer}/contacts", "addContact", ("siteId", ids["siteId"]));
        if (operation.Id == "removeSite")
            ids["siteId"] = await PostAsync($"{customer}/sites", "addSite");
        if (Names(operation, "consentId"))
            ids["consentId"] = await PostAsync($"{customer}/consents", "recordConsent");
        if (Names(operation, "contractId"))
            ids["contractId"] = await PostAsync("/v1/contracts", "createContract", ("customerId", ids["customerId"]));
        if (Names(operation, "ticketId") || Names(operation, "quoteId") || operation.Id == "createQuote")
            await MakeTicketAsync(operation, ids);
        if (Names(operation, "quoteId"))
            await MakeQuoteAsync(operation, ids);
        return ids;
    }

    private async Task MakeTicketAsync(Operation operation, Dictionary<string, string> ids)
    {
        ids["ticketId"] = await PostAsync("/v1/tickets", "openTicket", ("customerId", ids["customerId"]));
        ids["intoTicketId"] = await PostAsync("/v1/tickets", "openTicket", ("customerId", ids["customerId"]));
        var ticket = $"/v1/tickets/{ids["ticketId"]}";
        foreach (var move in Before.GetValueOrDefault(operation.Id, []))
            await AskAsync($"{ticket}/{move}", document.Named($"{move}Ticket").RequestExample!);
        if (Names(operation, "messageId"))
            ids["messageId"] = await PostAsync($"{ticket}/messages", "writeMessage");
        if (Names(operation, "attachmentId"))
        {
            var answer = await app.Api.SendAsync(HttpMethod.Post, $"{ticket}/attachments?fileName=a.jpg", [1, 2, 3], [], "image/jpeg");
            ids["attachmentId"] = (string)answer.Json["id"]!;
        }
    }

    private async Task MakeQuoteAsync(Operation operation, Dictionary<string, string> ids)
    {
        ids["quoteId"] = await PostAsync("/v1/quotes", "createQuote", ("ticketId", ids["ticketId"]));
        if (ForCustomersAlone.Contains(operation.Id))
            await app.Api.SendAsync(HttpMethod.Post, $"/v1/quotes/{ids["quoteId"]}/send", null, [("If-Match", "*")]);
    }

    private static bool Names(Operation operation, string parameter) =>
        operation.Path.Contains($"{{{parameter}}}", StringComparison.Ordinal);

    private async Task<string> PostAsync(string path, string operation, params (string Name, string Value)[] own)
    {
        var body = document.Named(operation).RequestExample!.DeepClone();
        foreach (var (name, value) in own)
        {
            if (body[name] is not null)
                body[name] = value;
        }

        return (string)(await AskAsync(path, body))["id"]!;
    }

    private async Task<JsonNode> AskAsync(string path, JsonNode body)
    {
        var answer = await app.Api.PostAsync(path, body, ("If-Match", "*"));
        Assert.That(answer.Status, Is.AnyOf(200, 201), $"{path}: {answer.Text}");
        return answer.Json;
    }
}
