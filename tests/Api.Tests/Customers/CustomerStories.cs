using System.Text.Json.Nodes;

namespace MisterAssist.Api.Tests.Customers;

public sealed class CustomerStories
{
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Customer_Created_CanBeReadWhereItsAddressSays()
    {
        var body = CustomerWorld.Company();
        body["vatNumber"] = $"it {CustomerWorld.VatNumber}";

        var created = await _app.Api.PostAsync("/v1/customers", body);
        var read = await _app.Api.GetAsync(created.Header("Location")!);

        Assert.That(created.Status, Is.EqualTo(201), created.Text);
        Assert.That(created.Header("ETag"), Is.EqualTo("\"1\""));
        Assert.That(read.Text, Is.EqualTo(created.Text));
        Assert.That((string?)read.Json["id"], Does.Match("^cus_[0-9a-hjkmnp-tv-z]{26}$"));
        Assert.That((string?)read.Json["vatNumber"], Is.EqualTo(CustomerWorld.VatNumber));
        Assert.That((string?)read.Json["billingAddress"]!["country"], Is.EqualTo("IT"));
    }

    [Test]
    public async Task Customer_Patched_ChangesWhatIsGivenAndClearsWhatIsNull()
    {
        var body = CustomerWorld.Company();
        body["email"] = "a@example.it";
        body["phone"] = "+39 02 0000000";
        var id = (string)(await _app.Api.AskAsync("/v1/customers", body))["id"]!;

        var patched = await _app.Api.PatchAsync(
            $"/v1/customers/{id}",
            """{ "email": null, "askBeforeAnyPart": true, "billingAddress": { "street": "Via di Prova 2" } }""",
            ("If-Match", "\"1\""));

        Assert.That(patched.Status, Is.EqualTo(200), patched.Text);
        Assert.That(patched.Header("ETag"), Is.EqualTo("\"2\""));
        Assert.That(patched.Json["email"], Is.Null);
        Assert.That((string?)patched.Json["phone"], Is.EqualTo("+39 02 0000000"));
        Assert.That((bool?)patched.Json["askBeforeAnyPart"], Is.True);
        Assert.That((string?)patched.Json["billingAddress"]!["street"], Is.EqualTo("Via di Prova 2"));
        Assert.That((string?)patched.Json["billingAddress"]!["city"], Is.EqualTo("Milano"));
        Assert.That((await _app.Api.GetAsync($"/v1/customers/{id}")).Text, Is.EqualTo(patched.Text));
    }

    [Test]
    public async Task Customer_PatchedToTheSame_StaysOfItsVersion()
    {
        var id = await _app.Api.CustomerAsync();

        var patched = await _app.Api.PatchAsync($"/v1/customers/{id}", """{ "kind": "company" }""", ("If-Match", "*"));

        Assert.That(patched.Header("ETag"), Is.EqualTo("\"1\""));
    }

    [Test]
    public async Task Customer_ChangedByWhoKnowsAnOlderVersionOrNone_IsNotChanged()
    {
        var id = await _app.Api.CustomerAsync();
        await _app.Api.PatchAsync($"/v1/customers/{id}", """{ "name": "Uno" }""", ("If-Match", "\"1\""));

        var stale = await _app.Api.PatchAsync($"/v1/customers/{id}", """{ "name": "Due" }""", ("If-Match", "\"1\""));
        var blind = await _app.Api.PatchAsync($"/v1/customers/{id}", """{ "name": "Due" }""");

        Problem.Expect(stale, 412, "precondition_failed", "If-Match");
        Problem.Expect(blind, 428, "precondition_required", "If-Match");
        Assert.That((string?)(await _app.Api.ReadAsync($"/v1/customers/{id}"))["name"], Is.EqualTo("Uno"));
    }

