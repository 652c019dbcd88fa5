using MisterAssist.Application.Prices;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Prices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Prices;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Prices;

/// <summary>Price lists are kept whole, and the one that holds on a day is found.</summary>
public abstract class PriceListStoreContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    [SetUp]
    public Task PublishPlans() => Database.UseAsync<IPlanStore>(async plans =>
    {
        foreach (var plan in FoundingPlans.PublishedAt(PriceSamples.PublishedAt))
            await plans.AddIfAbsentAsync(plan, None);
    });

    [Test]
    public async Task Find_AnyList_KeepsEveryFieldAndTheOrderOfPlans()
    {
        var reversed = PriceSamples.All.Reverse().Select(prices => prices with { CallOutFee = prices.CallOutFee + new Money(7) }).ToList();
        var list = PriceSamples.List(
            prices: [PriceSamples.Prices("gold", "0.01", "0.02", "0.03", 5, 4, "99999999.99", 6, 7), .. reversed.Where(p => p.Plan.Value != "gold")]);
        var other = await AddedAsync("2028-02-29", list);
        await AddAsync(list);

        Assert.That(Spelled.Out(await FindAsync(list.Id)), Is.EqualTo(Spelled.Out(list)));
        Assert.That(Spelled.Out(await FindAsync(other.Id)), Is.EqualTo(Spelled.Out(other)));
        Assert.That(await FindAsync(PriceListId.New(PriceSamples.PublishedAt)), Is.Null);
    }

    [Test]
    public async Task FindLatest_IsThePublishedLastWhereverItHoldsFrom()
    {
        Assert.That(await FindLatestAsync(), Is.Null);

        var first = await AddedAsync("2030-01-01");
        var second = await AddedAsync("2028-01-01", first);

        Assert.That((await FindLatestAsync())!.Id, Is.EqualTo(second.Id));
    }

    [TestCase("2026-12-31", null)]
    [TestCase("2027-01-01", "2027-01-01")]
    [TestCase("2027-12-31", "2027-01-01")]
    [TestCase("2028-01-01", "2028-01-01")]
    [TestCase("2199-12-31", "2030-01-01")]
    public async Task FindInForce_OnADay_IsTheLastThatHasBegun(string day, string? effectiveOn)
    {
        var first = await AddedAsync("2027-01-01");
        var second = await AddedAsync("2030-01-01", first);
        await AddedAsync("2028-01-01", second);

        var found = await Database.UseAsync<IPriceListReader, PriceList?>(lists => lists.FindInForceAsync(Schedules.Date(day), None));

        Assert.That(found?.EffectiveOn, Is.EqualTo(effectiveOn is null ? (LocalDate?)null : Schedules.Date(effectiveOn)));
        Assert.That(found?.Prices, effectiveOn is null ? Is.Null : Is.EqualTo(PriceSamples.All));
    }

    [Test]
    public async Task Add_FromTheDayOfAnother_IsAConflict()
    {
        var first = await AddedAsync("2027-01-01");

        var refusal = Assert.ThrowsAsync<BusinessException>(() => AddedAsync("2027-01-01", first));

        Assert.That((refusal!.Code, refusal.Refusal, refusal.Field), Is.EqualTo(("price_list_same_day", Refusal.Conflict, "effectiveOn")));
        Assert.That((await FindLatestAsync())!.Id, Is.EqualTo(first.Id));
    }

    [Test]
    public async Task List_ReadPageByPage_MeetsEachOnceTheNewestFirst([Values(1, 2, 4, 5)] int limit)
    {
        var all = new List<PriceList>();
        for (var i = 0; i < 4; i++)
            all.Add(await AddedAsync($"20{40 - i}-01-01", all.LastOrDefault()));

        var met = new List<PriceList>();
        var page = await ListAsync(limit, int.MaxValue);
        met.AddRange(page.Items);
        while (page.HasMore)
        {
            page = await ListAsync(limit, met[^1].Number);
            met.AddRange(page.Items);
        }

        Assert.That(met.Select(Spelled.Out), Is.EqualTo(all.AsEnumerable().Reverse().Select(Spelled.Out)));
    }

    private async Task<PriceList> AddedAsync(string effectiveOn, PriceList? latest = null)
    {
        var list = PriceSamples.List(Schedules.Date(effectiveOn), latest: latest);
        await AddAsync(list);
        return list;
    }

    private Task AddAsync(PriceList list) => Database.UseAsync<IPriceListStore>(lists => lists.AddAsync(list, None));

    private Task<PriceList?> FindAsync(PriceListId id) => Database.UseAsync<IPriceListStore, PriceList?>(lists => lists.FindAsync(id, None));

    private Task<PriceList?> FindLatestAsync() => Database.UseAsync<IPriceListStore, PriceList?>(lists => lists.FindLatestAsync(None));

    private Task<Page<PriceList>> ListAsync(int limit, int before) =>
        Database.UseAsync<IPriceListStore, Page<PriceList>>(lists => lists.ListAsync(limit, before, None));
}
