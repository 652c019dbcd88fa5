using MisterAssist.Application.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Does something to a ticket that the caller may see, and keeps it with all that happened.</summary>
internal sealed class TicketDesk(ITicketStore tickets, TicketClocks clocks, ICaller caller, IClock clock)
{
    /// <exception cref="Domain.Shared.BusinessException">There is no such ticket within reach.</exception>
    public async Task<Ticket> GetAsync(TicketId id, CancellationToken ct) =>
        await FindAsync(id, ct) ?? throw TicketErrors.NotFound();

    /// <summary>A ticket that the caller may see, or null.</summary>
    public Task<Ticket?> FindAsync(TicketId id, CancellationToken ct) => tickets.FindAsync(id, caller.Reach, ct);

    /// <summary>The ticket in which one goes on that was merged, perhaps more than once; itself where it was not.</summary>
    public async Task<Ticket> LastAsync(Ticket ticket, CancellationToken ct)
    {
        while (ticket.ToState().MergedInto is { } next)
            ticket = await GetAsync(next, ct);
        return ticket;
    }

    /// <summary>Who acts now, with the clocks of a ticket.</summary>
    public async Task<Occasion> OccasionAsync(TicketState ticket, CancellationToken ct, params IEnumerable<HandlingPlan> plans) =>
        new(caller.Actor, clock.GetCurrentInstant(), await clocks.ForAsync(ticket, ct, plans.Select(plan => plan.Version)));

    /// <summary>Keeps what happened to it; where nothing did, it stays in its version.</summary>
    public async Task<TicketAt> SaveAsync(Ticket ticket, Occasion on, CancellationToken ct)
    {
        var state = ticket.ToState();
        if (ticket.Events.Count == 0)
            return await clocks.SeeAsync(state, on.At, ct);

        await tickets.SaveAsync(ticket, ct);
        return await clocks.SeeAsync(state, on.At, ct);
    }

    /// <summary>Finds a ticket, does something to it that needs nothing else, and keeps it.</summary>
    public async Task<TicketAt> DoAsync(TicketId id, KnownVersion known, Action<Ticket, Occasion> deed, CancellationToken ct)
    {
        var ticket = await GetAsync(id, ct);
        known.Require(ticket.ToState().Version);
        var on = await OccasionAsync(ticket.ToState(), ct);

        deed(ticket, on);

        return await SaveAsync(ticket, on, ct);
    }
}

/// <summary>A ticket as it stands at an instant.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="At">The instant.</param>
/// <param name="Entitlement">Whether its plan pays for the kind of work.</param>
public sealed record TicketAt(TicketState Ticket, Instant At, Entitlement Entitlement);
