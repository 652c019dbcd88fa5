using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Billing;

/// <summary>Lists what came of the customers in a billing run; for whom there was nothing to do is left out.</summary>
public sealed record ListBillingOutcomesQuery(BillingRunId Id, BillingOutcomeKind? Kind, int Limit, CustomerId? After) : IRequest<Page<BillingOutcome>>;

internal sealed class ListBillingOutcomesHandler(IBillingRunStore runs, ICaller caller) : IRequestHandler<ListBillingOutcomesQuery, Page<BillingOutcome>>
{
    public async Task<Page<BillingOutcome>> Handle(ListBillingOutcomesQuery request, CancellationToken cancellationToken)
    {
        caller.RequireAllCustomers();
        if (await runs.FindAsync(request.Id, cancellationToken) is null)
            throw BillingErrors.RunNotFound();

        return await runs.OutcomesAsync(request.Id, request.Kind, request.Limit, request.After, cancellationToken);
    }
}
