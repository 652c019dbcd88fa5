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
/// <param name="Month">That it would bill.</param>
/// <param name="Issues">Whether it would issue what it makes: then it is told too what could not be issued.</param>
public sealed record TryBillingRunQuery(YearMonth Month, bool Issues) : IRequest<TriedBillingRun>;

/// <summary>What a billing run would come to.</summary>
/// <param name="Month">That it would bill.</param>
/// <param name="Tally">Of all customers.</param>
/// <param name="Outcomes">Of each document that there would be.</param>
public sealed record TriedBillingRun(YearMonth Month, BillingTally Tally, IReadOnlyList<BillingOutcome> Outcomes);

internal sealed class TryBillingRunValidator : AbstractValidator<TryBillingRunQuery>
{
    public TryBillingRunValidator() =>
        RuleFor(q => q.Month.Year).InclusiveBetween(HolidayCalendar.Italy.FirstYear, HolidayCalendar.LastYear).OverridePropertyName("Month");
}

internal sealed class TryBillingRunHandler(IChargeStore charges, Bills bills, MonthlyInvoices invoices, ICaller caller)
    : IRequestHandler<TryBillingRunQuery, TriedBillingRun>
{
    private const int AtOnce = 200;

    public async Task<TriedBillingRun> Handle(TryBillingRunQuery request, CancellationToken cancellationToken)
    {
        caller.RequireAllCustomers();
        var on = invoices.Now();
        BillingRun.RequireOver(request.Month, on.At);
        var (tally, outcomes) = (BillingTally.None(0), new List<BillingOutcome>());
        await foreach (var customers in DebtorsAsync(Debt.Of(request.Month, request.Issues), cancellationToken))
        {
            var owed = await bills.OfAsync(customers, request.Month, on.At, cancellationToken);
            var came = await invoices.TryAsync(owed, request.Issues, on, cancellationToken);
            tally = tally.With(came, customers.Count) with { Customers = tally.Customers + customers.Count };
            outcomes.AddRange(came);
        }

        return new(request.Month, tally, outcomes);
    }

    private async IAsyncEnumerable<IReadOnlyList<CustomerId>> DebtorsAsync(Debt debt, [EnumeratorCancellation] CancellationToken ct)
    {
        CustomerId? after = null;
        while (await charges.NextDebtorsAsync(debt, after, AtOnce, ct) is { Count: > 0 } next)
        {
            yield return next;
            after = next[^1];
        }
    }
}
