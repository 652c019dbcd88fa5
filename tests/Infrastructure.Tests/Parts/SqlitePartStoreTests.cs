using MisterAssist.Application.Parts;
using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Parts;

public sealed class SqlitePartStoreTests : PartStoreContract
{
    [Test]
    public async Task List_ByCode_SearchesItsIndex()
    {
        var plan = await Database.PlanOfFirstAsync<IPartStore>(
            parts => parts.ListAsync(new("SSD-1", null), 25, null, CancellationToken.None));

        Assert.That(plan, Is.EqualTo("SEARCH part USING INDEX ux_part_code (code_folded=?)"));
    }

    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();
}
