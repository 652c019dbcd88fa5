using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Application.Billing;
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

    /// <summary>What has happened to an intervention before.</summary>
    private static readonly Dictionary<string, string[]> BeforeWork = new()
    {
        ["completeIntervention"] = ["start"],
        ["contestIntervention"] = ["start", "complete"],
        ["acceptContest"] = ["start", "complete", "contest"],
        ["declineContest"] = ["start", "complete", "contest"],
        ["removePart"] = ["parts"],
        ["approvePart"] = ["parts"],
        ["declinePart"] = ["parts"],
        ["leaveFeedback"] = ["start", "complete"],
        ["getFeedback"] = ["start", "complete", "feedback"],
        ["issueWorkReport"] = ["start", "complete"],
        ["getWorkReport"] = ["start", "complete", "issue"],
        ["verifyWorkReport"] = ["start", "complete", "issue"],
        ["voidWorkReport"] = ["start", "complete", "issue"],
        ["acknowledgeWorkReport"] = ["start", "complete", "issue"],
    };

    /// <summary>What the exchange system has done before.</summary>
    private static readonly Dictionary<string, string[]> BeforeDelivery = new()
    {
        ["deliverInvoice"] = ["send"],
        ["rejectInvoice"] = ["send"],
        ["retryInvoice"] = ["send", "reject"],
    };

    /// <summary>What is for customers alone.</summary>
    private static readonly string[] ByCustomers = ["approvePart", "declinePart", "acceptQuote", "declineQuote", "leaveFeedback"];

    /// <summary>What has to be of its own in a server, and several worlds may be made in one.</summary>
    private static int _made;

    /// <summary>Who may do what was prepared last.</summary>
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
        if (operation.Id == "getPlanPrices")
            path += "?on=2099-12-31";
        if (operation.Id == "findFreeSlots")
            path += "?plan=silver&duration=PT1H";
        if (operation.Id == "getCalendar")
            path += $"?technicianId={ids["technicianId"]}";

        var body = BodyOf(operation, ids);
        foreach (var name in (string[])["customerId", "siteId", "contactId", "intoTicketId", "ticketId"])
        {
            if (body?[name] is not null)
                body[name] = ids[name];
        }

        Client = ByCustomers.Contains(operation.Id) ? await CustomerAsync(ids["customerId"]) : app.Api;
        return (path, body);
    }

    private Task<ApiClient> CustomerAsync(string customer) =>
        app.ClientAsync(KeyKind.Customer, [.. KeyKinds.ScopesOf(KeyKind.Customer)], Desk.IdOf(customer));

    private async Task<Dictionary<string, string>> MakeAsync(Operation operation)
    {
        await PublishFirstPricesAsync();
        var ids = new Dictionary<string, string>
        {
            ["planCode"] = "silver",
            ["version"] = "1",
            ["promiseKind"] = "confirmation",
            ["customerId"] = await PostAsync("/v1/customers", "createCustomer"),
        };
        if (Names(operation, "closureId"))
            ids["closureId"] = await PostAsync("/v1/closures", "announceClosure");
        if (Names(operation, "technicianId") || operation.Id == "getCalendar")
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
        if (Names(operation, "ticketId") || Names(operation, "quoteId") || operation.Id is "createIntervention" or "createQuote")
            await MakeTicketAsync(operation, ids);
        if (operation.Id == "createIntervention")
            ids["technicianId"] = await PostAsync("/v1/technicians", "createTechnician");
        if (Names(operation, "interventionId") || Names(operation, "workReportId"))
            await MakeInterventionAsync(operation, ids);
        if (Names(operation, "quoteId"))
            await MakeQuoteAsync(operation, ids);
        if (Names(operation, "billingRunId") || Names(operation, "invoiceId"))
            await MakeInvoiceAsync(operation, ids);
        return ids;
    }

    /// <summary>Only the first list may hold from the past.</summary>
    private async Task PublishFirstPricesAsync()
    {
        if ((await app.Api.GetAsync("/v1/plans/standard/prices")).Status == 404)
        {
            await PostAsync("/v1/price-lists", "publishPriceList", ("effectiveOn", "2026-01-01"));
        }
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

    /// <summary>An intervention as far as the operation needs it, with its report where there is one.</summary>
    private async Task MakeInterventionAsync(Operation operation, Dictionary<string, string> ids)
    {
        ids["technicianId"] = await PostAsync("/v1/technicians", "createTechnician");
        var part = document.Named("createPart").RequestExample!.DeepClone();
        part["code"] = $"P-{Interlocked.Increment(ref _made)}";
        part["unitPrice"]!["amount"] = "99.00";
        ids["partId"] = (string)(await AskAsync("/v1/parts", part))["id"]!;
        ids["partNumber"] = "1";
        var report = document.Named("openTicket").RequestExample!.DeepClone();
        (report["customerId"], report["receivedAt"], report["lateNote"]) = (ids["customerId"], "2026-11-20T07:05:00Z", "They rang in the morning.");
        ids["ticketId"] = (string)(await AskAsync("/v1/tickets", report))["id"]!;

        var plan = BodyOf(document.Named("createIntervention"), ids)!;
        plan["ticketId"] = ids["ticketId"];
        if (operation.Id == "planIntervention")
            plan["appointment"] = null;
        ids["interventionId"] = (string)(await AskAsync("/v1/interventions", plan))["id"]!;
        foreach (var move in BeforeWork.GetValueOrDefault(operation.Id, []).Where(move => move != "issue"))
        {
            var client = move == "feedback" ? await CustomerAsync(ids["customerId"]) : app.Api;
            await AskAsync($"/v1/interventions/{ids["interventionId"]}/{move}", BodyOf(document.Named(NameOf(move)), ids)!, client);
        }

        if (!Names(operation, "workReportId"))
            return;

        var reports = await app.Api.ReadAsync($"/v1/work-reports?interventionId={ids["interventionId"]}");
        ids["workReportId"] = (string)reports["data"]![0]!["id"]!;
        if (BeforeWork[operation.Id].Contains("issue"))
            await AskAsync($"/v1/work-reports/{ids["workReportId"]}/issue", null);
    }

    private static string NameOf(string move) => move switch
    {
        "parts" => "fitPart",
        "feedback" => "leaveFeedback",
        _ => $"{move}Intervention",
    };

    /// <summary>The example, with the technician and the part that are there.</summary>
    private JsonNode? BodyOf(Operation operation, Dictionary<string, string> ids)
    {
        var text = operation.RequestExample?.ToJsonString();
        foreach (var (name, made) in (ReadOnlySpan<(string, string)>)[("technicianId", "createTechnician"), ("partId", "createPart")])
        {
            if (ids.TryGetValue(name, out var id))
                text = text?.Replace((string)document.Named(made).AnswerExample!["id"]!, id, StringComparison.Ordinal);
        }

        return text is null ? null : JsonNode.Parse(text);
    }

    private static string OwnDay() => LocalDatePattern.Iso.Format(new LocalDate(2040, 1, 1).PlusDays(Interlocked.Increment(ref _made)));

    private async Task MakeQuoteAsync(Operation operation, Dictionary<string, string> ids)
    {
        ids["quoteId"] = await PostAsync("/v1/quotes", "createQuote", ("ticketId", ids["ticketId"]));
        if (ByCustomers.Contains(operation.Id))
            await app.Api.SendAsync(HttpMethod.Post, $"/v1/quotes/{ids["quoteId"]}/send", null, [("If-Match", "*")]);
    }

    /// <summary>October billed, in which the customer's contract began; where it is to be cancelled, only begun.</summary>
    private async Task MakeInvoiceAsync(Operation operation, Dictionary<string, string> ids)
    {
        ids["lineNumber"] = "1";
        ids["paymentNumber"] = "1";
        await PostAsync("/v1/contracts", "createContract", ("customerId", ids["customerId"]), ("startsOn", "2026-10-01"));
        var (month, issues) = (new YearMonth(2026, 10), operation.Id is not ("issueInvoice" or "discardInvoice"));
        var run = operation.Id == "cancelBillingRun"
            ? await app.SendAsync(new StartBillingRunCommand(month, issues))
            : await app.BillAsync(month, issues);
        ids["billingRunId"] = run.Id.ToString();
        if (!Names(operation, "invoiceId"))
            return;

        var invoices = await app.Api.ReadAsync($"/v1/invoices?customerId={ids["customerId"]}");
        ids["invoiceId"] = (string)invoices["data"]![0]!["id"]!;
        foreach (var move in BeforeDelivery.GetValueOrDefault(operation.Id, []))
            await AskAsync($"/v1/invoices/{ids["invoiceId"]}/delivery/{move}", document.Named($"{move}Invoice").RequestExample);
        if (operation.Id == "reversePayment")
            await AskAsync($"/v1/invoices/{ids["invoiceId"]}/payments", document.Named("takePayment").RequestExample!);
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

    private async Task<JsonNode> AskAsync(string path, JsonNode? body, ApiClient? client = null)
    {
        (string, string)[] headers = path.EndsWith("/issue", StringComparison.Ordinal) || path.EndsWith("/payments", StringComparison.Ordinal)
            ? [("If-Match", "*"), ("Idempotency-Key", $"world-{Interlocked.Increment(ref _made)}")]
            : [("If-Match", "*")];
        var answer = body is null
            ? await app.Api.SendAsync(HttpMethod.Post, path, null, headers)
            : await (client ?? app.Api).PostAsync(path, body, headers);
        Assert.That(answer.Status, Is.AnyOf(200, 201), $"{path}: {answer.Text}");
        return answer.Json;
    }
}
