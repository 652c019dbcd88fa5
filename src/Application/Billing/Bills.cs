using MisterAssist.Application.Customers;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>Puts together what customers owe up to the end of a month, document by document, and stores nothing.</summary>
internal sealed class Bills(IChargeStore charges, ICustomerStore customers, Fees fees, IInvoiceStore invoices)
{
    /// <summary>Of each customer, in the order of the ids.</summary>
    public async Task<IReadOnlyList<Bill>> OfAsync(IReadOnlyCollection<CustomerId> ids, YearMonth month, Instant now, CancellationToken ct)
    {
        var upTo = month.ToDateInterval().End;
        var open = (await charges.OpenOfAsync(ids, upTo, ct)).ToLookup(charge => charge.CustomerId);
        var feesOf = await fees.OfAsync(ids, upTo, now, ct);
        var known = (await customers.FindAllAsync(ids, ct)).ToDictionary(customer => customer.Id);
        var begun = (await BegunAsync(ids, ct)).ToLookup(document => document.Draft!.ToState().CustomerId);
        var bills = new List<Bill>();
        foreach (var id in ids)
        {
            var bill = BillOf(month, known[id], [.. begun[id]], [.. open[id]], feesOf);
            bills.Add(bill.Charges.Count == 0 ? bill : bill with { Documents = await DocumentsAsync(bill, ct) });
        }

        return bills;
    }

    private async Task<IReadOnlyList<BillDocument>> BegunAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken ct)
    {
        var drafts = await invoices.DraftsOfAsync(ids, ct);
        var charged = await ChargedAsync([.. drafts.Select(draft => draft.ToState().GivesBackId).OfType<InvoiceId>()], ct);
        var documents = new List<BillDocument>();
        foreach (var draft in drafts)
        {
            var (month, givesBack) = (draft.ToState().Month, draft.ToState().GivesBackId);
            documents.Add(new(month, draft, givesBack is { } id ? charged[id] : null, await charges.OnAsync(draft.Id, ct), []));
        }

        return documents;
    }

    private static Bill BillOf(
        YearMonth month, Customer customer, IReadOnlyList<BillDocument> begun, IReadOnlyList<Charge> open, Func<CustomerId, IReadOnlyList<Charge>> feesOf)
    {
        try
        {
            return new(month, customer, begun, open, feesOf(customer.Id), null);
        }
        catch (BusinessException refused)
        {
            // Drafts of the month itself wait for what belongs to it.
            return new(month, customer, [.. begun.Where(document => document.Month < month)], [], [], new(refused.Code, refused.Message));
        }
    }

    /// <summary>What was begun and what is to be, with all that is billed now where it belongs.</summary>
    private async Task<IReadOnlyList<BillDocument>> DocumentsAsync(Bill bill, CancellationToken ct)
    {
        var added = BillPlace.Sort(bill.Charges, await StandingAsync(bill.Charges, ct));
        var charged = await ChargedAsync([.. added.Select(place => place.Key.Charged).OfType<InvoiceId>()], ct);
        var begun = bill.Documents.Select(document => document with
        {
            Added = [.. added.Where(place => document.Is(place.Key, bill.Month)).SelectMany(place => place)],
        });
        var anew = added.Where(place => !bill.Documents.Any(document => document.Is(place.Key, bill.Month)))
            .Select(place => new BillDocument(bill.Month, null, place.Key.Charged is { } id ? charged[id] : null, [], [.. place]));
        return [.. begun.Concat(anew)];
    }

    private async Task<IReadOnlyList<StandingFee>> StandingAsync(IReadOnlyList<Charge> billed, CancellationToken ct)
    {
        var credits = billed.Select(charge => charge.Origin).Where(origin => origin.Fee is { IsCredit: true });
        var contracts = credits.Select(origin => origin.ContractId!.Value).Distinct().ToList();
        return contracts.Count == 0 ? [] : await charges.StandingFeesOfAsync(contracts, ct);
    }

    private async Task<IReadOnlyDictionary<InvoiceId, InvoiceState>> ChargedAsync(IReadOnlyCollection<InvoiceId> ids, CancellationToken ct) => ids.Count == 0
        ? new Dictionary<InvoiceId, InvoiceState>()
        : (await invoices.FindAllAsync([.. ids.Distinct()], ct)).ToDictionary(invoice => invoice.Id, invoice => invoice.ToState());
}
