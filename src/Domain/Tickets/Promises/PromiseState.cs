namespace MisterAssist.Domain.Tickets.Promises;

/// <summary>How a promise stands.</summary>
public enum PromiseState
{
    /// <summary>Owed, and in time so far.</summary>
    Running,

    /// <summary>Owed, but waiting for the customer: there is no instant at which it is due.</summary>
    Paused,

    /// <summary>Kept in time; at the very instant it was due is in time.</summary>
    Met,

    /// <summary>Kept late, or overdue.</summary>
    Missed,

    /// <summary>No longer owed.</summary>
    Withdrawn,
}
