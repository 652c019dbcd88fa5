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
        var drafts = await DraftsOfAsync(ids, month, ct);
        return [.. ids.Select(id => BillOf(known[id], drafts.GetValueOrDefault(id), [.. open[id]], feesOf))];
    }

    private async Task<IReadOnlyDictionary<CustomerId, BillDraft>> DraftsOfAsync(IReadOnlyCollection<CustomerId> ids, YearMonth month, CancellationToken ct)
    {
        var drafts = new Dictionary<CustomerId, BillDraft>();
        foreach (var draft in await invoices.DraftsOfAsync(ids, month, ct))
            drafts.Add(draft.ToState().CustomerId, new(draft, await charges.OnAsync(draft.Id, ct)));
        return drafts;
    }

    private static Bill BillOf(Customer customer, BillDraft? draft, IReadOnlyList<Charge> open, Func<CustomerId, IReadOnlyList<Charge>> feesOf)
    {
        try
        {
            return new(customer, draft, open, feesOf(customer.Id), null);
        }
        catch (BusinessException refused)
        {
            return new(customer, draft, [], [], new(refused.Code, refused.Message));
        }
    }
}

/// <summary>A draft to which more may be added.</summary>
/// <param name="Invoice">The draft.</param>
/// <param name="Charges">What is on it.</param>
internal sealed record BillDraft(Invoice Invoice, IReadOnlyList<Charge> Charges);

/// <summary>What a customer owes.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Draft">The month's invoice as it was begun before; null where it was not.</param>
/// <param name="Open">What is on record.</param>
/// <param name="Arising">Fees that are not on record yet.</param>
/// <param name="Failure">Why it could not be put together; null where it could.</param>
internal sealed record Bill(
    Customer Customer, BillDraft? Draft, IReadOnlyList<Charge> Open, IReadOnlyList<Charge> Arising, BillingFailure? Failure)
{
    /// <summary>There is nothing.</summary>
    public bool IsEmpty => Failure is null && Open.Count + Arising.Count == 0;

    /// <summary>What is added now.</summary>
    public IReadOnlyList<Charge> Charges => [.. Open, .. Arising];

    /// <summary>All that will be on the invoice.</summary>
    public IReadOnlyList<Charge> All => [.. Draft?.Charges ?? [], .. Charges];

    /// <summary>What comes of it, with what is on its invoice already.</summary>
    public BillingOutcome OutcomeOn(InvoiceId? invoice)
    {
        if (Failure is not null)
            return new(Customer.Id, null, BillingOutcomeKind.Failed, 0, Money.Zero, Money.Zero, Failure);

        var vat = VatShare.Of(InvoiceLine.Of(All, Customer.Details.Taxation));
        var (net, total) = (vat.Sum(share => share.Taxable), VatShare.TotalOf(vat));
        return new(Customer.Id, invoice, KindOf(total), Charges.Count, net, total, null);
    }

    private static BillingOutcomeKind KindOf(Money total)
    {
        if (total == Money.Zero)
            return BillingOutcomeKind.Statement;
        return total > Money.Zero ? BillingOutcomeKind.Invoice : BillingOutcomeKind.CreditNote;
    }
}
