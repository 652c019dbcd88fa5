using Microsoft.Extensions.DependencyInjection;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>A database of a test's own, reached as the application reaches it: each piece of work in a scope of its own.</summary>
public sealed class TestDatabase(ServiceProvider services, Func<Task> delete) : IAsyncDisposable
{
    public IServiceProvider Services { get; } = services;

    public async Task<TResult> UseAsync<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task UseAsync<TService>(Func<TService, Task> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await delete();
    }
}
