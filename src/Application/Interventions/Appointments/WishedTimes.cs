using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;

namespace MisterAssist.Application.Interventions.Appointments;

/// <summary>Lets the promise of presence follow a time that the customer wants.</summary>
internal sealed class WishedTimes(TicketDesk tickets)
{
    public async Task FollowAsync(Intervention intervention, CancellationToken ct)
    {
        if (intervention.ToState().Appointment is not { WishedByCustomer: true } wanted)
            return;

        var ticket = await tickets.GetAsync(intervention.ToState().TicketId, ct);
        var on = await tickets.OccasionAsync(ticket.ToState(), ct);

        ticket.AgreeOnPresence(intervention.Id, wanted.Slot.From, on);

        await tickets.SaveAsync(ticket, on, ct);
    }
}
