using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Telemetry;

public sealed class SqlServerBacklogReaderTests : BacklogReaderContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => SqlServerDatabase.MigratedAsync();
}
