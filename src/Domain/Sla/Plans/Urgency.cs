namespace MisterAssist.Domain.Sla.Plans;

/// <summary>How pressing a report is, in the reporter's words.</summary>
public enum Urgency
{
    Normal,
    Urgent,
}
