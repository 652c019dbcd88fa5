using MisterAssist.Application.Sla.Closures;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Sla.Closures;

/// <summary>What <see cref="IClosureStore"/> keeps, <see cref="IClosureStore"/> and <see cref="IClosureReader"/> give back.</summary>
public abstract class ClosureStoreContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Instant Announced = Moments.Utc("2026-03-01T09:00:00.123456Z");
    private static readonly Instant Withdrawn = Moments.Utc("2026-04-01T09:00:00.654321Z");
    private static readonly Duration Microsecond = Duration.FromTicks(10);

    [Test]
    public async Task Find_AnyClosure_KeepsEveryField()
    {
        var random = TestContext.CurrentContext.Random;
        var closures = Enumerable.Range(0, 200)
            .Select(_ => Closure.Announce(RandomSla.Period(random), RandomSla.Instant(random)))
            .ToList();
        foreach (var closure in closures)
            await AddAsync(closure);

        var found = new List<Closure?>();
        foreach (var closure in closures)
            found.Add(await FindAsync(closure.Id));

        Assert.That(found.Select(Spelled.Out), Is.EqualTo(closures.Select(Spelled.Out)));
    }

    [Test]
    public async Task StandingAt_WithdrawnLater_KeepsBothInstantsToTheMicrosecond()
    {
        var closure = await AnnouncedAndWithdrawnAsync();

        var standing = await StandingAtAsync(Announced);

        Assert.That(standing.Select(Spelled.Out), Is.EqualTo(new[] { Spelled.Out(closure) }));
    }

    [Test]
    public async Task Find_UnknownId_IsNull()
    {
        await AddAsync(Closure.Announce(ClosureSamples.Days("2026-08-10"), Announced));

        var found = await FindAsync(ClosureId.New(Announced));

        Assert.That(found, Is.Null);
    }

    [Test]
    public async Task Find_WithdrawnClosure_IsNull()
    {
        var closure = await AnnouncedAndWithdrawnAsync();

        var found = await FindAsync(closure.Id);

        Assert.That(found, Is.Null);
    }

    [Test]
    public async Task StandingAt_AroundAnnouncementAndWithdrawal_IncludesTheFirstInstantAndNotTheLast()
    {
        await AnnouncedAndWithdrawnAsync();
        Instant[] moments = [Announced - Microsecond, Announced, Withdrawn - Microsecond, Withdrawn, Withdrawn + Microsecond];

        var counts = new List<int>();
        foreach (var moment in moments)
            counts.Add((await StandingAtAsync(moment)).Count);

        Assert.That(counts, Is.EqualTo(new[] { 0, 1, 1, 0, 0 }));
    }

    [Test]
    public async Task StandingAt_SeveralClosures_ComeById()
    {
        var closures = new List<Closure>();
        for (var i = 0; i < 20; i++)
            closures.Add(Closure.Announce(ClosureSamples.Days("2026-08-10"), Announced));
        foreach (var closure in closures)
            await AddAsync(closure);

        var standing = await StandingAtAsync(Announced);

        Assert.That(
            standing.Select(c => c.Id),
            Is.EqualTo(closures.Select(c => c.Id).OrderBy(id => CrockfordBase32.Encode(id.Value), StringComparer.Ordinal)));
    }

    [Test]
    public async Task Withdraw_ClosureLoadedTwice_IsRefusedTheSecondTime()
    {
        var closure = Closure.Announce(ClosureSamples.Days("2026-08-10"), Announced);
        await AddAsync(closure);
        var (first, second) = (await FindAsync(closure.Id), await FindAsync(closure.Id));
        first!.Withdraw(Withdrawn);
        second!.Withdraw(Withdrawn + Duration.FromDays(1));

        await WithdrawAsync(first);
        var refusal = Assert.ThrowsAsync<BusinessException>(() => WithdrawAsync(second));

        Assert.That(refusal!.Code, Is.EqualTo("closure_not_found"));
        Assert.That((await StandingAtAsync(Announced)).Single().WithdrawnAt, Is.EqualTo(Withdrawn));
    }

    [Test]
    public async Task Withdraw_OneOfTwo_LeavesTheOther()
    {
        await AnnouncedAndWithdrawnAsync();
        var other = Closure.Announce(ClosureSamples.Days("2026-08-11"), Announced);
        await AddAsync(other);

        var standing = await StandingAtAsync(Withdrawn);

        Assert.That(standing.Select(c => c.Id), Is.EqualTo(new[] { other.Id }));
    }

    [Test]
    public async Task List_ClosuresAnnouncedInAnyOrder_ComeByFirstDayThenId()
    {
        var closures = await AddOnAsync("2027-01-02", "2026-08-10", "2026-12-24", "2026-08-10", "2026-08-10");

        var page = await ListAsync(10, after: null);

        Assert.That(page.Items.Select(c => c.Id), Is.EqualTo(InOrder(closures)));
        Assert.That(page.HasMore, Is.False);
    }

    [Test]
    public async Task List_ReadPageByPage_MeetsEachOnceInOrder([Values(1, 2, 3, 5, 7)] int limit)
    {
        var closures = await AddOnAsync(
            "2026-08-10", "2026-08-10", "2026-08-10", "2026-08-09", "2026-08-11", "2026-08-10", "2027-01-01");

        var met = new List<ClosureId>();
        var page = await ListAsync(limit, after: null);
        met.AddRange(page.Items.Select(c => c.Id));
        while (page.HasMore)
        {
            page = await ListAsync(limit, (page.Items[^1].Period.StartsOn, page.Items[^1].Id));
            met.AddRange(page.Items.Select(c => c.Id));
        }

        Assert.That(met, Is.EqualTo(InOrder(closures)));
    }

    [Test]
    public async Task List_WithdrawnClosure_IsLeftOut()
    {
        await AnnouncedAndWithdrawnAsync();

        var page = await ListAsync(10, after: null);

        Assert.That(page.Items, Is.Empty);
    }

    [Test]
    public async Task List_AfterAClosureWithdrawnMeanwhile_GoesOnWhereItStood()
    {
        var closures = InOrder(await AddOnAsync("2026-08-10", "2026-08-11", "2026-08-12")).ToList();
        var last = (await FindAsync(closures[1]))!;
        last.Withdraw(Withdrawn);
        await WithdrawAsync(last);

        var page = await ListAsync(10, (last.Period.StartsOn, last.Id));

        Assert.That(page.Items.Select(c => c.Id), Is.EqualTo(new[] { closures[2] }));
    }

    private static IEnumerable<ClosureId> InOrder(IEnumerable<Closure> closures) => closures
        .OrderBy(c => c.Period.StartsOn)
        .ThenBy(c => CrockfordBase32.Encode(c.Id.Value), StringComparer.Ordinal)
        .Select(c => c.Id);

    private async Task<Closure> AnnouncedAndWithdrawnAsync()
    {
        var closure = Closure.Announce(ClosureSamples.Days("2026-08-10"), Announced);
        await AddAsync(closure);
        closure.Withdraw(Withdrawn);
        await WithdrawAsync(closure);
        return closure;
    }

    private async Task<IReadOnlyList<Closure>> AddOnAsync(params string[] days)
    {
        Closure[] closures = [.. days.Select(day => Closure.Announce(ClosureSamples.Days(day), Announced))];
        foreach (var closure in closures)
            await AddAsync(closure);
        return closures;
    }

    private Task AddAsync(Closure closure) => Database.UseAsync<IClosureStore>(closures => closures.AddAsync(closure, None));

    private Task WithdrawAsync(Closure closure) => Database.UseAsync<IClosureStore>(closures => closures.WithdrawAsync(closure, None));

    private Task<Closure?> FindAsync(ClosureId id) =>
        Database.UseAsync<IClosureStore, Closure?>(closures => closures.FindAsync(id, None));

    private Task<IReadOnlyList<Closure>> StandingAtAsync(Instant at) =>
        Database.UseAsync<IClosureReader, IReadOnlyList<Closure>>(closures => closures.StandingAtAsync(at, None));

    private Task<Application.Shared.Page<Closure>> ListAsync(int limit, (LocalDate StartsOn, ClosureId Id)? after) =>
        Database.UseAsync<IClosureReader, Application.Shared.Page<Closure>>(closures => closures.ListAsync(limit, after, None));
}
