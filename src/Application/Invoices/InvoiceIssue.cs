using MisterAssist.Application.Invoices.Deliveries;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Invoices;

/// <summary>Issues invoices: with the next number, the date of today in Rome, and a seal.</summary>
internal sealed class InvoiceIssue(IInvoiceStore invoices, IInvoiceSealer sealer, InvoiceFiles files, InvoiceComposer composer)
{
    /// <inheritdoc cref="InvoiceComposer.Compose" />
    public InvoiceContent Compose(YearMonth month, Customer customer, InvoiceState? charged, IReadOnlyCollection<Charge> charges) =>
        composer.Compose(month, customer, charged, charges);

    /// <summary>Issues a draft, or gives why it stays one: no file can be made of it, or the last number has a later date. Null where it was issued.</summary>
    public async Task<BillingFailure?> TryIssueAsync(InvoiceId id, Customer customer, InvoiceContent draft, Deed on, CancellationToken ct)
    {
        SealedInvoice numbered;
        try
        {
            // It is refused before it is counted, and nothing after it is refused: no number is left out.
            numbered = await NumberAsync(files.Ready(composer.Date(draft, on), customer), ct);
        }
        catch (BusinessException refused)
        {
            return new(refused.Code, refused.Message);
        }

        await IssueAsync((await invoices.FindAllAsync([id], ct)).Single(), numbered, on, ct);
        return null;
    }

    /// <summary>Why a draft could not be issued; null where it could.</summary>
    public async Task<BillingFailure?> FailureOfAsync(Customer customer, InvoiceContent draft, Deed on, CancellationToken ct)
    {
        try
        {
            var ready = files.Ready(composer.Date(draft, on), customer);
            await invoices.RequireDateAsync(ready.Kind, ready.IssuedOn!.Value, ct);
            return null;
        }
        catch (BusinessException refused)
        {
            return new(refused.Code, refused.Message);
        }
    }

    /// <summary>Issues what a draft says; where that gives fees back, less is to be paid of the invoice that charged them.</summary>
    /// <exception cref="BusinessException">No file can be made of it, or the last number has a later date.</exception>
    public async Task IssueAsync(Invoice invoice, InvoiceContent draft, Deed on, CancellationToken ct) =>
        await IssueAsync(invoice, await NumberAsync(await files.ReadyAsync(composer.Date(draft, on), ct), ct), on, ct);

    /// <summary>Issues what takes an invoice back, or lines of it; what a credit note of billing gave back is owed again where it was charged.</summary>
    /// <exception cref="BusinessException">No file can be made of it, or the last number has a later date.</exception>
    public async Task<Invoice> NoteAsync(InvoiceState credited, InvoiceContent draft, Deed on, CancellationToken ct)
    {
        var ready = await files.ReadyAsync(composer.Date(draft, on), ct);
        var note = Invoice.Note(credited, await NumberAsync(ready, ct), await FileOfAsync(ready, ct), on);
        if (ready.Credits?.OwedAgainBy is { } charged)
            await ChangeAsync(charged, invoice => invoice.UndoSetOff(credited.Issued!.Content, composer.DueOn(on), on), ct);

        await invoices.AddAsync(note, ct);
        return note;
    }

    private async Task IssueAsync(Invoice invoice, SealedInvoice numbered, Deed on, CancellationToken ct)
    {
        invoice.Issue(numbered, await FileOfAsync(numbered.Content, ct), on);
        if (numbered.Content.GivesBack is { } charged)
            await ChangeAsync(charged, other => other.SetOff(numbered.Content, on), ct);

        await invoices.SaveAsync(invoice, ct);
    }

    private async Task<SealedInvoice> NumberAsync(InvoiceContent ready, CancellationToken ct) =>
        sealer.Seal(ready with { Number = await invoices.NextNumberAsync(ready.Kind, ready.IssuedOn!.Value, ct) });

    /// <summary>Of the first file for the exchange system; null for what does not go there.</summary>
    private async Task<Progressive?> FileOfAsync(InvoiceContent content, CancellationToken ct) =>
        content.HasFile ? await invoices.NextProgressiveAsync(ct) : null;

    private async Task ChangeAsync(InvoiceReference named, Action<Invoice> change, CancellationToken ct)
    {
        var invoice = (await invoices.FindAllAsync([named.Id], ct)).Single();

        change(invoice);

        await invoices.SaveAsync(invoice, ct);
    }
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
