using FluentValidation;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Sla;

/// <summary>Under which coverage working time is counted: that of a plan with the company's closures, or one given whole.</summary>
/// <param name="Plan">A plan, in the version that holds when the counting starts; null where a schedule is given.</param>
/// <param name="Schedule">A schedule given whole; null where a plan is named.</param>
/// <param name="KnownAt">
/// With a plan: closures count as they were announced at this instant; null for when the counting starts, as for a promise.
/// </param>
public sealed record ScheduleChoice(PlanCode? Plan, GivenSchedule? Schedule, Instant? KnownAt);

internal sealed class ScheduleChoiceValidator : AbstractValidator<ScheduleChoice>
{
    public ScheduleChoiceValidator()
    {
        RuleFor(c => c.Schedule)
            .NotNull().When(c => c.Plan is null).WithErrorCode("required").WithMessage("Give a plan or a schedule.")
            .Null().When(c => c.Plan is not null, ApplyConditionTo.CurrentValidator).WithErrorCode("not_both")
            .WithMessage("Give a plan or a schedule, not both.")
            .SetValidator(new GivenScheduleValidator()!);
        RuleFor(c => c.Plan!.Value.Value).Length(1, PlanCode.MaxLength).When(c => c.Plan is not null).OverridePropertyName("Plan");
        RuleFor(c => c.KnownAt)
            .WithinSupportedYears()
            .Null().When(c => c.Plan is null, ApplyConditionTo.CurrentValidator).WithErrorCode("only_with_plan").WithMessage("Only a plan has closures that could be known.");
    }
}
