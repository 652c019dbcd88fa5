using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Telemetry;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit.Events;

namespace MisterAssist.Infrastructure.Tests.Telemetry;

/// <summary>What is counted is what happened: once, and not before it is there to stay.</summary>
public sealed class EventCountsTests
{
    private static readonly RecordedEvent Missed = EventSamples.Full(ActorKind.System, PromiseKind.Response);

    private readonly List<string> _counted = [];
    private MeterListener _listener = null!;
    private TestDatabase _database = null!;

    [SetUp]
    public async Task Listen()
    {
        _database = await SqliteFile.MigratedAsync();
        _counted.Clear();
        _listener = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Instruments.Name && instrument is Counter<long>)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            _counted.Add($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}".TrimEnd()));
        _listener.Start();
    }

    [TearDown]
    public async Task StopListening()
    {
        _listener.Dispose();
        await _database.DisposeAsync();
    }

    [TestCase("promise.warning", "misterassist.promises.warned 1")]
    [TestCase("promise.missed", "misterassist.promises.missed 1")]
    [TestCase("guarantee.given", "misterassist.guarantees.given 1")]
    [TestCase("invoice.issued", "misterassist.invoices.issued 1")]
    [TestCase("ticket.created", null)]
    public async Task Event_OfAType_IsCounted(string type, string? expected)
    {
        await AppendAsync(() => { }, EventSamples.Event(type));

        Assert.That(_counted, Is.EqualTo(expected is null ? Array.Empty<string>() : [expected]));
    }

    [Test]
    public async Task Events_OfPromises_SayOfWhichKind()
    {
        await AppendAsync(() => { }, Missed, Missed with { Id = EventId.New(EventSamples.At), Promise = PromiseKind.Presence });

        Assert.That(_counted, Is.EqualTo(new[]
        {
            "misterassist.promises.missed 1 misterassist.promise=response", "misterassist.promises.missed 1 misterassist.promise=presence",
        }));
    }

    [Test]
    public async Task Events_OfATransaction_AreCountedWhenItIsOver()
    {
        var before = -1;

        await AppendAsync(() => before = _counted.Count, Missed);

        Assert.That((before, _counted.Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Events_OfATransactionThatIsUndone_AreNotCounted()
    {
        await Assert.ThatAsync(() => AppendAsync(() => throw new TimeoutException(), Missed), Throws.InstanceOf<TimeoutException>());

        Assert.That(_counted, Is.Empty);
    }

    [Test]
    public async Task Events_AfterATransactionThatWasUndone_AreCountedAlone()
    {
        await using var scope = _database.Services.CreateAsyncScope();
        await Assert.ThatAsync(() => AppendAsync(scope, () => throw new TimeoutException(), Missed), Throws.InstanceOf<TimeoutException>());

        await AppendAsync(scope, () => { }, EventSamples.Event("invoice.issued"));

        Assert.That(_counted, Is.EqualTo(new[] { "misterassist.invoices.issued 1" }));
    }

    [Test]
    public async Task Events_OutsideOfAnyTransaction_AreCountedAtOnce()
    {
        await _database.UseAsync<IEventLog>(log => log.AppendAsync([Missed], CancellationToken.None));

        Assert.That(_counted, Has.Count.EqualTo(1));
    }

    private async Task AppendAsync(Action then, params RecordedEvent[] events)
    {
        await using var scope = _database.Services.CreateAsyncScope();
        await AppendAsync(scope, then, events);
    }

    private static Task<int> AppendAsync(AsyncServiceScope scope, Action then, params RecordedEvent[] events) =>
        scope.ServiceProvider.GetRequiredService<ITransactions>().RunAsync(
            async () =>
            {
                await scope.ServiceProvider.GetRequiredService<IEventLog>().AppendAsync(events, CancellationToken.None);
                then();
                return events.Length;
            },
            CancellationToken.None);
}
