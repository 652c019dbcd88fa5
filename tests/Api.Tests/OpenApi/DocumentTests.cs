using System.Text.Json.Nodes;

namespace MisterAssist.Api.Tests.OpenApi;

/// <summary>The document by itself: what it has to say of each operation and each schema.</summary>
public sealed class DocumentTests
{
    private ApiFactory _app = null!;
    private ApiDescription _document = null!;

    [OneTimeSetUp]
    public async Task StartServer()
    {
        _app = new();
        _document = ApiDescription.Parse((await _app.Api.GetAsync(ApiDescription.Path)).Text);
    }

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    /// <summary>With <c>UPDATE_OPENAPI=1</c> the file is written instead.</summary>
    [Test]
    public async Task Document_AsServed_IsTheFileAtTheRootByteForByte()
    {
        var file = Path.Combine(RepositoryRoot.Path, "openapi.yaml");
        var served = (await _app.Api.GetAsync(ApiDescription.Path)).Text;
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
            await File.WriteAllTextAsync(file, served);

        Assert.That(await File.ReadAllBytesAsync(file), Is.EqualTo(System.Text.Encoding.UTF8.GetBytes(served)),
            "openapi.yaml is not what the code says: look at the difference, then run the test with UPDATE_OPENAPI=1");
    }

    [Test]
    public async Task Document_AsServedTwice_IsTheSame()
    {
        using var other = new ApiFactory();

        Assert.That((await other.Api.GetAsync(ApiDescription.Path)).Text, Is.EqualTo((await _app.Api.GetAsync(ApiDescription.Path)).Text));
    }

