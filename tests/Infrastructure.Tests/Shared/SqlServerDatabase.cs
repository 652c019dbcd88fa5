using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.TestKit.Databases;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>Databases on the server of <see cref="SqlServerForTests"/>, each of one test at a time.</summary>
internal static class SqlServerDatabase
{
    public static async Task<TestDatabase> MigratedAsync()
    {
        var connectionString = SqlServerForTests.EmptyDatabase();
        var database = new TestDatabase(Open(connectionString), () => SqlServerForTests.GiveBackAsync(connectionString));
        await database.Services.GetRequiredService<IDatabase>().MigrateAsync(CancellationToken.None);
        return database;
    }

    /// <summary>Registered as the application does it, with no database behind it yet; gone after the test.</summary>
    public static TestDatabase New()
    {
        var connectionString = SqlServerForTests.NewDatabase();
        return new(Open(connectionString), () => SqlServerForTests.DropAsync(connectionString));
    }

    /// <summary>The services of an application that has its database there.</summary>
    public static ServiceProvider Open(string connectionString) =>
        Instances.Registered(Settings(connectionString), Path.GetTempPath()).BuildServiceProvider(validateScopes: true);

    public static IConfiguration Settings(string connectionString) => new ConfigurationBuilder()
        .AddInMemoryCollection([
            new("Database:Provider", "SqlServer"),
            new("Database:ConnectionString", connectionString),
            // Much at once is done one after the other, which takes a small server a while.
            new("Database:BusySeconds", "30"),
        ])
        .Build();
}
