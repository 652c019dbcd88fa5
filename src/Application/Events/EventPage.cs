using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Events;

/// <summary>A line of the log with its number, which only ever grows and is never given twice.</summary>
public sealed record LoggedEvent(long Sequence, RecordedEvent Event);

/// <summary>Which lines are wanted.</summary>
/// <param name="IncludeInternal">Whether those are among them that only staff may see.</param>
/// <param name="Types">Any of these; all where none is given.</param>
/// <param name="CustomerId">Those of this customer alone; of all where it is null.</param>
/// <param name="TicketId">Those of this ticket alone; of all, and of none, where it is null.</param>
public sealed record EventFilter(bool IncludeInternal, IReadOnlyList<string> Types, CustomerId? CustomerId = null, TicketId? TicketId = null);

/// <summary>Some lines of the log.</summary>
/// <param name="Items">In the order of their numbers.</param>
/// <param name="NextAfter">The last number that was looked at: what comes next is after it, and nothing wanted is before it.</param>
/// <param name="HasMore">Whether the log went on after it already.</param>
public sealed record EventPage(IReadOnlyList<LoggedEvent> Items, long NextAfter, bool HasMore);
