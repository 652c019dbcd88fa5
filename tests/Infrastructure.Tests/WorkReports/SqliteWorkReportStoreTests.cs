using Microsoft.Data.Sqlite;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.WorkReports;

public sealed class SqliteWorkReportStoreTests : WorkReportStoreContract
{
    [TestCase("UPDATE issued_report SET content = '{}'", "an issued report never changes")]
    [TestCase("UPDATE issued_report SET number = 'RL-2026-000002'", "an issued report never changes")]
    [TestCase("UPDATE issued_report SET net_cents = net_cents", "an issued report never changes")]
    [TestCase("DELETE FROM issued_report", "an issued report is kept")]
    public async Task Issued_ThroughNoStatement_IsChangedOrTakenAway(string statement, string why)
    {
        var report = await IssuedAsync();

        var refusal = Assert.ThrowsAsync<SqliteException>(() => Database.UseAsync<DbSession>(db => db.ExecuteAsync(statement, null, None)));

        Assert.That(refusal!.Message, Does.Contain(why));
        Assert.That((await FindAsync(report.Id))!.ToState().Issued!.Sha256, Is.EqualTo(report.ToState().Issued!.Sha256));
    }

    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();
}
