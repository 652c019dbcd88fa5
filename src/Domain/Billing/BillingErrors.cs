using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Billing;

/// <summary>Every refusal about billing, a line each.</summary>
public static class BillingErrors
{
    public static BusinessException RunNotFound() =>
        new(Refusal.NotFound, "billing_run_not_found", "There is no such billing run.");

    public static BusinessException RunChangedMeanwhile() =>
        new(Refusal.Conflict, "billing_run_changed_meanwhile", "The billing run went on meanwhile: try again.");

    public static BusinessException MonthNotOver(YearMonth month) => new(
        Refusal.RuleBroken, "month_not_over", $"The month {month:uuuu-MM} is not over in Rome: what is still to come of it could not be billed.", "month");

    public static BusinessException RunEnded(BillingRunStatus status) =>
        new(Refusal.Conflict, "billing_run_ended", $"The billing run is {SnakeCase.Of(status)}.");

    public static BusinessException FeeNotPriced(Sla.Plans.PlanCode plan, LocalDate day) => new(
        Refusal.Conflict, "fee_not_priced", $"No price list that held on {day:uuuu-MM-dd} has a yearly fee of plan '{plan}'.");
}
