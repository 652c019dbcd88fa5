using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Reads tickets as they stand.</summary>
public interface ITicketReader
{
    /// <summary>A ticket of a customer within reach, or null.</summary>
    Task<TicketState?> FindAsync(TicketId id, CustomerReach reach, CancellationToken ct);

    Task<bool> ExistsAsync(TicketId id, CustomerReach reach, CancellationToken ct);

    /// <summary>Tickets of customers within reach, in pages.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="reach">Of which customers.</param>
    /// <param name="order">In which order; of equals, by id.</param>
    /// <param name="after">The last of the page before: its place in the order and its id; null for the first page.</param>
    /// <param name="limit">The most that a page has.</param>
    /// <param name="now">Whether something is missed is a matter of the clock.</param>
    /// <param name="ct">Cancels.</param>
    Task<Page<TicketSummary>> ListAsync(
        TicketFilter filter, CustomerReach reach, TicketOrder order, TicketPlace? after, int limit, Instant now, CancellationToken ct);

    /// <summary>Open work of customers within reach, what is to be done first coming first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="reach">Of which customers.</param>
    /// <param name="after">The last of the page before; null for the first page.</param>
    /// <param name="limit">The most that a page has.</param>
    /// <param name="now">Whether something is missed is a matter of the clock.</param>
    /// <param name="ct">Cancels.</param>
    Task<Page<TicketSummary>> ListQueueAsync(
        TicketFilter filter, CustomerReach reach, QueuePlace? after, int limit, Instant now, CancellationToken ct);
}
