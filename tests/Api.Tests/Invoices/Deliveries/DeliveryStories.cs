using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Billing;
using MisterAssist.Api.Tests.Tickets;

namespace MisterAssist.Api.Tests.Invoices.Deliveries;

/// <summary>The fee of a year, 732.00 with VAT, was issued on 1 December 2026 and is on its way to the customer.</summary>
internal sealed class DeliveryStories
{
    private Accountancy _books = null!;
    private string _customer = null!;
    private JsonNode _invoice = null!;

    private string Path => $"/v1/invoices/{_invoice["id"]}";

    [SetUp]
    public async Task IssueAsync()
    {
        _books = await Accountancy.OpenAsync("2026-11-02 09:00");
        _customer = await _books.CustomerAsync("Forno S.r.l.", "silver");
        _books.Shop.At("2026-12-01 08:00");
        await _books.BillAsync("2026-11", issue: true);
        _invoice = await _books.InvoiceOfAsync(_customer);
    }

    [TearDown]
    public void Close() => _books.Dispose();

    [Test]
    public async Task File_IsKeptAsItWasSent_AndSentAgainWithWhatWasPutRight()
    {
        var path = $"{Path}/fatturapa";
        var file = await _books.Api.GetAsync(path);
        Assert.That(file.Header("Content-Disposition"), Does.Contain("IT00743110157_00001.xml"));
        Assert.That(file.Text, Does.Contain("<ImportoTotaleDocumento>732.00</ImportoTotaleDocumento>"));
        Assert.That((await _books.Api.PatchAsync($"/v1/customers/{_customer}", """{ "name": "Forno Nuovo S.r.l." }""", Desk.Any)).Status, Is.EqualTo(200));
        Assert.That((await _books.Api.GetAsync(path)).Text, Is.EqualTo(file.Text), "made out as it was issued");

        await MoveAsync("send");
        var sent = await _books.Api.GetAsync(path);
        Assert.That((sent.Text, sent.Header("Content-Disposition")), Is.EqualTo((file.Text, file.Header("Content-Disposition"))), "sent is sent");
        await MoveAsync("reject", new() { ["code"] = "00305" });
        await MoveAsync("retry");

        var again = await _books.Api.GetAsync(path);
        Assert.That(again.Header("Content-Disposition"), Does.Contain("IT00743110157_00002.xml"));
        Assert.That(again.Text, Does.Contain("Forno Nuovo S.r.l.").And.Contain("<Numero>FT-2026-000001</Numero>"));
    }

