using MisterAssist.Application.Shared;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Application.Sla.Closures;

/// <summary>Reads closures as they stand.</summary>
public interface IClosureReader
{
    /// <summary>The closures that stood announced at an instant, by id.</summary>
    Task<IReadOnlyList<Closure>> StandingAtAsync(Instant at, CancellationToken ct);

    /// <summary>Every closure that was ever announced, withdrawn ones too, by id.</summary>
    Task<IReadOnlyList<Closure>> AllAsync(CancellationToken ct);

    /// <summary>The closures that stand, by first day and id, after a given one; null to begin with the first.</summary>
    Task<Page<Closure>> ListAsync(int limit, (LocalDate StartsOn, ClosureId Id)? after, CancellationToken ct);
}
