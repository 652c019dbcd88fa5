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

    /// <summary>What came of those for whom there was something to do.</summary>
    public Task<IReadOnlyList<BillingOutcome>> MakeAsync(IReadOnlyList<Bill> bills, bool issues, Deed on, CancellationToken ct) => EachAsync(bills, bill => OutcomeAsync(
        bill,
        async () => await BillAsync(bill, on, ct),
        issues ? (id, content) => issue.TryIssueAsync(id!.Value, bill.Customer, content, on, ct) : null,
        ct));

    /// <summary>What would come of those for whom there is something to do; nothing is stored.</summary>
    public Task<IReadOnlyList<BillingOutcome>> TryAsync(IReadOnlyList<Bill> bills, bool issues, Deed on, CancellationToken ct) => EachAsync(bills, bill => OutcomeAsync(
        bill,
        () => Task.FromResult<InvoiceId?>(null),
        issues ? (_, content) => Task.FromResult(issue.FailureOf(bill.Customer, content, on)) : null,
        ct));

    private static async Task<IReadOnlyList<BillingOutcome>> EachAsync(IReadOnlyList<Bill> bills, Func<Bill, Task<BillingOutcome?>> make)
    {
        var outcomes = new List<BillingOutcome>();
        foreach (var bill in bills)
        {
            if (await make(bill) is { } outcome)
                outcomes.Add(outcome);
        }

        return outcomes;
    }

    /// <remarks>
    /// What was not issued of months before is issued first, the oldest first: what is given back is set off against what stands. Where that cannot
    /// be, the month's own waits as well.
    /// </remarks>
    /// <param name="bill">What is owed.</param>
    /// <param name="put">Puts it on the month's invoice.</param>
    /// <param name="tryIssue">Issues an invoice with what it says, or gives why not; null where none is to be issued.</param>
    /// <param name="ct">To give up.</param>
    /// <returns>What came of the month's invoice, or of the last one before that there was; null where there was nothing to do.</returns>
    private async Task<BillingOutcome?> OutcomeAsync(
        Bill bill, Func<Task<InvoiceId?>> put, Func<InvoiceId?, InvoiceContent, Task<BillingFailure?>>? tryIssue, CancellationToken ct)
    {
        BillingOutcome? outcome = null;
        foreach (var draft in bill.Earlier)
        {
            if (tryIssue is null || outcome?.Failure is not null)
                break;

            var said = await issue.ComposeAsync(draft.Month, bill.Customer, draft.Charges, ct);
            outcome = bill.Came(draft.Invoice.Id, said, 0, await tryIssue(draft.Invoice.Id, said));
        }

        if (bill.Failure is not null)
            return bill.Failed(bill.Failure);
        if (bill.IsEmpty && (tryIssue is null || bill.Draft is null))
            return outcome;

        var (invoice, content) = (await put(), await issue.ComposeAsync(bill.Month, bill.Customer, bill.All, ct));
        var failure = outcome?.Failure ?? (tryIssue is null ? null : await tryIssue(invoice, content));
        return bill.Came(invoice, content, bill.Charges.Count, failure);
    }

    private async Task<InvoiceId> BillAsync(Bill bill, Deed on, CancellationToken ct)
    {
        var invoice = bill.Draft?.Invoice ?? Invoice.Draft(bill.Customer.Id, bill.Month, on);
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
        return invoice.Id;
    }
}
