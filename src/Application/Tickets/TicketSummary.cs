using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>A ticket in a list.</summary>
/// <param name="Id">Its own.</param>
/// <param name="Number">What people call it.</param>
/// <param name="CustomerId">Whose it is.</param>
/// <param name="Subject">In a few words.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Urgency">In the reporter's words.</param>
/// <param name="Terms">Under which it is handled.</param>
/// <param name="QueueRank">In the dispatch queue, before all else.</param>
/// <param name="Assignee">Who sees to it; null for nobody yet.</param>
/// <param name="ReceivedAt">When the customer told us.</param>
/// <param name="Promises">Of all rounds.</param>
/// <param name="Version">Of the ticket.</param>
public sealed record TicketSummary(
    TicketId Id,
    TicketNumber Number,
    CustomerId CustomerId,
    string Subject,
    TicketStatus Status,
    Urgency Urgency,
    TicketTerms Terms,
    int QueueRank,
    string? Assignee,
    Instant ReceivedAt,
    IReadOnlyList<Promise> Promises,
    int Version)
{
    /// <summary>The nearest deadline of what is owed, passed or not; null where nothing is due.</summary>
    public Instant? DueAt => Promises.NearestDue();

    /// <summary>Its place in the dispatch queue.</summary>
    public QueuePlace QueuePlace => new(QueueRank, Terms.Precedence, DueAt, ReceivedAt, Id);
}
