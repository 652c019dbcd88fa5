using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla.Plans;

/// <summary>What a plan decides about interventions where the service charter leaves it open.</summary>
public sealed record WorkTerms
{
    private WorkTerms(
        int latePercent, Duration lateStep, int contestDays, Money smallPartLimit, bool callOutIncluded, bool chargesWastedCallOut) =>
        (LatePercent, LateStep, ContestDays, SmallPartLimit, CallOutIncluded, ChargesWastedCallOut) =
        (latePercent, lateStep, contestDays, smallPartLimit, callOutIncluded, chargesWastedCallOut);

    /// <summary>20 % for each started hour, 15 days, small parts up to 50 euro; call-outs are included with the work, wasted ones not charged.</summary>
    public static WorkTerms Usual { get; } = new(
        latePercent: 20, Duration.FromHours(1), contestDays: 15, new(50_00), callOutIncluded: true, chargesWastedCallOut: false);

    /// <summary>What is taken off call-out and labour for each started <see cref="LateStep"/> of delay, from 1 to 100.</summary>
    public int LatePercent { get; }

    /// <summary>In working time of the plan's coverage.</summary>
    public Duration LateStep { get; }

    /// <summary>How many days after the one on which an intervention ended, in Rome, the customer may say that it did not solve the problem.</summary>
    public int ContestDays { get; }

    /// <summary>Parts up to this unit price, inclusive and without VAT, are fitted without asking, unless the customer wants to be asked.</summary>
    public Money SmallPartLimit { get; }

    /// <summary>Whether work that the plan includes includes the call-out for it.</summary>
    public bool CallOutIncluded { get; }

    /// <summary>Whether a call-out is charged where nobody was there.</summary>
    public bool ChargesWastedCallOut { get; }

    /// <exception cref="BusinessException">A percentage, a duration, a number of days or an amount is out of range.</exception>
    public static WorkTerms Create(
        int latePercent, Duration lateStep, int contestDays, Money smallPartLimit, bool callOutIncluded, bool chargesWastedCallOut)
    {
        if (latePercent is < 1 or > 100)
            throw PlanErrors.InvalidWorkTerm("latePercent", "a percentage from 1 to 100");
        if (lateStep < Duration.FromMinutes(1) || lateStep > Duration.FromHours(24) || lateStep.NanosecondOfDay % NodaConstants.NanosecondsPerSecond != 0)
            throw PlanErrors.InvalidWorkTerm("lateStep", "whole seconds, from a minute to 24 hours");
        if (contestDays is < 0 or > 365)
            throw PlanErrors.InvalidWorkTerm("contestDays", "a number of days from 0 to 365");
        if (smallPartLimit < Money.Zero || smallPartLimit > Money.Largest)
            throw PlanErrors.InvalidWorkTerm("smallPartLimit", $"an amount from 0.00 to {Money.Largest}");

        return new(latePercent, lateStep, contestDays, smallPartLimit, callOutIncluded, chargesWastedCallOut);
    }
}
