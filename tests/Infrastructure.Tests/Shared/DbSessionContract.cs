using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Closures;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>What a session promises on every engine: what is read together is of one moment, and what is written together is done whole or not at all.</summary>
public abstract class DbSessionContract : StoreContract
{
    protected static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public async Task Read_OfSeveralQuestions_SeesWhatWasThereAtTheFirst()
    {
        const string count = "SELECT COUNT(*) FROM ticket_number";
        await using var scope = Database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbSession>();

        var seen = await db.ReadAsync(
            async () =>
            {
                var first = await db.QueryFirstAsync<int>(count, null, None);
                await Database.UseAsync<DbSession>(other => other.ExecuteAsync("INSERT INTO ticket_number (year, last) VALUES (2026, 1)", null, None));
                return (first, await db.QueryFirstAsync<int>(count, null, None));
            },
            None);

        Assert.That(seen, Is.EqualTo((0, 0)));
        Assert.That(await db.QueryFirstAsync<int>(count, null, None), Is.EqualTo(1), "and then what is there now");
    }

    [Test]
    public async Task Read_InWhichSomethingIsWritten_IsRefused()
    {
        await Database.UseAsync<DbSession>(db =>
        {
            Assert.ThrowsAsync<InvalidOperationException>(() => db.ReadAsync(
                () => db.ExecuteAsync("INSERT INTO ticket_number (year, last) VALUES (2026, 1)", null, None), None));
            return Task.CompletedTask;
        });

        Assert.That(await Database.UseAsync<DbSession, int>(db => db.QueryFirstAsync<int>("SELECT COUNT(*) FROM ticket_number", null, None)), Is.Zero);
    }

    [Test]
    public async Task Run_WhileAnotherWritesForTooLong_SaysThatTheStoreIsBusy([Values] bool inTheSameInstance)
    {
        await using var impatient = Database.Another(("Database:BusySeconds", "1"));
        await using var first = (inTheSameInstance ? impatient : Database.Services).CreateAsyncScope();
        await using var second = impatient.CreateAsyncScope();
        var others = second.ServiceProvider.GetRequiredService<ITransactions>();

        var writing = first.ServiceProvider.GetRequiredService<ITransactions>().RunAsync(
            () => Task.FromResult(Assert.ThrowsAsync<BusyException>(() => others.RunAsync(() => Task.FromResult(0), None))), None);

        Assert.That(await writing, Is.Not.Null);
        Assert.That(await others.RunAsync(() => Task.FromResult(7), None), Is.EqualTo(7), "and then it is free");
    }

    [Test]
    public void Execute_VersionOfAPlanThatIsNotThere_IsRefusedByTheDatabase()
    {
        var failure = Assert.CatchAsync<DbException>(
            () => Database.UseAsync<IPlanStore>(plans => plans.AddVersionAsync(PlanSamples.Version("nowhere"), None)));

        ExpectABrokenReference(failure!);
    }

    [Test]
    public async Task Run_WorkThatThrows_LeavesNothing()
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var (transactions, plans) = Services(scope.ServiceProvider);

        Assert.ThrowsAsync<TimeoutException>(() => transactions.RunAsync<int>(
            async () =>
            {
                await plans.AddIfAbsentAsync(PlanSamples.Plan("silver"), None);
                throw new TimeoutException();
            },
            None));

        Assert.That(await plans.FindAsync(new("silver"), None), Is.Null);
    }

    [Test]
    public async Task Run_AfterWorkThatThrew_WorksOnTheSameSession()
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var (transactions, plans) = Services(scope.ServiceProvider);
        Assert.ThrowsAsync<TimeoutException>(() => transactions.RunAsync<int>(() => throw new TimeoutException(), None));

        await transactions.RunAsync(() => AddAsync(plans, "silver"), None);

        Assert.That(await FindAsync("silver"), Is.Not.Null);
    }

    [Test]
    public async Task Run_PlanWhoseSecondVersionIsRefused_LeavesNeitherPlanNorFirstVersion()
    {
        var plan = PlanSamples.Plan("silver", versions: [PlanSamples.Version("silver", 1), PlanSamples.Version("silver", 1)]);
        await using var scope = Database.Services.CreateAsyncScope();
        var (transactions, plans) = Services(scope.ServiceProvider);

        Assert.ThrowsAsync<Domain.Shared.BusinessException>(() => transactions.RunAsync(
            async () =>
            {
                await plans.AddIfAbsentAsync(plan, None);
                return 0;
            },
            None));

        Assert.That(await Database.UseAsync<IPlanReader, bool>(p => p.ExistsAsync(new("silver"), None)), Is.False);
    }

    [Test]
    public async Task Run_ReadWithinTheWork_SeesItsOwnWriteAndNobodyElseDoes()
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var (transactions, plans) = Services(scope.ServiceProvider);

        var (own, other) = await transactions.RunAsync(
            async () =>
            {
                await AddAsync(plans, "silver");
                return (await plans.FindAsync(new("silver"), None), await FindAsync("silver"));
            },
            None);

        Assert.That((own is not null, other is not null), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Run_WorkThatSucceeds_IsSeenByOthers()
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var (transactions, plans) = Services(scope.ServiceProvider);

        await transactions.RunAsync(() => AddAsync(plans, "silver"), None);

        Assert.That(await FindAsync("silver"), Is.Not.Null);
    }

    [Test]
    public async Task Run_CancelledBeforeItBegins_DoesNoWork()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await using var scope = Database.Services.CreateAsyncScope();
        var (transactions, plans) = Services(scope.ServiceProvider);

        Assert.CatchAsync<OperationCanceledException>(() => transactions.RunAsync(() => AddAsync(plans, "silver"), cancelled.Token));

        Assert.That(await FindAsync("silver"), Is.Null);
    }

    [Test]
    public async Task Run_SeveralSessionsReadingThenWritingAtOnce_AllSucceed()
    {
        var days = Enumerable.Range(1, 8).Select(day => $"2026-08-{day:00}").ToList();

        await Task.WhenAll(days.Select(day => Task.Run(() => AnnounceAsync(day), None)));

        var page = await Database.UseAsync<IClosureReader, Page<Closure>>(closures => closures.ListAsync(100, null, None));
        Assert.That(page.Items.Select(c => c.Period.StartsOn), Is.EqualTo(days.Select(Schedules.Date)));
    }

    /// <summary>That the engine says by its own number that a foreign key was in the way.</summary>
    protected abstract void ExpectABrokenReference(DbException failure);

    private static (ITransactions Transactions, IPlanStore Plans) Services(IServiceProvider scope) =>
        (scope.GetRequiredService<ITransactions>(), scope.GetRequiredService<IPlanStore>());

    private static async Task<int> AddAsync(IPlanStore plans, string code)
    {
        await plans.AddIfAbsentAsync(PlanSamples.Plan(code), None);
        return 0;
    }

    private Task<Plan?> FindAsync(string code) => Database.UseAsync<IPlanStore, Plan?>(plans => plans.FindAsync(new(code), None));

    private async Task AnnounceAsync(string day)
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var closures = scope.ServiceProvider.GetRequiredService<IClosureStore>();
        await scope.ServiceProvider.GetRequiredService<ITransactions>().RunAsync(
            async () =>
            {
                var closure = Closure.Announce(ClosureSamples.Days(day), PlanSamples.FirstEffectiveAt);
                await closures.FindAsync(closure.Id, None);
                // Time for the others to read the same state: whoever then wrote on top of it would have read what is no longer so.
                await Task.Delay(20, None);
                await closures.AddAsync(closure, None);
                return 0;
            },
            None);
    }
}
