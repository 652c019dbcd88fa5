using System.Text.Json.Nodes;
using MisterAssist.Domain.ApiKeys;
using NodaTime;
using NodaTime.Text;

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

    /// <summary>What has to be of its own in a server, and several worlds may be made in one.</summary>
    private static int _made;

    /// <summary>The address and the body with which an operation is to be asked.</summary>
    public async Task<(string Path, JsonNode? Body)> PrepareAsync(Operation operation)
    {
        var ids = await MakeAsync(operation);
        var path = ids.Aggregate(operation.Path, (at, id) => at.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
        if (operation.Id == "listHolidays")
            path += "?year=2026";
        if (operation.Id == "addAttachment")
            path += "?fileName=display.jpg";
        if (operation.Id == "getPlanPrices")
            path += "?on=2099-12-31";

        var body = operation.RequestExample?.DeepClone();
        foreach (var name in (string[])["customerId", "siteId", "contactId", "intoTicketId"])
        {
            if (body?[name] is not null)
                body[name] = ids[name];
        }

        return (path, body);
    }

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
        if (Names(operation, "technicianId"))
            ids["technicianId"] = await PostAsync("/v1/technicians", "createTechnician");
        if (Names(operation, "partId"))
            ids["partId"] = await PostAsync("/v1/parts", "createPart", ("code", $"P-{Interlocked.Increment(ref _made)}"));
        if (Names(operation, "priceListId") || operation.Id == "getPlanPrices")
            ids["priceListId"] = await PostAsync("/v1/price-lists", "publishPriceList", ("effectiveOn", OwnDay()));
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
        if (Names(operation, "ticketId"))
            await MakeTicketAsync(operation, ids);
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
        if (Names(operation, "confirmationId"))
            ids["confirmationId"] = await PostAsync($"{ticket}/confirmation", "confirmTicket");
        if (Names(operation, "attachmentId"))
        {
            var answer = await app.Api.SendAsync(HttpMethod.Post, $"{ticket}/attachments?fileName=a.jpg", [1, 2, 3], [], "image/jpeg");
            ids["attachmentId"] = (string)answer.Json["id"]!;
        }
    }

    private static string OwnDay() => LocalDatePattern.Iso.Format(new LocalDate(2040, 1, 1).PlusDays(Interlocked.Increment(ref _made)));

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
