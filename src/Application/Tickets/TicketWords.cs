namespace MisterAssist.Application.Tickets;

/// <summary>Reasons, notes and resolutions: what somebody has to say in words.</summary>
public static class TicketWords
{
    /// <summary>The longest, in UTF-16 units.</summary>
    public const int MaxLength = 2000;

    /// <summary>The longest name of an assignee, in UTF-16 units.</summary>
    public const int MaxAssigneeLength = 100;
}
