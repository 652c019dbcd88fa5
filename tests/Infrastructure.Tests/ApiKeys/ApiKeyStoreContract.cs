using MisterAssist.Application.ApiKeys;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.ApiKeys;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.ApiKeys;

/// <summary>What <see cref="IApiKeyStore"/> keeps, it and <see cref="IApiKeyReader"/> give back.</summary>
public abstract class ApiKeyStoreContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Instant Now = ApiKeySamples.Issued;

    [Test]
    public async Task Find_AnyKey_KeepsEveryField()
    {
        ApiKey[] keys =
        [
            .. from kind in Enum.GetValues<KeyKind>()
               from customers in (int[])[1, 2, CustomerReach.MaxCustomers]
               select ApiKeySamples.Key(ApiKeySamples.Terms(
                   kind, [Scope.TicketsRead, Scope.EventsRead], ApiKeySamples.Customers(customers), Now + Duration.FromTicks(12340))),
            ApiKeySamples.Key(ApiKeySamples.Terms(KeyKind.Staff, Enum.GetValues<Scope>())),
        ];
        foreach (var key in keys)
            await AddAsync(key);

        foreach (var key in keys)
            Assert.That(Told(await FindAsync(key.Id)), Is.EqualTo(Told(key)));
    }

    [Test]
    public async Task FindBySecret_TheHashOfOneOfSeveral_IsThatKey()
    {
        var secret = ApiKeySecret.New();
        var key = ApiKeySamples.Key(ApiKeySamples.Terms(reach: ApiKeySamples.Customers(2)), secret);
        await AddAsync(ApiKeySamples.Key());
        await AddAsync(key);

        var found = await FindBySecretAsync(secret.ToKept().Hash);

        Assert.That(Told(found), Is.EqualTo(Told(key)));
        Assert.That(await FindBySecretAsync(ApiKeySecret.New().ToKept().Hash), Is.Null);
    }

    [Test]
    public async Task HasAny_BeforeAndAfterTheFirst_TellsThemApart()
    {
        var before = await HasAnyAsync();
        await AddAsync(ApiKeySamples.Key());

        Assert.That((before, await HasAnyAsync()), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Save_RotatedThenRevoked_KeepsWhatChanged()
    {
        var key = ApiKeySamples.Key();
        await AddAsync(key);
        key.Rotate(ApiKeySecret.New(), 3, Now);
        await SaveAsync(key);
        key.Revoke(Now + Duration.FromDays(1));
        await SaveAsync(key);

        Assert.That(Told(await FindAsync(key.Id)), Is.EqualTo(Told(key)));
    }

    [Test]
    public async Task Save_KeyLoadedTwice_IsRefusedTheSecondTime()
    {
        var key = ApiKeySamples.Key();
        await AddAsync(key);
        var (first, second) = ((await FindAsync(key.Id))!, (await FindAsync(key.Id))!);
        first.Revoke(Now);
        second.Rotate(ApiKeySecret.New(), 1, Now);

        await SaveAsync(first);
        var refusal = Assert.ThrowsAsync<BusinessException>(() => SaveAsync(second));

        Assert.That(refusal!.Code, Is.EqualTo("api_key_changed_meanwhile"));
        Assert.That((await FindAsync(key.Id))!.State.ReplacedBy, Is.Null);
    }

    [Test]
    public async Task RecordUse_InAnyOrder_KeepsTheLatestAndIsNoChange()
    {
        var key = ApiKeySamples.Key();
        await AddAsync(key);
        var latest = Now + Duration.FromMinutes(3);

        foreach (var at in (Instant[])[Now, latest, Now + Duration.FromMinutes(2)])
            await Database.UseAsync<IApiKeyStore>(keys => keys.RecordUseAsync(key.Id, at, None));

        var found = (await FindAsync(key.Id))!.State;
        Assert.That((found.LastUsedAt, found.Version), Is.EqualTo(((Instant?)latest, 1)));
    }

    [Test]
    public async Task List_ReadPageByPage_MeetsEachOnceTheNewestFirst([Values(1, 2, 3, 5, 7)] int limit)
    {
        var keys = new List<ApiKey>();
        for (var i = 0; i < 5; i++)
        {
            keys.Insert(0, ApiKeySamples.Key(ApiKeySamples.Terms(reach: ApiKeySamples.Customers(i + 1)), at: Now + Duration.FromMilliseconds(i)));
            await AddAsync(keys[0]);
        }

        var met = new List<ApiKey>();
        Page<ApiKey>? page = null;
        do
        {
            var before = page?.Items[^1].Id;
            page = await Database.UseAsync<IApiKeyReader, Page<ApiKey>>(reader => reader.ListAsync(limit, before, None));
            met.AddRange(page.Items);
        }
        while (page.HasMore);

        Assert.That(met.Select(Told), Is.EqualTo(keys.Select(Told)));
    }

    [Test]
    public async Task Add_KeyWithTheSecretOfAnother_IsRefusedByTheDatabase()
    {
        var secret = ApiKeySecret.New();
        await AddAsync(ApiKeySamples.Key(secret: secret));

        Assert.CatchAsync<System.Data.Common.DbException>(() => AddAsync(ApiKeySamples.Key(secret: secret)));
    }

    [Test]
    public async Task Add_Key_KeepsNothingOfItsSecretThatLetsAnybodyIn()
    {
        var secret = ApiKeySecret.New();
        await AddAsync(ApiKeySamples.Key(secret: secret));

        var columns = await Database.UseAsync<DbSession, IReadOnlyList<IDictionary<string, object?>>>(async db =>
            [.. (await db.QueryAsync<dynamic>("SELECT * FROM api_key", null, None)).Cast<IDictionary<string, object?>>()]);

        var texts = columns.Single().Values.OfType<string>().ToList();
        Assert.That(texts, Has.None.Contains(secret.Reveal()[12..^4]));
        Assert.That(texts, Has.Member(secret.ToKept().Hash));
    }

    /// <summary>The customers are a set: they come back in an order of their own.</summary>
    private static string Told(ApiKey? key) =>
        key is null ? "none" : $"{Spelled.Out(key.State with { Reach = CustomerReach.All })} {string.Join(' ', (key.State.Reach.Only ?? []).Select(c => c.ToString()).Order())}";

    private Task AddAsync(ApiKey key) => Database.UseAsync<IApiKeyStore>(keys => keys.AddAsync(key, None));

    private Task SaveAsync(ApiKey key) => Database.UseAsync<IApiKeyStore>(keys => keys.SaveAsync(key, None));

    private Task<ApiKey?> FindAsync(ApiKeyId id) => Database.UseAsync<IApiKeyStore, ApiKey?>(keys => keys.FindAsync(id, None));

    private Task<ApiKey?> FindBySecretAsync(string hash) =>
        Database.UseAsync<IApiKeyStore, ApiKey?>(keys => keys.FindBySecretAsync(hash, None));

    private Task<bool> HasAnyAsync() => Database.UseAsync<IApiKeyStore, bool>(keys => keys.HasAnyAsync(None));
}
