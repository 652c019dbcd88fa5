using MisterAssist.Application.Shared;
using MisterAssist.Domain.Technicians;

namespace MisterAssist.Application.Technicians;

/// <summary>Loads and saves technicians.</summary>
public interface ITechnicianStore
{
    /// <summary>Also one who has left; null where there is none.</summary>
    Task<Technician?> FindAsync(TechnicianId id, CancellationToken ct);

    /// <summary>Those of them that there are, also who has left, in no order that matters.</summary>
    Task<IReadOnlyList<Technician>> FindAllAsync(IReadOnlyCollection<TechnicianId> ids, CancellationToken ct);

    /// <summary>Those who have not left, by id, after a given one; null to begin with the first.</summary>
    Task<Page<Technician>> ListAsync(int limit, TechnicianId? after, CancellationToken ct);

    Task AddAsync(Technician technician, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">They were changed meanwhile.</exception>
    Task SaveAsync(Technician technician, CancellationToken ct);
}
