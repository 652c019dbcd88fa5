using MisterAssist.Domain.Prices;
using NodaTime;

namespace MisterAssist.Application.Prices;

/// <summary>Says which prices hold.</summary>
public interface IPriceListReader
{
    /// <summary>The list that holds on a day in Rome; null where none does yet.</summary>
    Task<PriceList?> FindInForceAsync(LocalDate day, CancellationToken ct);

    /// <summary>Every list, in no order that matters: there are few.</summary>
    Task<IReadOnlyList<PriceList>> AllAsync(CancellationToken ct);
}
