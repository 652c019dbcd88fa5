namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class SqlServerWithoutAccentsMigrationTests : WithoutAccentsMigrationContract
{
    protected override TestDatabase NewDatabase() => SqlServerDatabase.New();
}
