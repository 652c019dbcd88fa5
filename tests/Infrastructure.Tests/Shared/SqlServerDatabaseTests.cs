using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Shared.SqlServer;

namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class SqlServerDatabaseTests : DatabaseContract
{
    protected override string Engine => "SqlServer";

    protected override string Tables => "SELECT name FROM sys.tables";

    protected override Task<TestDatabase> CreateDatabaseAsync() => Task.FromResult(SqlServerDatabase.New());

    protected override Task MakeEmptyAsync() =>
        new SqlServerSetup(Database.Services.GetRequiredService<DbSettings>().ConnectionString, NullLogger.Instance).RunAsync(None);
}
