using MisterAssist.Application.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Sla.Plans;

/// <summary>Reads plans as they stand.</summary>
public interface IPlanReader
{
    /// <summary>Whether there is such a plan, whatever its versions.</summary>
    Task<bool> ExistsAsync(PlanCode code, CancellationToken ct);

    /// <summary>A plan in the version that holds at an instant, or null.</summary>
    Task<PlanInForce?> FindAsync(PlanCode code, Instant at, CancellationToken ct);

    /// <summary>Which version of a plan holds at an instant, without its terms; null where none does.</summary>
    Task<VersionInForce?> FindNumberAsync(PlanCode code, Instant at, CancellationToken ct);

    /// <summary>A plan in a version by its number, or null.</summary>
    Task<PlanInForce?> FindVersionAsync(PlanCode code, int number, CancellationToken ct);

    /// <summary>Every plan that has a version at an instant, by rank.</summary>
    Task<IReadOnlyList<PlanInForce>> AllAsync(Instant at, CancellationToken ct);

    /// <summary>The versions of all plans that hold at an instant or will hold later, in no order that matters.</summary>
    Task<IReadOnlyList<PlanVersion>> HoldingFromAsync(Instant at, CancellationToken ct);

    /// <summary>The plans that have a version at an instant, in pages, by rank, after a rank.</summary>
    Task<Page<PlanInForce>> ListAsync(Instant at, int limit, int afterRank, CancellationToken ct);

    /// <summary>Versions of a plan, the newest first, before a number.</summary>
    Task<Page<PlanInForce>> ListVersionsAsync(PlanCode code, int limit, int beforeNumber, CancellationToken ct);
}

/// <summary>The version of a plan that holds at an instant.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Number">Of the version.</param>
/// <param name="NeedsContract">Whether the plan is one of contracts.</param>
/// <param name="Rank">Of the plan, from 1; higher plans have higher ranks.</param>
public sealed record VersionInForce(PlanCode Plan, int Number, bool NeedsContract, int Rank);
