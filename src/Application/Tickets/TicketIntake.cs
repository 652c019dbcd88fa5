using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Takes reports in: finds the plan that holds, gives a number, and keeps the ticket with its promises.</summary>
internal sealed class TicketIntake(ITicketStore tickets, HandlingPlans plans, TicketClocks clocks, TicketSettings settings)
{
    public async Task<TicketAt> TakeAsync(Reported reported, Actor reporter, Instant now, CancellationToken ct)
    {
        var receivedAt = Reception.At(reported.ReceivedAt, reported.LateNote, settings.LongestDelay, reporter, now);
        var plan = await plans.InForceAsync(reported.CustomerId, receivedAt, ct);
        var clockOf = await clocks.ForAsync(null, ct, plan.Version);
        Reception.RefuseChannel(reported.Channel, reporter, plan, clockOf, now);

        return await KeepAsync(reported, receivedAt, plan, new(reporter, now, clockOf), ct);
    }

    /// <summary>Takes up again, as a new ticket, one that ended too long ago to be reopened; it says so of itself then.</summary>
    /// <remarks>The channel stays that of the old ticket, and nobody is refused for it: they chose none.</remarks>
    public async Task<TicketAt> TakeUpAgainAsync(Ticket ended, string words, Occasion on, CancellationToken ct)
    {
        var before = ended.ToState();
        var report = before.Report with { Description = words, Urgency = Urgency.Normal };
        var plan = await plans.InForceAsync(before.CustomerId, on.At, ct);
        var clockOf = await clocks.ForAsync(null, ct, plan.Version);
        var next = await KeepAsync(
            new(before.CustomerId, report, before.Origin.Channel, null, null, before.Id), on.At, plan, on with { ClockOf = clockOf }, ct);

        ended.LeaveTo(next.Ticket.Id, on);
        await tickets.SaveAsync(ended, ct);
        return next;
    }

    /// <summary>Whether a ticket could have been reopened, but not any more.</summary>
    public bool HasLapsed(Ticket ticket, Instant now) => ticket.ToState().HasLapsed(settings.ReopenDays, now);

    private async Task<TicketAt> KeepAsync(Reported reported, Instant receivedAt, HandlingPlan plan, Occasion on, CancellationToken ct)
    {
        var number = await tickets.NextNumberAsync(on.At.InZone(Company.Zone).Year, ct);
        var origin = new TicketOrigin(
            reported.Channel, plan.Version.Terms.Admits(reported.Channel), receivedAt, on.At,
            receivedAt < on.At ? reported.LateNote : null, on.Actor, reported.Previous);
        var ticket = Ticket.Receive(
            new(TicketId.New(on.At), number, reported.CustomerId, reported.Report, origin), plan, on.ClockOf);
        if (receivedAt < on.At)
            await CatchUpWithPlanAsync(ticket, on.At, ct);

        await tickets.AddAsync(ticket, ct);
        return await clocks.SeeAsync(ticket.ToState(), on.At, ct);
    }

    /// <remarks>Open tickets were told of a change of plan when it came about: one that is put down after it is told now.</remarks>
    private async Task CatchUpWithPlanAsync(Ticket ticket, Instant now, CancellationToken ct)
    {
        var state = ticket.ToState();
        if (await plans.SuccessorAsync(state.CustomerId, state.Terms, now, ct) is var (plan, from))
            ticket.ChangePlan(plan, from, await clocks.ForAsync(state, ct, plan.Version));
    }
}

/// <summary>What somebody reports.</summary>
internal sealed record Reported(
    CustomerId CustomerId, Report Report, Channel Channel, Instant? ReceivedAt, string? LateNote, TicketId? Previous);
