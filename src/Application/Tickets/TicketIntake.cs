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

    /// <summary>Takes up again, as a new ticket, one that ended too long ago to be reopened.</summary>
    /// <remarks>The channel stays that of the old ticket, and nobody is refused for it: they chose none.</remarks>
    public async Task<TicketAt> TakeUpAgainAsync(Ticket ended, string words, Occasion on, CancellationToken ct)
    {
        var before = ended.ToState();
        var report = before.Report with { Description = words, Urgency = Urgency.Normal };
        var plan = await plans.InForceAsync(before.CustomerId, on.At, ct);
        var clockOf = await clocks.ForAsync(null, ct, plan.Version);

        return await KeepAsync(
            new(before.CustomerId, report, before.Origin.Channel, null, null, before.Id), on.At, plan, on with { ClockOf = clockOf }, ct);
    }

    /// <summary>Whether a ticket could have been reopened, but not any more.</summary>
    public bool HasLapsed(Ticket ticket, Instant now) =>
        ticket.ToState() is { CanBeTakenUpAgain: true } state && state.HasLapsed(settings.ReopenDays, now);

    private async Task<TicketAt> KeepAsync(Reported reported, Instant receivedAt, HandlingPlan plan, Occasion on, CancellationToken ct)
    {
        var number = await tickets.NextNumberAsync(on.At.InZone(Company.Zone).Year, ct);
        var origin = new TicketOrigin(
            reported.Channel, plan.Version.Terms.Admits(reported.Channel), receivedAt, on.At, reported.LateNote, on.Actor, reported.Previous);
        var ticket = Ticket.Receive(
            new(TicketId.New(on.At), number, reported.CustomerId, reported.Report, origin), plan, on.ClockOf);

        await tickets.AddAsync(ticket, ct);
        return new(ticket.ToState() with { Version = 1 }, on.At);
    }
}

/// <summary>What somebody reports.</summary>
internal sealed record Reported(
    CustomerId CustomerId, Report Report, Channel Channel, Instant? ReceivedAt, string? LateNote, TicketId? Previous);
