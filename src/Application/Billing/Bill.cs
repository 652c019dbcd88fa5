using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>What a customer owes.</summary>
/// <param name="Month">Up to whose end.</param>
/// <param name="Customer">The customer.</param>
/// <param name="Documents">On which it is, or will be, in no order; also drafts to which nothing is added.</param>
/// <param name="Open">What is on record.</param>
/// <param name="Arising">Fees that are not on record yet.</param>
/// <param name="Failure">Why it could not be put together; null where it could.</param>
internal sealed record Bill(
    YearMonth Month, Customer Customer, IReadOnlyList<BillDocument> Documents, IReadOnlyList<Charge> Open, IReadOnlyList<Charge> Arising,
    BillingFailure? Failure)
{
    /// <summary>What is added now.</summary>
    public IReadOnlyList<Charge> Charges => [.. Open, .. Arising];

    /// <summary>
    /// Of the documents those that are to be made, added to, or issued, in that order: months before first, and the invoice of a month before its
    /// credit notes.
    /// </summary>
    /// <param name="issues">Whether what was begun, of this month and before, is issued.</param>
    public IEnumerable<BillDocument> Due(bool issues) => Documents
        .Where(document => document.Added.Count > 0 || (issues && document.Month <= Month))
        .OrderBy(document => document.Month).ThenBy(document => document.Charged is not null).ThenBy(document => document.Charged?.Id.Value);

    /// <summary>Where nothing could be made.</summary>
    public BillingOutcome Failed(BillingFailure failure) =>
        new(Customer.Id, null, BillingOutcomeKind.Failed, 0, Money.Zero, Money.Zero, failure);

    /// <summary>What came of a document.</summary>
    /// <param name="invoice">Null where nothing is stored.</param>
    /// <param name="content">What it says.</param>
    /// <param name="lines">How many charges it took.</param>
    /// <param name="failure">Why it could not be issued; null where it could, or was not to be.</param>
    public BillingOutcome Came(InvoiceId? invoice, InvoiceContent content, int lines, BillingFailure? failure)
    {
        var (net, total) = content.Kind == InvoiceKind.CreditNote ? (-content.Net, -content.Total) : (content.Net, content.Total);
        return new(Customer.Id, invoice, failure is null ? KindOf(content.Kind) : BillingOutcomeKind.Failed, lines, net, total, failure);
    }

    private static BillingOutcomeKind KindOf(InvoiceKind kind) => kind switch
    {
        InvoiceKind.Invoice => BillingOutcomeKind.Invoice,
        InvoiceKind.CreditNote => BillingOutcomeKind.CreditNote,
        _ => BillingOutcomeKind.Statement,
    };
}

/// <summary>A document on which something is billed, or given back.</summary>
/// <param name="Month">Whose charges it bills.</param>
/// <param name="Draft">As it was begun before; null for what is new.</param>
/// <param name="Charged">The issued invoice of which it gives fees back; null for an invoice.</param>
/// <param name="On">What is on it.</param>
/// <param name="Added">What is added now.</param>
internal sealed record BillDocument(YearMonth Month, Invoice? Draft, InvoiceState? Charged, IReadOnlyList<Charge> On, IReadOnlyList<Charge> Added)
{
    /// <summary>All that will be on it.</summary>
    public IReadOnlyCollection<Charge> All => [.. On, .. Added];

    /// <summary>Whether it is the one that is begun where something belongs. There is one credit note at a time over an invoice.</summary>
    public bool Is(BillPlace place, YearMonth month) => place switch
    {
        { Draft: { } draft } => Draft?.Id == draft,
        { Charged: { } charged } => Charged?.Id == charged,
        _ => Charged is null && Month == month,
    };
}
