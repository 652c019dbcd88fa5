using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using NodaTime;

namespace MisterAssist.Application.Interventions;

/// <summary>An intervention with the ticket that it is done for.</summary>
/// <param name="Intervention">The intervention.</param>
/// <param name="Ticket">What it is done for.</param>
/// <param name="Plan">The plan version that decides about it: that of the arrival, or the ticket's where nobody has arrived.</param>
/// <param name="ClockKnownAt">That plan's working time, with the closures that stood announced at an instant.</param>
/// <param name="On">Who acts, and when.</param>
internal sealed record Job(
    Intervention Intervention, Ticket Ticket, PlanVersion Plan, Func<Instant, WorkingClock> ClockKnownAt, Occasion On)
{
    public AppliedPlan Applied => new(Plan.Plan, Plan.Number);

    /// <summary>By what its guarantees are computed.</summary>
    public GuaranteeTerms Guarantees
    {
        get
        {
            var state = Intervention.ToState();
            return new(Plan.Terms.Work, ClockKnownAt(state.Appointment?.MadeAt ?? state.CreatedAt));
        }
    }

    /// <summary>The intervention as it would be if somebody arrived now, where nobody has.</summary>
    public InterventionState AsIfArrivedNow
    {
        get
        {
            var (state, ticket) = (Intervention.ToState(), Ticket.ToState());
            var owed = state.ArrivedAt is null ? ticket.Promises.SingleOrDefault(promise => promise is { Kind: PromiseKind.Presence, IsOwed: true }) : null;
            return owed?.ReadAt(On.At, ticket.Pauses, On.ClockOf) is { DueAt: { } due } reading
                ? state with { Presence = new(due, On.At, reading.Overrun) }
                : state;
        }
    }

    /// <summary>The promise of presence that is kept by being there at an instant; null where none is owed.</summary>
    public Lateness? KeepPresence(Instant arrivedAt) => Ticket.Begin(Intervention.Id, arrivedAt, On) is PromiseReading { DueAt: { } due } kept
        ? new(due, kept.MetAt!.Value, kept.Overrun)
        : null;
}

/// <summary>Finds jobs, and keeps them.</summary>
internal sealed class Jobs(InterventionDesk interventions, TicketDesk tickets, TicketClocks clocks)
{
    public async Task<Job> GetAsync(InterventionId id, CancellationToken ct)
    {
        var intervention = await interventions.GetAsync(id, ct);
        var ticket = await tickets.GetAsync(intervention.ToState().TicketId, ct);
        var terms = ticket.ToState().Terms;
        var version = await clocks.VersionOfAsync(intervention.ToState().Plan ?? new(terms.Plan, terms.PlanVersion), ct);
        var on = await tickets.OccasionAsync(ticket.ToState(), ct);
        return new(intervention, ticket, version, await clocks.OfAsync(version, ct), on);
    }

    /// <exception cref="Domain.Shared.BusinessException">There is no such intervention within reach.</exception>
    public async Task<Job> GetAsync(InterventionId id, KnownVersion known, CancellationToken ct)
    {
        var job = await GetAsync(id, ct);
        known.Require(job.Intervention.ToState().Version);
        return job;
    }

    public async Task<InterventionAt> SaveAsync(Job job, CancellationToken ct)
    {
        await tickets.SaveAsync(job.Ticket, job.On, ct);
        return await interventions.SaveAsync(job.Intervention, job.On.Deed, ct);
    }

    public Task<InterventionAt> SeeAsync(Job job, CancellationToken ct) => interventions.SeeAsync(job.Intervention, job.On.At, ct);
}
