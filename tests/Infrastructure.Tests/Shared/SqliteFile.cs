using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>Database files in a folder that is gone after the test.</summary>
internal static class SqliteFile
{
    public static async Task<TestDatabase> MigratedAsync()
    {
        var database = New();
        await database.Services.GetRequiredService<IDatabase>().MigrateAsync(CancellationToken.None);
        return database;
    }

    /// <summary>Registered as the application does it, with no file behind it yet.</summary>
    public static TestDatabase New()
    {
        var folder = Directory.CreateTempSubdirectory("misterassist-");
        return new(Open(folder.FullName), () =>
        {
            Delete(folder);
            return Task.CompletedTask;
        });
    }

    /// <summary>The services of an application that has its database in the folder.</summary>
    public static ServiceProvider Open(string folder, string connectionString = "Data Source=test.db") => new ServiceCollection()
        .AddLogging()
        .AddKeyedSingleton<IClock>(WorldClock.Key, new FakeClock(Moments.Utc("2026-11-20T18:30:00Z")))
        .AddInfrastructure(Settings(connectionString), folder)
        .BuildServiceProvider(validateScopes: true);

    public static IConfiguration Settings(string? connectionString) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Database:ConnectionString", connectionString)])
        .Build();

    public static void Delete(DirectoryInfo folder)
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