    [Test]
    public async Task Rejected_AndNotSentAgainInFiveDays_SaysSoAndCanBeSentAllTheSame()
    {
        await MoveAsync("send");
        _books.Shop.At("2026-12-02 23:59");
        var rejected = await MoveAsync("reject", new() { ["code"] = "00305" });
        Assert.That((string?)rejected["deliveries"]![0]!["resendBy"], Is.EqualTo("2026-12-07"));
        _books.Shop.At("2026-12-07 23:59");
        var inTime = await _books.Api.GetAsync(Path);
        Assert.That((bool)inTime.Json["resendOverdue"]!, Is.False);

        _books.Shop.At("2026-12-08 00:00");

        var late = await _books.Api.GetAsync(Path);
        Assert.That((bool)late.Json["resendOverdue"]!, Is.True);
        Assert.That(late.Header("ETag"), Is.Not.EqualTo(inTime.Header("ETag")));
        var listed = (await _books.Api.ReadAsync("/v1/invoices?resendOverdue=true"))["data"]!.AsArray().Single()!;
        Assert.That($"{listed["id"]} {listed["resendBy"]} {listed["resendOverdue"]}", Is.EqualTo($"{_invoice["id"]} 2026-12-07 true"));
        await MoveAsync("retry");
        Assert.That((bool)(await MoveAsync("send"))["resendOverdue"]!, Is.False);
        Assert.That((await _books.Api.ReadAsync("/v1/invoices?resendOverdue=true"))["data"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Rejected_AndCreditedWhole_StaysAmongOurselvesAndIsBilledAgain()
    {
        await MoveAsync("send");
        await MoveAsync("reject", new() { ["code"] = "00305" });

        var credited = await _books.TryAsync(_invoice, "credit-notes", new() { ["reason"] = "Our VAT number was wrong." });

        Assert.That(credited.Status, Is.EqualTo(201), credited.Text);
        var note = credited.Json;
        Assert.That(
            $"{note["kind"]} {note["number"]} {Accountancy.TotalsOf(note)} {note["deliveries"]!.AsArray().Count}",
            Is.EqualTo("credit_note NC-2026-000001 600.00 132.00 732.00 0"));
        var fileless = await _books.Api.GetAsync($"/v1/invoices/{note["id"]}/fatturapa");
        Problem.Expect(fileless, 409, "not_deliverable");
        Assert.That((string?)fileless.Json["detail"], Does.Contain("takes back all of what the exchange system rejected"));
        var invoice = await _books.Api.ReadAsync(Path);
        Assert.That($"{invoice["status"]} {invoice["deliveries"]![0]!["state"]} {invoice["deliveries"]![0]!["code"]}", Is.EqualTo("credited withdrawn 00305"));
        Problem.Expect(await _books.TryAsync(_invoice, "delivery/retry"), 409, "illegal_delivery_move");

        await _books.BillAsync("2026-11", issue: true);

        var again = await _books.InvoiceOfAsync(_customer, "&number=FT-2026-000002");
        Assert.That((string?)again["deliveries"]![0]!["progressive"], Is.EqualTo("00002"), "no file was taken meanwhile");
    }

    [Test]
    public async Task File_AfterTheSettingsOfTheCompanyChanged_IsThatOfTheDayOfIssue()
    {
        var file = await _books.Api.GetAsync($"{Path}/fatturapa");
        using var moved = new ApiFactory(
            "Development",
            [
                .. _books.Shop.Desk.App.Database.Settings, ("Company:Name", "Altra S.p.A."), ("Company:Seat:Street", "Via Nuova 1"),
                ("Company:TransmitterId", "01234567897"), ("Company:Iban", "IT60X0542811101000000123456"),
            ]);

        var later = await moved.Api.GetAsync($"{Path}/fatturapa");

        Assert.That(later.Status, Is.EqualTo(200), later.Text);
        Assert.That(file.Text, Does.Contain("Via delle Officine 7"));
        Assert.That((later.Text, later.Header("Content-Disposition")), Is.EqualTo((file.Text, file.Header("Content-Disposition"))));
    }

    [Test]
    public async Task File_AfterTheCompanyWasRefused_IsThatOfTheSettingsPutRight()
    {
        await MoveAsync("send");
        await MoveAsync("reject", new() { ["code"] = "00303" });
        await MoveAsync("retry");
        using var putRight = new ApiFactory(
            "Development", [.. _books.Shop.Desk.App.Database.Settings, ("Company:Seat:Street", "Via Nuova 1"), ("Company:TransmitterId", "01234567897")]);

        var again = await putRight.Api.GetAsync($"{Path}/fatturapa");

        Assert.That(again.Text, Does.Contain("Via Nuova 1").And.Contain("<Numero>FT-2026-000001</Numero>"));
        Assert.That(again.Header("Content-Disposition"), Does.Contain("IT01234567897_00002.xml"));
        Assert.That((string?)(await putRight.Api.ReadAsync(Path))["sha256"], Is.EqualTo((string?)_invoice["sha256"]), "what was issued says what it said");
    }

    private async Task<JsonNode> MoveAsync(string move, JsonObject? body = null)
    {
        var answer = await _books.TryAsync(_invoice, $"delivery/{move}", body);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json;
    }
}
