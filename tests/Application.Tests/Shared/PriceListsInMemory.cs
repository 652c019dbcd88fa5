using MisterAssist.Application.Prices;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Prices;
using NodaTime;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Price lists. That no two hold from one day is a matter of SQL.</summary>
internal sealed class PriceListsInMemory : IPriceListStore, IPriceListReader
{
    private readonly List<PriceList> _lists = [];

    public void Have(params IEnumerable<PriceList> lists) => _lists.AddRange(lists);

    public Task<PriceList?> FindAsync(PriceListId id, CancellationToken ct) => Task.FromResult(_lists.Find(list => list.Id == id));

    public Task<PriceList?> FindLatestAsync(CancellationToken ct) => Task.FromResult(_lists.MaxBy(list => list.Number));

    public Task<Page<PriceList>> ListAsync(int limit, int beforeNumber, CancellationToken ct) => Task.FromResult(Page.FromOneMore(
        [.. from list in _lists where list.Number < beforeNumber orderby list.Number descending select list], limit));

    public Task AddAsync(PriceList list, CancellationToken ct)
    {
        _lists.Add(list);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PriceList>> AllAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<PriceList>>(_lists);

    public Task<PriceList?> FindInForceAsync(LocalDate day, CancellationToken ct) =>
        Task.FromResult(_lists.Where(list => list.EffectiveOn <= day).MaxBy(list => list.EffectiveOn));
}
