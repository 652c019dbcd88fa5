namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class SqliteWithoutAccentsMigrationTests : WithoutAccentsMigrationContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => Task.FromResult(SqliteFile.New());
}
