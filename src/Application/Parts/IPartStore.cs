using MisterAssist.Application.Shared;
using MisterAssist.Domain.Parts;

namespace MisterAssist.Application.Parts;

/// <summary>Loads and saves the parts of the catalogue.</summary>
public interface IPartStore
{
    /// <summary>Also one that was retired; null where there is none.</summary>
    Task<Part?> FindAsync(PartId id, CancellationToken ct);

    /// <summary>Those that can be fitted, by id, after a given one; null to begin with the first.</summary>
    Task<Page<Part>> ListAsync(PartFilter filter, int limit, PartId? after, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">Another one has its code.</exception>
    Task AddAsync(Part part, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">It was changed meanwhile, or another one has its code.</exception>
    Task SaveAsync(Part part, CancellationToken ct);
}

/// <summary>Which parts are meant; null for whatever there is.</summary>
/// <param name="Code">All of it, in any case.</param>
/// <param name="Name">Words of the name in either language, in any case.</param>
public sealed record PartFilter(string? Code, string? Name);
