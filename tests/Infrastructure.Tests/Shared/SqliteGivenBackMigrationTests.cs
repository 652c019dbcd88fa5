namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class SqliteGivenBackMigrationTests : GivenBackMigrationContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => Task.FromResult(SqliteFile.New());
}
