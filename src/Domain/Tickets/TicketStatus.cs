namespace MisterAssist.Domain.Tickets;

/// <summary>Where a ticket is in its life.</summary>
public enum TicketStatus
{
    /// <summary>Received; nobody has answered yet.</summary>
    New,

    /// <summary>A person has answered.</summary>
    Acknowledged,

    /// <summary>It was confirmed in writing how and when we act.</summary>
    Confirmed,

    /// <summary>A technician was there, or began from remote.</summary>
    InProgress,

    /// <summary>It is the customer's turn: confirmation and presence are not counted on.</summary>
    Waiting,

    /// <summary>Solved, as far as we know.</summary>
    Resolved,

    /// <summary>Over.</summary>
    Closed,

    /// <summary>Taken back; nothing is owed any more.</summary>
    Cancelled,
}
