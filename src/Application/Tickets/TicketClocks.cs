using System.Collections.Concurrent;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla;
using MisterAssist.Application.Sla.Closures;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Finds the clocks by which promises are counted: each that of its plan version, with the closures that it knows.</summary>
internal sealed class TicketClocks(IPlanReader plans, IClosureReader closures, WorkingClocks clocks, PublishedVersions published) : IForgetful
{
    private IReadOnlyList<Closure>? _announced;

    public void Forget() => _announced = null;

    /// <summary>The clocks of what was promised on a ticket, and of what may be promised under further plan versions.</summary>
    public async Task<ClockOf> ForAsync(TicketState? ticket, CancellationToken ct, params IEnumerable<PlanVersion> further)
    {
        var announced = await AnnouncedAsync(ct);
        var versions = further.ToDictionary(version => (version.Plan, version.Number));
        var promised =
            from promise in ticket?.Promises ?? []
            from basis in promise.Terms.Select(term => term.Basis).OfType<PromiseBasis>()
            select (basis.Plan, Number: basis.PlanVersion);
        foreach (var (plan, number) in promised.Distinct())
            versions[(plan, number)] = await published.GetAsync(plans, plan, number, ct);

        return basis => ClockOf(versions[(basis.Plan, basis.PlanVersion)], announced, basis.KnownAt);
    }

    /// <summary>The clock of a plan version, with the closures that stood announced at an instant.</summary>
    public async Task<Func<Instant, WorkingClock>> OfAsync(PlanVersion version, CancellationToken ct)
    {
        var announced = await AnnouncedAsync(ct);
        return knownAt => ClockOf(version, announced, knownAt);
    }

    /// <summary>The ticket with what its plan says of the kind of work.</summary>
    public async Task<TicketAt> SeeAsync(TicketState ticket, Instant at, CancellationToken ct)
    {
        var version = await VersionOfAsync(ticket.Terms, ct);
        return new(ticket, at, version.Terms.EntitlementTo(ticket.Report.Service));
    }

    public Task<PlanVersion> VersionOfAsync(TicketTerms terms, CancellationToken ct) => VersionOfAsync(new AppliedPlan(terms.Plan, terms.PlanVersion), ct);

    public Task<PlanVersion> VersionOfAsync(AppliedPlan plan, CancellationToken ct) => published.GetAsync(plans, plan.Code, plan.Version, ct);

    private async Task<IReadOnlyList<Closure>> AnnouncedAsync(CancellationToken ct) => _announced ??= await closures.AllAsync(ct);

    private WorkingClock ClockOf(PlanVersion version, IEnumerable<Closure> announced, Instant knownAt) =>
        clocks.For(version, [.. announced.Where(closure => closure.StoodAt(knownAt))]);
}

/// <summary>Plan versions that were read before: published, they never change.</summary>
internal sealed class PublishedVersions
{
    private readonly ConcurrentDictionary<(PlanCode Plan, int Number), PlanVersion> _versions = [];

    public async Task<PlanVersion> GetAsync(IPlanReader plans, PlanCode plan, int number, CancellationToken ct)
    {
        if (_versions.TryGetValue((plan, number), out var known))
            return known;

        var found = await plans.FindVersionAsync(plan, number, ct) ?? throw PlanErrors.VersionNotFound(plan, number);
        return _versions.GetOrAdd((plan, number), found.Version);
    }
}
