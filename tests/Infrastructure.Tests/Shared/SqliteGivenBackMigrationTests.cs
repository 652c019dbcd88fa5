namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class SqliteGivenBackMigrationTests : GivenBackMigrationContract
{
    protected override TestDatabase NewDatabase() => SqliteFile.New();
}
