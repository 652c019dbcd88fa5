using MisterAssist.Application.Telemetry;
using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Telemetry;

public sealed class SqliteBacklogReaderTests : BacklogReaderContract
{
    [Test]
    public async Task NextPromiseCheck_LooksAtTheFirstOfItsIndex()
    {
        var plan = await Database.PlanOfFirstAsync<IBacklogReader>(backlog => backlog.NextPromiseCheckAsync(None));

        Assert.That(plan, Does.Match("^SEARCH ticket USING COVERING INDEX ix_ticket_next_check"));
    }

    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();
}
