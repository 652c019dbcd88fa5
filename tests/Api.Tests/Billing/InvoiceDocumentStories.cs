using System.Net;
using System.Text.Json.Nodes;

namespace MisterAssist.Api.Tests.Billing;

/// <summary>What customers hold in their hands: the invoice of November, in the form and the language that is asked for.</summary>
internal sealed class InvoiceDocumentStories
{
    private const string Html = "text/html";
    private const string Pdf = "application/pdf";
    private const string Xml = "application/xml";

    private Accountancy _books = null!;

    [SetUp]
    public async Task OpenAsync() => _books = await Accountancy.OpenAsync(
        "2026-11-02 09:00", ("Company:Name", "Mister Prova"), ("Company:Iban", "IT60 X054 2811 1010 0000 0123 456"), ("Invoices:PaymentDays", "45"));

    [TearDown]
    public void Close() => _books.Dispose();

    [TestCase("application/json", "application/json")]
    [TestCase("*/*", "application/json")]
    [TestCase("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Html, TestName = "As browsers ask")]
    [TestCase(Pdf, Pdf)]
    [TestCase(Xml, Xml)]
    public async Task Invoice_IsInTheFormThatIsAskedFor(string accept, string given)
    {
        var invoice = await IssuedAsync();

        var answer = await GetAsync(invoice, accept);

        Assert.That((answer.Status, answer.ContentType?.MediaType), Is.EqualTo((200, given)), answer.Text);
        Assert.That(answer.Header("Vary"), Does.Contain("Accept"));
        Problem.Expect(await GetAsync(invoice, "text/csv"), 406, "not_acceptable");
    }

    [TestCase("it", "Fattura FT-2026-000001", "Da pagare", "826,55 €", "entro il 15/01/2027", "novembre 2026")]
    [TestCase("en", "Invoice FT-2026-000001", "To be paid", "€826.55", "by 15 Jan 2027", "November 2026")]
    public async Task Invoice_IsInTheLanguageThatIsAskedFor(string language, params string[] said)
    {
        var invoice = await IssuedAsync();

        var html = await GetAsync(invoice, Html, language);

        Assert.That(html.Header("Content-Language"), Is.EqualTo(language));
        Assert.That(said.Append("Mister Prova").Append("IT60 X054 2811 1010 0000 0123 456").Where(text => !html.Text.Contains(text, StringComparison.Ordinal)), Is.Empty);
        Assert.That((await GetAsync(invoice, Pdf, language)).Header("Content-Disposition"), Does.Contain("FT-2026-000001.pdf"));
    }

    [Test]
    public async Task Document_SaysWhatTheJsonSays()
    {
        var invoice = await IssuedAsync();

        var html = WebUtility.HtmlDecode((await GetAsync(invoice, Html)).Text);

        string[] said =
        [
            (string)invoice["number"]!, (string)invoice["customer"]!["name"]!, (string)invoice["issuer"]!["name"]!,
            ((string)invoice["sha256"]!)[..8],
            .. invoice["lines"]!.AsArray().SelectMany(line => new[] { (string)line!["description"]!["it"]!, InItalian(line["amount"]!) }),
            .. invoice["lines"]!.AsArray().Select(line => (string?)line!["workReportNumber"]).OfType<string>(),
            InItalian(invoice["net"]!), InItalian(invoice["tax"]!), InItalian(invoice["total"]!),
        ];
        Assert.That(said, Has.Length.GreaterThan(15));
        Assert.That(said.Where(text => !html.Contains(text, StringComparison.Ordinal)), Is.Empty);

        static string InItalian(JsonNode money) => ((string)money["amount"]!).Replace('.', ',');
    }

    [Test]
    public async Task Xml_IsTheFileOfItsOwnAddress_WhichDraftsAndStatementsDoNotHave()
    {
        var invoice = await IssuedAsync();

        var xml = await GetAsync(invoice, Xml);

        var file = await _books.Api.GetAsync($"/v1/invoices/{invoice["id"]}/fatturapa");
        Assert.That((xml.Text, xml.Header("Content-Disposition")), Is.EqualTo((file.Text, file.Header("Content-Disposition"))));
        Assert.That(xml.Text, Does.Contain("<IBAN>IT60X0542811101000000123456</IBAN>"));
        Assert.That((await GetAsync(invoice, Xml, "it", xml.Header("ETag"))).Status, Is.EqualTo(304));
        var (statement, draft) = await StatementAndDraftAsync();
        Problem.Expect(await GetAsync(statement, Xml), 409, "not_deliverable");
        Problem.Expect(await GetAsync(draft, Xml), 409, "invoice_not_issued");
    }

    [Test]
    public async Task Documents_ThatTheCallerHasAlready_AreNotSentAgain_AndAnyOfThemCanBeIssued()
    {
        var draft = await DraftAsync();
        var tag = (await GetAsync(draft, Html)).Header("ETag")!;

        Assert.That((await GetAsync(draft, Html, "it", tag)).Status, Is.EqualTo(304));
        Assert.That((await GetAsync(draft, Pdf, "it", tag)).Status, Is.EqualTo(200));
        Assert.That((await GetAsync(draft, Html, "en", tag)).Status, Is.EqualTo(200));
        var issued = await _books.Api.SendAsync(
            HttpMethod.Post, $"/v1/invoices/{draft["id"]}/issue", null, [("If-Match", tag), ("Idempotency-Key", "as-read")]);
        Assert.That(issued.Status, Is.EqualTo(200), issued.Text);
        Assert.That((await GetAsync(draft, Html, "it", tag)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Document_OfAnInvoiceThatBecomesOverdue_IsAnotherOne()
    {
        var invoice = await IssuedAsync();
        var tag = (await GetAsync(invoice, Html)).Header("ETag");

        _books.Shop.At("2027-01-16 00:00");

        var after = await GetAsync(invoice, Html, "it", tag);
        Assert.That(after.Status, Is.EqualTo(200));
        Assert.That(after.Text, Does.Contain("scaduta"));
    }

    [Test]
    public async Task FreeWork_IsAStatementThatSaysWhy()
    {
        var (statement, draft) = await StatementAndDraftAsync();

        var html = WebUtility.HtmlDecode((await GetAsync(statement, Html)).Text);

        Assert.That(html, Does.Contain("Estratto EC-2027-000001").And.Contain("Per questo mese non è dovuto nulla."));
        Assert.That(html, Does.Contain("Sconto 100%: rimedio a un nostro errore").And.Contain("Rimediamo a un nostro errore: non si paga nulla."));
        Assert.That((await GetAsync(draft, Html)).Text, Does.Contain("BOZZA"));
    }

    [Test]
    public async Task CreditNote_NamesItsInvoice()
    {
        var invoice = await IssuedAsync();
        var note = await _books.TryAsync(invoice, "credit-notes", new() { ["lines"] = new JsonArray(2), ["reason"] = "Non <era> dovuta." });

        var html = (await GetAsync(note.Json, Html)).Text;

        Assert.That(html, Does.Contain("Nota di credito NC-2026-000001").And.Contain("FT-2026-000001 del 01/12/2026").And.Contain("Non &lt;era&gt; dovuta."));
        Assert.That((await GetAsync(invoice, Html)).Text, Does.Contain("Stornato con note di credito").And.Contain("(stornata)"));
    }

    [Test]
    public async Task Document_OfAnotherCustomer_IsNotThere()
    {
        var invoice = await IssuedAsync();
        var other = await _books.Shop.CustomerAsync(await _books.CustomerAsync("Altri S.r.l."));
        var owner = await _books.Shop.CustomerAsync((string)invoice["customer"]!["id"]!);

        foreach (var type in (string[])[Html, Pdf, Xml])
        {
            Problem.Expect(await other.GetAsync($"/v1/invoices/{invoice["id"]}", ("Accept", type)), 404, "invoice_not_found");
            Assert.That((await owner.GetAsync($"/v1/invoices/{invoice["id"]}", ("Accept", type))).Status, Is.EqualTo(200));
        }
    }

    private Task<Answer> GetAsync(JsonNode invoice, string accept, string language = "it", string? known = null) => _books.Api.GetAsync(
        $"/v1/invoices/{invoice["id"]}",
        [("Accept", accept), ("Accept-Language", language), .. known is null ? Array.Empty<(string, string)>() : [("If-None-Match", known)]]);

    /// <summary>A year of Silver and two quarters of an hour: 677.50, and 149.05 of VAT.</summary>
    private async Task<JsonNode> DraftAsync()
    {
        var customer = await _books.CustomerAsync("Forno S.r.l.", "silver");
        await _books.WorkAsync(customer, "2026-11-10 10:00");
        await _books.WorkAsync(customer, "2026-11-20 10:00");
        _books.Shop.At("2026-12-01 08:00");
        await _books.BillAsync("2026-11");
        return await _books.InvoiceOfAsync(customer);
    }

    private async Task<JsonNode> IssuedAsync() => await _books.IssueAsync(await DraftAsync());

    private async Task<(JsonNode Statement, JsonNode Draft)> StatementAndDraftAsync()
    {
        var (statement, draft) = (await FreeAsync("Bar Uno S.r.l.", 10), await FreeAsync("Bar Due S.r.l.", 11));
        _books.Shop.At("2027-01-02 08:00");
        await _books.BillAsync("2026-12");
        var drafted = await _books.InvoiceOfAsync(draft);
        return (await _books.IssueAsync(await _books.InvoiceOfAsync(statement)), drafted);
    }

    private async Task<string> FreeAsync(string name, int hour)
    {
        var customer = await _books.CustomerAsync(name);
        _books.Shop.At($"2026-12-10 {hour}:00");
        var intervention = await _books.Shop.PlanAsync(await _books.Shop.ReportAsync(customer), ourFault: "Our cable.");
        await _books.Shop.StartAsync(intervention);
        await _books.Shop.CompleteAsync(intervention, $"2026-12-10 {hour}:00", $"2026-12-10 {hour}:15");
        await _books.Shop.IssueAsync(intervention);
        return customer;
    }
}
