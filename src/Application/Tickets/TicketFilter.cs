using System.Runtime.InteropServices;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Which tickets are wanted: those to which everything given applies. An empty list means any.</summary>
/// <param name="Customers">Of one of these.</param>
/// <param name="Statuses">In one of these.</param>
/// <param name="Plans">Under one of these.</param>
/// <param name="Assignee">Given to them; null for anybody.</param>
/// <param name="DueBefore">With something owed that is due earlier, exclusive; null for any.</param>
/// <param name="Missed">With a promise missed, or with none; null for both.</param>
/// <param name="Text">In the subject, whatever the case; or the whole number. Null for any.</param>
public sealed record TicketFilter(
    IReadOnlyList<CustomerId> Customers,
    IReadOnlyList<TicketStatus> Statuses,
    IReadOnlyList<PlanCode> Plans,
    string? Assignee,
    Instant? DueBefore,
    bool? Missed,
    string? Text)
{
    public const int MaxTextLength = 100;
}

/// <summary>The orders in which tickets can be listed.</summary>
public enum TicketOrder
{
    NewestFirst,
    OldestFirst,

    /// <summary>The nearest deadline first; those without one last.</summary>
    DueFirst,
}

/// <summary>A ticket's place in an order.</summary>
/// <param name="At">When it was received, or is due; null where it is not.</param>
/// <param name="Id">Its own.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TicketPlace(Instant? At, TicketId Id);

/// <summary>A ticket's place in the dispatch queue.</summary>
/// <param name="Rank">0 for urgent ones, 1 for others.</param>
/// <param name="Precedence">Of its customer's plan.</param>
/// <param name="DueAt">The nearest deadline; null where there is none.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="Id">Its own.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct QueuePlace(int Rank, int Precedence, Instant? DueAt, Instant ReceivedAt, TicketId Id);
