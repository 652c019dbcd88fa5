namespace MisterAssist.Domain.Sla.Plans;

/// <summary>What a time limit is owed for.</summary>
public enum PromiseKind
{
    /// <summary>A person answers.</summary>
    Response,

    /// <summary>A written confirmation says what will be done, how and when.</summary>
    Confirmation,

    /// <summary>A technician arrives, or begins work from remote.</summary>
    Presence,
}
