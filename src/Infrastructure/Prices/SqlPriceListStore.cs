using System.Data.Common;
using MisterAssist.Application.Prices;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Prices;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Prices;

internal sealed class SqlPriceListStore(DbSession db) : IPriceListStore
{
    private const string Find = $"{SqlPriceListReader.Select} WHERE l.id = @Id ORDER BY p.position";

    private const string FindLatest =
        $"{SqlPriceListReader.Select} WHERE l.number = (SELECT MAX(e.number) FROM price_list e) ORDER BY p.position";

    private const string List = $"""
        {SqlPriceListReader.Select}
        WHERE l.id IN (SELECT e.id FROM price_list e WHERE e.number < @BeforeNumber ORDER BY e.number DESC LIMIT @Limit)
        ORDER BY l.number DESC, p.position
        """;

    private const string Insert = """
        INSERT INTO price_list (id, number, effective_on, published_at)
        VALUES (@Id, @Number, @EffectiveOn, @PublishedAt)
        """;

    private const string InsertPrices = """
        INSERT INTO price_list_plan
          (price_list_id, plan_code, position, on_site_hourly_cents, remote_hourly_cents, call_out_cents, increment_minutes, minimum_minutes,
           yearly_fee_cents, out_of_hours_surcharge, vat_percent)
        VALUES
          (@Id, @PlanCode, @Position, @OnSiteHourlyCents, @RemoteHourlyCents, @CallOutCents, @IncrementMinutes, @MinimumMinutes,
           @YearlyFeeCents, @OutOfHoursSurcharge, @VatPercent)
        """;

    public async Task<PriceList?> FindAsync(PriceListId id, CancellationToken ct) =>
        (await ReadAsync(Find, new { Id = DbText.From(id.Value) }, ct)).SingleOrDefault();

    public async Task<PriceList?> FindLatestAsync(CancellationToken ct) => (await ReadAsync(FindLatest, null, ct)).SingleOrDefault();

    public async Task<Page<PriceList>> ListAsync(int limit, int beforeNumber, CancellationToken ct) =>
        Page.FromOneMore(await ReadAsync(List, new { BeforeNumber = beforeNumber, Limit = limit + 1 }, ct), limit);

    public async Task AddAsync(PriceList list, CancellationToken ct)
    {
        var rows = PriceListRow.From(list).ToList();
        try
        {
            await db.ExecuteAsync(Insert, rows[0], ct);
        }
        catch (DbException failure) when (failure.IsDuplicateKey())
        {
            throw PriceErrors.SameDay(list.EffectiveOn);
        }

        foreach (var row in rows)
            await db.ExecuteAsync(InsertPrices, row, ct);
    }

    private async Task<IReadOnlyList<PriceList>> ReadAsync(string sql, object? parameters, CancellationToken ct) =>
        PriceListRow.ToLists(await db.QueryAsync<PriceListRow>(sql, parameters, ct));
}
