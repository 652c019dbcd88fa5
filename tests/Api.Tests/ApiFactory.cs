using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MisterAssist.Infrastructure;
using MisterAssist.TestKit;
using NodaTime;

namespace MisterAssist.Api.Tests;

/// <summary>The whole application on Kestrel, at a free port of this machine, with a database and a clock of its own.</summary>
internal sealed class ApiFactory : WebApplicationFactory<Program>
{
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 2, 9, 0);

    private readonly string _folder = Directory.CreateTempSubdirectory("misterassist-tests-").FullName;
    private readonly string _environment;
    private readonly Dictionary<string, string> _settings;
    private readonly Action<IServiceCollection> _configure;

    public ApiFactory(string environment = "Development", params (string Key, string Value)[] settings)
        : this(_ => { }, environment, settings)
    {
    }

    /// <param name="configure">What a test puts in the place of what the application registers.</param>
    /// <param name="environment">Where it is to believe itself.</param>
    /// <param name="settings">Besides those of every test.</param>
    public ApiFactory(Action<IServiceCollection> configure, string environment = "Development", params (string Key, string Value)[] settings)
    {
        _configure = configure;
        _environment = environment;
        _settings = new()
        {
            ["Database:ConnectionString"] = $"Data Source={DatabaseFile};Pooling=False",
            ["RateLimits:PerMinute"] = "1000000",
        };
        foreach (var (key, value) in settings)
            _settings[key] = value;

        UseKestrel(0);
        StartServer();
        Api = new(new HttpClient { BaseAddress = ClientOptions.BaseAddress });
    }

    public FakeClock Clock { get; } = new(Start);

    public ApiClient Api { get; }

    public string DatabaseFile => Path.Combine(_folder, "test.db");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services =>
        {
            services.AddKeyedSingleton<IClock>(InfrastructureServices.WorldClock, Clock);
            _configure(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        // The base class disposes twice on some ways out.
        if (!disposing || !Directory.Exists(_folder))
            return;

        Api.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
