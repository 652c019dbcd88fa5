using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Prices;

public sealed class SqlitePriceListStoreTests : PriceListStoreContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();
}