    [TestCase("""{ "nome": "x", "name": null, "kind": "firm", "billingAddress": { "street": 1 } }""", "/nome=unknown_field", "/name=required", "/kind=invalid_value", "/billingAddress/street=invalid_value")]
    [TestCase("""{ "name": "", "email": "nobody", "phone": "call me", "recipientCode": "x" }""", "/name=required", "/email=invalid_value", "/phone=invalid_value", "/recipientCode=out_of_range")]
    [TestCase("""{ "billingAddress": { "postalCode": " ", "province": "MIL", "country": "ITA" } }""", "/billingAddress/postalCode=required", "/billingAddress/province=out_of_range", "/billingAddress/country=out_of_range")]
    public async Task Patch_WithFaults_TellsThemAllInTheirPlaces(string patch, params string[] faults)
    {
        var id = await _app.Api.CustomerAsync();

        var answer = await _app.Api.PatchAsync($"/v1/customers/{id}", patch, ("If-Match", "*"));

        Problem.ExpectFaults(answer, 400, "invalid_request", faults);
    }

    [TestCase("""{ "vatNumber": "01234567890" }""", "invalid_vat_number", "/vatNumber")]
    [TestCase("""{ "taxCode": "X" }""", "invalid_tax_code", "/taxCode")]
    [TestCase("""{ "vatNumber": null }""", "company_without_number", "/vatNumber")]
    [TestCase("""{ "kind": "private" }""", "private_with_vat_number")]
    [TestCase("""{ "billingAddress": { "country": "XX" } }""", "unknown_country", "/billingAddress/country")]
    [TestCase("""{ "billingAddress": { "postalCode": "2012" } }""", "invalid_postal_code", "/billingAddress/postalCode")]
    [TestCase("""{ "billingAddress": { "province": null } }""", "invalid_province", "/billingAddress/province")]
    [TestCase("""{ "recipientCode": "ABC1234", "certifiedEmail": "a@pec.example.it" }""", "two_invoice_addresses", "/certifiedEmail")]
    public async Task Patch_AgainstARule_IsRefused(string patch, string code, params string[] places)
    {
        var id = await _app.Api.CustomerAsync();

        Problem.Expect(await _app.Api.PatchAsync($"/v1/customers/{id}", patch, ("If-Match", "*")), 422, code, places);
    }

    [TestCase("application/json", 415)]
    [TestCase(null, 415)]
    [TestCase("application/merge-patch+json", 200)]
    [TestCase("application/merge-patch+json; charset=utf-8", 200)]
    public async Task Patch_OfAContentType_IsTakenWhereItIsOne(string? contentType, int status)
    {
        var id = await _app.Api.CustomerAsync();

        var answer = await _app.Api.SendAsync(
            HttpMethod.Patch, $"/v1/customers/{id}", """{ "name": "Uno" }"""u8.ToArray(), [("If-Match", "*")], contentType);

        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
        if (status == 415)
            Problem.Expect(answer, 415, "unsupported_media_type");
    }

    [TestCase("[]", "invalid_request")]
    [TestCase("null", "body_required")]
    [TestCase("", "body_required")]
    [TestCase("{", "malformed_json")]
    public async Task Patch_ThatIsNoObject_IsRefused(string body, string code)
    {
        var id = await _app.Api.CustomerAsync();

        Problem.Expect(await _app.Api.PatchAsync($"/v1/customers/{id}", body, ("If-Match", "*")), 400, code, "");
    }

    [Test]
    public async Task List_Filtered_HasThoseThatMatch()
    {
        var id = await _app.Api.CustomerAsync("Ricerca Unica 100%");
        await _app.Api.AskAsync("/v1/customers", new JsonObject
        {
            ["kind"] = "private",
            ["name"] = "Ricerca Unica",
            ["billingAddress"] = CustomerWorld.Address(),
        });

        async Task<IEnumerable<string?>> Found(string query) =>
            (await _app.Api.ReadAsync($"/v1/customers?{query}"))["data"]!.AsArray().Select(c => (string?)c!["id"]);

        Assert.That(await Found("name=ricerca%20unica"), Has.Exactly(2).Items);
        Assert.That(await Found("name=ricerca%20unica&kind=company"), Is.EqualTo((string[])[id]));
        Assert.That(await Found("name=100%25"), Is.EqualTo((string[])[id]));
        Assert.That(await Found($"vatNumber={CustomerWorld.VatNumber}&name=ricerca"), Is.EqualTo((string[])[id]));
        Problem.Expect(await _app.Api.GetAsync("/v1/customers?kind=firm"), 400, "invalid_request", "kind");
    }

