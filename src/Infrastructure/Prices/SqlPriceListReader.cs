using MisterAssist.Application.Prices;
using MisterAssist.Domain.Prices;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Prices;

internal sealed class SqlPriceListReader(DbSession db) : IPriceListReader
{
    internal const string Select = """
        SELECT l.id AS Id, l.number AS Number, l.effective_on AS EffectiveOn, l.published_at AS PublishedAt, p.plan_code AS PlanCode,
               p.position AS Position, p.on_site_hourly_cents AS OnSiteHourlyCents, p.remote_hourly_cents AS RemoteHourlyCents,
               p.call_out_cents AS CallOutCents, p.increment_minutes AS IncrementMinutes, p.minimum_minutes AS MinimumMinutes,
               p.yearly_fee_cents AS YearlyFeeCents, p.out_of_hours_surcharge AS OutOfHoursSurcharge, p.vat_percent AS VatPercent
        FROM price_list l
        JOIN price_list_plan p ON p.price_list_id = l.id
        """;

    private const string FindInForce = $"""
        {Select}
        WHERE l.effective_on = (SELECT MAX(e.effective_on) FROM price_list e WHERE e.effective_on <= @Day)
        ORDER BY p.position
        """;

    public async Task<IReadOnlyList<PriceList>> AllAsync(CancellationToken ct) =>
        PriceListRow.ToLists(await db.QueryAsync<PriceListRow>($"{Select} ORDER BY l.number, p.position", null, ct));

    public async Task<PriceList?> FindInForceAsync(LocalDate day, CancellationToken ct) =>
        PriceListRow.ToLists(await db.QueryAsync<PriceListRow>(FindInForce, new { Day = DbText.From(day) }, ct)).SingleOrDefault();
}
