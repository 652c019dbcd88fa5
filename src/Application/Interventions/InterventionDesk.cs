using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Interventions;

/// <summary>Does something to an intervention that the caller may see, and keeps it with all that happened.</summary>
internal sealed class InterventionDesk(IInterventionStore interventions, TicketClocks clocks, ICaller caller, IClock clock)
{
    /// <summary>Who acts now: each asking is a moment of its own.</summary>
    public Deed Now() => new(caller.Actor, clock.GetCurrentInstant());

    /// <exception cref="BusinessException">There is no such intervention within reach.</exception>
    public async Task<Intervention> GetAsync(InterventionId id, CancellationToken ct) =>
        await interventions.FindAsync(id, caller.Reach, ct) ?? throw InterventionErrors.NotFound();

    /// <exception cref="BusinessException">There is no such intervention within reach.</exception>
    public async Task<Intervention> GetAsync(InterventionId id, KnownVersion known, CancellationToken ct)
    {
        var intervention = await GetAsync(id, ct);
        known.Require(intervention.ToState().Version);
        return intervention;
    }

    /// <summary>Finds an intervention, does something to it that needs nothing else, and keeps it.</summary>
    public async Task<InterventionAt> DoAsync(InterventionId id, KnownVersion known, Action<Intervention, Deed> deed, CancellationToken ct)
    {
        var intervention = await GetAsync(id, known, ct);
        var on = Now();

        deed(intervention, on);

        return await SaveAsync(intervention, on, ct);
    }

    public async Task<InterventionAt> SaveAsync(Intervention intervention, Deed on, CancellationToken ct)
    {
        await interventions.SaveAsync(intervention, ct);
        return await SeeAsync(intervention, on.At, ct);
    }

    /// <summary>The intervention as it stands, with what can be done to it then.</summary>
    public async Task<InterventionAt> SeeAsync(Intervention intervention, Instant at, CancellationToken ct)
    {
        var state = intervention.ToState();
        var days = state.Plan is { } plan ? (await clocks.VersionOfAsync(plan, ct)).Terms.Work.ContestDays : 0;
        return new(state, InterventionLife.MovesAt(state, days, at));
    }
}

/// <summary>An intervention as it stands at an instant.</summary>
/// <param name="Intervention">The intervention.</param>
/// <param name="LegalMoves">What can be done to it then.</param>
public sealed record InterventionAt(InterventionState Intervention, IReadOnlyList<InterventionMove> LegalMoves);
