using MisterAssist.Application.Invoices.Deliveries;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Invoices;

/// <summary>Issues invoices: with the next number, the date of today in Rome, and a seal.</summary>
internal sealed class InvoiceIssue(IInvoiceStore invoices, IInvoiceSealer sealer, InvoiceFiles files, InvoiceComposer composer)
{
    /// <summary>Issues a draft, or gives why it stays one: no file can be made of it. Null where it was issued.</summary>
    public async Task<BillingFailure?> TryIssueAsync(InvoiceId id, Customer customer, IReadOnlyCollection<Charge> charges, Deed on, CancellationToken ct)
    {
        var invoice = await FindAsync(id, ct);
        InvoiceContent ready;
        try
        {
            var draft = await composer.ComposeAsync(invoice.ToState().Month, customer, charges, ct);
            ready = await files.ReadyAsync(composer.Date(draft, on), ct);
        }
        catch (BusinessException refused)
        {
            return new(refused.Code, refused.Message);
        }

        await IssueReadyAsync(invoice, ready, on, ct);
        return null;
    }

    /// <summary>Issues what a draft says, and sets off what that gives back.</summary>
    /// <exception cref="BusinessException">No file can be made of it, or the last number has a later date.</exception>
    public async Task IssueAsync(Invoice invoice, InvoiceContent draft, Deed on, CancellationToken ct) =>
        await IssueReadyAsync(invoice, await files.ReadyAsync(composer.Date(draft, on), ct), on, ct);

    /// <summary>Issues what takes an invoice back, or lines of it.</summary>
    /// <exception cref="BusinessException">No file can be made of it, or the last number has a later date.</exception>
    public async Task<Invoice> NoteAsync(InvoiceState credited, InvoiceContent draft, Deed on, CancellationToken ct)
    {
        var ready = await files.ReadyAsync(composer.Date(draft, on), ct);
        var note = Invoice.Note(credited, await NumberAsync(ready, ct), await FileOfAsync(ready, ct), on);
        await invoices.AddAsync(note, ct);
        return note;
    }

    private async Task IssueReadyAsync(Invoice invoice, InvoiceContent ready, Deed on, CancellationToken ct)
    {
        var issued = await NumberAsync(ready, ct);
        invoice.Issue(issued, await FileOfAsync(ready, ct), on);
        await invoices.SaveAsync(invoice, ct);

        if (ready.Kind == InvoiceKind.CreditNote)
            await SetOffAsync(issued.Content, on, ct);
    }

    private async Task<SealedInvoice> NumberAsync(InvoiceContent ready, CancellationToken ct) =>
        sealer.Seal(ready with { Number = await invoices.NextNumberAsync(ready.Kind, ready.IssuedOn!.Value, ct) });

    /// <summary>Of the first file for the exchange system; null for what does not go there.</summary>
    private async Task<Progressive?> FileOfAsync(InvoiceContent content, CancellationToken ct) =>
        content.HasFile ? await invoices.NextProgressiveAsync(ct) : null;

    private async Task SetOffAsync(InvoiceContent note, Deed on, CancellationToken ct)
    {
        var charged = new List<Invoice>();
        foreach (var reference in note.GivesBack)
            charged.Add(await FindAsync(reference.Id, ct));

        Invoice.SetOff(charged, note, on);

        foreach (var invoice in charged.Where(invoice => invoice.Events.Count > 0))
            await invoices.SaveAsync(invoice, ct);
    }

    private async Task<Invoice> FindAsync(InvoiceId id, CancellationToken ct) =>
        (await invoices.FindAsync(id, CustomerReach.All, withDrafts: true, ct))!;
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
