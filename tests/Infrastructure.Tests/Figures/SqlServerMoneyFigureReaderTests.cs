using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Figures;

public sealed class SqlServerMoneyFigureReaderTests : MoneyFigureReaderContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => SqlServerDatabase.MigratedAsync();
}
