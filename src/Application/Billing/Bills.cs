using MisterAssist.Application.Customers;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>Puts together what customers owe up to the end of a month, and stores nothing.</summary>
internal sealed class Bills(IChargeStore charges, ICustomerStore customers, Fees fees, IInvoiceStore invoices)
{
    /// <summary>Of each customer, in the order of the ids.</summary>
    public async Task<IReadOnlyList<Bill>> OfAsync(IReadOnlyCollection<CustomerId> ids, YearMonth month, Instant now, CancellationToken ct)
    {
        var upTo = month.ToDateInterval().End;
        var open = (await charges.OpenOfAsync(ids, upTo, ct)).ToLookup(charge => charge.CustomerId);
        var feesOf = await fees.OfAsync(ids, upTo, now, ct);
        var known = (await customers.FindAllAsync(ids, ct)).ToDictionary(customer => customer.Id);
        var drafts = (await DraftsOfAsync(ids, month, ct)).ToLookup(draft => draft.Invoice.ToState().CustomerId);
        return [.. ids.Select(id => BillOf(month, known[id], [.. drafts[id]], [.. open[id]], feesOf))];
    }

    private async Task<IReadOnlyList<BillDraft>> DraftsOfAsync(IReadOnlyCollection<CustomerId> ids, YearMonth month, CancellationToken ct)
    {
        var drafts = new List<BillDraft>();
        foreach (var draft in await invoices.DraftsOfAsync(ids, month, ct))
            drafts.Add(new(draft, await charges.OnAsync(draft.Id, ct)));
        return drafts;
    }

    private static Bill BillOf(
        YearMonth month, Customer customer, IReadOnlyList<BillDraft> drafts, IReadOnlyList<Charge> open, Func<CustomerId, IReadOnlyList<Charge>> feesOf)
    {
        try
        {
            return new(month, customer, drafts, open, feesOf(customer.Id), null);
        }
        catch (BusinessException refused)
        {
            return new(month, customer, drafts, [], [], new(refused.Code, refused.Message));
        }
    }
}

/// <summary>A draft to which more may be added.</summary>
/// <param name="Invoice">The draft.</param>
/// <param name="Charges">What is on it.</param>
internal sealed record BillDraft(Invoice Invoice, IReadOnlyList<Charge> Charges)
{
    public YearMonth Month => Invoice.ToState().Month;
}

/// <summary>What a customer owes.</summary>
/// <param name="Month">Up to whose end.</param>
/// <param name="Customer">The customer.</param>
/// <param name="Drafts">The invoices of that month and of months before that were begun and not issued, the oldest first.</param>
/// <param name="Open">What is on record.</param>
/// <param name="Arising">Fees that are not on record yet.</param>
/// <param name="Failure">Why it could not be put together; null where it could.</param>
internal sealed record Bill(
    YearMonth Month, Customer Customer, IReadOnlyList<BillDraft> Drafts, IReadOnlyList<Charge> Open, IReadOnlyList<Charge> Arising,
    BillingFailure? Failure)
{
    /// <summary>There is nothing.</summary>
    public bool IsEmpty => Failure is null && Open.Count + Arising.Count == 0;

    /// <summary>The month's invoice as it was begun before; null where it was not.</summary>
    public BillDraft? Draft => Drafts.FirstOrDefault(draft => draft.Month == Month);

    /// <summary>What was not issued of the months before, the oldest first.</summary>
    public IEnumerable<BillDraft> Earlier => Drafts.Where(draft => draft.Month < Month);

    /// <summary>What is added now.</summary>
    public IReadOnlyList<Charge> Charges => [.. Open, .. Arising];

    /// <summary>All that will be on the invoice.</summary>
    public IReadOnlyList<Charge> All => [.. Draft?.Charges ?? [], .. Charges];

    /// <summary>Where it could not be put together.</summary>
    public BillingOutcome Failed(BillingFailure failure) => new(Customer.Id, null, BillingOutcomeKind.Failed, 0, Money.Zero, Money.Zero, failure);

    /// <summary>What comes of it.</summary>
    /// <param name="invoice">On which it is; null where nothing is stored.</param>
    /// <param name="content">What that says.</param>
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
