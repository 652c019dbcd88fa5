namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class SqliteWithoutAccentsMigrationTests : WithoutAccentsMigrationContract
{
    protected override TestDatabase NewDatabase() => SqliteFile.New();
}
