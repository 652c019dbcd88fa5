using System.Text;
using MisterAssist.Api.Tests.Interventions;
using MisterAssist.Api.Tests.OpenApi;
using MisterAssist.Api.Tests.Quotes;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Tickets;

/// <summary>Who may see one customer finds nothing of another, on no route of the document. A new route has to be put in its place here.</summary>
[TestFixture(KeyKind.Staff)]
[TestFixture(KeyKind.Partner)]
[TestFixture(KeyKind.Customer)]
public sealed class OtherCustomersWalkTests(KeyKind kind)
{
    /// <summary>What has nothing to do with any one customer.</summary>
    private static readonly string[] OfNobody =
    [
        "getLiveness", "getReadiness", "calculateDeadline", "calculateElapsed", "simulatePromises", "listHolidays", "listPlans", "getPlan",
        "listPlanVersions", "getPlanVersion", "publishPlanVersion", "listClosures", "getClosure", "announceClosure", "withdrawClosure",
        "getSandboxClock", "moveSandboxClock", "createApiKey", "listApiKeys", "getApiKey", "rotateApiKey", "revokeApiKey",
        "createTechnician", "listTechnicians", "getTechnician", "updateTechnician", "retireTechnician",
        "publishPriceList", "listPriceLists", "getPriceList", "getPlanPrices",
        "createPart", "listParts", "getPart", "updatePart", "retirePart", "findFreeSlots",
        "startBillingRun", "tryBillingRun", "listBillingRuns", "getBillingRun", "listBillingOutcomes", "cancelBillingRun",
    ];

    private static readonly string[] ListsOfAll =
    [
        "listCustomers", "listContracts", "listTickets", "listQuotes", "listDispatchQueue", "listEvents", "listInterventions", "listWorkReports",
        "listInvoices", "listIssuedInvoices", "listIssuedInvoiceLines",
    ];

    /// <summary>What is about all customers, and names none but those of the caller.</summary>
    private static readonly string[] Overviews = ["getCalendar", "getAppointmentFigures", "getFeedbackFigures", "listRevenueFigures", "listGuaranteeFigures"];

    private static readonly string[] Creations = ["createCustomer", "createContract", "openTicket", "createQuote", "createIntervention"];

    private static readonly Dictionary<string, string> OfNoCustomer =
        new() { ["customerId"] = "cus_01kaj3b6q0e1r8v5x2m9t4c7hw", ["ticketId"] = "tkt_01kaj3b6q0e1r8v5x2m9t4c7hw" };

    private Workshop _shop = null!;
    private Desk _desk = null!;
    private string _part = "";
    private int _count;
    private ApiDescription _document = null!;
    private ApiClient _client = null!;
    private Dictionary<string, string> _own = null!;
    private Dictionary<string, string> _others = null!;

    private IEnumerable<Operation> OfACustomer => _document.Operations.Where(o => !OfNobody.Contains(o.Id));

    private IEnumerable<Operation> OfAThing => OfACustomer.Where(o => o.Path.Contains('{'));

    [OneTimeSetUp]
    public async Task StartServer()
    {
        _shop = await Workshop.OpenAsync("2026-11-16 10:00");
        _desk = _shop.Desk;
        _part = await _shop.PartAsync("CAB-3", "12.50");
        _document = ApiDescription.Published;
        _own = await FurnishAsync();
        _others = await FurnishAsync();
        _client = await _desk.ClientOfAsync(kind, _own["customerId"]);
    }

