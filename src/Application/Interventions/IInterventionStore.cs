using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Interventions;

/// <summary>Loads and saves interventions; what happened to one goes into the event log with it.</summary>
public interface IInterventionStore
{
    /// <summary>An intervention of a customer within reach, or null.</summary>
    Task<Intervention?> FindAsync(InterventionId id, CustomerReach reach, CancellationToken ct);

    Task AddAsync(Intervention intervention, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">It was changed meanwhile.</exception>
    Task SaveAsync(Intervention intervention, CancellationToken ct);

    /// <summary>What is to be done on a ticket or is under way, in the order of creation.</summary>
    Task<IReadOnlyList<Intervention>> OpenOfAsync(TicketId ticket, CancellationToken ct);

    /// <summary>Interventions of customers within reach, the oldest first, after a given one; null to begin with the first.</summary>
    Task<Page<Intervention>> ListAsync(InterventionFilter filter, CustomerReach reach, int limit, InterventionId? after, CancellationToken ct);

    /// <summary>When a technician is busy within a stretch of time, in order; who is at work is so from the arrival until past now at least.</summary>
    /// <param name="technician">Who.</param>
    /// <param name="within">The stretch.</param>
    /// <param name="except">With which intervention it does not count; null for none.</param>
    /// <param name="now">Now.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<Slot>> BusyAsync(TechnicianId technician, Slot within, InterventionId? except, Instant now, CancellationToken ct);

    /// <summary>Since when a technician is at work on another intervention that was begun by an instant and has not ended; null where on none.</summary>
    Task<Instant?> AtWorkSinceAsync(TechnicianId technician, InterventionId except, Instant at, CancellationToken ct);

    /// <summary>What a technician worked on other interventions while an entry lasts, in order.</summary>
    Task<IReadOnlyList<TimeEntry>> WorkedElsewhereAsync(TimeEntry meanwhile, InterventionId except, CancellationToken ct);
}

/// <summary>Which interventions are meant; null or empty for whatever there is.</summary>
/// <param name="TicketId">Of that ticket.</param>
/// <param name="CustomerId">Of that customer.</param>
/// <param name="Technician">To be done by that technician, or done.</param>
/// <param name="Statuses">In one of these states.</param>
public sealed record InterventionFilter(
    TicketId? TicketId, CustomerId? CustomerId, TechnicianId? Technician, IReadOnlyCollection<InterventionStatus> Statuses);
