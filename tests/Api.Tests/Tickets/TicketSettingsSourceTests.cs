using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Api.Tickets;
using MisterAssist.Application.Shared;
using NodaTime;

namespace MisterAssist.Api.Tests.Tickets;

public sealed class TicketSettingsSourceTests
{
    [TestCase(null, 5)]
    [TestCase("1", 1)]
    [TestCase("86400", 86400)]
    public void Watch_WithASettingOrWithout_HasItsInterval(string? setting, int seconds) =>
        Assert.That(TicketSettingsSource.WatchFrom(With(setting)).Interval, Is.EqualTo(Duration.FromSeconds(seconds)));

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("86401")]
    [TestCase("x")]
    [TestCase("")]
    public void Watch_WithASettingThatIsNoInterval_StopsTheStartInOneLine(string setting)
    {
        var failure = Assert.Throws<SettingsException>(() => new ServiceCollection().AddApi(With(setting)));

        Assert.That(Startup.ReasonOf(failure!), Is.EqualTo("Tickets:WatchSeconds must be a whole number from 1 to 86400."));
    }

    private static IConfiguration With(string? setting) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Tickets:WatchSeconds", setting)]).Build();
}
