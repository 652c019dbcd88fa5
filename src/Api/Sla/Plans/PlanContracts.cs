using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Sla.Plans;

/// <summary>New terms of a plan.</summary>
internal sealed record PublishPlanVersionRequest
{
    /// <summary>From when on they hold: now or later; now where it is not said.</summary>
    public Instant? EffectiveAt { get; init; }

    public required ScheduleRequest Coverage { get; init; }

    public required PromiseTargetsRequest Targets { get; init; }

    /// <summary>How customers may report: at least one of `email`, `phone` and `chat`.</summary>
    [MinLength(1)]
    [MaxLength(3)]
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>Kinds of work that the contract pays for.</summary>
    [MaxLength(PlanTerms.MaxServices)]
    public required IReadOnlyList<ServiceRequest> IncludedServices { get; init; }

    /// <summary>Kinds of work that the plan does not cover.</summary>
    [MaxLength(PlanTerms.MaxServices)]
    public required IReadOnlyList<ServiceRequest> ExcludedServices { get; init; }

    /// <summary>Ascending percentages of a promise's working time, from 1 to 99, at which a warning is raised.</summary>
    [MaxLength(PlanTerms.MaxWarnings)]
    [ItemRange(1, 99)]
    public required IReadOnlyList<int> WarningThresholds { get; init; }

    /// <summary>What the plan decides about interventions; the usual where it is not said.</summary>
    public WorkTermsRequest? Work { get; init; }

    public PublishPlanVersionCommand ToCommand(string planCode) => new(
        new(planCode),
        EffectiveAt,
        Coverage.ToGiven(),
        new(Targets.Response, Targets.Confirmation, Targets.Presence),
        Channels,
        [.. IncludedServices.Select(s => s.ToService())],
        [.. ExcludedServices.Select(s => s.ToService())],
        WarningThresholds,
        Work?.ToGiven());
}

/// <summary>The working time that the plan allows itself: whole seconds, at most 1,000 hours.</summary>
internal sealed record PromiseTargetsRequest
{
    /// <summary>Until a person answers; none where the plan does not promise it.</summary>
    public Duration? Response { get; init; }

    /// <summary>Until the written confirmation of a report handled as normal.</summary>
    public required Duration Confirmation { get; init; }

    /// <summary>Until a technician is there for an urgent report; none where urgent reports are handled as normal.</summary>
    public Duration? Presence { get; init; }
}

/// <summary>A kind of work.</summary>
internal sealed record ServiceRequest
{
    /// <summary>snake_case, the same in every plan that speaks of it.</summary>
    [StringLength(Service.MaxCodeLength, MinimumLength = 1)]
    [RegularExpression("^[a-z][a-z0-9_]*$")]
    public required string Code { get; init; }

    public required LocalizedTextRequest Name { get; init; }

    public Service ToService() => new(Code, Name.ToText());
}

/// <summary>A plan in one of its versions.</summary>
internal sealed record PlanResponse : IVersioned
{
    /// <summary>The plan.</summary>
    [StringLength(PlanCode.MaxLength)]
    public required string Code { get; init; }

    public required LocalizedTextResponse Name { get; init; }

    /// <summary>Whom it is for.</summary>
    public required LocalizedTextResponse Audience { get; init; }

    /// <summary>False only for Standard, the terms of whoever has no contract.</summary>
    public required bool NeedsContract { get; init; }

    /// <summary>The version, from 1, in the order of publication.</summary>
    [Range(1, int.MaxValue)]
    public required int Version { get; init; }

    /// <summary>From when on it holds.</summary>
    public required Instant EffectiveAt { get; init; }

    /// <summary>From when on another version holds; null while none is published.</summary>
    public required Instant? SupersededAt { get; init; }

    /// <summary>When it was published.</summary>
    public required Instant PublishedAt { get; init; }

    /// <summary>When working time passes, before closures.</summary>
    public required ScheduleResponse Coverage { get; init; }

    public required PromiseTargetsResponse Targets { get; init; }

    /// <summary>How customers may report.</summary>
    [MaxLength(3)]
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>Kinds of work that the contract pays for.</summary>
    [MaxLength(PlanTerms.MaxServices)]
    public required IReadOnlyList<ServiceResponse> IncludedServices { get; init; }

    /// <summary>Kinds of work that the plan does not cover.</summary>
    [MaxLength(PlanTerms.MaxServices)]
    public required IReadOnlyList<ServiceResponse> ExcludedServices { get; init; }

    /// <summary>Percentages of a promise's working time at which a warning is raised.</summary>
    [MaxLength(PlanTerms.MaxWarnings)]
    [ItemRange(1, 99)]
    public required IReadOnlyList<int> WarningThresholds { get; init; }

    /// <summary>What the plan decides about interventions.</summary>
    public required WorkTermsResponse Work { get; init; }

    /// <summary>How many versions there were when it was read: what follows a version may change after it was published.</summary>
    private int LatestVersion { get; init; }

    string IVersioned.Version => $"{Version}-{LatestVersion}";

    public static PlanResponse Of(PlanInForce plan) => new()
    {
        Code = plan.Code.Value,
        Name = LocalizedTextResponse.Of(plan.Name),
        Audience = LocalizedTextResponse.Of(plan.Audience),
        NeedsContract = plan.NeedsContract,
        Version = plan.Version.Number,
        EffectiveAt = plan.Version.EffectiveAt,
        SupersededAt = plan.SupersededAt,
        PublishedAt = plan.Version.PublishedAt,
        Coverage = ScheduleResponse.Of(plan.Version.Terms.Coverage),
        Targets = PromiseTargetsResponse.Of(plan.Version.Terms.Targets),
        Channels = plan.Version.Terms.Channels,
        IncludedServices = [.. plan.Version.Terms.IncludedServices.Select(ServiceResponse.Of)],
        ExcludedServices = [.. plan.Version.Terms.ExcludedServices.Select(ServiceResponse.Of)],
        WarningThresholds = plan.Version.Terms.WarningThresholds,
        Work = WorkTermsResponse.Of(plan.Version.Terms.Work),
        LatestVersion = plan.LatestNumber,
    };
}

/// <summary>The working time that the plan allows itself, in its own coverage.</summary>
internal sealed record PromiseTargetsResponse
{
    /// <summary>Until a person answers; null where the plan does not promise it.</summary>
    public required Duration? Response { get; init; }

    /// <summary>Until the written confirmation of a report handled as normal.</summary>
    public required Duration Confirmation { get; init; }

    /// <summary>Until a technician is there for an urgent report; null where urgent reports are handled as normal.</summary>
    public required Duration? Presence { get; init; }

    public static PromiseTargetsResponse Of(PromiseTargets targets) =>
        new() { Response = targets.Response, Confirmation = targets.Confirmation, Presence = targets.Presence };
}

/// <summary>A kind of work.</summary>
internal sealed record ServiceResponse
{
    /// <summary>snake_case, the same in every plan that speaks of it.</summary>
    [StringLength(Service.MaxCodeLength)]
    public required string Code { get; init; }

    public required LocalizedTextResponse Name { get; init; }

    public static ServiceResponse Of(Service service) => new() { Code = service.Code, Name = LocalizedTextResponse.Of(service.Name) };
}
