using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Sla;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Sla;

/// <summary>When will that much working time have passed? Under a plan, or under a schedule given whole.</summary>
internal sealed record DeadlineRequest
{
    /// <summary>The code of a plan, in the version that holds at `startAt`. This or `schedule`.</summary>
    [StringLength(PlanCode.MaxLength, MinimumLength = 1)]
    public string? Plan { get; init; }

    /// <summary>A schedule given whole. This or `plan`.</summary>
    public ScheduleRequest? Schedule { get; init; }

    /// <summary>From when on it counts; any offset.</summary>
    public required Instant StartAt { get; init; }

    /// <summary>How much, longer than zero. This or `promise`.</summary>
    public Duration? WorkingTime { get; init; }

    /// <summary>What the plan allows itself for that promise. This or `workingTime`.</summary>
    public PromiseKind? Promise { get; init; }

    /// <summary>Whether to explain the answer; true where it is not said. A ledger has at most 5,000 segments.</summary>
    public bool? IncludeLedger { get; init; }

    /// <summary>
    /// With a plan: the closures count that stood announced at this instant. Where it is not said, those at `startAt`, as for a
    /// promise: a closure announced later never moves one.
    /// </summary>
    public Instant? KnownAt { get; init; }

    public CalculateDeadlineQuery ToQuery() =>
        new(ScheduleChoices.Of(Plan, Schedule, KnownAt), StartAt, WorkingTime, Promise, IncludeLedger ?? true);
}

/// <summary>A deadline, and why it falls there.</summary>
internal sealed record DeadlineResponse
{
    /// <summary>The earliest instant at which the working time has passed. Used up exactly at closing time, it is due then.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>The same on the wall of the coverage's time zone.</summary>
    public required OffsetDateTime DueLocal { get; init; }

    /// <summary>The amount that was counted.</summary>
    public required Duration WorkingTime { get; init; }

    /// <summary>Of the coverage: IANA id.</summary>
    [StringLength(64)]
    public required string TimeZone { get; init; }

    /// <summary>The plan that was applied; null for a schedule given whole.</summary>
    public required AppliedPlanResponse? AppliedPlan { get; init; }

    /// <summary>From the start to the deadline without a gap; null where it was not asked for.</summary>
    [MaxLength(Ledgers.MaxSegments)]
    public required IReadOnlyList<LedgerSegmentResponse>? Ledger { get; init; }

    public static DeadlineResponse Of(CalculatedDeadline deadline, DeadlineRequest asked) => new()
    {
        DueAt = deadline.DueAt,
        DueLocal = deadline.DueAt.InZone(deadline.Zone).ToOffsetDateTime(),
        WorkingTime = deadline.WorkingTime,
        TimeZone = deadline.Zone.Id,
        AppliedPlan = AppliedPlanResponse.Of(deadline.Version, asked.KnownAt ?? asked.StartAt),
        Ledger = LedgerSegmentResponse.Of(deadline.Ledger, deadline.Zone),
    };
}

/// <summary>How much working time passed between two instants?</summary>
internal sealed record ElapsedRequest
{
    /// <summary>The code of a plan, in the version that holds at `from`. This or `schedule`.</summary>
    [StringLength(PlanCode.MaxLength, MinimumLength = 1)]
    public string? Plan { get; init; }

    /// <summary>A schedule given whole. This or `plan`.</summary>
    public ScheduleRequest? Schedule { get; init; }

    /// <summary>Inclusive; any offset.</summary>
    public required Instant From { get; init; }

    /// <summary>Exclusive, not before `from`; any offset.</summary>
    public required Instant To { get; init; }

    /// <summary>Whether to explain the answer; true where it is not said. A ledger has at most 5,000 segments.</summary>
    public bool? IncludeLedger { get; init; }

    /// <summary>With a plan: the closures count that stood announced at this instant; at `from` where it is not said.</summary>
    public Instant? KnownAt { get; init; }

    public CalculateElapsedQuery ToQuery() => new(ScheduleChoices.Of(Plan, Schedule, KnownAt), From, To, IncludeLedger ?? true);
}

