using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.TestKit.Sla;

/// <summary>Plans that are valid as they come: a test sets only what matters to it.</summary>
public static class PlanSamples
{
    /// <summary>From when the first version of a sample holds.</summary>
    public static readonly Instant FirstEffectiveAt = Moments.Utc("2026-01-01T00:00:00Z");

    public static PlanTerms Terms(
        CoverageSchedule? coverage = null,
        PromiseTargets? targets = null,
        IReadOnlyCollection<Channel>? channels = null,
        IReadOnlyCollection<Service>? included = null,
        IReadOnlyCollection<Service>? excluded = null,
        IReadOnlyList<int>? warnings = null) => PlanTerms.Create(
            coverage ?? Schedules.Silver(),
            targets ?? Targets(),
            channels ?? [Channel.Email, Channel.Phone],
            included ?? [Service("basic_help")],
            excluded ?? [Service("proactive_work")],
            warnings ?? [50, 75, 90]);

    /// <summary>Targets in whole hours.</summary>
    public static PromiseTargets Targets(int? response = 4, int confirmation = 8, int? presence = 4) =>
        PromiseTargets.Create(Hours(response), Duration.FromHours(confirmation), Hours(presence));

    public static Service Service(string code) => new(code, new($"{code} (it)", $"{code} (en)"));

    public static PlanVersion Version(
        string plan = "silver", int number = 1, Instant? effectiveAt = null, Instant? publishedAt = null, PlanTerms? terms = null) =>
        new(new(plan), number, effectiveAt ?? FirstEffectiveAt, publishedAt ?? FirstEffectiveAt, terms ?? Terms());

    /// <summary>A plan with the given versions, or with one that holds from <see cref="FirstEffectiveAt"/>.</summary>
    public static Plan Plan(string code = "silver", int rank = 2, bool needsContract = true, IReadOnlyList<PlanVersion>? versions = null) =>
        new(
            new(code), new($"{code} piano", $"{code} plan"), new($"Per {code}", $"For {code}"), needsContract, rank,
            versions ?? [Version(code)]);

    private static Duration? Hours(int? hours) => hours is { } count ? Duration.FromHours(count) : null;
}
