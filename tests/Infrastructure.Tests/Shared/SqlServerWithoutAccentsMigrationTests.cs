namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class SqlServerWithoutAccentsMigrationTests : WithoutAccentsMigrationContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => Task.FromResult(SqlServerDatabase.New());
}
