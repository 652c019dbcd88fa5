using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Interventions;

public sealed class SqlServerInterventionStoreTests : InterventionStoreContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => SqlServerDatabase.MigratedAsync();
}
