using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Sla.Plans;

public sealed class SqlitePlanListTests : PlanListContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();
}
