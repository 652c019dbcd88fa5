using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla.Plans;

/// <summary>All that a plan promises, as published: everything about a plan that can change from one version to the next.</summary>
public sealed class PlanTerms
{
    public const int MaxServices = 50;

    public const int MaxWarnings = 10;

    private PlanTerms(
        CoverageSchedule coverage, PromiseTargets targets, IReadOnlyList<Channel> channels,
        IReadOnlyList<Service> included, IReadOnlyList<Service> excluded, IReadOnlyList<int> warnings, WorkTerms work) =>
        (Coverage, Targets, Channels, IncludedServices, ExcludedServices, WarningThresholds, Work) =
        (coverage, targets, channels, included, excluded, warnings, work);

    /// <summary>When working time passes for the plan's customers, before closures.</summary>
    public CoverageSchedule Coverage { get; }

    public PromiseTargets Targets { get; }

    /// <summary>The channels that customers may use, in no order that matters.</summary>
    public IReadOnlyList<Channel> Channels { get; }

    /// <summary>Work that the contract pays for.</summary>
    public IReadOnlyList<Service> IncludedServices { get; }

    /// <summary>Work that the plan does not cover.</summary>
    public IReadOnlyList<Service> ExcludedServices { get; }

    /// <summary>Percentages of a promise's working time at which a warning is raised, ascending, each from 1 to 99.</summary>
    public IReadOnlyList<int> WarningThresholds { get; }

    /// <summary>What it decides about interventions.</summary>
    public WorkTerms Work { get; }

    /// <exception cref="BusinessException">
    /// No channel or one twice, a service twice, or thresholds that are not ascending percentages.
    /// </exception>
    public static PlanTerms Create(
        CoverageSchedule coverage,
        PromiseTargets targets,
        IReadOnlyCollection<Channel> channels,
        IReadOnlyCollection<Service> included,
        IReadOnlyCollection<Service> excluded,
        IReadOnlyList<int> warningThresholds,
        WorkTerms? work = null)
    {
        if (channels.Count == 0 || channels.Contains(Channel.Integration) || channels.Distinct().Count() < channels.Count)
            throw PlanErrors.InvalidChannels();
        if (included.Concat(excluded).GroupBy(s => s.Code).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw PlanErrors.ServiceTwice(twice.Key, included.Count(s => s.Code == twice.Key) > 1 ? "includedServices" : "excludedServices");
        if (warningThresholds.Any(percent => percent is < 1 or > 99) || !warningThresholds.SequenceEqual(warningThresholds.Distinct().Order()))
            throw PlanErrors.InvalidThresholds();

        return new(coverage, targets, [.. channels], [.. included], [.. excluded], [.. warningThresholds], work ?? WorkTerms.Usual);
    }

    /// <summary>Whether customers may report by that channel. Partner systems always may: their key admits them.</summary>
    public bool Admits(Channel channel) => channel == Channel.Integration || Channels.Contains(channel);

    /// <summary>Makes sure that with these closures the plan's coverage never stays shut for five years, from an instant on.</summary>
    /// <exception cref="BusinessException">It does.</exception>
    public void RefuseIfShutBy(IReadOnlyCollection<ClosurePeriod> closures, Instant from)
    {
        var clock = new WorkingClock(Coverage.WithClosures(closures));
        // What shuts for years begins with a closure, if it has not begun yet.
        var begins = closures.Select(closure => Coverage.Zone.AtStartOfDay(closure.StartsOn).ToInstant());
        foreach (var at in begins.Where(begin => begin > from).Prepend(from))
            clock.NextOpening(at);
    }

    /// <summary>Whether the plan lists a kind of work, included or excluded.</summary>
    public bool Lists(string serviceCode) => IncludedServices.Concat(ExcludedServices).Any(s => s.Code == serviceCode);

    /// <summary>What the plan says of a kind of work; what it does not list is done at its prices, and so is what nobody has named yet.</summary>
    /// <param name="serviceCode">Null where nobody knows the kind of work yet.</param>
    public Entitlement EntitlementTo(string? serviceCode)
    {
        if (serviceCode is null)
            return Entitlement.Unknown;
        if (IncludedServices.Any(s => s.Code == serviceCode))
            return Entitlement.Of(EntitlementKind.Included);
        return Entitlement.Of(ExcludedServices.Any(s => s.Code == serviceCode) ? EntitlementKind.Excluded : EntitlementKind.Billable);
    }
}
