using FluentValidation;
using MediatR;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Sla;

/// <summary>Says when an amount of working time, or what a plan allows for a promise, will have passed since an instant.</summary>
public sealed record CalculateDeadlineQuery(
    ScheduleChoice Coverage, Instant StartAt, Duration? WorkingTime, PromiseKind? Promise, bool IncludeLedger)
    : IRequest<CalculatedDeadline>;

/// <param name="DueAt">The earliest instant at which the working time has passed.</param>
/// <param name="WorkingTime">The amount that was counted.</param>
/// <param name="Zone">Of the coverage.</param>
/// <param name="Version">The plan version that was applied; null where a schedule was given.</param>
/// <param name="Ledger">From the start to the deadline; null when it was not asked for.</param>
public sealed record CalculatedDeadline(
    Instant DueAt, Duration WorkingTime, DateTimeZone Zone, PlanVersion? Version, IReadOnlyList<LedgerSegment>? Ledger);

internal sealed class CalculateDeadlineValidator : AbstractValidator<CalculateDeadlineQuery>
{
    public CalculateDeadlineValidator()
    {
        RuleFor(q => q.Coverage).SetValidator(new ScheduleChoiceValidator()).OverridePropertyName("");
        RuleFor(q => q.StartAt).WithinSupportedYears();
        RuleFor(q => q.WorkingTime)
            .Must(amount => amount > Duration.Zero).When(q => q.WorkingTime is not null, ApplyConditionTo.CurrentValidator)
            .WithErrorCode("out_of_range").WithMessage("Working time must be longer than zero.")
            .NotNull().When(q => q.Promise is null, ApplyConditionTo.CurrentValidator)
            .WithErrorCode("required").WithMessage("Give an amount of working time, or the promise of a plan.")
            .Null().When(q => q.Promise is not null, ApplyConditionTo.CurrentValidator)
            .WithErrorCode("not_both").WithMessage("Give an amount of working time or a promise, not both.");
        RuleFor(q => q.Promise)
            .Null().When(q => q.Coverage.Plan is null).WithErrorCode("only_with_plan").WithMessage("Only a plan makes promises.");
    }
}

internal sealed class CalculateDeadlineHandler(PlanCalendars calendars) : IRequestHandler<CalculateDeadlineQuery, CalculatedDeadline>
{
    public async Task<CalculatedDeadline> Handle(CalculateDeadlineQuery request, CancellationToken cancellationToken)
    {
        var (clock, version) = await calendars.ForAsync(request.Coverage, request.StartAt, cancellationToken);

        var amount = request.WorkingTime ?? AllowedFor(request.Promise!.Value, version!);
        var due = clock.Deadline(request.StartAt, amount);

        var ledger = request.IncludeLedger ? clock.Explain(request.StartAt, due, Ledgers.MaxSegments) : null;
        return new(due, amount, clock.Schedule.Zone, version, ledger);
    }

    private static Duration AllowedFor(PromiseKind promise, PlanVersion version) =>
        version.Terms.Targets.Of(promise) ?? throw PlanErrors.NoSuchPromise(version.Plan, promise);
}
