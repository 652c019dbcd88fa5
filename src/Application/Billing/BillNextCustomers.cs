using MediatR;
using MisterAssist.Application.Shared;

namespace MisterAssist.Application.Billing;

/// <summary>Lets the oldest running billing run bill its next customers, all of them in one transaction; gives whether there was such a run.</summary>
/// <remarks>
/// However many instances do so at once, and whatever happens to them: where the run stands is kept together with what was billed, so each
/// customer's turn comes once.
/// </remarks>
public sealed record BillNextCustomersCommand : ICommand<bool>;

internal sealed class BillNextCustomersHandler(IBillingRunStore runs, IChargeStore charges, Bills bills, MonthlyInvoices invoices)
    : IRequestHandler<BillNextCustomersCommand, bool>
{
    /// <summary>In a transaction, between two of which a run can be cancelled.</summary>
    private const int AtOnce = 50;

    public async Task<bool> Handle(BillNextCustomersCommand request, CancellationToken cancellationToken)
    {
        if (await runs.ClaimRunningAsync(cancellationToken) is not { } run)
            return false;

        var state = run.ToState();
        var on = invoices.Now();
        var next = await charges.NextDebtorsAsync(Debt.Of(state.Month, state.Issues), state.After, AtOnce, cancellationToken);
        var owed = await bills.OfAsync(next, state.Month, on.At, cancellationToken);
        var outcomes = await invoices.MakeAsync(owed, state.Issues, on, cancellationToken);

        var numbered = run.Advance(outcomes, next.Count, next.Count == 0 ? null : next[^1], on.At);
        await runs.SaveAsync(run, numbered, cancellationToken);
        return true;
    }
}
