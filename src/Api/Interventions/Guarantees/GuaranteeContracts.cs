using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Interventions.Guarantees;
using MisterAssist.Domain.Interventions.Guarantees;
using NodaTime;

namespace MisterAssist.Api.Interventions.Guarantees;

/// <summary>A promise to the customer that came due.</summary>
internal sealed record GuaranteeResponse
{
    /// <summary>One of each kind.</summary>
    public const int MaxGuarantees = 10;

    /// <summary>Which.</summary>
    public required GuaranteeKind Kind { get; init; }

    /// <summary>What is taken off the call-out, in percent.</summary>
    [Range(0, 100)]
    public required int CallOutPercent { get; init; }

    /// <summary>What is taken off labour, in percent.</summary>
    [Range(0, 100)]
    public required int LabourPercent { get; init; }

    /// <summary>What is taken off parts, in percent.</summary>
    [Range(0, 100)]
    public required int PartsPercent { get; init; }

    /// <summary>What was missed: when a promise or an appointment was due; null where it is about none.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>When a technician was there; null where it is about no lateness.</summary>
    public Instant? ArrivedAt { get; init; }

    /// <summary>Between the two, in working time of the plan's coverage; null where it is about no lateness.</summary>
    public Duration? Delay { get; init; }

    /// <summary>The intervention that did not solve the problem; null where it follows none.</summary>
    [StringLength(30)]
    public string? FollowsInterventionId { get; init; }

    /// <summary>All of that for the customer.</summary>
    public required LocalizedTextResponse Words { get; init; }

    public static GuaranteeResponse Of(Guarantee guarantee) => new()
    {
        Kind = guarantee.Kind,
        CallOutPercent = guarantee.Relief.CallOut,
        LabourPercent = guarantee.Relief.Labour,
        PartsPercent = guarantee.Relief.Parts,
        DueAt = guarantee.Lateness?.DueAt,
        ArrivedAt = guarantee.Lateness?.ArrivedAt,
        Delay = guarantee.Lateness?.Delay,
        FollowsInterventionId = guarantee.Follows?.ToString(),
        Words = LocalizedTextResponse.Of(guarantee.Words),
    };
}

/// <summary>The guarantees of an intervention. Of several, an item gets the best one alone.</summary>
internal sealed record GuaranteesResponse
{
    /// <summary>Whether the intervention has ended: before that they show what it would come to now.</summary>
    public required bool Final { get; init; }

    /// <summary>Those that apply.</summary>
    [MaxLength(GuaranteeResponse.MaxGuarantees)]
    public required IReadOnlyList<GuaranteeResponse> Data { get; init; }

    public static GuaranteesResponse Of(GuaranteesAt seen) => new()
    {
        Final = seen.IsFinal,
        Data = [.. seen.Guarantees.Select(GuaranteeResponse.Of)],
    };
}
