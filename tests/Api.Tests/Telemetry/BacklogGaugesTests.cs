using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MisterAssist.Api.Telemetry;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Application.Billing;
using MisterAssist.Application.Telemetry;
using NodaTime;

namespace MisterAssist.Api.Tests.Telemetry;

/// <summary>How late the work in the background is, whether or not somebody is at it.</summary>
[NonParallelizable]
public sealed class BacklogGaugesTests
{
    private const string Lag = "misterassist.promise_check.lag";
    private const string Age = "misterassist.billing_run.age";

    private readonly ConcurrentQueue<string> _log = [];
    private Desk _desk = null!;
    private BacklogGauges _gauges = null!;

    [SetUp]
    public void Show()
    {
        _log.Clear();
        _desk = new("2026-11-16 08:00");
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(new LineLog(_log.Enqueue)));
        _gauges = new(_desk.App.Services.GetRequiredService<IServiceScopeFactory>(), _desk.App.Clock, logs.CreateLogger<BacklogGauges>());
        _gauges.Show();
    }

    [TearDown]
    public void Shut()
    {
        _gauges.Dispose();
        _desk.Dispose();
    }

    [Test]
    public void Gauges_WhereNothingWaits_AreZero() =>
        Assert.That(Measured(), Is.EqualTo(new Dictionary<string, double> { [Lag] = 0, [Age] = 0 }));

    [Test]
    public async Task Lag_OfAWarningThatNobodyRaises_GrowsUntilSomebodyDoes()
    {
        await _desk.OpenAsync(await _desk.CustomerAsync("silver"));
        _desk.At("2026-11-16 09:59");
        Assert.That(Measured()[Lag], Is.Zero, "half of four hours are not over");

        _desk.At("2026-11-16 10:05");
        Assert.That(Measured()[Lag], Is.EqualTo(300));

        await _desk.WatchAsync();
        Assert.That(Measured()[Lag], Is.Zero);
    }

    [Test]
    public async Task Age_OfABillingRun_GrowsUntilItIsOver()
    {
        await _desk.CustomerAsync("silver");
        await _desk.App.SendAsync(new StartBillingRunCommand(new(2026, 10), Issues: false));
        _desk.App.Clock.Advance(Duration.FromHours(1));
        Assert.That(Measured()[Age], Is.EqualTo(3600));

        while (await _desk.App.SendAsync(new BillNextCustomersCommand()))
            _desk.App.Clock.Advance(Duration.FromSeconds(1));
        Assert.That(Measured()[Age], Is.Zero);
    }

    [Test]
    public async Task Gauges_WhereTheDatabaseDoesNotAnswer_HaveNoFigure()
    {
        await _desk.App.Database.RenameAsync("billing_run", "elsewhere");

        Assert.That(Measured().Keys, Is.EqualTo(new[] { Lag }));
        Assert.That(_log, Has.Exactly(1).Contains($"{Age} could not be measured"));
    }

    private static Dictionary<string, double> Measured()
    {
        var measured = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Instruments.Name && instrument.IsObservable)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured.Add(instrument.Name, value));
        listener.Start();
        listener.RecordObservableInstruments();
        return measured;
    }
}
