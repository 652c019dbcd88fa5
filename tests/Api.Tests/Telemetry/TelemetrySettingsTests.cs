using Microsoft.Extensions.Configuration;
using MisterAssist.Api.Telemetry;
using MisterAssist.Application.Shared;
using OpenTelemetry.Exporter;

namespace MisterAssist.Api.Tests.Telemetry;

public sealed class TelemetrySettingsTests
{
    [Test]
    public void From_NothingSaid_SendsNothing()
    {
        var settings = From();

        Assert.That(settings.Endpoint, Is.Null);
        Assert.That(settings.Protocol, Is.EqualTo(OtlpExportProtocol.Grpc));
        Assert.That(settings.ServiceName, Is.EqualTo("misterassist"));
    }

    [Test]
    public void From_AnEmptyEndpoint_SendsNothing() =>
        Assert.That(From(("Telemetry:Otlp:Endpoint", "")).Endpoint, Is.Null);

    [TestCase("grpc", "http://collector:4317", "http://collector:4317/")]
    [TestCase("http/protobuf", "http://collector:4318", "http://collector:4318/v1/traces")]
    [TestCase("http/protobuf", "https://collector.example/otlp/", "https://collector.example/otlp/v1/traces")]
    public void AddressOf_TheTraces_IsWhereTheProtocolHasThem(string protocol, string endpoint, string expected)
    {
        var settings = From(("Telemetry:Otlp:Endpoint", endpoint), ("Telemetry:Otlp:Protocol", protocol));

        Assert.That(settings.AddressOf("traces").AbsoluteUri, Is.EqualTo(expected));
    }

    [TestCase("Telemetry:Otlp:Endpoint", "collector:4317")]
    [TestCase("Telemetry:Otlp:Endpoint", "collector")]
    [TestCase("Telemetry:Otlp:Endpoint", "ftp://collector")]
    [TestCase("Telemetry:Otlp:Endpoint", "http://someone:secret@collector:4317")]
    [TestCase("Telemetry:Otlp:Endpoint", "http://collector:4317/?key=secret")]
    [TestCase("Telemetry:Otlp:Protocol", "http/json")]
    [TestCase("Telemetry:Otlp:Protocol", "")]
    [TestCase("Telemetry:ServiceName", " ")]
    public void From_SettingThatCannotBeRead_NamesItWithoutItsValue(string key, string value)
    {
        var failure = Assert.Throws<SettingsException>(() => From((key, value)));

        Assert.That(failure!.Message, Does.StartWith(key).And.Not.Contain("secret"));
        Assert.That(Startup.ReasonOf(failure), Is.EqualTo(failure.Message));
    }

    private static TelemetrySettings From(params (string Key, string Value)[] settings) => TelemetrySettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
}
