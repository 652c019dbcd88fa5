using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MisterAssist.Api.Tests.Tickets;

namespace MisterAssist.Api.Tests.Telemetry;

/// <summary>What a collector gets to see of a promise that is missed. Spans and measurements are the whole process's: nothing else runs meanwhile.</summary>
[NonParallelizable]
public sealed class TelemetryStories
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private const string CallersSpan = "b7ad6b7169203331";

    [Test]
    public async Task Collector_WhereItIsSet_GetsSpansAndMeasurementsUntilTheLast([Values("grpc", "http/protobuf")] string protocol)
    {
        await using var collector = await Collector.StartAsync(protocol == "grpc");
        await MissAPromiseAsync(
            ("Telemetry:Otlp:Endpoint", collector.Address.AbsoluteUri), ("Telemetry:Otlp:Protocol", protocol), ("Telemetry:ServiceName", "ufficio"));

        var request = collector.Spans.Single(span => span.ParentId == CallersSpan);
        Assert.That((request.TraceId, request.Name), Is.EqualTo((TraceId, "GET /v1/tickets/{ticketId}")));
        Assert.That(request.Text, Does.Contain("http.response.status_code").And.Contain("http.route").And.Match("url.path\\W+/v1/tickets/tkt_"));
        var statements = collector.Spans.Where(span => span.TraceId == TraceId && span.ParentId == request.Id).ToList();
        Assert.That(statements.Select(span => span.Name), Does.Contain("SELECT ticket").And.All.Match("^[A-Z]+ [a-z_]+$"));
        Assert.That(statements.Select(span => span.Text), Has.All.Contains("db.system.name"));
        Assert.That(collector.Text, Does.Contain("ufficio").And.Contain("service.instance.id"));
        Assert.That(collector.Spans.Select(span => span.Name), Does.Contain("sweep promises").And.Contain("sweep plan_changes").And.Contain("sweep billing"));

        var metrics = collector.Metrics;
        Assert.That(metrics, Does.Contain("misterassist.promises.missed").And.Contain("misterassist.promises.warned"));
        Assert.That(metrics, Does.Match("misterassist.promise\\W+response"));
        Assert.That(metrics, Does.Contain("misterassist.sweep.duration").And.Contain("db.client.operation.duration"));
        Assert.That(metrics, Does.Contain("misterassist.promise_check.lag").And.Contain("misterassist.billing_run.age"));
        Assert.That(metrics, Does.Contain("http.server.request.duration").And.Contain("/v1/tickets/{ticketId}"));
    }

    [Test]
    public async Task Metrics_OfOurOwn_EachStandInTheDocumentForWhoeverWatchesThem()
    {
        var metrics = new ConcurrentBag<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => metrics.Add($"{instrument.Meter.Name}: | `{instrument.Name}` | {instrument.Unit} |") };
        listener.Start();
        await using var collector = await Collector.StartAsync(isGrpc: true);

        await MissAPromiseAsync(("Telemetry:Otlp:Endpoint", collector.Address.AbsoluteUri));

        var document = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "operations.md"));
        var own = metrics.Where(metric => metric.StartsWith("MisterAssist: ", StringComparison.Ordinal))
            .Select(metric => metric["MisterAssist: ".Length..].Replace("{", "`{", StringComparison.Ordinal).Replace("}", "}`", StringComparison.Ordinal)).ToHashSet();
        Assert.That(own, Has.Count.EqualTo(8));
        Assert.That(own.Where(metric => !document.Contains(metric, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Collector_WhereItIsSet_LearnsNothingOfPeople()
    {
        await using var collector = await Collector.StartAsync(isGrpc: false);
        Secrets secrets;
        using (var app = new ApiFactory(
            "Production", ("Telemetry:Otlp:Endpoint", collector.Address.AbsoluteUri), ("Telemetry:Otlp:Protocol", "http/protobuf")))
        {
            secrets = await Secrets.TellAsync(app);
        }

        Assert.That(collector.Spans, Has.Count.GreaterThan(Secrets.Requests));
        Assert.That(secrets.In(collector.Text), Is.Empty);
    }

    [Test]
    public async Task Collector_WhereNoneIsSet_GetsNothing()
    {
        await using var collector = await Collector.StartAsync(isGrpc: false);
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address.AbsoluteUri);
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        try
        {
            await MissAPromiseAsync();
        }
        finally
        {
            Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", null);
            Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", null);
        }

        Assert.That(collector.IsEmpty);
    }

    [Test]
    public async Task Collector_ThatIsNotThere_KeepsNobodyWaiting()
    {
        Uri nowhere;
        await using (var collector = await Collector.StartAsync(isGrpc: false))
            nowhere = collector.Address;

        using var desk = new Desk("2026-11-16 08:00", ("Telemetry:Otlp:Endpoint", nowhere.AbsoluteUri));

        Assert.That((await desk.Api.GetAsync("/health/ready")).Status, Is.EqualTo(200));
    }

    /// <summary>Silver, reported at 08:00: an answer was owed within four hours, and somebody looks at one. The server has stopped when it returns.</summary>
    private static async Task MissAPromiseAsync(params (string Key, string Value)[] settings)
    {
        using var desk = new Desk("2026-11-16 08:00", settings);
        var ticket = await desk.OpenAsync(await desk.CustomerAsync("silver"));
        desk.At("2026-11-16 12:01");
        await desk.WatchAsync();
        var answer = await desk.Api.GetAsync($"/v1/tickets/{ticket}", ("traceparent", $"00-{TraceId}-{CallersSpan}-01"));
        Assert.That(answer.Status, Is.EqualTo(200));
        await desk.App.Services.GetRequiredService<IHost>().StopAsync();
    }
}
