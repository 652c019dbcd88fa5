using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Idempotency;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Idempotency;

public abstract class IdempotencyStoreContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Instant Kept = Moments.Utc("2026-11-20T18:30:00.123456Z");
    private static readonly Duration Microsecond = Duration.FromTicks(10);
    private static readonly IdempotencyKey Key = new(Guid.Parse("0196f1c8-4a3b-7c2d-8e1f-0a9b8c7d6e5f"), "POST /v1/closures", "k-1");

    private static IEnumerable<IdempotencyKey> OtherKeys =>
    [
        Key with { Key = "K-1" },
        Key with { Key = "k-2" },
        Key with { Target = "POST /v1/tickets" },
        Key with { Credential = Guid.Parse("0196f1c8-4a3b-7c2d-8e1f-0a9b8c7d6e60") },
    ];

    [Test]
    public async Task Find_WhatWasAdded_HasEveryField()
    {
        var answer = Answer() with
        {
            Headers = new Dictionary<string, string> { ["Location"] = "/v1/closures/clo_1", ["ETag"] = "\"1\"" },
            Body = [0, 1, 2, 255],
        };
        await AddAsync(Key, answer);

        var found = await FindAsync(Key, Kept);

        Assert.That(Spelled.Out(found), Is.EqualTo(Spelled.Out(answer)));
    }

    [Test]
    public async Task Find_WithoutBodyOrHeaders_HasNone()
    {
        await AddAsync(Key, Answer() with { Body = [] });

        var found = await FindAsync(Key, Kept);

        Assert.That(found!.Body, Is.Empty);
        Assert.That(found.Headers, Is.Empty);
    }

    [TestCaseSource(nameof(OtherKeys))]
    public async Task Find_ByAnotherKey_IsNull(IdempotencyKey other)
    {
        await AddAsync(Key, Answer());

        Assert.That(await FindAsync(other, Kept), Is.Null);
        Assert.DoesNotThrowAsync(() => AddAsync(other, Answer()));
    }

    [Test]
    public async Task Find_JustBeforeItExpires_IsThereAndThenIsNot()
    {
        await AddAsync(Key, Answer());
        var expiry = Kept + Duration.FromHours(24);

        Assert.That(await FindAsync(Key, expiry - Microsecond), Is.Not.Null);
        Assert.That(await FindAsync(Key, expiry), Is.Null);
    }

    [Test]
    public async Task Add_WhereOneStands_IsRefusedAndLeavesIt()
    {
        await AddAsync(Key, Answer());

        Assert.ThrowsAsync<AnsweredMeanwhileException>(
            () => AddAsync(Key, Answer() with { Status = 409, KeptAt = Kept + Duration.FromHours(24) - Microsecond }));

        Assert.That((await FindAsync(Key, Kept))!.Status, Is.EqualTo(201));
    }

    [Test]
    public async Task Add_WhereOneHasExpired_TakesItsPlace()
    {
        await AddAsync(Key, Answer());
        var later = Kept + Duration.FromHours(24);

        await AddAsync(Key, Answer() with { Status = 409, KeptAt = later });

        Assert.That((await FindAsync(Key, later))!.Status, Is.EqualTo(409));
    }

    [Test]
    public async Task Add_InATransactionThatIsUndone_LeavesNothing()
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var answers = scope.ServiceProvider.GetRequiredService<IIdempotencyStore>();

        Assert.ThrowsAsync<TimeoutException>(() => scope.ServiceProvider.GetRequiredService<ITransactions>().RunAsync<int>(
            async () =>
            {
                await answers.AddAsync(Key, Answer(), None);
                throw new TimeoutException();
            },
            None));

        Assert.That(await FindAsync(Key, Kept), Is.Null);
    }

    [Test]
    public async Task Add_ByManyAtOnce_IsDoneByOne()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                try
                {
                    await AddAsync(Key, Answer());
                    return true;
                }
                catch (AnsweredMeanwhileException)
                {
                    return false;
                }
            },
            None)));

        Assert.That(added.Count(done => done), Is.EqualTo(1));
    }

    [Test]
    public async Task RemoveExpired_TakesTheOldestAndNoMoreThanAsked()
    {
        foreach (var hours in (int[])[3, 1, 2, 0])
            await AddAsync(Key with { Key = $"k-{hours}" }, Answer() with { KeptAt = Kept + Duration.FromHours(hours) });
        var now = Kept + Duration.FromHours(24 + 2);

        var first = await RemoveAsync(now, limit: 2);
        var left = await AtLeastKeptAsync();
        var second = await RemoveAsync(now, limit: 2);

        Assert.That((first, second, await RemoveAsync(now, limit: 2)), Is.EqualTo((2, 1, 0)));
        Assert.That(left, Is.EqualTo(new[] { "k-2", "k-3" }));
        Assert.That(await AtLeastKeptAsync(), Is.EqualTo(new[] { "k-3" }));

        async Task<List<string>> AtLeastKeptAsync()
        {
            var keys = new List<string>();
            foreach (var hours in Enumerable.Range(0, 4))
            {
                if (await FindAsync(Key with { Key = $"k-{hours}" }, Kept) is not null)
                    keys.Add($"k-{hours}");
            }

            return keys;
        }
    }

    private static KeptAnswer Answer() => new("f1", 201, new Dictionary<string, string>(), "{}"u8.ToArray(), Kept);

    private Task<KeptAnswer?> FindAsync(IdempotencyKey key, Instant now) =>
        Database.UseAsync<IIdempotencyStore, KeptAnswer?>(answers => answers.FindAsync(key, now, None));

    private Task AddAsync(IdempotencyKey key, KeptAnswer answer) =>
        Database.UseAsync<IIdempotencyStore>(answers => answers.AddAsync(key, answer, None));

    private Task<int> RemoveAsync(Instant now, int limit) =>
        Database.UseAsync<IIdempotencyStore, int>(answers => answers.RemoveExpiredAsync(now, limit, None));
}
