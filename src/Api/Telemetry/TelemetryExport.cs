using System.Reflection;
using MisterAssist.Application.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MisterAssist.Api.Telemetry;

/// <summary>Sends spans and measurements, the framework's and our own, to a collector over OTLP, until the last when it stops.</summary>
/// <remarks>Nothing waits for the collector, and what it does not take is lost.</remarks>
internal sealed class TelemetryExport(TelemetrySettings settings, BacklogGauges gauges, IHostEnvironment environment) : IHostedService, IDisposable
{
    private static readonly string[] Meters =
        [Instruments.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault()
            .AddService(settings.ServiceName, serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString(3))
            .AddAttributes([new("deployment.environment.name", environment.EnvironmentName)]);
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Instruments.Name, Logs.RequestSource)
            .AddOtlpExporter(options => Address(options, "traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Meters)
            .AddOtlpExporter(options => Address(options, "metrics"))
            .Build();
        gauges.Show();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <remarks>Whoever stops the host and whoever disposes of it may do so at once, which the providers do not bear.</remarks>
    public void Dispose()
    {
        Interlocked.Exchange(ref _traces, null)?.Dispose();
        Interlocked.Exchange(ref _metrics, null)?.Dispose();
    }

    private void Address(OtlpExporterOptions options, string signal)
    {
        options.Protocol = settings.Protocol;
        options.Endpoint = settings.AddressOf(signal);
    }
}