/// <summary>Working time between two instants, and why it is that much.</summary>
internal sealed record ElapsedResponse
{
    /// <summary>Real time inside coverage.</summary>
    public required Duration WorkingTime { get; init; }

    /// <summary>Of the coverage: IANA id.</summary>
    [StringLength(64)]
    public required string TimeZone { get; init; }

    /// <summary>The plan that was applied; null for a schedule given whole.</summary>
    public required AppliedPlanResponse? AppliedPlan { get; init; }

    /// <summary>Between the two instants without a gap; null where it was not asked for.</summary>
    [MaxLength(Ledgers.MaxSegments)]
    public required IReadOnlyList<LedgerSegmentResponse>? Ledger { get; init; }

    public static ElapsedResponse Of(CalculatedElapsed elapsed, ElapsedRequest asked) => new()
    {
        WorkingTime = elapsed.WorkingTime,
        TimeZone = elapsed.Zone.Id,
        AppliedPlan = AppliedPlanResponse.Of(elapsed.Version, asked.KnownAt ?? asked.From),
        Ledger = LedgerSegmentResponse.Of(elapsed.Ledger, elapsed.Zone),
    };
}

/// <summary>The plan version and the calendar that were applied.</summary>
internal sealed record AppliedPlanResponse
{
    /// <summary>The plan.</summary>
    [StringLength(PlanCode.MaxLength)]
    public required string Code { get; init; }

    /// <summary>Its version.</summary>
    [Range(1, int.MaxValue)]
    public required int Version { get; init; }

    /// <summary>The closures that counted are those that stood announced at this instant.</summary>
    public required Instant KnownAt { get; init; }

    public static AppliedPlanResponse? Of(PlanVersion? version, Instant knownAt) =>
        version is null ? null : new() { Code = version.Plan.Value, Version = version.Number, KnownAt = knownAt };
}

/// <summary>A stretch of time, whether it counted, and why not.</summary>
internal sealed record LedgerSegmentResponse
{
    /// <summary>Inclusive.</summary>
    public required Instant From { get; init; }

    /// <summary>Exclusive.</summary>
    public required Instant To { get; init; }

    /// <summary>The start on the wall of the coverage's time zone.</summary>
    public required OffsetDateTime FromLocal { get; init; }

    /// <summary>The end on the wall of the coverage's time zone.</summary>
    public required OffsetDateTime ToLocal { get; init; }

    /// <summary>
    /// `counted`: working time passed. `closed`: outside every window. `holiday`: a window that did not open, since it begins on an
    /// observed holiday. `closure`: time that a closure took out of an open window. `paused`: a ticket was waiting for its customer.
    /// </summary>
    public required SegmentKind Kind { get; init; }

    /// <summary>Of the holiday or closure, or why a ticket waited; null for the other kinds.</summary>
    public required LocalizedTextResponse? Name { get; init; }

    /// <summary>All of the segment where it counted, none elsewhere.</summary>
    public required Duration WorkingTime { get; init; }

    [return: NotNullIfNotNull(nameof(ledger))]
    public static IReadOnlyList<LedgerSegmentResponse>? Of(IReadOnlyList<LedgerSegment>? ledger, DateTimeZone zone) =>
        ledger is null ? null : [.. ledger.Select(segment => Of(segment, zone))];

    private static LedgerSegmentResponse Of(LedgerSegment segment, DateTimeZone zone) => new()
    {
        From = segment.From,
        To = segment.To,
        FromLocal = segment.From.InZone(zone).ToOffsetDateTime(),
        ToLocal = segment.To.InZone(zone).ToOffsetDateTime(),
        Kind = segment.Kind,
        Name = segment.Name is { } name ? LocalizedTextResponse.Of(name) : null,
        WorkingTime = segment.WorkingTime,
    };
}

internal static class ScheduleChoices
{
    public static ScheduleChoice Of(string? plan, ScheduleRequest? schedule, Instant? knownAt) =>
        new(plan is { } code ? new PlanCode(code) : null, schedule?.ToGiven(), knownAt);
}
