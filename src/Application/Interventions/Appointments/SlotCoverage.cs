using MisterAssist.Application.Sla;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Interventions.Appointments;

/// <summary>The working time in which appointments are proposed, with the closures that are known now.</summary>
internal sealed class SlotCoverage(TicketDesk tickets, TicketClocks versions, PlanCalendars calendars)
{
    /// <param name="ticket">In its plan version; null where a plan is named.</param>
    /// <param name="plan">In the version that holds at the beginning; null where a ticket is named.</param>
    /// <param name="from">The beginning.</param>
    /// <param name="now">As of when closures are known.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="Domain.Shared.BusinessException">There is no such ticket within reach, or no such plan.</exception>
    public async Task<WorkingClock> OfAsync(TicketId? ticket, PlanCode? plan, Instant from, Instant now, CancellationToken ct)
    {
        if (ticket is not { } id)
            return (await calendars.ForAsync(new(plan, null, now), from, ct)).Clock;

        var version = await versions.VersionOfAsync((await tickets.GetAsync(id, ct)).ToState().Terms, ct);
        return (await calendars.KnownAtAsync(now, ct))(version);
    }
}
