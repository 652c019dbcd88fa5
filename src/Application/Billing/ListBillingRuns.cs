using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Billing;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>Lists billing runs, the newest first.</summary>
/// <param name="Month">Of that month; null for any.</param>
/// <param name="Limit">How many at the most.</param>
/// <param name="Before">Those before that one; null to begin with the newest.</param>
public sealed record ListBillingRunsQuery(YearMonth? Month, int Limit, BillingRunId? Before) : IRequest<Page<BillingRunState>>;

internal sealed class ListBillingRunsHandler(IBillingRunStore runs, ICaller caller) : IRequestHandler<ListBillingRunsQuery, Page<BillingRunState>>
{
    public Task<Page<BillingRunState>> Handle(ListBillingRunsQuery request, CancellationToken cancellationToken)
    {
        caller.RequireAllCustomers();
        return runs.ListAsync(request.Month, request.Limit, request.Before, cancellationToken);
    }
}
