using System.Security.Cryptography;
using System.Text;
using MisterAssist.Api.Tests.Billing;

namespace MisterAssist.Api.Tests.Invoices;

/// <summary>Whoever has the SHA-256 on paper can have it computed again, or do so themselves.</summary>
internal sealed class VerificationStories
{
    [Test]
    public async Task Verification_HashesWhatWasIssued_AsAnybodyCan()
    {
        using var books = await Accountancy.OpenAsync("2026-11-02 09:00");
        var customer = await books.CustomerAsync("Forno S.r.l.", "silver");
        books.Shop.At("2026-12-01 08:00");
        await books.BillAsync("2026-11");
        var draft = await books.InvoiceOfAsync(customer);
        var path = $"/v1/invoices/{draft["id"]}/verification";
        Problem.Expect(await books.Api.GetAsync(path), 409, "invoice_not_issued");
        var sha256 = (string)(await books.IssueAsync(draft))["sha256"]!;

        var verified = await books.Api.ReadAsync($"{path}?sha256={sha256.ToUpperInvariant()}");

        Assert.That(
            $"{verified["number"]} {verified["status"]} {verified["issuedOn"]} {verified["unchanged"]} {verified["matches"]}",
            Is.EqualTo("FT-2026-000001 issued 2026-12-01 true true"));
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((string)verified["text"]!))), Is.EqualTo(sha256));
        Assert.That((bool?)(await books.Api.ReadAsync($"{path}?sha256={new string('0', 64)}"))["matches"], Is.False);
        Assert.That((await books.Api.ReadAsync(path))["matches"], Is.Null);
        Problem.Expect(await (await books.Shop.CustomerAsync(await books.CustomerAsync("Altri S.r.l."))).GetAsync(path), 404, "invoice_not_found");
    }
}
