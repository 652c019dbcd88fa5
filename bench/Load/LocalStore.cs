using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;
using MisterAssist.Infrastructure;

namespace MisterAssist.Benchmarks.Load;

/// <summary>The application on a database, without HTTP: brought to the present schema, with the founding plans.</summary>
internal sealed class LocalStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private LocalStore(ServiceProvider services) => _services = services;

    public static async Task<LocalStore> OpenAsync(string database)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Database:ConnectionString", $"Data Source={database}")])
            .Build();
        var services = new ServiceCollection().AddLogging().AddApplication().AddInfrastructure(configuration, Directory.GetCurrentDirectory());
        services.AddSingleton<ICaller, Everybody>();
        var store = new LocalStore(services.BuildServiceProvider());
        await store.Get<IDatabase>().MigrateAsync(CancellationToken.None);
        await store.SendAsync(new PublishFoundingPlansCommand());
        return store;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<TResult> SendAsync<TResult>(IRequest<TResult> request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<TResult> AskAsync<TPort, TResult>(Func<TPort, Task<TResult>> question)
        where TPort : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TPort>());
    }

    /// <summary>Does something with services of one scope, in one transaction.</summary>
    public async Task InTransactionAsync(Func<IServiceProvider, Task> deed)
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ITransactions>().RunAsync(
            async () =>
            {
                await deed(scope.ServiceProvider);
                return true;
            },
            CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Everybody : ICaller
    {
        public Actor Actor => Actor.System;

        public CustomerReach Reach => CustomerReach.All;
    }
}
