using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Application.Sla.Plans;

/// <summary>Loads and saves plans.</summary>
public interface IPlanStore
{
    /// <summary>A plan with all of its versions, or null.</summary>
    Task<Plan?> FindAsync(PlanCode code, CancellationToken ct);

    /// <summary>Adds a plan with its versions, unless it is there already.</summary>
    Task AddIfAbsentAsync(Plan plan, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">A version of that number, or from that instant, was published meanwhile.</exception>
    Task AddVersionAsync(PlanVersion version, CancellationToken ct);
}
