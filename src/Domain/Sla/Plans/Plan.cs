using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla.Plans;

/// <summary>A level of service that the company sells, with everything it ever promised.</summary>
public sealed class Plan(
    PlanCode code, LocalizedText name, LocalizedText audience, bool needsContract, int rank, IReadOnlyList<PlanVersion> versions)
{
    public PlanCode Code { get; } = code;

    public LocalizedText Name { get; } = name;

    /// <summary>Whom it is for.</summary>
    public LocalizedText Audience { get; } = audience;

    /// <summary>False only for Standard, the terms of whoever has no contract.</summary>
    public bool NeedsContract { get; } = needsContract;

    /// <summary>The order in which plans are shown, from 1.</summary>
    public int Rank { get; } = rank;

    /// <summary>By number.</summary>
    public IReadOnlyList<PlanVersion> Versions { get; private set; } = versions;

    /// <summary>Adds a version that holds from an instant on. What was promised before stays as it was promised.</summary>
    /// <param name="terms">What it promises.</param>
    /// <param name="effectiveAt">Now or later, to the microsecond; null for now.</param>
    /// <param name="closures">Those that stand announced.</param>
    /// <param name="now">The instant of publication.</param>
    /// <exception cref="BusinessException">
    /// It would hold from the past or from the same instant as another version, or the closures leave its coverage shut.
    /// </exception>
    public PlanVersion Publish(PlanTerms terms, Instant? effectiveAt, IReadOnlyCollection<ClosurePeriod> closures, Instant now)
    {
        var holdsFrom = effectiveAt?.ToMicrosecond() ?? now;
        if (holdsFrom < now)
            throw PlanErrors.EffectiveInThePast(holdsFrom, now);
        if (Versions.Any(v => v.EffectiveAt == holdsFrom))
            throw PlanErrors.EffectiveTwice(holdsFrom);
        terms.RefuseIfShutBy(closures, holdsFrom);

        var version = new PlanVersion(Code, Versions.Count + 1, holdsFrom, now, terms);
        Versions = [.. Versions, version];
        return version;
    }
}