    [OneTimeTearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public void Document_HasNoRouteThatIsNotWalked() => Assert.That(
        OfACustomer.Where(o => !o.Path.Contains('{')).Select(o => o.Id), Is.EquivalentTo(ListsOfAll.Concat(Overviews).Concat(Creations)));

    [Test]
    public async Task Thing_OfAnotherCustomer_IsNotFoundByAnyMethod()
    {
        var before = await EverythingOfTheOtherAsync();

        foreach (var operation in OfAThing)
            await ExpectNotFoundAsync(operation, _others);

        Assert.That(await EverythingOfTheOtherAsync(), Is.EqualTo(before), "nothing may have changed");
        Assert.That(OfAThing.Count(), Is.GreaterThan(35));
    }

    [Test]
    public async Task Thing_OfAnotherCustomerBelowOneOfTheirOwn_IsNotFound()
    {
        var below = OfAThing.Where(o => IdsIn(o).Count() > 1).ToList();

        foreach (var operation in below)
        {
            var outer = IdsIn(operation).First();
            await ExpectNotFoundAsync(operation, new(_others) { [outer] = _own[outer] });
        }

        Assert.That(below, Has.Count.GreaterThan(8));
    }

    [Test]
    public async Task Address_ThatIsWalked_IsThereForWhoSeesAll()
    {
        foreach (var operation in OfAThing.Where(o => o.Method == "GET"))
        {
            Assert.That((await SendAsync(_desk.Api, operation, _others)).Status, Is.EqualTo(200), operation.Id);
            Assert.That((await SendAsync(_client, operation, _own)).Status, Is.EqualTo(200), operation.Id);
        }
    }

    [Test]
    public async Task List_HasTheirsAndNothingOfAnother()
    {
        foreach (var operation in ListsOfAll.Select(_document.Named).Where(MayCall))
        {
            var all = await _client.GetAsync($"{operation.Path}?limit=100");
            Assert.That(all.Text, Does.Contain(_own["customerId"]), operation.Id);
            foreach (var id in _others.Values.Where(id => id.Contains('_', StringComparison.Ordinal)))
                Assert.That(all.Text, Does.Not.Contain(id), operation.Id);

            if (operation.Parameters.Any(p => (string?)p["name"] == "customerId"))
            {
                var asked = await _client.ReadAsync($"{operation.Path}?customerId={_others["customerId"]}");
                Assert.That(asked["data"]!.AsArray(), Is.Empty, operation.Id);
            }
        }

        Assert.That((await _client.ReadAsync($"/v1/events?ticketId={_others["ticketId"]}"))["data"]!.AsArray(), Is.Empty);
        Assert.That(await Desk.AllAsync(_client, "/v1/tickets?limit=1"), Has.Count.EqualTo(2), "nor by page");
    }

    [Test]
    public async Task Overview_TellsOfNothingOfAnother()
    {
        _desk.At("2026-11-16 12:00");
        foreach (var operation in Overviews.Select(_document.Named).Where(MayCall))
        {
            var path = operation.Id == "getCalendar" ? $"{operation.Path}?technicianId={_shop.Technician}" : operation.Path;
            var (all, theirs) = (await _desk.Api.GetAsync(path), await _client.GetAsync(path));

            Assert.That((all.Status, theirs.Status), Is.EqualTo((200, 200)), operation.Id);
            Assert.That(theirs.Text, Is.Not.EqualTo(all.Text), operation.Id);
            foreach (var id in _others.Values.Where(id => id.Contains('_', StringComparison.Ordinal)))
                Assert.That(theirs.Text, Does.Not.Contain(id), operation.Id);
        }
    }

    [Test]
    public async Task Creation_ForAnotherCustomer_IsToldWhatIsToldOfNone()
    {
        foreach (var operation in Creations.Select(_document.Named))
        {
            var (forOther, forNone) = (await CreateAsync(operation, _others), await CreateAsync(operation, OfNoCustomer));

            Assert.That(forOther.Status, Is.AnyOf(403, 404), $"{operation.Id}: {forOther.Text}");
            Assert.That((string?)forOther.Json["code"], Is.EqualTo((string?)forNone.Json["code"]), operation.Id);
            Assert.That((string?)forOther.Json["detail"], Is.EqualTo((string?)forNone.Json["detail"]), operation.Id);
        }
    }

    [TestCase("siteId", "unknown_site")]
    [TestCase("contactId", "unknown_contact")]
    [TestCase("previousTicketId", "unknown_ticket")]
    public async Task Report_ThatNamesAThingOfAnotherCustomer_IsRefused(string name, string code)
    {
        var body = Desk.Report(_own["customerId"], channel: kind == KeyKind.Partner ? "integration" : "email");
        body[name] = name == "previousTicketId" ? _others["ticketId"] : _others[name];

        Problem.Expect(await _client.PostAsync("/v1/tickets", body), 422, code, $"/{name}");
    }

    [Test]
    public async Task Merge_IntoATicketOfAnotherCustomer_IsRefused()
    {
        var answer = await Desk.TryAsync(_client, _own["ticketId"], "merge", new() { ["intoTicketId"] = _others["ticketId"] }, Desk.Any);

        if (kind == KeyKind.Staff)
            Problem.Expect(answer, 422, "unknown_ticket", "/intoTicketId");
        else
            Assert.That((string?)answer.Json["code"], Is.AnyOf("staff_only", "unknown_ticket"), answer.Text);
    }

    private async Task ExpectNotFoundAsync(Operation operation, Dictionary<string, string> ids)
    {
        var answer = await SendAsync(_client, operation, ids);

        if (!MayCall(operation))
        {
            Problem.Expect(answer, 403, "missing_scope");
            return;
        }

        Assert.That(answer.Status, Is.EqualTo(404), $"{operation.Id}: {answer.Text}");
        Assert.That((string?)answer.Json["code"], Does.EndWith("_not_found"), operation.Id);
    }

    private bool MayCall(Operation operation) =>
        KeyKinds.ScopesOf(kind).Any(scope => scope.Name() == (string?)operation.Node["x-required-scope"]);

    private async Task<string> EverythingOfTheOtherAsync()
    {
        var all = new StringBuilder();
        foreach (var operation in OfAThing.Where(o => o.Method == "GET"))
            all.AppendLine((await SendAsync(_desk.Api, operation, _others)).Text);
        return all.ToString();
    }

    private static IEnumerable<string> IdsIn(Operation operation) =>
        operation.Path.Split('/').Where(segment => segment.EndsWith("Id}", StringComparison.Ordinal)).Select(segment => segment[1..^1]);

    private static Task<Answer> SendAsync(ApiClient client, Operation operation, Dictionary<string, string> ids)
    {
        var path = string.Join('/', operation.Path.Split('/').Select(segment => segment.StartsWith('{') ? ids[segment[1..^1]] : segment));
        (string, string)[] headers = [Desk.Any, .. operation.NeededHeaders("walk").Where(header => header.Name != Desk.Any.Name)];
        if (operation.Id == "addAttachment")
            return client.SendAsync(HttpMethod.Post, $"{path}?fileName=a.txt", "text"u8.ToArray(), headers, "text/plain");

        var body = operation.RequestExample?.DeepClone();
        foreach (var (name, value) in ids.Where(id => body?[id.Key] is not null).ToList())
            body![name] = value;
        if (operation.Id == "mergeTicket")
            body!["intoTicketId"] = ids["secondTicketId"];
        return client.SendAsync(
            new(operation.Method), path, body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString()), headers,
            body is null ? null : operation.RequestType);
    }

