namespace MisterAssist.Domain.Interventions;

/// <summary>Where work is done from.</summary>
public enum InterventionMode
{
    /// <summary>A technician comes: a call-out.</summary>
    OnSite,

    /// <summary>A technician connects.</summary>
    Remote,
}
