using System.Runtime.CompilerServices;
using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>Shows what a billing run over a month would come to, and stores nothing.</summary>
public sealed record TryBillingRunQuery(YearMonth Month) : IRequest<TriedBillingRun>;

/// <summary>What a billing run would come to.</summary>
/// <param name="Month">That it would bill.</param>
/// <param name="Tally">Of all customers.</param>
/// <param name="Outcomes">Of each for whom there is something to do.</param>
public sealed record TriedBillingRun(YearMonth Month, BillingTally Tally, IReadOnlyList<BillingOutcome> Outcomes);

internal sealed class TryBillingRunValidator : AbstractValidator<TryBillingRunQuery>
{
    public TryBillingRunValidator() => RuleFor(q => q.Month.Year).InclusiveBetween(HolidayCalendar.Italy.FirstYear, HolidayCalendar.LastYear).OverridePropertyName("Month");
}

internal sealed class TryBillingRunHandler(IChargeStore charges, Bills bills, ICaller caller, IClock clock)
    : IRequestHandler<TryBillingRunQuery, TriedBillingRun>
{
    private const int AtOnce = 200;

    public async Task<TriedBillingRun> Handle(TryBillingRunQuery request, CancellationToken cancellationToken)
    {
        caller.RequireAllCustomers();
        var now = clock.GetCurrentInstant();
        BillingRun.RequireOver(request.Month, now);
        var (tally, outcomes) = (BillingTally.None(0), new List<BillingOutcome>());
        await foreach (var customers in DebtorsAsync(request.Month, cancellationToken))
        {
            IReadOnlyList<BillingOutcome> came =
            [
                .. from bill in await bills.OfAsync(customers, request.Month, now, cancellationToken) where !bill.IsEmpty select bill.OutcomeOn(null),
            ];
            tally = tally.With(came, customers.Count) with { Customers = tally.Customers + customers.Count };
            outcomes.AddRange(came);
        }

        return new(request.Month, tally, outcomes);
    }

    private async IAsyncEnumerable<IReadOnlyList<CustomerId>> DebtorsAsync(YearMonth month, [EnumeratorCancellation] CancellationToken ct)
    {
        CustomerId? after = null;
        while (await charges.NextDebtorsAsync(Debt.Of(month, withDrafts: false), after, AtOnce, ct) is { Count: > 0 } next)
        {
            yield return next;
            after = next[^1];
        }
    }
}
