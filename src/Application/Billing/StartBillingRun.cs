using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>Begins to bill a month that is over. Customer after customer, that is done in the background.</summary>
/// <param name="Month">In Rome.</param>
/// <param name="Issues">Whether what is made is issued at once, with the drafts of that month that were made before.</param>
public sealed record StartBillingRunCommand(YearMonth Month, bool Issues) : ICommand<BillingRunState>;

internal sealed class StartBillingRunValidator : AbstractValidator<StartBillingRunCommand>
{
    public StartBillingRunValidator() =>
        RuleFor(c => c.Month.Year).InclusiveBetween(HolidayCalendar.Italy.FirstYear, HolidayCalendar.LastYear).OverridePropertyName("Month");
}

internal sealed class StartBillingRunHandler(IBillingRunStore runs, IChargeStore charges, ICaller caller, IClock clock)
    : IRequestHandler<StartBillingRunCommand, BillingRunState>
{
    public async Task<BillingRunState> Handle(StartBillingRunCommand request, CancellationToken cancellationToken)
    {
        caller.RequireAllCustomers();
        var on = new Deed(caller.Actor, clock.GetCurrentInstant());
        BillingRun.RequireOver(request.Month, on.At);
        var customers = await charges.CountDebtorsAsync(Debt.Of(request.Month, request.Issues), cancellationToken);

        var run = BillingRun.Start(request.Month, request.Issues, customers, on);

        await runs.AddAsync(run, cancellationToken);
        return run.ToState();
    }
}
