using MisterAssist.Application.Customers.History;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Interventions;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Infrastructure.Tests.Customers.History;

/// <summary>However long a history is, a page of it is found along an index, in its order.</summary>
public sealed class SqliteHistoryPlanTests : StoreContract
{
    [TestCase(false, "SEARCH i USING INDEX ix_intervention_history (customer_id=?)")]
    [TestCase(true, "SEARCH i USING INDEX ix_intervention_history (customer_id=? AND <expr>>?)")]
    public async Task ListHistory_Page_WalksItsIndex(bool isLater, string expected)
    {
        var at = TicketSamples.ReceivedAt;
        HistoryPlace? after = isLater ? new(at, InterventionId.New(at)) : null;
        var filter = new HistoryFilter(TicketSamples.CustomerId, null, null, null, WithDrafts: true);

        var plan = await Database.PlanOfFirstAsync<IHistoryReader>(
            history => history.ListAsync(filter, CustomerReach.All, 25, after, CancellationToken.None));

        Assert.That(plan, Does.StartWith(expected).And.Not.Contains("TEMP B-TREE"));
    }

    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();
}
