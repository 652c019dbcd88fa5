using System.Text.Json.Nodes;
using System.Xml.Linq;
using MisterAssist.Api.Tests.Interventions;

namespace MisterAssist.Api.Tests.Billing;

/// <summary>A contract of 600.00 a year that was invoiced in November ends with the year: 305 of its 365 days are given back, 501.37 and 110.30 of VAT.</summary>
public sealed class GivenBackStories
{
    private Accountancy _books = null!;
    private string _customer = null!;
    private JsonNode _invoice = null!;

    [SetUp]
    public async Task EndTheContract()
    {
        _books = await Accountancy.OpenAsync("2026-11-01 08:00");
        _customer = await _books.CustomerAsync("Forno S.r.l.", "silver");
        _books.Shop.At("2026-12-01 08:00");
        await _books.BillAsync("2026-11", issue: true);
        _invoice = await _books.InvoiceOfAsync(_customer);
        var contract = (await _books.Api.ReadAsync($"/v1/contracts?customerId={_customer}"))["data"]![0]!["id"];
        var ended = await Workshop.SendAsync(_books.Api, $"/v1/contracts/{contract}/terminate", new() { ["fromOn"] = "2026-12-31", ["reason"] = "They close." });
        Assert.That(ended.Status, Is.EqualTo(200), ended.Text);
    }

    [TearDown]
    public void Close() => _books.Dispose();

    [Test]
    public async Task WhatIsGivenBack_NamesTheInvoiceThatChargedIt()
    {
        var note = await GiveBackAsync();

        Assert.That($"{note["kind"]} {note["number"]} {Accountancy.TotalsOf(note)}", Is.EqualTo("credit_note NC-2027-000001 501.37 110.30 611.67"));
        Assert.That(Accountancy.LinesOf(note), Is.EqualTo((string[])["contract_fee_credit 501.37"]));
        var line = (await _books.Api.ReadAsync($"/v1/invoices/{note["id"]}/lines/1/provenance"))["line"]!;
        Assert.That($"{line["givesBackInvoiceId"]} {line["givesBackInvoiceNumber"]}", Is.EqualTo($"{_invoice["id"]} {_invoice["number"]}"));
        var file = await FileOfAsync(note);
        Assert.That(file.Descendants("DatiFattureCollegate").Single().Element("IdDocumento")!.Value, Is.EqualTo((string?)_invoice["number"]));
        var page = (await _books.Api.GetAsync($"/v1/invoices/{note["id"]}", ("Accept", "text/html"), ("Accept-Language", "it"))).Text;
        Assert.That(page, Does.Contain($"{_invoice["number"]} del 01/12/2026"));
    }

    [Test]
    public async Task WhatIsGivenBack_IsSetOffAgainstTheOpenInvoice()
    {
        await GiveBackAsync();

        var after = await ReadAsync(_invoice);
        Assert.That($"{after["status"]} {after["credited"]!["amount"]} {after["open"]!["amount"]}", Is.EqualTo("issued 611.67 120.33"));
        var paid = await _books.TryAsync(after, "payments", new() { ["amount"] = Workshop.Euro("120.33"), ["paidOn"] = "2027-01-02" });
        Assert.That((string?)paid.Json["status"], Is.EqualTo("paid"), paid.Text);
        var told = (await _books.Api.ReadAsync($"/v1/events?customerId={_customer}&type=invoice.set_off"))["data"]!.AsArray();
        Assert.That(told.Select(one => (string?)one!["type"]), Is.EqualTo((string[])["invoice.set_off"]));
    }

