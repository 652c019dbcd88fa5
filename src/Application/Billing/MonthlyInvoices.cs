using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
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
        CustomerId[] billed = [.. bills.Select(bill => bill.Customer.Id)];
        var drafts = (await invoices.DraftsOfAsync(billed, run.Month, ct)).ToDictionary(draft => draft.ToState().CustomerId);
        var outcomes = new List<BillingOutcome>();
        foreach (var bill in bills)
        {
            var draft = drafts.GetValueOrDefault(bill.Customer.Id);
            if (bill.Failure is not null)
                outcomes.Add(bill.OutcomeOn(null, []));
            else if (!bill.IsEmpty || (run.Issues && draft is not null))
                outcomes.Add(await MakeAsync(bill, draft, run, on, ct));
        }

        return outcomes;
    }

    private async Task<BillingOutcome> MakeAsync(Bill bill, Invoice? draft, BillingRunState run, Deed on, CancellationToken ct)
    {
        var before = draft is null ? [] : await charges.OnAsync(draft.Id, ct);
        var invoice = draft ?? Invoice.Draft(bill.Customer.Id, run.Month, on);
        if (draft is null)
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
        if (run.Issues)
            await issue.IssueAsync(invoice.Id, bill.Customer, [.. before, .. bill.Charges], on, ct);
        return bill.OutcomeOn(invoice.Id, before);
    }
}
