using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Sla.Plans;

/// <summary>A plan in one of its versions.</summary>
/// <param name="Code">The plan.</param>
/// <param name="Name">As customers know it.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="NeedsContract">False only for Standard.</param>
/// <param name="Rank">The order in which plans are shown, from 1.</param>
/// <param name="Version">The version.</param>
/// <param name="SupersededAt">The instant from which another version holds; null while none is published.</param>
/// <param name="LatestNumber">How many versions of the plan were published so far.</param>
public sealed record PlanInForce(
    PlanCode Code, LocalizedText Name, LocalizedText Audience, bool NeedsContract, int Rank,
    PlanVersion Version, Instant? SupersededAt, int LatestNumber);
