using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Application.Tests.Tickets;

public sealed class WatchPromisesTests
{
    private TestDesk _desk = null!;

    [SetUp]
    public void Start() => _desk = new();

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [Test]
    public async Task Watch_AroundTheFirstWarning_RaisesItOnce()
    {
        var ticket = await _desk.OpenAsync();

        _desk.Now = "2026-11-23 12:59";
        var before = await WatchAsync();
        _desk.Now = "2026-11-23 13:00";
        var then = await WatchAsync();
        var again = await WatchAsync();

        Assert.That((before, then, again), Is.EqualTo((0, 1, 0)));
        Assert.That(_desk.Told(ticket), Has.Exactly(1).EqualTo("promise.warning"));
    }

    [Test]
    public async Task Watch_LongAfter_RaisesEachWarningAndMissOnceAndThenNothing()
    {
        var ticket = await _desk.OpenAsync();
        _desk.Now = "2026-12-01 10:00";

        await WatchAsync();
        var again = await WatchAsync();

        var raised = _desk.Told(ticket).GroupBy(type => type).ToDictionary(types => types.Key, types => types.Count());
        Assert.That((raised["promise.warning"], raised["promise.missed"], again), Is.EqualTo((6, 2, 0)));
        Assert.That(_desk.Tickets[ticket].Promises, Has.All.Property(nameof(Promise.MissRaised)).True);
        Assert.That(_desk.Tickets[ticket].NextCheckAt, Is.Null);
    }

    [Test]
    public async Task Watch_MoreThanABatch_ComesBackForTheRest()
    {
        for (var i = 0; i <= WatchPromisesCommand.BatchSize; i++)
            await _desk.OpenAsync();
        _desk.Now = "2026-11-23 13:00";

        var counts = new[] { await WatchAsync(), await WatchAsync(), await WatchAsync() };

        Assert.That(counts, Is.EqualTo(new[] { WatchPromisesCommand.BatchSize, 1, 0 }));
    }

    [Test]
    public async Task Watch_TicketThatWaitsOrEnded_IsLeftAlone()
    {
        var waiting = await _desk.OpenAsync();
        await _desk.SendAsync(new AcknowledgeTicketCommand(waiting, Application.Shared.KnownVersion.Any));
        await _desk.SendAsync(new WaitTicketCommand(waiting, Application.Shared.KnownVersion.Any, "Which printer?"));
        await _desk.ResolveAsync(await _desk.OpenAsync());
        _desk.Now = "2026-12-01 10:00";

        Assert.That(await WatchAsync(), Is.Zero);
    }

    [TestCase(new int[0], new string[0])]
    [TestCase(new[] { 25 }, new[] { "25", "25" })]
    [TestCase(new[] { 10, 95 }, new[] { "10", "10", "95", "95" })]
    public async Task Watch_WarnsAtThePercentagesOfThePlan(int[] thresholds, string[] expected)
    {
        var silver = (await _desk.Application.Plans.FindAsync(new("silver"), CancellationToken.None))!;
        silver.Publish(PlanSamples.Terms(warnings: thresholds), null, [], _desk.Application.Clock.Now);
        await _desk.OpenAsync();
        _desk.Now = "2026-12-01 10:00";

        await WatchAsync();

        var warned = _desk.Tickets.Events.Where(e => e.Type == "promise.warning").Select(e => e.Changes.Single().After);
        Assert.That(warned.Order(), Is.EqualTo(expected));
    }

    [Test]
    public async Task Watch_TicketThatCannotBeSeenTo_IsLeftForAnHourAndTheOthersAreNot()
    {
        var spoilt = await _desk.OpenAsync();
        var sound = await _desk.OpenAsync();
        _desk.Tickets.Spoil(spoilt);
        _desk.Now = "2026-11-23 13:00";

        var first = await WatchAsync();
        var then = await WatchAsync();

        Assert.That((first, then), Is.EqualTo((2, 0)));
        Assert.That(_desk.Told(sound), Has.Member("promise.warning"));
        Assert.That(_desk.Tickets[spoilt].NextCheckAt, Is.EqualTo(Moments.Rome("2026-11-23 14:00")));
    }

    [Test]
    public async Task Watch_LeavesTheVersionThatACallerKnows()
    {
        var ticket = await _desk.OpenAsync();
        _desk.Now = "2026-12-01 10:00";
        await WatchAsync();

        await _desk.SendAsync(new AcknowledgeTicketCommand(ticket, Application.Shared.KnownVersion.Of(1)));

        Assert.That(_desk.Tickets[ticket].Version, Is.EqualTo(2));
    }

    private Task<int> WatchAsync() => _desk.SendAsync(new WatchPromisesCommand());
}
