using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Contracts;

/// <summary>Every refusal about contracts, a line each.</summary>
public static class ContractErrors
{
    public static BusinessException NotFound() =>
        new(Refusal.NotFound, "contract_not_found", "There is no such contract.");

    public static BusinessException ChangedMeanwhile() =>
        new(Refusal.Conflict, "contract_changed_meanwhile", "The contract was changed meanwhile: read it, then try again.");

    public static BusinessException EndsBeforeStart() =>
        new(Refusal.RuleBroken, "contract_ends_before_start", "A contract cannot end before it starts.", "endsOn");

    public static BusinessException TermTooLong() =>
        new(Refusal.RuleBroken, "contract_term_too_long", $"A term lasts at most {ContractTerm.MaxMonths} months.", "endsOn");

    public static BusinessException EndsTooLate(int lastYear) =>
        new(Refusal.RuleBroken, "contract_ends_too_late", $"A contract ends in {lastYear} at the latest.", "months");

    public static BusinessException Overlaps(ContractId other) =>
        new(Refusal.Conflict, "contract_overlaps", $"A customer has one contract at a time, and {other} is in force then.");

    public static BusinessException PlanWithoutContract(PlanCode plan) =>
        new(Refusal.RuleBroken, "plan_without_contract", $"Plan '{plan}' is for whoever has no contract.", "plan");

    public static BusinessException Over(ContractId contract) =>
        new(Refusal.Conflict, "contract_over", $"{contract} has ended: conclude a new one.");

    public static BusinessException Terminated(ContractId contract, LocalDate fromOn) =>
        new(Refusal.Conflict, "contract_terminated", $"{contract} is terminated from {fromOn} on.");

    public static BusinessException DayInThePast(LocalDate day, LocalDate today) =>
        new(Refusal.RuleBroken, "contract_day_in_the_past", $"{day} is over: today is {today}.", "fromOn");

    public static BusinessException DayOutsideTerm(LocalDate day) =>
        new(Refusal.RuleBroken, "contract_day_outside_term", $"{day} comes after the last day of the contract.", "fromOn");

    public static BusinessException PlanHoldsAlready(PlanCode plan) =>
        new(Refusal.Conflict, "plan_holds_already", $"The contract gives plan '{plan}' then already.", "plan");
}