    [Test]
    public async Task AFeeThatWasGivenBackInPart_IsNotCreditedForGood()
    {
        await GiveBackAsync();
        JsonObject forGood = new() { ["reason"] = "They never wanted it.", ["billAgain"] = false };

        Problem.Expect(await _books.TryAsync(_invoice, "credit-notes", forGood), 409, "fee_given_back_already");

        Assert.That((await ReadAsync(_invoice))["creditedLines"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task AFeeThatWasSetOff_IsCreditedToBeBilledAgainOnceTheNoteWasTakenBack()
    {
        var note = await GiveBackAsync();
        JsonObject anew = new() { ["reason"] = "To be made out anew." };
        Problem.Expect(await _books.TryAsync(_invoice, "credit-notes", anew.DeepClone().AsObject()), 409, "fee_given_back_already");

        await CreditAsync(note);
        await CreditAsync(_invoice);

        await _books.BillAsync("2026-12", issue: true);
        var again = await InvoiceOfAsync(_customer, "FT-2027-000002");
        Assert.That(Accountancy.LinesOf(again), Is.EqualTo((string[])["contract_fee 600.00", "contract_fee_credit -501.37"]));
        Assert.That((string?)again["open"]!["amount"], Is.EqualTo("120.33"));
        Assert.That((string?)(await ReadAsync(_invoice))["open"]!["amount"], Is.EqualTo("0.00"));
    }

    [Test]
    public async Task AFeeThatOnlyLessenedWhatWasGivenBack_IsGivenBackFromTheInvoiceBeforeIt()
    {
        var customer = await EndAsync("silver", "bronze", issue: true);

        // 321 of 365 days of silver less as many of bronze, 527.67 less 211.07; then 274 days of bronze, 180.16; each with its VAT.
        var notes = await NotesOfAsync(customer);
        Assert.That(notes.Select(Accountancy.TotalsOf), Is.EqualTo((string[])["316.60 69.65 386.25", "180.16 39.64 219.80"]));
        Assert.That(notes.Select(note => NamedBy(note)), Is.EqualTo((string[])["FT-2026-000002", "FT-2026-000002"]));
        Assert.That((string?)(await InvoiceOfAsync(customer, "FT-2026-000002"))["open"]!["amount"], Is.EqualTo("125.95"));
    }

    [Test]
    public async Task AFeeThatNoInvoiceChargedYet_IsGivenBackFromNone_AndFromItsOwnOnceThatIsIssuedFirst()
    {
        var customer = await EndAsync("bronze", "silver", issue: false);
        var draft = await _books.InvoiceOfAsync(customer, "&month=2027-01");
        Assert.That($"{draft["kind"]} {NamedBy(draft)}", Is.EqualTo("credit_note "));

        await _books.BillAsync("2027-01", issue: true);

        var note = (await NotesOfAsync(customer)).Single();
        var charged = await _books.InvoiceOfAsync(customer, "&month=2026-12");
        Assert.That($"{note["id"]} {NamedBy(note)}", Is.EqualTo($"{draft["id"]} {charged["number"]}"));
        Assert.That((string?)note["setOff"]![0]!["invoiceNumber"], Is.EqualTo((string?)charged["number"]));
        Assert.That((string?)(await InvoiceOfAsync(customer, "FT-2026-000002"))["open"]!["amount"], Is.EqualTo("292.80"));
    }

    [Test]
    public async Task WhatWasSetOff_IsOwedWhereItWasOnceTheNoteIsTakenBack_AndSetOffOnceAfterTheNextRun()
    {
        var note = await GiveBackAsync();
        Assert.That($"{note["setOff"]![0]!["invoiceId"]} {note["setOff"]![0]!["amount"]!["amount"]}", Is.EqualTo($"{_invoice["id"]} 611.67"));
        var paid = await _books.TryAsync(_invoice, "payments", new() { ["amount"] = Workshop.Euro("120.33"), ["paidOn"] = "2027-01-02" });
        Assert.That(paid.Status, Is.EqualTo(200), paid.Text);

        var taken = await CreditAsync(note);
        Assert.That(await StateOfAsync(_invoice), Is.EqualTo("issued 0.00 611.67"));
        Assert.That(await StateOfAsync(taken), Is.EqualTo("paid 611.67 0.00"));
        Assert.That((await ReadAsync(note))["setOff"]!.AsArray(), Is.Empty);

        await _books.BillAsync("2026-12", issue: true);
        Assert.That(await StateOfAsync(_invoice), Is.EqualTo("paid 611.67 0.00"));
        _books.Shop.At("2027-04-02 08:00");
        Assert.That((await _books.Api.ReadAsync("/v1/invoices?overdue=true"))["data"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task PagesOfANoteAndOfWhatTakesItBack_SayWhereTheMoneyIs()
    {
        var note = await GiveBackAsync();
        Assert.That(await PageOfAsync(note), Does.Contain($"Detratto da {_invoice["number"]}").And.Not.Contain("A vostro credito"));

        var taken = await CreditAsync(note);

        Assert.That(await PageOfAsync(taken), Does.Contain($"Di nuovo dovuto con {_invoice["number"]}").And.Not.Contain("Scadenza"));
        Assert.That((await FileOfAsync(taken)).Descendants("DatiPagamento"), Is.Empty);
    }

    [Test]
    public async Task WhatIsGivenBack_HasTheVatUnderWhichItWasCharged()
    {
        var change = await _books.Api.PatchAsync(
            $"/v1/customers/{_customer}", """{ "taxation": { "exemption": { "nature": "N3.5", "reference": "Dichiarazione 1/2026" } } }""", Tickets.Desk.Any);
        Assert.That(change.Status, Is.EqualTo(200), change.Text);

        var note = await GiveBackAsync();

        Assert.That(Accountancy.TotalsOf(note), Is.EqualTo("501.37 110.30 611.67"));
        Assert.That((await FileOfAsync(note)).Descendants("Natura"), Is.Empty);
        Assert.That((string?)(await ReadAsync(_invoice))["open"]!["amount"], Is.EqualTo("120.33"));
    }

    [Test]
    public async Task WhatWasRefused_AndIsNamedByANote_IsNotWithdrawnBeforeThat()
    {
        foreach (var (move, body) in new (string, JsonObject?)[] { ("send", null), ("reject", new() { ["code"] = "00305" }) })
            Assert.That((await _books.TryAsync(_invoice, $"delivery/{move}", body)).Status, Is.EqualTo(200));
        var note = await GiveBackAsync();
        Problem.Expect(await _books.TryAsync(_invoice, "credit-notes", new() { ["reason"] = "Refused." }), 409, "fee_given_back_already");

        await CreditAsync(note);

        await CreditAsync(_invoice);
        Assert.That((string?)(await ReadAsync(_invoice))["deliveries"]![0]!["state"], Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task WhatWasGivenBack_IsTakenBackByAnInvoice_AndTheReportOnItIsFree()
    {
        var report = await _books.WorkAsync(_customer, "2026-12-10 10:00");
        var note = await GiveBackAsync();
        Assert.That((string?)note["kind"], Is.EqualTo("credit_note"));
        Problem.Expect(await VoidAsync(), 409, "work_report_billed");
        Problem.Expect(
            await _books.TryAsync(note, "credit-notes", new() { ["lines"] = new JsonArray(1), ["reason"] = "In part." }), 409, "credit_note_taken_back_whole");

        var taken = await _books.TryAsync(note, "credit-notes", new() { ["reason"] = "The report was another's." });

        Assert.That(taken.Status, Is.EqualTo(201), taken.Text);
        Assert.That($"{taken.Json["kind"]} {taken.Json["creditsInvoiceId"]}", Is.EqualTo($"invoice {note["id"]}"));
        Assert.That(Accountancy.TotalsOf(taken.Json), Is.EqualTo(Accountancy.TotalsOf(note)));
        Assert.That((string?)taken.Json["open"]!["amount"], Is.EqualTo("0.00"), "it is owed again by the invoice that charged it");
        Assert.That((string?)(await ReadAsync(note))["status"], Is.EqualTo("credited"));
        var file = await FileOfAsync(taken.Json);
        Assert.That(
            (file.Descendants("TipoDocumento").Single().Value, file.Descendants("IdDocumento").Single().Value), Is.EqualTo(("TD01", (string?)note["number"])));

        // Without the report all of the fee's rest is given back, once more, and still once.
        Assert.That((await VoidAsync()).Status, Is.EqualTo(200));
        var next = await _books.DoneAsync((string)(await _books.StartAsync("2026-12")).Json["id"]!);
        Assert.That($"{next["tally"]!["creditNotes"]} {next["tally"]!["lines"]} {next["tally"]!["net"]!["amount"]}", Is.EqualTo("1 1 -501.37"));

        Task<Answer> VoidAsync() => Workshop.SendAsync(_books.Api, $"/v1/work-reports/{report["id"]}/void", new() { ["reason"] = "Another customer's." });
    }

    /// <summary>A contract of November that changes its plan in the midst of December, and ends with January; those two months are billed, and issued or not.</summary>
    private async Task<string> EndAsync(string plan, string then, bool issue)
    {
        var customer = await _books.CustomerAsync("Bar Sport S.r.l.", plan);
        await _books.BillAsync("2026-11", issue: true);
        var contract = (await _books.Api.ReadAsync($"/v1/contracts?customerId={customer}"))["data"]![0]!["id"];
        await DoAsync("change-plan", new() { ["plan"] = then, ["fromOn"] = "2026-12-15" });
        _books.Shop.At("2027-01-02 08:00");
        await _books.BillAsync("2026-12", issue);
        await DoAsync("terminate", new() { ["fromOn"] = "2027-01-31", ["reason"] = "They close." });
        _books.Shop.At("2027-02-02 08:00");
        await _books.BillAsync("2027-01", issue);
        return customer;

        async Task DoAsync(string deed, JsonObject body)
        {
            var done = await Workshop.SendAsync(_books.Api, $"/v1/contracts/{contract}/{deed}", body);
            Assert.That(done.Status, Is.EqualTo(200), done.Text);
        }
    }

    private async Task<JsonNode[]> NotesOfAsync(string customer)
    {
        var notes = new List<JsonNode>();
        foreach (var found in (await _books.Api.ReadAsync($"/v1/invoices?customerId={customer}&kind=credit_note"))["data"]!.AsArray())
            notes.Add(await ReadAsync(found!));
        return [.. notes];
    }

    private Task<JsonNode> InvoiceOfAsync(string customer, string number) => _books.InvoiceOfAsync(customer, $"&number={number}");

    private static string NamedBy(JsonNode note) =>
        string.Join(' ', note["lines"]!.AsArray().Select(line => (string?)line!["givesBackInvoiceNumber"]).OfType<string>().Distinct());

    private async Task<JsonNode> GiveBackAsync()
    {
        _books.Shop.At("2027-01-02 08:00");
        await _books.BillAsync("2026-12", issue: true);
        return await _books.InvoiceOfAsync(_customer, "&month=2026-12");
    }

    private async Task<JsonNode> CreditAsync(JsonNode invoice)
    {
        var credited = await _books.TryAsync(invoice, "credit-notes", new() { ["reason"] = "To be made out anew." });
        Assert.That(credited.Status, Is.EqualTo(201), credited.Text);
        return credited.Json;
    }

    /// <summary>Its status, what credit notes take off it, and what is open: <c>issued 611.67 120.33</c>.</summary>
    private async Task<string> StateOfAsync(JsonNode invoice)
    {
        var now = await ReadAsync(invoice);
        return $"{now["status"]} {now["credited"]!["amount"]} {now["open"]!["amount"]}";
    }

    private async Task<string> PageOfAsync(JsonNode document) =>
        (await _books.Api.GetAsync($"/v1/invoices/{document["id"]}", ("Accept", "text/html"), ("Accept-Language", "it"))).Text;

    private async Task<XDocument> FileOfAsync(JsonNode document)
    {
        var file = await _books.Api.GetAsync($"/v1/invoices/{document["id"]}/fatturapa");
        Assert.That(file.Status, Is.EqualTo(200), file.Text);
        return XDocument.Parse(file.Text);
    }

    private Task<JsonNode> ReadAsync(JsonNode invoice) => _books.Api.ReadAsync($"/v1/invoices/{invoice["id"]}");
}
