namespace MisterAssist.Domain.Contracts;

/// <summary>Where a contract stands at an instant.</summary>
public enum ContractState
{
    /// <summary>Concluded, and not yet begun.</summary>
    Upcoming,

    /// <summary>It gives the customer its plan.</summary>
    InForce,

    /// <summary>Its last day is over.</summary>
    Ended,

    /// <summary>It was ended before its last day.</summary>
    Terminated,
}
