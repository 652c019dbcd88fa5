using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Contests;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Technicians;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Interventions;

internal sealed class InterventionRow
{
    public required string Id { get; init; }

    public required string TicketId { get; init; }

    public required string CustomerId { get; init; }

    public string? SiteId { get; init; }

    public required string Mode { get; init; }

    public required string Entitlement { get; init; }

    public string? FollowsId { get; init; }

    public string? OurFault { get; init; }

    public required string CreatedAt { get; init; }

    public required string Status { get; init; }

    public string? FormerSites { get; init; }

    public string? StartsAt { get; init; }

    public string? Appointment { get; init; }

    public string? TravellingAt { get; init; }

    public string? ArrivedAt { get; init; }

    public string? BegunBy { get; init; }

    public string? ToldAhead { get; init; }

    public string? Plan { get; init; }

    public string? Presence { get; init; }

    public string? EndedAt { get; init; }

    public string? Outcome { get; init; }

    public string? Ending { get; init; }

    public required string Parts { get; init; }

    public required int PartsPutDown { get; init; }

    public string? Contest { get; init; }

    public string? ReportedBy { get; init; }

    public required int Version { get; init; }

    /// <summary>The one that stands in the database when it is saved.</summary>
    public int LoadedVersion { get; init; }

    public static InterventionRow From(InterventionState state, int loadedVersion) => new()
    {
        Id = DbText.From(state.Id.Value),
        TicketId = DbText.From(state.TicketId.Value),
        CustomerId = DbText.From(state.CustomerId.Value),
        SiteId = DbText.From(state.SiteId?.Value),
        Mode = DbText.From(state.Mode),
        Entitlement = DbText.From(state.Entitlement),
        FollowsId = DbText.From(state.Follows?.Value),
        OurFault = state.OurFault,
        CreatedAt = DbText.From(state.CreatedAt),
        Status = DbText.From(state.Status),
        FormerSites = state.FormerSites.Count > 0 ? DomainJson.ToText(state.FormerSites) : null,
        StartsAt = DbText.From(state.Appointment?.Slot.From),
        Appointment = DomainJson.ToTextOrNull(state.Appointment),
        TravellingAt = DbText.From(state.TravellingAt),
        ArrivedAt = DbText.From(state.ArrivedAt),
        BegunBy = state.BegunBy.Count > 0 ? DomainJson.ToText(state.BegunBy) : null,
        ToldAhead = state.ToldAhead.Count > 0 ? DomainJson.ToText(state.ToldAhead) : null,
        Plan = DomainJson.ToTextOrNull(state.Plan),
        Presence = DomainJson.ToTextOrNull(state.Presence),
        EndedAt = DbText.From(state.Ending?.At),
        Outcome = state.Ending?.Outcome is { } outcome ? DbText.From(outcome) : null,
        Ending = DomainJson.ToTextOrNull(state.Ending),
        Parts = DomainJson.ToText(state.Parts),
        PartsPutDown = state.PartsPutDown,
        Contest = DomainJson.ToTextOrNull(state.Contest),
        ReportedBy = DbText.From(state.ReportedBy?.Value),
        Version = state.Version,
        LoadedVersion = loadedVersion,
    };

    public Intervention ToIntervention() => Intervention.FromState(new(
        new(DbText.ToId(Id)),
        new(DbText.ToId(TicketId)),
        new(DbText.ToId(CustomerId)),
        SiteId is null ? null : new(DbText.ToId(SiteId)),
        DbText.ToEnum<InterventionMode>(Mode),
        DbText.ToEnum<EntitlementKind>(Entitlement),
        FollowsId is null ? null : new(DbText.ToId(FollowsId)),
        OurFault,
        DbText.ToInstant(CreatedAt),
        DbText.ToEnum<InterventionStatus>(Status),
        DomainJson.FromTextOrNull<IReadOnlyList<FormerSite>>(FormerSites) ?? [],
        DomainJson.FromTextOrNull<Appointment>(Appointment),
        DbText.ToInstantOrNull(TravellingAt),
        DbText.ToInstantOrNull(ArrivedAt),
        DomainJson.FromTextOrNull<IReadOnlyList<TechnicianId>>(BegunBy) ?? [],
        DomainJson.FromTextOrNull<IReadOnlyList<ToldAhead>>(ToldAhead) ?? [],
        DomainJson.FromTextOrNull<AppliedPlan>(Plan),
        DomainJson.FromTextOrNull<Lateness>(Presence),
        DomainJson.FromTextOrNull<Ending>(Ending),
        DomainJson.FromText<IReadOnlyList<FittedPart>>(Parts),
        PartsPutDown,
        DomainJson.FromTextOrNull<Contest>(Contest),
        ReportedBy is null ? null : new(DbText.ToId(ReportedBy)),
        Version));
}
