using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Databases;

public sealed class SqlServerDatabaseCopyTests : DatabaseCopyContract
{
    private protected override TestDatabase NewTarget() => SqlServerDatabase.New();
}
