namespace MisterAssist.Domain.Shared;

/// <summary>Why a request that is well-formed cannot be honoured.</summary>
public enum Refusal
{
    /// <summary>What was asked for does not exist, or is somebody else's.</summary>
    NotFound,

    /// <summary>Whoever asks is known, and may not do this.</summary>
    Forbidden,

    /// <summary>The present state forbids it.</summary>
    Conflict,

    /// <summary>It would break a rule of the business, whatever the state.</summary>
    RuleBroken,
}
