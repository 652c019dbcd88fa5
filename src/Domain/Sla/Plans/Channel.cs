namespace MisterAssist.Domain.Sla.Plans;

/// <summary>The way by which a report comes in.</summary>
public enum Channel
{
    Email,
    Phone,
    Chat,

    /// <summary>A partner's system. Its key admits it, whatever the plan, so no plan lists it.</summary>
    Integration,
}
