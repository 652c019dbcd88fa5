using MisterAssist.Application.ApiKeys;
using MisterAssist.Application.Contracts;
using MisterAssist.Application.Events;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Tickets;

/// <summary>The questions that are asked all the time go along an index: nothing is read through, nothing is sorted.</summary>
public sealed class SqliteQueryPlanTests : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Instant Now = TicketSamples.ReceivedAt;
    private static readonly TicketId Id = TicketId.New(Now);
    private static readonly TicketFilter All = new([], [], [], null, null, null, null);
    private static readonly CustomerReach ReachOfOne = CustomerReach.Of([TicketSamples.CustomerId]);

    private static IEnumerable<TestCaseData> Lists
    {
        get
        {
            var later = new TicketPlace(Now, Id);
            var ofCustomer = All with { Customers = [TicketSamples.CustomerId] };
            return
            [
                List("newest first", All, TicketOrder.NewestFirst, null, "SCAN t USING INDEX ix_ticket_received"),
                List("newest first, later", All, TicketOrder.NewestFirst, later, "SEARCH t USING INDEX ix_ticket_received (received_at<?)"),
                List("oldest first, later", All, TicketOrder.OldestFirst, later, "SEARCH t USING INDEX ix_ticket_received (received_at>?)"),
                List("due first", All, TicketOrder.DueFirst, null, "SCAN t USING INDEX ix_ticket_due"),
                List("due first, later", All, TicketOrder.DueFirst, later, "SEARCH t USING INDEX ix_ticket_due (queue_due_at>?)"),
                List("customer", ofCustomer, TicketOrder.NewestFirst, null, "SEARCH t USING INDEX ix_ticket_customer (customer_id=?)"),
                List("customer, later", ofCustomer, TicketOrder.NewestFirst, later, "SEARCH t USING INDEX ix_ticket_customer (customer_id=? AND received_at<?)"),
                List("reach", All, TicketOrder.NewestFirst, null, "SEARCH t USING INDEX ix_ticket_customer (customer_id=?)", ReachOfOne),
                List("reach, later", All, TicketOrder.NewestFirst, later, "SEARCH t USING INDEX ix_ticket_customer (customer_id=? AND received_at<?)", ReachOfOne),
            ];
        }
    }

    [TestCaseSource(nameof(Lists))]
    public async Task ListTickets_PageOfAnOrder_WalksItsIndex(
        TicketFilter filter, CustomerReach reach, TicketOrder order, TicketPlace? after, string expected)
    {
        var plan = await Database.PlanOfFirstAsync<ITicketReader>(tickets => tickets.ListAsync(filter, reach, order, after, 25, Now, None));

        Assert.That(plan, Is.EqualTo(expected));
    }

    [Test]
    public async Task ListQueue_FirstPage_WalksTheQueue()
    {
        var plan = await Database.PlanOfFirstAsync<ITicketReader>(tickets => tickets.ListQueueAsync(All, CustomerReach.All, null, 25, Now, None));

        Assert.That(plan, Is.EqualTo("SCAN t USING INDEX ix_ticket_queue"));
    }

    [Test]
    public async Task ListQueue_LaterPage_GoesOnFromItsPlaceInTheQueue()
    {
        var plan = await Database.PlanOfFirstAsync<ITicketReader>(tickets => tickets.ListQueueAsync(All, CustomerReach.All, new(1, 998, Now, Now, Id), 25, Now, None));

        Assert.That(plan, Does.StartWith("SEARCH t USING INDEX ix_ticket_queue (queue_rank>?").And.Not.Contains("\n"));
    }

    [Test]
    public async Task ClaimDue_WalksTheTicketsThatAreWatched()
    {
        var plan = await Database.PlanOfFirstAsync<ITicketStore>(tickets => tickets.ClaimDueAsync(Now, Now, 50, None));

        Assert.That(
            plan.Split('\n'),
            Is.SupersetOf(new[] { "SEARCH ticket USING INDEX sqlite_autoindex_ticket_1 (id=?)", "SEARCH ticket USING INDEX ix_ticket_next_check (next_check_at>? AND next_check_at<?)" }));
        Assert.That(plan, Does.Not.Contain("SCAN"));
    }

    [Test]
    public async Task OpenOf_ACustomer_SearchesTheirTickets()
    {
        var plan = await Database.PlanOfFirstAsync<ITicketStore>(tickets => tickets.OpenOfAsync(TicketSamples.CustomerId, None));

        Assert.That(plan, Does.StartWith("SEARCH ticket USING INDEX ix_ticket_customer (customer_id=?)"));
    }

    [Test]
    public async Task Timeline_OfATicket_WalksItsEvents()
    {
        var plan = await Database.PlanOfFirstAsync<IEventReader>(events => events.ListOfTicketAsync(Id, false, 25, 7, None));

        Assert.That(plan, Is.EqualTo("SEARCH event USING INDEX ix_event_ticket (ticket_id=? AND sequence>?)"));
    }

    [Test]
    public async Task FindKey_ByWhatIsKeptOfItsSecret_SearchesForIt()
    {
        var plan = await Database.PlanOfFirstAsync<IApiKeyStore>(keys => keys.FindBySecretAsync("ab", None));

        Assert.That(plan, Does.StartWith("SEARCH k USING INDEX ux_api_key_secret_hash (secret_hash=?)").And.Not.Contains("SCAN"));
    }

    [Test]
    public async Task FindContract_InForce_SearchesThoseOfTheCustomer()
    {
        var plan = await Database.PlanOfFirstAsync<IContractReader>(contracts => contracts.FindInForceAsync(TicketSamples.CustomerId, Now, None));

        Assert.That(plan, Does.StartWith("SEARCH c USING INDEX ix_contract_customer (customer_id=? AND starts_at<?)"));
        Assert.That(plan, Does.Not.Contain("SCAN").And.Not.Contains("TEMP"));
    }

    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();

    private static TestCaseData List(
        string name, TicketFilter filter, TicketOrder order, TicketPlace? after, string expected, CustomerReach? reach = null) =>
        new TestCaseData(filter, reach ?? CustomerReach.All, order, after, expected).SetArgDisplayNames(name);
}
