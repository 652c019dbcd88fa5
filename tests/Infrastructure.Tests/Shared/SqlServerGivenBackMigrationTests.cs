namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class SqlServerGivenBackMigrationTests : GivenBackMigrationContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => Task.FromResult(SqlServerDatabase.New());
}
