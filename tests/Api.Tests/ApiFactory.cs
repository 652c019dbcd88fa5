using System.Collections.Concurrent;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MisterAssist.Application.ApiKeys;
using MisterAssist.Application.Billing;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.TestKit;
using NodaTime;

// Each fixture has servers, databases and clocks of its own.
[assembly: Parallelizable(ParallelScope.Fixtures)]

namespace MisterAssist.Api.Tests;

/// <summary>The whole application on Kestrel, at a free port of this machine, with a database and a clock of its own.</summary>
internal sealed class ApiFactory : WebApplicationFactory<Program>
{
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 2, 9, 0);

    private readonly string _folder = Directory.CreateTempSubdirectory("misterassist-tests-").FullName;
    private readonly string _environment;
    private readonly Dictionary<string, string> _settings;
    private readonly ConcurrentBag<ApiClient> _clients = [];
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
            ["Attachments:Folder"] = AttachmentFolder,
            ["RateLimits:PerMinute"] = "1000000",
            ["Company:Name"] = "MisterAssist",
            ["Company:VatNumber"] = "00743110157",
            ["Company:Seat:Street"] = "Via delle Officine 7",
            ["Company:Seat:PostalCode"] = "20121",
            ["Company:Seat:City"] = "Milano",
            ["Company:Seat:Province"] = "MI",
            // What a test does not ask for is not billed in its midst.
            ["Billing:WatchSeconds"] = "86400",
            // Much at once is done one after the other, which takes a small machine a while.
            ["Database:BusySeconds"] = "30",
        };
        foreach (var (key, value) in settings)
            _settings[key] = value;
        Database = new(_folder, _settings);
        foreach (var (key, value) in Database.Settings)
            _settings[key] = value;

        UseKestrel(0);
        StartServer();
        (Api, _) = MakeKeyAsync(KeyKind.Staff, [Scope.Admin]).GetAwaiter().GetResult();
        Anonymous = ClientWith(null);
    }

    public FakeClock Clock { get; } = new(Start);

    /// <summary>With the key of an administrator.</summary>
    public ApiClient Api { get; }

    /// <summary>Without a key.</summary>
    public ApiClient Anonymous { get; }

    public string AttachmentFolder => Path.Combine(_folder, "attachments");

    public StoryDatabase Database { get; }

    /// <summary>A client with a key of its own; without customers it may see all.</summary>
    public async Task<ApiClient> ClientAsync(KeyKind kind, Scope[] scopes, params CustomerId[] customers) =>
        (await MakeKeyAsync(kind, scopes, customers)).Client;

    /// <summary>The same, with the key and its secret.</summary>
    public async Task<(ApiClient Client, IssuedApiKey Issued)> MakeKeyAsync(KeyKind kind, Scope[] scopes, params CustomerId[] customers)
    {
        var issued = await SendAsync(new CreateApiKeyCommand(
            $"Test {kind}", kind, scopes, customers.Length == 0 ? null : customers, ExpiresAt: null));
        return (ClientWith(issued.Secret.Reveal()), issued);
    }

    /// <summary>Sends a use case past HTTP, for what a test needs to be there.</summary>
    public async Task<TResult> SendAsync<TResult>(IRequest<TResult> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Bills a month at once.</summary>
    public async Task<BillingRunState> BillAsync(YearMonth month, bool issues)
    {
        var run = await SendAsync(new StartBillingRunCommand(month, issues));
        for (var isLeft = true; isLeft;)
            isLeft = await SendAsync(new BillNextCustomersCommand());
        return run;
    }

    /// <summary>A client that sends that secret; none where it is null.</summary>
    public ApiClient ClientWith(string? secret)
    {
        var http = new HttpClient { BaseAddress = ClientOptions.BaseAddress };
        if (secret is not null)
            http.DefaultRequestHeaders.Add("X-Api-Key", secret);
        var client = new ApiClient(http);
        _clients.Add(client);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services =>
        {
            services.AddKeyedSingleton<IClock>(WorldClock.Key, Clock);
            _configure(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        // The base class disposes twice on some ways out.
        if (!disposing || !Directory.Exists(_folder))
            return;

        foreach (var client in _clients)
            client.Dispose();
        Database.Delete();
        Directory.Delete(_folder, recursive: true);
    }
}
