using MisterAssist.Application.Parts;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Parts;
using MisterAssist.Domain.Shared;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Parts;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Parts;

/// <summary>Parts are kept whole, found by their words, and told apart by their codes.</summary>
public abstract class PartStoreContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Instant Later = PartSamples.CreatedAt + Duration.FromDays(1);
    private static readonly PartFilter Any = new(null, null);

    private int _count;

    [Test]
    public async Task Find_AnyPart_KeepsEveryField()
    {
        foreach (var part in (Part[])
            [PartSamples.Part(), PartSamples.Part(PartSamples.Details("À-1", "Città", "It's", Money.Largest.Cents, 0)), PartSamples.Retired()])
        {
            await AddAsync(part);

            Assert.That(Spelled.Out(await FindAsync(part.Id)), Is.EqualTo(Spelled.Out(part)));
        }

        Assert.That(await FindAsync(PartId.New(Later)), Is.Null);
    }

    [Test]
    public async Task Save_Changed_KeepsWhatChanged()
    {
        var part = await AddedAsync("SSD-1");

        part.Change(PartSamples.Details("SSD-2", "Altro", "Other", 1, 10));
        await SaveAsync(part);
        Assert.That(Spelled.Out(await FindAsync(part.Id)), Is.EqualTo(Spelled.Out(part)));
        Assert.That(await ListedAsync(new(null, "altro")), Is.EqualTo((string[])["SSD-2"]));

        part.Retire(Later);
        await SaveAsync(part);
        Assert.That(Spelled.Out(await FindAsync(part.Id)), Is.EqualTo(Spelled.Out(part)));
    }

    [Test]
    public async Task Save_LoadedTwice_IsRefusedTheSecondTime()
    {
        var part = await AddedAsync("SSD-1");
        var (first, second) = (await FindAsync(part.Id), await FindAsync(part.Id));
        first!.Change(PartSamples.Details(cents: 1));
        second!.Change(PartSamples.Details(cents: 2));

        await SaveAsync(first);

        Assert.That(Assert.ThrowsAsync<BusinessException>(() => SaveAsync(second))!.Code, Is.EqualTo("part_changed_meanwhile"));
        Assert.That((await FindAsync(part.Id))!.Details.UnitPrice, Is.EqualTo(new Money(1)));
    }

    [Test]
    public async Task Code_OfAnotherPart_IsAConflictWhateverItsCaseUntilThatOneIsRetired()
    {
        var (part, other) = (await AddedAsync("ssd-à"), await AddedAsync("SSD-2"));
        other.Change(PartSamples.Details("SSD-À"));

        Assert.That(Assert.ThrowsAsync<BusinessException>(() => AddedAsync("SSD-À"))!.Code, Is.EqualTo("part_code_taken"));
        Assert.That(Assert.ThrowsAsync<BusinessException>(() => SaveAsync(other))!.Code, Is.EqualTo("part_code_taken"));

        part.Retire(Later);
        await SaveAsync(part);
        await SaveAsync(other);
        Assert.That(await ListedAsync(Any), Is.EqualTo((string[])["SSD-À"]));
    }

    [Test]
    public async Task List_Filtered_HasThoseThatMatchEverything()
    {
        await AddedAsync("SSD-1", "Disco veloce 100%", "Fast drive");
        await AddedAsync("SSD-10", "Disco capiente", "Large drive");
        await AddedAsync("TFT-1", "Schermo con città", "Screen_1");
        await AddAsync(PartSamples.Retired(PartSamples.Details("SSD-9", "Disco vecchio", "Old drive")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ListedAsync(Any), Is.EqualTo((string[])["SSD-1", "SSD-10", "TFT-1"]));
            Assert.That(await ListedAsync(new("ssd-1", null)), Is.EqualTo((string[])["SSD-1"]));
            Assert.That(await ListedAsync(new("SSD-9", null)), Is.Empty);
            Assert.That(await ListedAsync(new(null, "DISCO")), Is.EqualTo((string[])["SSD-1", "SSD-10"]));
            Assert.That(await ListedAsync(new(null, "e dr")), Is.EqualTo((string[])["SSD-10"]));
            Assert.That(await ListedAsync(new(null, "CITTÀ")), Is.EqualTo((string[])["TFT-1"]));
            Assert.That(await ListedAsync(new(null, "citta")), Is.EqualTo((string[])["TFT-1"]));
            Assert.That(await ListedAsync(new("ŚSD-1", null)), Is.Empty, "another code");
            Assert.That(await ListedAsync(new(null, "0%")), Is.EqualTo((string[])["SSD-1"]));
            Assert.That(await ListedAsync(new(null, "n_")), Is.EqualTo((string[])["TFT-1"]));
            Assert.That(await ListedAsync(new("TFT-1", "drive")), Is.Empty);
            Assert.That(await ListedAsync(new("SSD-10", "drive")), Is.EqualTo((string[])["SSD-10"]));
        }
    }

    [Test]
    public async Task List_ReadPageByPage_MeetsEachOnceInOrder([Values(1, 2, 5)] int limit)
    {
        var all = new List<PartId>();
        for (var i = 0; i < 5; i++)
            all.Add((await AddedAsync($"P-{9 - i}")).Id);

        var met = new List<PartId>();
        var page = await ListAsync(Any, limit, null);
        met.AddRange(page.Items.Select(p => p.Id));
        while (page.HasMore)
        {
            page = await ListAsync(Any, limit, met[^1]);
            met.AddRange(page.Items.Select(p => p.Id));
        }

        Assert.That(met, Is.EqualTo(all));
    }

    private async Task<Part> AddedAsync(string code, string it = "Disco", string en = "Drive")
    {
        _count++;
        var part = PartSamples.Part(PartSamples.Details(code, it, en), PartSamples.CreatedAt + Duration.FromSeconds(_count));
        await AddAsync(part);
        return part;
    }

    private Task AddAsync(Part part) => Database.UseAsync<IPartStore>(parts => parts.AddAsync(part, None));

    private Task SaveAsync(Part part) => Database.UseAsync<IPartStore>(parts => parts.SaveAsync(part, None));

    private Task<Part?> FindAsync(PartId id) => Database.UseAsync<IPartStore, Part?>(parts => parts.FindAsync(id, None));

    private Task<Page<Part>> ListAsync(PartFilter filter, int limit, PartId? after) =>
        Database.UseAsync<IPartStore, Page<Part>>(parts => parts.ListAsync(filter, limit, after, None));

    private async Task<IEnumerable<string>> ListedAsync(PartFilter filter) =>
        (await ListAsync(filter, 10, null)).Items.Select(part => part.Details.Code);
}
