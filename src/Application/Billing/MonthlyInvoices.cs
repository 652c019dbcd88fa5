using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>Makes the invoices of a month: one for each customer, to which more is added as long as it is a draft.</summary>
internal sealed class MonthlyInvoices(IInvoiceStore invoices, IChargeStore charges, InvoiceIssue issue, IClock clock)
{
    /// <summary>Who bills: nobody in person.</summary>
    public Deed Now() => new(Actor.System, clock.GetCurrentInstant());

    public async Task<IReadOnlyList<BillingOutcome>> MakeAsync(IReadOnlyList<Bill> bills, BillingRunState run, Deed on, CancellationToken ct)
    {
        var outcomes = new List<BillingOutcome>();
        foreach (var bill in bills)
        {
            if (bill.Failure is not null)
                outcomes.Add(bill.OutcomeOn(null));
            else if (!bill.IsEmpty || (run.Issues && bill.Draft is not null))
                outcomes.Add(await MakeAsync(bill, run, on, ct));
        }

        return outcomes;
    }

    private async Task<BillingOutcome> MakeAsync(Bill bill, BillingRunState run, Deed on, CancellationToken ct)
    {
        var invoice = bill.Draft?.Invoice ?? Invoice.Draft(bill.Customer.Id, run.Month, on);
        if (bill.Draft is null)
        {
            await invoices.AddAsync(invoice, ct);
        }
        else if (!bill.IsEmpty)
        {
            invoice.Extend(on);
            await invoices.SaveAsync(invoice, ct);
        }

        await charges.AddAsync(bill.Arising, ct);
        await charges.BillAsync(invoice.Id, bill.Charges, ct);
        var failure = run.Issues ? await issue.TryIssueAsync(invoice.Id, bill.Customer, bill.All, on, ct) : null;
        var outcome = bill.OutcomeOn(invoice.Id);
        return failure is null ? outcome : outcome with { Kind = BillingOutcomeKind.Failed, Failure = failure };
    }
}
