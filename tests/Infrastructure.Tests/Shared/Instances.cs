using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>Instances of the application, as far as they keep anything.</summary>
internal static class Instances
{
    /// <summary>Registered as the application does it; it is half past six in the evening for all of them.</summary>
    public static IServiceCollection Registered(IConfiguration settings, string root) => new ServiceCollection()
        .AddLogging()
        .AddKeyedSingleton<IClock>(WorldClock.Key, new FakeClock(Moments.Utc("2026-11-20T18:30:00Z")))
        .AddInfrastructure(settings, root);

    /// <summary>Another one on the same database, with settings of its own.</summary>
    public static ServiceProvider Another(this TestDatabase database, params (string Key, string? Value)[] settings)
    {
        var its = database.Services.GetRequiredService<DbSettings>();
        var place = new DbConnectionStringBuilder { ConnectionString = its.ConnectionString };
        // How long a file is waited for stands there too, and would go before what is set.
        place.Remove("Default Timeout");
        var all = settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))
            .Append(new("Database:Provider", $"{its.Provider}"))
            .Append(new("Database:ConnectionString", place.ToString()));
        return Registered(new ConfigurationBuilder().AddInMemoryCollection(all).Build(), Path.GetTempPath()).BuildServiceProvider(validateScopes: true);
    }

    /// <summary>A piece of work in a scope of its own.</summary>
    public static async Task<TResult> UseAsync<TService, TResult>(this IServiceProvider services, Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
