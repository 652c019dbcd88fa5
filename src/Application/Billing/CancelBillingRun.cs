using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Billing;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>Lets a billing run look at no further customer. What it made stays.</summary>
public sealed record CancelBillingRunCommand(BillingRunId Id) : ICommand<BillingRunState>;

internal sealed class CancelBillingRunHandler(IBillingRunStore runs, ICaller caller, IClock clock) : IRequestHandler<CancelBillingRunCommand, BillingRunState>
{
    public async Task<BillingRunState> Handle(CancelBillingRunCommand request, CancellationToken cancellationToken)
    {
        caller.RequireAllCustomers();
        var run = await runs.FindAsync(request.Id, cancellationToken) ?? throw BillingErrors.RunNotFound();

        run.Cancel(clock.GetCurrentInstant());

        await runs.SaveAsync(run, [], cancellationToken);
        return run.ToState();
    }
}
