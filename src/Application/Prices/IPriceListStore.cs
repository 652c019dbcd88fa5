using MisterAssist.Application.Shared;
using MisterAssist.Domain.Prices;

namespace MisterAssist.Application.Prices;

/// <summary>Loads and keeps price lists.</summary>
public interface IPriceListStore
{
    Task<PriceList?> FindAsync(PriceListId id, CancellationToken ct);

    /// <summary>The one that was published last; null where there is none yet.</summary>
    Task<PriceList?> FindLatestAsync(CancellationToken ct);

    /// <summary>The newest first, before a number.</summary>
    Task<Page<PriceList>> ListAsync(int limit, int beforeNumber, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">Another one holds from the same day.</exception>
    Task AddAsync(PriceList list, CancellationToken ct);
}
