using MisterAssist.Application.Billing;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Invoices;

/// <summary>Issues invoices: with the next number, the date of today in Rome, and a seal.</summary>
internal sealed class InvoiceIssue(IInvoiceStore invoices, IInvoiceSealer sealer, GivenBackFees givenBack, InvoiceSettings settings)
{
    /// <summary>What a draft says as things stand.</summary>
    public async Task<InvoiceContent> ComposeAsync(YearMonth month, Customer customer, IReadOnlyCollection<Charge> charges, CancellationToken ct) =>
        InvoiceContent.Of(month, settings.Issuer, BilledTo(customer), charges, await givenBack.ChargedByAsync(charges, ct));

    /// <summary>Whom an invoice is made out to, as they are now.</summary>
    public static BilledCustomer BilledTo(Customer customer)
    {
        var details = customer.Details;
        return new(
            customer.Id, details.Kind, details.Name, details.BillingAddress, details.VatNumber?.Value, details.TaxCode?.Value, details.Taxation);
    }

    public async Task IssueAsync(InvoiceId id, Customer customer, IReadOnlyCollection<Charge> charges, Deed on, CancellationToken ct)
    {
        var invoice = await FindAsync(id, ct);
        await IssueAsync(invoice, await ComposeAsync(invoice.ToState().Month, customer, charges, ct), on, ct);
    }

    /// <summary>Issues what a draft says, and sets off what that gives back.</summary>
    public async Task IssueAsync(Invoice invoice, InvoiceContent draft, Deed on, CancellationToken ct)
    {
        var issued = await SealAsync(draft, on, ct);
        invoice.Issue(issued, await FileOfAsync(draft.Kind, ct), on);
        await invoices.SaveAsync(invoice, ct);

        if (draft.Kind == InvoiceKind.CreditNote)
            await SetOffAsync(issued.Content, on, ct);
    }

    /// <summary>Issues what takes an invoice back, or lines of it.</summary>
    public async Task<Invoice> NoteAsync(InvoiceState credited, InvoiceContent draft, Deed on, CancellationToken ct)
    {
        var note = Invoice.Note(credited, await SealAsync(draft, on, ct), await FileOfAsync(draft.Kind, ct), on);
        await invoices.AddAsync(note, ct);
        return note;
    }

    /// <exception cref="BusinessException">The last number has a later date.</exception>
    private async Task<SealedInvoice> SealAsync(InvoiceContent draft, Deed on, CancellationToken ct)
    {
        var today = on.At.InZone(Company.Zone).Date;
        var number = await invoices.NextNumberAsync(draft.Kind, today, ct);
        LocalDate? dueOn = draft.Kind == InvoiceKind.Invoice ? today.PlusDays(settings.Terms.Days) : null;
        return sealer.Seal(draft with { Number = number, IssuedOn = today, DueOn = dueOn });
    }

    /// <summary>Of the first file for the exchange system; null for statements, which do not go there.</summary>
    private async Task<Progressive?> FileOfAsync(InvoiceKind kind, CancellationToken ct) =>
        kind == InvoiceKind.Statement ? null : await invoices.NextProgressiveAsync(ct);

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
