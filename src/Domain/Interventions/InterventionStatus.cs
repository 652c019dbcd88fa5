namespace MisterAssist.Domain.Interventions;

/// <summary>Where an intervention is in its life.</summary>
public enum InterventionStatus
{
    /// <summary>It is to be done.</summary>
    Planned,

    /// <summary>A technician is on the way.</summary>
    Travelling,

    /// <summary>A technician is there, or works from remote.</summary>
    Started,

    /// <summary>It is over, whatever came of it.</summary>
    Completed,

    /// <summary>It was not done.</summary>
    Cancelled,
}

/// <summary>What can be done to an intervention as a whole.</summary>
public enum InterventionMove
{
    Plan,
    Move,
    Reassign,
    Travel,
    Start,
    NobodyThere,
    Complete,
    Correct,
    Cancel,
    Contest,
    AcceptContest,
    DeclineContest,
}
