using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Billing;

namespace MisterAssist.Application.Billing;

/// <summary>Gets a billing run with how far it came.</summary>
public sealed record GetBillingRunQuery(BillingRunId Id) : IRequest<BillingRunState>;

internal sealed class GetBillingRunHandler(IBillingRunStore runs, ICaller caller) : IRequestHandler<GetBillingRunQuery, BillingRunState>
{
    public async Task<BillingRunState> Handle(GetBillingRunQuery request, CancellationToken cancellationToken)
    {
        caller.RequireAllCustomers();
        return (await runs.FindAsync(request.Id, cancellationToken) ?? throw BillingErrors.RunNotFound()).ToState();
    }
}
