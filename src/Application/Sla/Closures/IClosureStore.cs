using MisterAssist.Domain.Sla;

namespace MisterAssist.Application.Sla.Closures;

/// <summary>Loads and saves closures.</summary>
public interface IClosureStore
{
    /// <summary>A closure that stands, or null where it was never announced or is withdrawn.</summary>
    Task<Closure?> FindAsync(ClosureId id, CancellationToken ct);

    Task AddAsync(Closure closure, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">It was withdrawn meanwhile.</exception>
    Task WithdrawAsync(Closure closure, CancellationToken ct);
}
