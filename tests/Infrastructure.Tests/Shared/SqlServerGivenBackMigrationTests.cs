namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class SqlServerGivenBackMigrationTests : GivenBackMigrationContract
{
    protected override TestDatabase NewDatabase() => SqlServerDatabase.New();
}
