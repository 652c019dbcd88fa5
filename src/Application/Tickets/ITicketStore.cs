using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Loads and saves tickets, each with its promises; what happened to one goes into the event log with it.</summary>
public interface ITicketStore
{
    /// <summary>A ticket of a customer within reach, or null.</summary>
    Task<Ticket?> FindAsync(TicketId id, CustomerReach reach, CancellationToken ct);

    /// <summary>The number after the last one given in a year.</summary>
    Task<TicketNumber> NextNumberAsync(int year, CancellationToken ct);

    Task AddAsync(Ticket ticket, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">It was changed meanwhile.</exception>
    Task SaveAsync(Ticket ticket, CancellationToken ct);

    /// <summary>
    /// Takes tickets that have a warning or a miss to raise, those that have waited longest: nobody else is given them before an instant, unless
    /// they are saved. By id.
    /// </summary>
    Task<IReadOnlyList<TicketId>> ClaimDueAsync(Instant now, Instant until, int limit, CancellationToken ct);

    /// <summary>The open ticket in which one that is over was taken up again, the last of several; or null.</summary>
    Task<TicketSuccessor?> FindSuccessorAsync(TicketId id, CancellationToken ct);

    /// <summary>The tickets of a customer on which work is owed, by id.</summary>
    Task<IReadOnlyList<TicketId>> OpenOfAsync(CustomerId customer, CancellationToken ct);
}

/// <summary>A ticket that takes up another.</summary>
public sealed record TicketSuccessor(TicketId Id, TicketNumber Number);
