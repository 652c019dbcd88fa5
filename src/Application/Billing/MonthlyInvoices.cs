using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>
/// Makes the invoices of a month: one for each customer, to which more is added as long as it is a draft, and a credit note over each invoice of which
/// fees are given back.
/// </summary>
internal sealed class MonthlyInvoices(IInvoiceStore invoices, IChargeStore charges, InvoiceIssue issue, IClock clock)
{
    /// <summary>Who bills: nobody in person.</summary>
    public Deed Now() => new(Actor.System, clock.GetCurrentInstant());

    /// <summary>What came of what there was to do.</summary>
    public Task<IReadOnlyList<BillingOutcome>> MakeAsync(IReadOnlyList<Bill> bills, bool issues, Deed on, CancellationToken ct) => EachAsync(
        bills, issues,
        (bill, document) => PutAsync(bill, document, on, ct),
        (bill, id, content) => issue.TryIssueAsync(id!.Value, bill.Customer, content, on, ct));

    /// <summary>What would come of what there is to do; nothing is stored.</summary>
    public Task<IReadOnlyList<BillingOutcome>> TryAsync(IReadOnlyList<Bill> bills, bool issues, Deed on, CancellationToken ct) => EachAsync(
        bills, issues,
        (_, document) => Task.FromResult(document.Draft?.Id),
        (bill, _, content) => issue.FailureOfAsync(bill.Customer, content, on, ct));

    /// <remarks>Where one cannot be issued, what comes after it for that customer waits as well.</remarks>
    private async Task<IReadOnlyList<BillingOutcome>> EachAsync(
        IReadOnlyList<Bill> bills, bool issues, Func<Bill, BillDocument, Task<InvoiceId?>> put,
        Func<Bill, InvoiceId?, InvoiceContent, Task<BillingFailure?>> tryIssue)
    {
        var outcomes = new List<BillingOutcome>();
        foreach (var bill in bills)
        {
            BillingFailure? failure = null;
            foreach (var document in bill.Due(issues))
            {
                var (id, content) = (await put(bill, document), issue.Compose(document.Month, bill.Customer, document.Charged, document.All));
                if (failure is null && issues && document.Month <= bill.Month)
                    failure = await tryIssue(bill, id, content);
                outcomes.Add(bill.Came(id, content, document.Added.Count, failure));
            }

            if (bill.Failure is not null)
                outcomes.Add(bill.Failed(bill.Failure));
        }

        return outcomes;
    }

    /// <summary>Puts what is added on a document, and begins it where it is new.</summary>
    private async Task<InvoiceId?> PutAsync(Bill bill, BillDocument document, Deed on, CancellationToken ct)
    {
        var invoice = document.Draft ?? Invoice.Draft(bill.Customer.Id, bill.Month, document.Charged?.Id, on);
        if (document.Draft is null)
        {
            await invoices.AddAsync(invoice, ct);
        }
        else if (document.Added.Count > 0)
        {
            invoice.Extend(on);
            await invoices.SaveAsync(invoice, ct);
        }

        await charges.AddAsync([.. document.Added.Where(bill.Arising.Contains)], ct);
        await charges.BillAsync(invoice.Id, document.Added, ct);
        return invoice.Id;
    }
}
