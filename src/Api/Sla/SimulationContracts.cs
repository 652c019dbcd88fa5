using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Sla;

/// <summary>A report that might come in.</summary>
internal sealed record SimulationRequest
{
    /// <summary>When it would be received; any offset.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>How pressing it would be.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>How it would come in.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The code of the kind of work that it is about, as the plans list them, to learn what each plan covers.</summary>
    [StringLength(Domain.Sla.Plans.Service.MaxCodeLength, MinimumLength = 1)]
    public string? Service { get; init; }

    public SimulatePromisesQuery ToQuery() => new(ReceivedAt, Urgency, Channel, Service);
}

/// <summary>What each plan would promise, side by side. Nothing is stored.</summary>
internal sealed record SimulationResponse
{
    /// <summary>In the order in which plans are shown.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<SimulatedPlanResponse> Plans { get; init; }

    public static SimulationResponse Of(IReadOnlyList<SimulatedPlan> plans) =>
        new() { Plans = [.. plans.Select(SimulatedPlanResponse.Of)] };
}

/// <summary>What one plan would promise.</summary>
internal sealed record SimulatedPlanResponse
{
    /// <summary>The plan.</summary>
    [StringLength(PlanCode.MaxLength)]
    public required string Code { get; init; }

    public required LocalizedTextResponse Name { get; init; }

    /// <summary>The version that holds when the report comes in.</summary>
    [Range(1, int.MaxValue)]
    public required int Version { get; init; }

    /// <summary>Of the plan's coverage: IANA id.</summary>
    [StringLength(64)]
    public required string TimeZone { get; init; }

    /// <summary>The urgency that the plan takes it for: a plan may know no urgent reports.</summary>
    public required Urgency HandledAs { get; init; }

    /// <summary>Whether a customer of the plan may use that channel. What is promised is the same: our staff take reports from any.</summary>
    public required bool ChannelInPlan { get; init; }

    /// <summary>The channels that the plan has.</summary>
    [MaxLength(4)]
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>When working time begins to count: at reception, or when the plan's coverage opens next.</summary>
    public required Instant CountsFromAt { get; init; }

    /// <summary>The same on the wall of the plan's time zone.</summary>
    public required OffsetDateTime CountsFromLocal { get; init; }

    /// <summary>In the order response, confirmation, presence.</summary>
    [MaxLength(3)]
    public required IReadOnlyList<OfferedPromiseResponse> Promises { get; init; }

    /// <summary>To the kind of work; null where none was given.</summary>
    public required EntitlementResponse? Entitlement { get; init; }

    public static SimulatedPlanResponse Of(SimulatedPlan simulated) => new()
    {
        Code = simulated.Plan.Code.Value,
        Name = LocalizedTextResponse.Of(simulated.Plan.Name),
        Version = simulated.Plan.Version.Number,
        TimeZone = simulated.Zone.Id,
        HandledAs = simulated.HandledAs,
        ChannelInPlan = simulated.ChannelInPlan,
        Channels = simulated.Plan.Version.Terms.Channels,
        CountsFromAt = simulated.CountsFrom,
        CountsFromLocal = simulated.CountsFrom.InZone(simulated.Zone).ToOffsetDateTime(),
        Promises = [.. simulated.Promises.Select(promise => OfferedPromiseResponse.Of(promise, simulated.Zone))],
        Entitlement = simulated.Entitlement is { } entitlement ? EntitlementResponse.Of(entitlement) : null,
    };
}

/// <summary>A promise that the report would get.</summary>
internal sealed record OfferedPromiseResponse
{
    /// <summary>What is owed: an answer, a written confirmation, or presence.</summary>
    public required PromiseKind Kind { get; init; }

    /// <summary>The time allowed, in the plan's coverage.</summary>
    public required Duration WorkingTime { get; init; }

    /// <summary>When it is owed: met at that very instant is met in time.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>The same on the wall of the plan's time zone.</summary>
    public required OffsetDateTime DueLocal { get; init; }

    /// <summary>When the company would be warned that the promise runs out.</summary>
    [MaxLength(PlanTerms.MaxWarnings)]
    public required IReadOnlyList<PromiseWarningResponse> Warnings { get; init; }

    public static OfferedPromiseResponse Of(OfferedPromise promise, DateTimeZone zone) => new()
    {
        Kind = promise.Kind,
        WorkingTime = promise.WorkingTime,
        DueAt = promise.DueAt,
        DueLocal = promise.DueAt.InZone(zone).ToOffsetDateTime(),
        Warnings = [.. promise.Warnings.Select(w => new PromiseWarningResponse { Percent = w.Percent, RaisedAt = w.At })],
    };
}

/// <summary>A warning before a promise is missed.</summary>
internal sealed record PromiseWarningResponse
{
    /// <summary>Of the promise's working time.</summary>
    [Range(1, 99)]
    public required int Percent { get; init; }

    /// <summary>When that much of it will have passed.</summary>
    public required Instant RaisedAt { get; init; }
}
