namespace MisterAssist.Domain.Sla.Plans;

/// <summary>What a plan says of a kind of work.</summary>
public enum EntitlementKind
{
    /// <summary>Paid for by the contract.</summary>
    Included,

    /// <summary>Done at the plan's own prices.</summary>
    Billable,

    /// <summary>Not part of the plan: offered out of plan, at Standard terms.</summary>
    Excluded,
}
