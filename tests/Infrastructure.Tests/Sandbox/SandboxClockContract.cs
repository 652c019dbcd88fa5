using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Sandbox;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Sandbox;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Sandbox;

public abstract class SandboxClockContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Instant Start = Moments.Utc("2026-11-20T18:30:00Z");
    private static readonly Instant Later = Moments.Utc("2027-01-11T08:00:00.123456Z");
    private static readonly Duration Hour = Duration.FromHours(1);

    private FakeClock World => (FakeClock)Database.Services.GetRequiredKeyedService<IClock>(WorldClock.Key);

    private SandboxClock Clock => Database.Services.GetRequiredService<SandboxClock>();

    [Test]
    public async Task Read_NeverMoved_IsTheTimeOfTheWorld() => Assert.That(await ReadAsync(), Is.EqualTo(Start));

    [Test]
    public async Task Move_Forward_TicksOnFromThere()
    {
        await MoveAsync(Later);

        Assert.That(await ReadAsync(), Is.EqualTo(Later));
        World.Advance(Hour);
        Assert.That(await ReadAsync(), Is.EqualTo(Later + Hour));
        Assert.That(Clock.GetCurrentInstant(), Is.EqualTo(Later + Hour));
    }

    [Test]
    public async Task Move_CountsOnceItIsReadNotBefore()
    {
        await MoveAsync(Later);

        Assert.That(Clock.GetCurrentInstant(), Is.EqualTo(Start));
    }

    [Test]
    public async Task Move_ToAnInstantThatHasJustPassed_TakesNothingBack()
    {
        await MoveAsync(Later);
        await ReadAsync();
        World.Advance(Hour);

        await MoveAsync(Later);

        Assert.That(await ReadAsync(), Is.EqualTo(Later + Hour));
    }

    [Test]
    public async Task Move_Undone_ChangesNothing()
    {
        await using (var scope = Database.Services.CreateAsyncScope())
        {
            var sandbox = scope.ServiceProvider.GetRequiredService<ISandboxClock>();
            Assert.ThrowsAsync<TimeoutException>(() => scope.ServiceProvider.GetRequiredService<ITransactions>().RunAsync<int>(
                async () =>
                {
                    await sandbox.MoveAsync(Later, None);
                    throw new TimeoutException();
                },
                None));
        }

        Assert.That(await ReadAsync(), Is.EqualTo(Start));
    }

    private Task<Instant> ReadAsync() => Database.UseAsync<ISandboxClock, Instant>(sandbox => sandbox.ReadAsync(None));

    private Task MoveAsync(Instant now) => Database.UseAsync<ISandboxClock>(sandbox => sandbox.MoveAsync(now, None));
}
