using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Prices;

/// <summary>Every refusal about prices, a line each.</summary>
public static class PriceErrors
{
    public static BusinessException NotFound() =>
        new(Refusal.NotFound, "price_list_not_found", "There is no such price list.");

    public static BusinessException NoListThen(PlanCode plan, LocalDate day) =>
        new(Refusal.NotFound, "no_price_list_then", $"No price list for plan '{plan}' held on {day}.");

    public static BusinessException InThePast(LocalDate day, LocalDate today) =>
        new(Refusal.RuleBroken, "price_list_in_the_past", $"A list cannot hold from {day}: what is done on {today} keeps the prices of that day.", "effectiveOn");

    public static BusinessException SameDay(LocalDate day) =>
        new(Refusal.Conflict, "price_list_same_day", $"Another list holds from {day} already.", "effectiveOn");

    public static BusinessException UnknownPlan(PlanCode plan, int index) =>
        new(Refusal.RuleBroken, "unknown_priced_plan", $"There is no plan '{plan}'.", $"prices.{index}.plan");

    public static BusinessException PlanTwice(PlanCode plan, int index) =>
        new(Refusal.RuleBroken, "plan_priced_twice", $"Plan '{plan}' is priced twice.", $"prices.{index}.plan");

    public static BusinessException PlanMissing(PlanCode plan) =>
        new(Refusal.RuleBroken, "plan_not_priced", $"A list has the prices of all plans, and those of '{plan}' are missing.", "prices");

    public static BusinessException OutOfRange(int index, string field, int least, int most) =>
        new(Refusal.RuleBroken, "price_figure_out_of_range", $"A whole number from {least} to {most} is needed here.", $"prices.{index}.{field}");

    public static BusinessException DearerThanStandard(PlanCode plan, int index, string field) =>
        new(Refusal.RuleBroken, "dearer_than_standard",
            $"Plan '{plan}' needs a contract, and who has one pays at most what '{PlanCode.Standard}' costs.", $"prices.{index}.{field}");

    public static BusinessException IncrementAgainstStandard(PlanCode plan, int index) =>
        new(Refusal.RuleBroken, "increment_against_standard",
            $"The increment of '{PlanCode.Standard}' has to be a whole multiple of that of '{plan}': else some work would be billed longer with a contract.",
            $"prices.{index}.incrementMinutes");

    public static BusinessException StandardWithFee(int index) =>
        new(Refusal.RuleBroken, "standard_with_yearly_fee", "Who has no contract pays no yearly fee.", $"prices.{index}.yearlyFee");
}
