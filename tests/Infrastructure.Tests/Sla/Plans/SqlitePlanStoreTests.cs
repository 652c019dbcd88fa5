using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Sla.Plans;

public sealed class SqlitePlanStoreTests : PlanStoreContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();
}
