using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Contests;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Domain.Interventions;

/// <summary>All that is known of an intervention, as it is kept.</summary>
/// <param name="Id">Its own.</param>
/// <param name="TicketId">What it is done for.</param>
/// <param name="CustomerId">Whose ticket that is.</param>
/// <param name="SiteId">Where; null where the ticket names no site.</param>
/// <param name="Mode">On site or from remote.</param>
/// <param name="Entitlement">Whether the plan pays for the work, as it was told when the intervention was created.</param>
/// <param name="Follows">The intervention that did not solve the problem, which this free one follows; null where it follows none.</param>
/// <param name="OurFault">Which error of our own it mends; null where it mends none.</param>
/// <param name="CreatedAt">When it was recorded.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="FormerSites">Where it was to be before, in order; empty once somebody is there.</param>
/// <param name="Appointment">When it is to be, and by whom; null while that is open.</param>
/// <param name="TravellingAt">When a technician set out; null where nobody said so.</param>
/// <param name="ArrivedAt">When a technician was there, or began from remote; null while nobody was.</param>
/// <param name="BegunBy">Who began it, as it was told; empty where nobody said so, as where those of the appointment did.</param>
/// <param name="ToldAhead">With which instants a phone that was ahead of us told what happened; empty where none was.</param>
/// <param name="Plan">The plan version under which its ticket was handled at the arrival: it decides what the work comes to. Null while nobody was there.</param>
/// <param name="Presence">The promise of presence that the arrival kept; null where it kept none. Without delay where it was in time.</param>
/// <param name="Ending">How it ended; null while it has not.</param>
/// <param name="Parts">What it fits, by number.</param>
/// <param name="PartsPutDown">How many kinds of parts were ever put down: a number is not given twice, also where a part was taken back.</param>
/// <param name="Contest">That the customer does not take it for solved; null where that was not said.</param>
/// <param name="ReportedBy">The work report that was issued on it and stands; null where there is none: then it can still be corrected.</param>
/// <param name="Version">1, and one more for each change.</param>
public sealed record InterventionState(
    InterventionId Id,
    TicketId TicketId,
    CustomerId CustomerId,
    SiteId? SiteId,
    InterventionMode Mode,
    EntitlementKind Entitlement,
    InterventionId? Follows,
    string? OurFault,
    Instant CreatedAt,
    InterventionStatus Status,
    IReadOnlyList<FormerSite> FormerSites,
    Appointment? Appointment,
    Instant? TravellingAt,
    Instant? ArrivedAt,
    IReadOnlyList<TechnicianId> BegunBy,
    IReadOnlyList<ToldAhead> ToldAhead,
    AppliedPlan? Plan,
    Lateness? Presence,
    Ending? Ending,
    IReadOnlyList<FittedPart> Parts,
    int PartsPutDown,
    Contest? Contest,
    WorkReportId? ReportedBy,
    int Version)
{
    /// <summary>Whether the customer pays for the work, as it is told: what is free by a guarantee is said first.</summary>
    public Entitlement Told => this switch
    {
        { OurFault: not null } => new(EntitlementKind.Included, new("Rimedia a un nostro errore: non si paga.", "It mends an error of our own: not charged.")),
        { Follows: not null } => new(
            EntitlementKind.Included, new("Il problema non era stato risolto: non si paga.", "The problem had not been solved: not charged.")),
        _ => Sla.Plans.Entitlement.Of(Entitlement),
    };

    /// <summary>It mends an error of our own, or follows what did not solve the problem: nothing is charged for it, for parts neither.</summary>
    public bool IsFree => OurFault is not null || Follows is not null;

    /// <summary>Neither done nor called off.</summary>
    public bool IsOpen => Status is not (InterventionStatus.Completed or InterventionStatus.Cancelled);

    /// <summary>A technician is on the way or at work.</summary>
    public bool IsUnderway => Status is InterventionStatus.Travelling or InterventionStatus.Started;

    /// <summary>Whether it has ended and another, free one is owed for it: it solved nothing, or nobody was there for the one that was owed already.</summary>
    public bool NeedsFollowUp =>
        Ending?.Outcome == InterventionOutcome.NotSolved || (Ending?.Outcome == InterventionOutcome.NobodyThere && Follows is not null);

    /// <summary>With somebody there from an instant on: where it was to be then.</summary>
    internal InterventionState At(Instant arrivedAt) => this with
    {
        ArrivedAt = arrivedAt,
        SiteId = FormerSites.FirstOrDefault(former => arrivedAt < former.Until) is { } former ? former.Id : SiteId,
        FormerSites = [],
    };

    /// <summary>The last instant at which something was told to have happened on it.</summary>
    internal Instant LastAt => Ending?.At ?? ArrivedAt ?? TravellingAt ?? Instant.MinValue;
}

/// <summary>Where an intervention was to be before its ticket was about another site.</summary>
/// <param name="Id">Null where the ticket named none.</param>
/// <param name="Until">Exclusive.</param>
public sealed record FormerSite(SiteId? Id, Instant Until);

/// <summary>That a phone whose clock is ahead of ours told an event: it happened when it was told.</summary>
/// <param name="Move">What happened.</param>
/// <param name="At">When it happened by the phone's clock.</param>
public sealed record ToldAhead(InterventionMove Move, Instant At);

/// <summary>How an intervention ended.</summary>
/// <param name="At">When.</param>
/// <param name="Outcome">What came of it; null where it was called off.</param>
/// <param name="Words">What was done, or why it was called off.</param>
/// <param name="Cause">Why it could be called off; null where it was done, or was to be on no appointment.</param>
/// <param name="TimeEntries">Who worked, from when until when.</param>
/// <param name="Guarantees">Those that it triggered.</param>
public sealed record Ending(
    Instant At, InterventionOutcome? Outcome, string Words, MoveCause? Cause, IReadOnlyList<TimeEntry> TimeEntries,
    IReadOnlyList<Guarantee> Guarantees)
{
    /// <summary>The most time entries.</summary>
    public const int MaxTimeEntries = 50;

    /// <summary>The longest account of what was done, in UTF-16 units.</summary>
    public const int MaxWordsLength = 10_000;
}
