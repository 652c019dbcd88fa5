using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using NodaTime;

namespace MisterAssist.Application.Interventions.Appointments;

/// <summary>Lets the promise of presence follow a time that the customer wants.</summary>
internal sealed class WishedTimes(TicketDesk tickets, IInterventionStore interventions)
{
    public async Task FollowAsync(Intervention intervention, CancellationToken ct)
    {
        var state = intervention.ToState();
        if (state.Appointment is not { WishedByCustomer: true, Slot.From: var wanted })
            return;

        var open = await interventions.OpenOfAsync(state.TicketId, ct);
        if (SomebodyComesBefore(wanted, open.Where(other => other.Id != intervention.Id)))
            return;

        var ticket = await tickets.GetAsync(state.TicketId, ct);
        var on = await tickets.OccasionAsync(ticket.ToState(), ct);

        ticket.AgreeOnPresence(intervention.Id, wanted, on);

        await tickets.SaveAsync(ticket, on, ct);
    }

    /// <summary>Whether somebody is at work or on the way, or is to come before: then a later time that the customer wants is for something more.</summary>
    public static bool SomebodyComesBefore(Instant wanted, IEnumerable<Intervention> others) => others
        .Select(other => other.ToState())
        .Any(other => other.IsUnderway || other.Appointment?.Slot.From < wanted);
}