    [Test]
    public void Document_HasTheRoutesOfTheApi() => Assert.That(
        _document.Operations.Select(o => $"{o.Method} {o.Path}"),
        Is.EquivalentTo((string[])
        [
            "GET /health/live", "GET /health/ready", "GET /v1/plans", "GET /v1/plans/{planCode}", "GET /v1/plans/{planCode}/versions",
            "POST /v1/plans/{planCode}/versions", "GET /v1/plans/{planCode}/versions/{version}", "GET /v1/holidays", "GET /v1/closures",
            "POST /v1/closures", "GET /v1/closures/{closureId}", "DELETE /v1/closures/{closureId}", "POST /v1/sla/deadlines",
            "POST /v1/sla/elapsed", "GET /v1/events", "POST /v1/sla/simulations", "GET /v1/api-keys", "POST /v1/api-keys", "GET /v1/api-keys/{keyId}",
            "POST /v1/api-keys/{keyId}/rotate", "POST /v1/api-keys/{keyId}/revoke",
            "POST /v1/customers", "GET /v1/customers", "GET /v1/customers/{customerId}", "PATCH /v1/customers/{customerId}",
            "POST /v1/customers/{customerId}/sites", "GET /v1/customers/{customerId}/sites",
            "GET /v1/customers/{customerId}/sites/{siteId}", "PATCH /v1/customers/{customerId}/sites/{siteId}",
            "DELETE /v1/customers/{customerId}/sites/{siteId}", "POST /v1/customers/{customerId}/contacts",
            "GET /v1/customers/{customerId}/contacts", "GET /v1/customers/{customerId}/contacts/{contactId}",
            "PATCH /v1/customers/{customerId}/contacts/{contactId}", "DELETE /v1/customers/{customerId}/contacts/{contactId}",
            "POST /v1/customers/{customerId}/consents", "GET /v1/customers/{customerId}/consents",
            "GET /v1/customers/{customerId}/consents/{consentId}", "POST /v1/customers/{customerId}/consents/{consentId}/withdraw",
            "POST /v1/billing-runs", "GET /v1/billing-runs", "POST /v1/billing-runs/dry-run", "GET /v1/billing-runs/{billingRunId}",
            "GET /v1/billing-runs/{billingRunId}/outcomes", "POST /v1/billing-runs/{billingRunId}/cancel",
            "GET /v1/invoices", "GET /v1/invoices/{invoiceId}", "DELETE /v1/invoices/{invoiceId}", "POST /v1/invoices/{invoiceId}/issue",
            "GET /v1/invoices/{invoiceId}/lines/{lineNumber}/provenance", "POST /v1/invoices/{invoiceId}/credit-notes",
            "GET /v1/invoices/{invoiceId}/fatturapa", "POST /v1/invoices/{invoiceId}/delivery/send",
            "POST /v1/invoices/{invoiceId}/delivery/deliver", "POST /v1/invoices/{invoiceId}/delivery/reject",
            "POST /v1/invoices/{invoiceId}/delivery/retry", "GET /v1/invoices/{invoiceId}/verification", "GET /v1/issued-invoices",
            "GET /v1/issued-invoice-lines", "POST /v1/invoices/{invoiceId}/payments", "POST /v1/invoices/{invoiceId}/payments/{paymentNumber}/reverse",
            "POST /v1/quotes", "GET /v1/quotes", "GET /v1/quotes/{quoteId}", "PATCH /v1/quotes/{quoteId}", "DELETE /v1/quotes/{quoteId}",
            "POST /v1/quotes/{quoteId}/send", "POST /v1/quotes/{quoteId}/accept", "POST /v1/quotes/{quoteId}/decline",
            "POST /v1/contracts", "GET /v1/contracts", "GET /v1/contracts/{contractId}", "POST /v1/contracts/{contractId}/renew",
            "POST /v1/contracts/{contractId}/terminate", "POST /v1/contracts/{contractId}/change-plan",
            "POST /v1/technicians", "GET /v1/technicians", "GET /v1/technicians/{technicianId}", "PATCH /v1/technicians/{technicianId}",
            "DELETE /v1/technicians/{technicianId}", "POST /v1/price-lists", "GET /v1/price-lists", "GET /v1/price-lists/{priceListId}",
            "GET /v1/plans/{planCode}/prices", "POST /v1/parts", "GET /v1/parts", "GET /v1/parts/{partId}", "PATCH /v1/parts/{partId}",
            "DELETE /v1/parts/{partId}", "GET /v1/figures/revenue", "GET /v1/figures/guarantees",
            "GET /v1/sandbox/clock", "PUT /v1/sandbox/clock",
            "POST /v1/tickets", "GET /v1/tickets", "GET /v1/tickets/{ticketId}", "PATCH /v1/tickets/{ticketId}",
            "POST /v1/tickets/{ticketId}/acknowledge", "POST /v1/tickets/{ticketId}/wait", "POST /v1/tickets/{ticketId}/resume",
            "POST /v1/tickets/{ticketId}/resolve", "POST /v1/tickets/{ticketId}/close", "POST /v1/tickets/{ticketId}/reopen",
            "POST /v1/tickets/{ticketId}/cancel", "POST /v1/tickets/{ticketId}/merge", "GET /v1/tickets/{ticketId}/promises",
            "GET /v1/tickets/{ticketId}/promises/{promiseKind}/ledger", "GET /v1/tickets/{ticketId}/timeline",
            "POST /v1/tickets/{ticketId}/messages", "GET /v1/tickets/{ticketId}/messages", "GET /v1/tickets/{ticketId}/messages/{messageId}",
            "POST /v1/tickets/{ticketId}/attachments", "GET /v1/tickets/{ticketId}/attachments",
            "GET /v1/tickets/{ticketId}/attachments/{attachmentId}", "GET /v1/tickets/{ticketId}/attachments/{attachmentId}/content",
            "GET /v1/dispatch-queue", "POST /v1/tickets/{ticketId}/confirmation", "GET /v1/tickets/{ticketId}/confirmations",
            "GET /v1/tickets/{ticketId}/confirmations/{confirmationId}",
            "POST /v1/interventions", "GET /v1/interventions", "GET /v1/interventions/{interventionId}",
            "PATCH /v1/interventions/{interventionId}", "GET /v1/interventions/{interventionId}/guarantees",
            "POST /v1/interventions/{interventionId}/plan", "POST /v1/interventions/{interventionId}/move",
            "POST /v1/interventions/{interventionId}/reassign", "POST /v1/interventions/{interventionId}/cancel",
            "POST /v1/interventions/{interventionId}/travel", "POST /v1/interventions/{interventionId}/start",
            "POST /v1/interventions/{interventionId}/nobody-there", "POST /v1/interventions/{interventionId}/complete",
            "POST /v1/interventions/{interventionId}/contest", "POST /v1/interventions/{interventionId}/accept-contest",
            "POST /v1/interventions/{interventionId}/decline-contest", "POST /v1/interventions/{interventionId}/parts",
            "DELETE /v1/interventions/{interventionId}/parts/{partNumber}",
            "POST /v1/interventions/{interventionId}/parts/{partNumber}/approve",
            "POST /v1/interventions/{interventionId}/parts/{partNumber}/decline",
            "GET /v1/work-reports", "GET /v1/work-reports/{workReportId}", "GET /v1/work-reports/{workReportId}/verification",
            "POST /v1/work-reports/{workReportId}/issue", "POST /v1/work-reports/{workReportId}/void",
            "POST /v1/work-reports/{workReportId}/acknowledge", "GET /v1/figures/appointments", "GET /v1/figures/feedback",
            "POST /v1/interventions/{interventionId}/feedback", "GET /v1/interventions/{interventionId}/feedback",
            "GET /v1/technicians/{technicianId}/free-slots", "GET /v1/calendar.ics", "GET /v1/customers/{customerId}/history",
        ]));

