using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Sla.Closures;

public sealed class SqliteClosureStoreTests : ClosureStoreContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();
}
