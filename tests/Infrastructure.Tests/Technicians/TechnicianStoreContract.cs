using MisterAssist.Application.Technicians;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Technicians;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Technicians;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Technicians;

/// <summary>Technicians are kept whole, and found also once they have left.</summary>
public abstract class TechnicianStoreContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Instant Later = TechnicianSamples.CreatedAt + Duration.FromDays(1);

    [Test]
    public async Task Find_AnyTechnician_KeepsEveryField()
    {
        foreach (var technician in (Technician[])
            [TechnicianSamples.Technician(), TechnicianSamples.Technician("Città", email: null), TechnicianSamples.Retired()])
        {
            await AddAsync(technician);

            Assert.That(Spelled.Out(await FindAsync(technician.Id)), Is.EqualTo(Spelled.Out(technician)));
        }

        Assert.That(await FindAsync(TechnicianId.New(Later)), Is.Null);
    }

    [Test]
    public async Task Save_Changed_KeepsWhatChanged()
    {
        var technician = TechnicianSamples.Technician();
        await AddAsync(technician);

        technician.Change(new("Bruno", null));
        await SaveAsync(technician);
        Assert.That(Spelled.Out(await FindAsync(technician.Id)), Is.EqualTo(Spelled.Out(technician)));

        technician.Retire(Later);
        await SaveAsync(technician);
        Assert.That(Spelled.Out(await FindAsync(technician.Id)), Is.EqualTo(Spelled.Out(technician)));
    }

    [Test]
    public async Task Save_LoadedTwice_IsRefusedTheSecondTime()
    {
        var technician = TechnicianSamples.Technician();
        await AddAsync(technician);
        var (first, second) = (await FindAsync(technician.Id), await FindAsync(technician.Id));
        first!.Change(new("One", null));
        second!.Change(new("Other", null));

        await SaveAsync(first);

        Assert.That(Assert.ThrowsAsync<BusinessException>(() => SaveAsync(second))!.Code, Is.EqualTo("technician_changed_meanwhile"));
        Assert.That((await FindAsync(technician.Id))!.Details.Name, Is.EqualTo("One"));
    }

    [Test]
    public async Task FindAll_SomeOfThem_HasThoseThatThereAre()
    {
        var (present, left, other) = (TechnicianSamples.Technician(), TechnicianSamples.Retired(), TechnicianSamples.Technician("Other"));
        foreach (var technician in (Technician[])[present, left, other])
            await AddAsync(technician);

        var found = await FindAllAsync(present.Id, left.Id, TechnicianId.New(Later));

        Assert.That(found.Select(Spelled.Out), Is.EquivalentTo((string[])[Spelled.Out(present), Spelled.Out(left)]));
        Assert.That(await FindAllAsync(), Is.Empty);
    }

    [Test]
    public async Task List_ReadPageByPage_MeetsEachWhoHasNotLeftOnceInOrder([Values(1, 2, 5)] int limit)
    {
        var all = Enumerable.Range(0, 5).Select(i => TechnicianSamples.Technician(at: Later + Duration.FromSeconds(i))).ToList();
        foreach (var technician in (Technician[])[.. all.AsEnumerable().Reverse(), TechnicianSamples.Retired()])
            await AddAsync(technician);

        var met = new List<TechnicianId>();
        var page = await ListAsync(limit, null);
        met.AddRange(page.Items.Select(t => t.Id));
        while (page.HasMore)
        {
            page = await ListAsync(limit, met[^1]);
            met.AddRange(page.Items.Select(t => t.Id));
        }

        Assert.That(met, Is.EqualTo(all.Select(t => t.Id)));
    }

    private Task AddAsync(Technician technician) => Database.UseAsync<ITechnicianStore>(store => store.AddAsync(technician, None));

    private Task SaveAsync(Technician technician) => Database.UseAsync<ITechnicianStore>(store => store.SaveAsync(technician, None));

    private Task<Technician?> FindAsync(TechnicianId id) =>
        Database.UseAsync<ITechnicianStore, Technician?>(store => store.FindAsync(id, None));

    private Task<IReadOnlyList<Technician>> FindAllAsync(params TechnicianId[] ids) =>
        Database.UseAsync<ITechnicianStore, IReadOnlyList<Technician>>(store => store.FindAllAsync(ids, None));

    private Task<Application.Shared.Page<Technician>> ListAsync(int limit, TechnicianId? after) =>
        Database.UseAsync<ITechnicianStore, Application.Shared.Page<Technician>>(store => store.ListAsync(limit, after, None));
}
