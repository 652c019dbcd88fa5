using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.WorkReports;

public sealed class SqliteQuotedReportTests : QuotedReportContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();
}
