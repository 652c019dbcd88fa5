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
    /// <summary>What a draft says.</summary>
    public Task<InvoiceContent> ComposeAsync(YearMonth month, Customer customer, IReadOnlyCollection<Charge> charges, CancellationToken ct) =>
        composer.ComposeAsync(month, customer, charges, ct);

    /// <summary>Issues a draft, or gives why it stays one: no file can be made of it. Null where it was issued.</summary>
    public async Task<BillingFailure?> TryIssueAsync(InvoiceId id, Customer customer, InvoiceContent draft, Deed on, CancellationToken ct)
    {
        var (ready, failure) = TryReady(customer, draft, on);
        if (ready is not null)
            await IssueReadyAsync((await invoices.FindAllAsync([id], ct)).Single(), ready, on, ct);
        return failure;
    }

    /// <summary>Why a draft could not be issued; null where it could.</summary>
    public BillingFailure? FailureOf(Customer customer, InvoiceContent draft, Deed on) => TryReady(customer, draft, on).Failure;

    /// <summary>Issues what a draft says, and sets off what that gives back.</summary>
    /// <exception cref="BusinessException">No file can be made of it, or the last number has a later date.</exception>
    public async Task IssueAsync(Invoice invoice, InvoiceContent draft, Deed on, CancellationToken ct) =>
        await IssueReadyAsync(invoice, await files.ReadyAsync(composer.Date(draft, on), ct), on, ct);

    /// <summary>Issues what takes an invoice back, or lines of it; what a credit note was set off against is owed there again.</summary>
    /// <exception cref="BusinessException">No file can be made of it, or the last number has a later date.</exception>
    public async Task<Invoice> NoteAsync(InvoiceState credited, InvoiceContent draft, Deed on, CancellationToken ct)
    {
        var ready = await files.ReadyAsync(composer.Date(draft, on), ct);
        var note = Invoice.Note(credited, await NumberAsync(ready, ct), await FileOfAsync(ready, ct), on);
        if (ready.Credits?.SetOff is { } parts)
            await ChangeAllAsync(parts.Select(part => part.Invoice), charged => Invoice.UndoSetOff(note, charged, on), ct);

        await invoices.AddAsync(note, ct);
        return note;
    }

    private (InvoiceContent? Ready, BillingFailure? Failure) TryReady(Customer customer, InvoiceContent draft, Deed on)
    {
        try
        {
            return (files.Ready(composer.Date(draft, on), customer), null);
        }
        catch (BusinessException refused)
        {
            return (null, new(refused.Code, refused.Message));
        }
    }

    private async Task IssueReadyAsync(Invoice invoice, InvoiceContent ready, Deed on, CancellationToken ct)
    {
        invoice.Issue(await NumberAsync(ready, ct), await FileOfAsync(ready, ct), on);
        if (ready.Kind == InvoiceKind.CreditNote)
            await ChangeAllAsync(ready.GivesBack, charged => Invoice.SetOff(invoice, charged, on), ct);

        await invoices.SaveAsync(invoice, ct);
    }

    private async Task<SealedInvoice> NumberAsync(InvoiceContent ready, CancellationToken ct) =>
        sealer.Seal(ready with { Number = await invoices.NextNumberAsync(ready.Kind, ready.IssuedOn!.Value, ct) });

    /// <summary>Of the first file for the exchange system; null for what does not go there.</summary>
    private async Task<Progressive?> FileOfAsync(InvoiceContent content, CancellationToken ct) =>
        content.HasFile ? await invoices.NextProgressiveAsync(ct) : null;

    /// <summary>Does something to invoices that another document names, in its order.</summary>
    private async Task ChangeAllAsync(IEnumerable<InvoiceReference> named, Action<IReadOnlyList<Invoice>> change, CancellationToken ct)
    {
        IReadOnlyList<InvoiceId> ids = [.. named.Select(reference => reference.Id)];
        var found = (await invoices.FindAllAsync(ids, ct)).ToDictionary(invoice => invoice.Id);
        IReadOnlyList<Invoice> charged = [.. ids.Select(id => found[id])];

        change(charged);

        foreach (var invoice in charged.Where(invoice => invoice.Events.Count > 0))
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
