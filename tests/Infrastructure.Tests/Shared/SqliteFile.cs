using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>Database files in a folder that is gone after the test.</summary>
internal static class SqliteFile
{
    private const string UsualFile = "Data Source=test.db";

    /// <summary>Whatever is asked of it has to be T-SQL too: see <see cref="ParsedEngine"/>.</summary>
    public static async Task<TestDatabase> MigratedAsync()
    {
        var database = New(folder => Registered(folder, UsualFile)
            .AddSingleton<DbEngine>(services => new ParsedEngine(DbEngines.Of(services.GetRequiredService<DbSettings>())))
            .BuildServiceProvider(validateScopes: true));
        await database.Services.GetRequiredService<IDatabase>().MigrateAsync(CancellationToken.None);
        return database;
    }

    /// <summary>Registered as the application does it, with no file behind it yet.</summary>
    public static TestDatabase New() => New(folder => Open(folder));

    /// <summary>The services of an application that has its database in the folder.</summary>
    public static ServiceProvider Open(string folder, string connectionString = UsualFile) =>
        Registered(folder, connectionString).BuildServiceProvider(validateScopes: true);

    public static IConfiguration Settings(string? connectionString) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Database:ConnectionString", connectionString)])
        .Build();

    public static void Delete(DirectoryInfo folder)
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static TestDatabase New(Func<string, ServiceProvider> open)
    {
        var folder = Directory.CreateTempSubdirectory("misterassist-");
        return new(open(folder.FullName), () =>
        {
            Delete(folder);
            return Task.CompletedTask;
        });
    }

    private static IServiceCollection Registered(string folder, string connectionString) => Instances.Registered(Settings(connectionString), folder);
}
