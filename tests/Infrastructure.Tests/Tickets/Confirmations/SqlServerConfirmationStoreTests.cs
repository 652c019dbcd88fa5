using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Tickets.Confirmations;

public sealed class SqlServerConfirmationStoreTests : ConfirmationStoreContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => SqlServerDatabase.MigratedAsync();
}