    [Test]
    public async Task SiteAndContact_LiveAndGo()
    {
        var customer = await _app.Api.CustomerAsync();
        var site = await _app.Api.SiteAsync(customer);
        var contact = await _app.Api.ContactAsync(customer, site);
        var (siteAt, contactAt) = ($"/v1/customers/{customer}/sites/{site}", $"/v1/customers/{customer}/contacts/{contact}");
        Assert.That((string?)(await _app.Api.ReadAsync(siteAt))["timeZone"], Is.EqualTo("Europe/Rome"));

        Problem.Expect(await _app.Api.DeleteAsync(siteAt, ("If-Match", "*")), 409, "site_has_contacts");
        var moved = await _app.Api.PatchAsync(contactAt, """{ "siteId": null, "role": "Titolare" }""", ("If-Match", "\"1\""));
        Assert.That((moved.Status, moved.Json["siteId"], (string?)moved.Json["role"]), Is.EqualTo((200, (JsonNode?)null, "Titolare")), moved.Text);
        Problem.Expect(await _app.Api.DeleteAsync(siteAt, ("If-Match", "\"9\"")), 412, "precondition_failed");
        Assert.That((await _app.Api.DeleteAsync(siteAt, ("If-Match", "\"1\""))).Status, Is.EqualTo(204));

        Problem.Expect(await _app.Api.DeleteAsync(siteAt, ("If-Match", "*")), 404, "site_not_found");
        Problem.Expect(await _app.Api.GetAsync(siteAt), 404, "site_not_found");
        Problem.Expect(await _app.Api.PatchAsync(contactAt, $$"""{ "siteId": "{{site}}" }""", ("If-Match", "*")), 422, "contact_at_unknown_site", "/siteId");
        Assert.That((await _app.Api.ReadAsync($"/v1/customers/{customer}/sites"))["data"]!.AsArray(), Is.Empty);
        Assert.That((await _app.Api.ReadAsync($"/v1/customers/{customer}/contacts"))["data"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((await _app.Api.DeleteAsync(contactAt, ("If-Match", "\"2\""))).Status, Is.EqualTo(204));
        Problem.Expect(await _app.Api.GetAsync(contactAt), 404, "contact_not_found");
    }

    [Test]
    public async Task SiteOfAnother_IsNotFoundUnderThisCustomer()
    {
        var (mine, other) = (await _app.Api.CustomerAsync(), await _app.Api.CustomerAsync());
        var site = await _app.Api.SiteAsync(other);

        Problem.Expect(await _app.Api.GetAsync($"/v1/customers/{mine}/sites/{site}"), 404, "site_not_found");
        Problem.Expect(
            await _app.Api.PostAsync($"/v1/customers/{mine}/contacts", new JsonObject { ["name"] = "Ada", ["siteId"] = site }),
            422, "contact_at_unknown_site", "/siteId");
    }

    [Test]
    public async Task Consent_Withdrawn_StaysInTheHistory()
    {
        var customer = await _app.Api.CustomerAsync();
        var consent = await _app.Api.ConsentAsync(customer);
        var at = $"/v1/customers/{customer}/consents/{consent}";

        var withdrawn = await _app.Api.PostTextAsync($"{at}/withdraw", "{}", ("If-Match", "\"1\""));
        var again = await _app.Api.PostTextAsync($"{at}/withdraw", "{}", ("If-Match", "*"));

        Assert.That((withdrawn.Status, (string?)withdrawn.Json["withdrawnOn"]), Is.EqualTo((200, "2026-11-02")), withdrawn.Text);
        Problem.Expect(again, 409, "consent_withdrawn");
        Assert.That((await _app.Api.ReadAsync($"/v1/customers/{customer}/consents"))["data"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((string?)(await _app.Api.ReadAsync(at))["givenOn"], Is.EqualTo("2026-11-02"));
    }
}
