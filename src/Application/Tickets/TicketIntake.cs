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
        if (!reported.TakesUpAgain)
            Reception.RefuseChannel(reported.Channel, reporter, plan, clockOf, now);

        var number = await tickets.NextNumberAsync(now.InZone(Company.Zone).Year, ct);
        var origin = new TicketOrigin(
            reported.Channel, plan.Version.Terms.Admits(reported.Channel), receivedAt, now, reported.LateNote, reporter, reported.Previous);
        var ticket = Ticket.Receive(new(TicketId.New(now), number, reported.CustomerId, reported.Report, origin), plan, clockOf);

        await tickets.AddAsync(ticket, ct);
        return new(ticket.ToState() with { Version = 1 }, now);
    }

    /// <summary>Takes up again, as a new ticket, one that ended too long ago to be reopened.</summary>
    public Task<TicketAt> TakeUpAgainAsync(Ticket ended, string words, Occasion on, CancellationToken ct)
    {
        var before = ended.ToState();
        var report = before.Report with { Description = words, Urgency = Urgency.Normal };
        return TakeAsync(new(before.CustomerId, report, before.Origin.Channel, null, null, before.Id, TakesUpAgain: true), on.Actor, on.At, ct);
    }

    /// <summary>Whether a ticket could have been reopened, but not any more.</summary>
    public bool HasLapsed(Ticket ticket, Instant now) =>
        ticket.ToState() is { CanBeTakenUpAgain: true } state && state.HasLapsed(settings.ReopenDays, now);
}

/// <summary>What somebody reports.</summary>
/// <param name="CustomerId">Whose report it is.</param>
/// <param name="Report">What is reported.</param>
/// <param name="Channel">By which way it came, or the ticket that it takes up again.</param>
/// <param name="ReceivedAt">When it came; null for now.</param>
/// <param name="LateNote">Why it is recorded late.</param>
/// <param name="Previous">The earlier ticket, if any.</param>
/// <param name="TakesUpAgain">Whether it goes on with that one: then nobody chose a channel, and none can be wrong.</param>
internal sealed record Reported(
    CustomerId CustomerId, Report Report, Channel Channel, Instant? ReceivedAt, string? LateNote, TicketId? Previous, bool TakesUpAgain = false);
