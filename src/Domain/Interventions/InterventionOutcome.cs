namespace MisterAssist.Domain.Interventions;

/// <summary>What came of an intervention.</summary>
public enum InterventionOutcome
{
    /// <summary>The problem is solved.</summary>
    Solved,

    /// <summary>It is not: a free follow-up is owed.</summary>
    NotSolved,

    /// <summary>A technician was there in time or late, and the customer was not.</summary>
    NobodyThere,
}
