using MisterAssist.Application.Invoices.Deliveries;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Invoices;

/// <summary>Issues invoices: with the next number, the date of today in Rome, and a seal.</summary>
internal sealed class InvoiceIssue(IInvoiceStore invoices, IInvoiceSealer sealer, InvoiceFiles files, InvoiceSettings settings)
{
    /// <summary>What a draft says as things stand.</summary>
    public InvoiceContent Compose(YearMonth month, Customer customer, IEnumerable<Charge> charges) =>
        InvoiceContent.Of(month, settings.Issuer, BilledTo(customer), charges);

    /// <summary>Whom an invoice is made out to, as they are now.</summary>
    public static BilledCustomer BilledTo(Customer customer)
    {
        var details = customer.Details;
        return new(
            customer.Id, details.Kind, details.Name, details.BillingAddress, details.VatNumber?.Value, details.TaxCode?.Value, details.Taxation);
    }

    /// <summary>Issues a draft, or gives why it stays one: no file can be made of it. Null where it was issued.</summary>
    public async Task<BillingFailure?> TryIssueAsync(InvoiceId id, Customer customer, IEnumerable<Charge> charges, Deed on, CancellationToken ct)
    {
        var invoice = (await invoices.FindAsync(id, CustomerReach.All, withDrafts: true, ct))!;
        InvoiceContent ready;
        try
        {
            ready = await files.ReadyAsync(Date(Compose(invoice.ToState().Month, customer, charges), on), ct);
        }
        catch (BusinessException refused)
        {
            return new(refused.Code, refused.Message);
        }

        invoice.Issue(await NumberAsync(ready, ct), await FileOfAsync(ready, ct), on);

        await invoices.SaveAsync(invoice, ct);
        return null;
    }

    /// <exception cref="BusinessException">No file can be made of it, or the last number has a later date.</exception>
    public async Task<SealedInvoice> SealAsync(InvoiceContent draft, Deed on, CancellationToken ct) =>
        await NumberAsync(await files.ReadyAsync(Date(draft, on), ct), ct);

    /// <summary>Of the first file for the exchange system; null for what does not go there.</summary>
    public async Task<Progressive?> FileOfAsync(InvoiceContent content, CancellationToken ct) =>
        content.HasFile ? await invoices.NextProgressiveAsync(ct) : null;

    private InvoiceContent Date(InvoiceContent draft, Deed on)
    {
        var today = on.At.InZone(Company.Zone).Date;
        return draft with { IssuedOn = today, DueOn = draft.Kind == InvoiceKind.Invoice ? today.PlusDays(settings.Terms.Days) : null };
    }

    private async Task<SealedInvoice> NumberAsync(InvoiceContent ready, CancellationToken ct) =>
        sealer.Seal(ready with { Number = await invoices.NextNumberAsync(ready.Kind, ready.IssuedOn!.Value, ct) });
}

/// <summary>Makes of an invoice the text that is kept, and its hash.</summary>
public interface IInvoiceSealer
{
    SealedInvoice Seal(InvoiceContent content);

    /// <summary>The SHA-256 of a text that was kept, in 64 lower-case hexadecimal digits.</summary>
    string HashOf(string text);
}

/// <summary>What invoices go by.</summary>
/// <param name="Issuer">The company.</param>
/// <param name="Terms">How invoices are paid.</param>
public sealed record InvoiceSettings(Domain.WorkReports.Issuer Issuer, PaymentTerms Terms);

/// <summary>How invoices are paid.</summary>
/// <param name="Days">From the date of an invoice to the last day on which it is paid in time.</param>
/// <param name="Iban">Where payments go; null where none is set.</param>
public sealed record PaymentTerms(int Days, Iban? Iban)
{
    public const int UsualDays = 30;
    public const int LongestDays = 365;
}
