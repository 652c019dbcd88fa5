using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Billing;

namespace MisterAssist.Application.Billing;

/// <summary>Lists what came of a billing run, document by document; customers for whom there was nothing to do are left out.</summary>
public sealed record ListBillingOutcomesQuery(BillingRunId Id, BillingOutcomeKind? Kind, int Limit, int? After) : IRequest<Page<NumberedOutcome>>;

internal sealed class ListBillingOutcomesHandler(IBillingRunStore runs, ICaller caller) : IRequestHandler<ListBillingOutcomesQuery, Page<NumberedOutcome>>
{
    public async Task<Page<NumberedOutcome>> Handle(ListBillingOutcomesQuery request, CancellationToken cancellationToken)
    {
        caller.RequireAllCustomers();
        if (await runs.FindAsync(request.Id, cancellationToken) is null)
            throw BillingErrors.RunNotFound();

        return await runs.OutcomesAsync(request.Id, request.Kind, request.Limit, request.After, cancellationToken);
    }
}