    private Task<Answer> CreateAsync(Operation operation, Dictionary<string, string> ids)
    {
        var body = operation.Id == "openTicket" ? Desk.Report(ids["customerId"]) : operation.RequestExample!.DeepClone();
        foreach (var name in (string[])["customerId", "ticketId"])
        {
            if (body[name] is not null)
                body[name] = ids[name];
        }

        return _client.PostAsync(operation.Path, body);
    }

    /// <summary>A customer with one of everything; by the names that parameters have.</summary>
    private async Task<Dictionary<string, string>> FurnishAsync()
    {
        _shop.At("2026-11-16 09:00");
        var (customer, contract) = await _desk.ContractedAsync("gold");
        var (ticket, second) = (await _desk.OpenAsync(customer), await _desk.OpenAsync(customer));
        var intervention = await _shop.PlanAsync(second, _count++ == 0 ? "2026-11-16 10:00" : "2026-11-16 11:00", ourFault: "Our cable.");
        await _shop.FitAsync(intervention, _part);
        _shop.At("2026-11-16 10:00");
        await _shop.StartAsync(intervention, "2026-11-16 09:00");
        var completion = _shop.Completion("2026-11-16 09:00", "2026-11-16 10:00", "not_solved");
        completion["timeEntries"] = new System.Text.Json.Nodes.JsonArray(_shop.Entry("2026-11-16 09:00", "2026-11-16 10:00", await _shop.TechnicianAsync("Carla")));
        await _shop.DoAsync(intervention, "complete", completion);
        var report = await _shop.IssueAsync(intervention);
        var rated = await (await _shop.CustomerAsync(customer)).PostAsync($"/v1/interventions/{intervention}/feedback", new System.Text.Json.Nodes.JsonObject { ["score"] = 4 });
        Assert.That(rated.Status, Is.EqualTo(201), rated.Text);
        var confirmation = await _desk.Api.AskAsync($"/v1/tickets/{ticket}/confirmation", _document.Named("confirmTicket").RequestExample!.DeepClone());
        var file = await _desk.Api.SendAsync(
            HttpMethod.Post, $"/v1/tickets/{ticket}/attachments?fileName=a.txt", "text"u8.ToArray(), [], "text/plain");
        await _desk.App.BillAsync(new(2026, 10), issues: true);
        return new()
        {
            ["customerId"] = customer,
            ["contractId"] = contract,
            ["siteId"] = await AddAsync("addSite"),
            ["contactId"] = await AddAsync("addContact"),
            ["consentId"] = await AddAsync("recordConsent"),
            ["ticketId"] = ticket,
            ["secondTicketId"] = second,
            ["confirmationId"] = (string)confirmation["id"]!,
            ["interventionId"] = intervention,
            ["partNumber"] = "1",
            ["workReportId"] = (string)report["id"]!,
            ["messageId"] = (string)(await Desk.WriteAsync(_desk.Api, ticket, "We are on it."))["id"]!,
            ["attachmentId"] = (string)file.Json["id"]!,
            ["promiseKind"] = "response",
            ["quoteId"] = await _desk.SentQuoteAsync(ticket),
            ["invoiceId"] = (string)(await _desk.Api.ReadAsync($"/v1/invoices?customerId={customer}"))["data"]![0]!["id"]!,
            ["lineNumber"] = "1",
            ["paymentNumber"] = "1",
        };

        async Task<string> AddAsync(string operationId)
        {
            var operation = _document.Named(operationId);
            var body = operation.RequestExample!.DeepClone();
            return (string)(await _desk.Api.AskAsync(operation.Path.Replace("{customerId}", customer, StringComparison.Ordinal), body))["id"]!;
        }
    }
}
