using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Sla.Plans;

/// <summary>A plan joined with one of its versions.</summary>
internal sealed class PlanRow
{
    public required string Code { get; init; }

    public required string NameIt { get; init; }

    public required string NameEn { get; init; }

    public required string AudienceIt { get; init; }

    public required string AudienceEn { get; init; }

    public required bool NeedsContract { get; init; }

    public required int Rank { get; init; }

    public required int Number { get; init; }

    public required string EffectiveAt { get; init; }

    public required string PublishedAt { get; init; }

    public required string Terms { get; init; }

    public string? SupersededAt { get; init; }

    public required int LatestNumber { get; init; }

    public PlanVersion ToVersion() => new(
        new(Code), Number, DbText.ToInstant(EffectiveAt), DbText.ToInstant(PublishedAt), PlanTermsDocument.Read(Terms));

    public PlanInForce ToPlanInForce() => new(
        new(Code), new(NameIt, NameEn), new(AudienceIt, AudienceEn), NeedsContract, Rank, ToVersion(),
        SupersededAt is { } instant ? DbText.ToInstant(instant) : null, LatestNumber);

    public static Plan ToPlan(IReadOnlyList<PlanRow> versions)
    {
        var plan = versions[0];
        return new(
            new(plan.Code), new(plan.NameIt, plan.NameEn), new(plan.AudienceIt, plan.AudienceEn), plan.NeedsContract, plan.Rank,
            [.. versions.Select(v => v.ToVersion())]);
    }
}
