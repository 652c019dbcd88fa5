using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.TestKit.Databases;

namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class SqlServerDbSessionTests : DbSessionContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => SqlServerDatabase.MigratedAsync();

    protected override async Task<TestDatabase> CreateImpatientAsync()
    {
        var connectionString = SqlServerForTests.EmptyDatabase();
        await using (var patient = SqlServerDatabase.Open(connectionString))
            await patient.GetRequiredService<IDatabase>().MigrateAsync(None);
        return new(SqlServerDatabase.Open(connectionString, busySeconds: 1), () => SqlServerForTests.GiveBackAsync(connectionString));
    }
}
