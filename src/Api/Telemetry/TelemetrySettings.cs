using MisterAssist.Application.Shared;
using OpenTelemetry.Exporter;

namespace MisterAssist.Api.Telemetry;

/// <summary>Where spans and measurements are sent, checked when it starts.</summary>
internal sealed record TelemetrySettings
{
    /// <summary><c>Telemetry:Otlp:Endpoint</c>: of a collector; null where nothing is sent.</summary>
    public required Uri? Endpoint { get; init; }

    /// <summary><c>Telemetry:Otlp:Protocol</c>.</summary>
    public required OtlpExportProtocol Protocol { get; init; }

    /// <summary><c>Telemetry:ServiceName</c>: what the collector knows it by.</summary>
    public required string ServiceName { get; init; }

    /// <exception cref="SettingsException">A setting cannot be read.</exception>
    public static TelemetrySettings From(IConfiguration configuration) => new()
    {
        Endpoint = configuration["Telemetry:Otlp:Endpoint"] is { Length: > 0 } endpoint ? ToAddress(endpoint) : null,
        Protocol = (configuration["Telemetry:Otlp:Protocol"] ?? "grpc") switch
        {
            "grpc" => OtlpExportProtocol.Grpc,
            "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
            _ => throw new SettingsException("Telemetry:Otlp:Protocol must be grpc or http/protobuf."),
        },
        ServiceName = (configuration["Telemetry:ServiceName"] ?? "misterassist") is var name && !string.IsNullOrWhiteSpace(name)
            ? name
            : throw new SettingsException("Telemetry:ServiceName must not be empty."),
    };

    /// <summary>Where one signal goes: with HTTP each has a path of its own.</summary>
    /// <param name="signal">As in the path: <c>traces</c> or <c>metrics</c>.</param>
    public Uri AddressOf(string signal) => Protocol == OtlpExportProtocol.Grpc
        ? Endpoint!
        : new Uri($"{Endpoint!.AbsoluteUri.TrimEnd('/')}/v1/{signal}");

    private static Uri ToAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0
            ? address
            : throw new SettingsException("Telemetry:Otlp:Endpoint must be an address such as http://collector:4317.");
}
