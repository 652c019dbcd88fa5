using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api.Tests;

public sealed class ApiSettingsTests
{
    [Test]
    public void From_NothingSaid_TakesTheDefaults()
    {
        var settings = From();

        Assert.That(settings.RequestsPerMinute, Is.EqualTo(6000));
        Assert.That(settings.CorsOrigins, Is.Empty);
        Assert.That(settings.KnownProxies, Is.Empty);
    }

    [TestCase("RateLimits:PerMinute", "0")]
    [TestCase("RateLimits:PerMinute", "-1")]
    [TestCase("RateLimits:PerMinute", "1000001")]
    [TestCase("RateLimits:PerMinute", "many")]
    [TestCase("Proxies:Known:0", "balancer")]
    public void From_SettingThatCannotBeRead_NamesIt(string key, string value)
    {
        var failure = Assert.Throws<SettingsException>(() => From(new KeyValuePair<string, string?>(key, value)));

        Assert.That(failure!.Message, Does.StartWith(key.Replace(":0", "", StringComparison.Ordinal)));
        Assert.That(Startup.ReasonOf(failure), Is.EqualTo(failure.Message));
    }

    private static ApiSettings From(params KeyValuePair<string, string?>[] settings) =>
        ApiSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