    [Test]
    public void Operation_Each_IsNamedTaggedAndDescribed()
    {
        var tags = _document.Root["tags"]!.AsArray().Select(t => (string)t!["name"]!).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_document.Operations.Select(o => o.Id), Is.Unique.And.All.Match("^[a-z][a-zA-Z0-9]+$"));
            foreach (var operation in _document.Operations)
            {
                Assert.That((string?)operation.Node["summary"], Is.Not.Null.And.Not.Empty, operation.Id);
                Assert.That((string?)operation.Node["description"], Is.Not.Null.And.Not.Empty, operation.Id);
                Assert.That(operation.Node["tags"]!.AsArray().Select(t => (string?)t), Has.Exactly(1).AnyOf(tags), operation.Id);
                Assert.That(operation.Node["tags"]!.AsArray(), Has.Count.EqualTo(1), operation.Id);
                Assert.That(operation.Node["security"], Is.InstanceOf<JsonArray>(), operation.Id);
            }
        }
    }

    [Test]
    public void Operation_Each_HasAnExampleOfEachBody()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var operation in _document.Operations)
            {
                if (operation.Node["requestBody"] is not null && !operation.TakesFile)
                    Assert.That(operation.RequestExample, Is.Not.Null, operation.Id);
                foreach (var (status, response) in operation.Node["responses"]!.AsObject().Where(r => r.Key[0] == '2'))
                {
                    foreach (var (_, content) in response!["content"]?.AsObject() ?? [])
                        Assert.That(content!["example"] is not null || Operation.IsFile(content), Is.True, $"{operation.Id} {status}");
                }
            }
        }
    }

    [Test]
    public void Operation_Each_RefersToTheSharedProblems()
    {
        var shared = _document.Root["components"]!["responses"]!.AsObject();

        using (Assert.EnterMultipleScope())
        {
            foreach (var operation in _document.Operations)
            {
                foreach (var (status, response) in operation.Node["responses"]!.AsObject().Where(r => int.Parse(r.Key) >= 400))
                {
                    var name = ((string?)response!["$ref"])?.Split('/')[^1];
                    Assert.That(name, Is.Not.Null, $"{operation.Id} {status}");
                    var problem = shared[name!]!["content"]!["application/problem+json"]!;
                    Assert.That(ApiDescription.NameOf(problem["schema"]), Is.EqualTo("Problem"), name);
                    Assert.That((int?)problem["example"]!["status"], Is.EqualTo(int.Parse(status)), name);
                }
            }
        }
    }

    [Test]
    public async Task Example_EachOfTheDocument_IsOfItsOwnSchema()
    {
        var faults = new List<string>();
        foreach (var operation in _document.Operations)
        {
            foreach (var (status, response) in operation.Node["responses"]!.AsObject().Where(r => r.Key[0] == '2'))
            {
                if (response!["content"]?["application/json"] is { } content)
                {
                    var found = await _document.FaultsOfAsync(ApiDescription.NameOf(content["schema"])!, content["example"]!.ToJsonString());
                    faults.AddRange(found.Select(fault => $"{operation.Id} {status}: {fault}"));
                }
            }

            if (operation.RequestExample is { } example)
                faults.AddRange(await _document.FaultsOfAsync(ApiDescription.NameOf(operation.RequestSchema)!, example.ToJsonString()));
        }

        foreach (var (name, response) in _document.Root["components"]!["responses"]!.AsObject())
        {
            var example = response!["content"]!["application/problem+json"]!["example"]!.ToJsonString();
            faults.AddRange((await _document.FaultsOfAsync("Problem", example)).Select(fault => $"{name}: {fault}"));
        }

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void Schema_Each_HasItsBounds()
    {
        var unbounded = _document.Schemas.SelectMany(s => Unbounded(s.Value!, s.Key))
            .Concat(from operation in _document.Operations
                    from parameter in operation.Parameters
                    from fault in Unbounded(parameter["schema"]!, $"{operation.Id} {parameter["name"]}")
                    select fault)
            .Concat(_document.Root["components"]!["headers"]!.AsObject().SelectMany(h => Unbounded(h.Value!["schema"]!, h.Key)));

        Assert.That(unbounded, Is.Empty);
    }

    [Test]
    public void Schema_OfAnObject_StandsOnItsOwn()
    {
        var inline = new List<string>();
        Find(_document.Root["paths"]!, "paths");
        foreach (var (name, schema) in _document.Schemas)
        {
            foreach (var (word, value) in schema!.AsObject())
                Find(value, $"{name} {word}");
        }

        Assert.That(inline, Is.Empty);

        void Find(JsonNode? node, string where)
        {
            if (node is JsonArray list)
            {
                foreach (var item in list)
                    Find(item, where);
            }
            else if (node is JsonObject map)
            {
                var isObject = map["type"] is JsonValue type && type.TryGetValue<string>(out var text) && text == "object";
                if (isObject && ApiDescription.NameOf(map) is null)
                    inline.Add(where);
                foreach (var (word, value) in map.Where(pair => pair.Key != "example"))
                    Find(value, $"{where}/{word}");
            }
        }
    }

    private static IEnumerable<string> Unbounded(JsonNode schema, string where)
    {
        var bounded = (string?)schema["type"] switch
        {
            "string" => schema["maxLength"] is not null || schema["enum"] is not null || ApiDescription.NameOf(schema) is not null,
            "array" => schema["maxItems"] is not null,
            "integer" or "number" => schema["minimum"] is not null && schema["maximum"] is not null,
            _ => true,
        };
        IEnumerable<string> own = bounded ? [] : [where];
        var ofProperties = from property in schema["properties"]?.AsObject() ?? []
                           from fault in Unbounded(property.Value!, $"{where}/{property.Key}")
                           select fault;
        var ofItems = schema["items"] is { } items ? Unbounded(items, $"{where}[]") : [];
        return own.Concat(ofProperties).Concat(ofItems);
    }
}
