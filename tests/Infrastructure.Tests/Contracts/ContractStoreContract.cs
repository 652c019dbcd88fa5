using MisterAssist.Application.Contracts;
using MisterAssist.Application.Customers;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Customers;
using MisterAssist.TestKit.Sla;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Infrastructure.Tests.Contracts;

/// <summary>What is in force at any instant, with which plan, and which changes of plan are due.</summary>
public abstract class ContractStoreContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly PlanCode Bronze = new("bronze");
    private static readonly PlanCode Silver = new("silver");
    private static readonly PlanCode Gold = new("gold");
    private static readonly Instant Now = Moments.Rome("2027-02-10 10:00");

    private Customer _customer = null!;
    private int _count;

    [SetUp]
    public async Task AddPlansAndACustomer()
    {
        foreach (var plan in FoundingPlans.PublishedAt(Now))
            await Database.UseAsync<IPlanStore>(plans => plans.AddIfAbsentAsync(plan, None));
        _customer = await AddedCustomerAsync();
    }

    [Test]
    public async Task Find_ContractWithAHistory_KeepsEveryField()
    {
        var contract = await AddedAsync("2026-12-01", "2027-10-15");
        contract.ChangePlan(Silver, null, Now);
        await SaveAsync(contract);
        contract.Renew(1, Gold, Now);
        await SaveAsync(contract);
        contract.Terminate(Day("2027-11-01"), "Closed down", Now);
        await SaveAsync(contract);

        var found = await FindAsync(contract.Id, CustomerReach.All);

        Assert.That(Spelled.Out(found), Is.EqualTo(Spelled.Out(contract)));
        Assert.That(found!.Plans, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Find_OutOfReach_IsNull()
    {
        var contract = await AddedAsync("2026-12-01");

        Assert.That(await FindAsync(contract.Id, CustomerReach.Of([_customer.Id])), Is.Not.Null);
        Assert.That(await FindAsync(contract.Id, CustomerReach.Of([CustomerId.New(Now)])), Is.Null);
    }

    [Test]
    public async Task Save_LoadedTwice_IsRefusedTheSecondTime()
    {
        var contract = await AddedAsync("2026-12-01");
        var twin = (await FindAsync(contract.Id, CustomerReach.All))!;
        contract.Renew(12, null, Now);
        twin.ChangePlan(Gold, null, Now);

        await SaveAsync(contract);

        var refusal = Assert.ThrowsAsync<BusinessException>(() => SaveAsync(twin));
        Assert.That(refusal!.Code, Is.EqualTo("contract_changed_meanwhile"));
    }

    [Test]
    public async Task FindInForce_FollowsTermPlansAndTermination()
    {
        var contract = await AddedAsync("2026-12-01");
        contract.ChangePlan(Gold, Day("2027-03-01"), Now);
        await SaveAsync(contract);
        contract.Terminate(Day("2027-06-01"), "Closed down", Now);
        await SaveAsync(contract);
        await AddedAsync("2026-01-01", customer: await AddedCustomerAsync());

        var bronze = new ContractInForce(contract.Id, Bronze, Moments.Rome("2026-12-01 00:00"));
        var gold = new ContractInForce(contract.Id, Gold, Moments.Rome("2027-03-01 00:00"));
        (string At, ContractInForce? InForce)[] expected =
        [
            ("2026-11-30 23:59", null), ("2026-12-01 00:00", bronze), ("2027-02-28 23:59", bronze), ("2027-03-01 00:00", gold),
            ("2027-05-31 23:59", gold), ("2027-06-01 00:00", null),
        ];
        foreach (var (at, inForce) in expected)
            Assert.That(await InForceAsync(Moments.Rome(at)), Is.EqualTo(inForce), at);
    }

    [TestCase("2027-12-01", "2028-11-30", false, TestName = "The day after")]
    [TestCase("2027-11-30", "2028-11-29", true, TestName = "From the last day")]
    [TestCase("2025-12-01", "2026-11-30", false, TestName = "Until the day before")]
    [TestCase("2025-12-01", "2026-12-01", true, TestName = "Until the first day")]
    [TestCase("2027-02-01", "2027-02-01", true, TestName = "A day within")]
    [TestCase("2025-12-01", "2028-12-01", true, TestName = "Around it")]
    public async Task FindOverlap_WithAYearFromDecember_NamesIt(string startsOn, string endsOn, bool overlaps)
    {
        var standing = await AddedAsync("2026-12-01");
        var other = New(startsOn, endsOn);

        Assert.That(await OverlapAsync(other), Is.EqualTo(overlaps ? standing.Id : (ContractId?)null));
        Assert.That(await OverlapAsync(New(startsOn, endsOn, await AddedCustomerAsync())), Is.Null);
        Assert.That(await OverlapAsync(standing), Is.Null);
    }

    [Test]
    public async Task FindOverlap_WithWhatWasTerminated_IsUpToItsTermination()
    {
        var standing = await AddedAsync("2026-12-01");
        standing.Terminate(Day("2027-06-01"), "Closed down", Now);
        await SaveAsync(standing);
        var never = await AddedAsync("2028-01-01");
        never.Terminate(null, "Changed their mind", Now);
        await SaveAsync(never);

        Assert.That(await OverlapAsync(New("2027-05-31")), Is.EqualTo(standing.Id));
        Assert.That(await OverlapAsync(New("2027-06-01")), Is.Null);
    }

    /// <summary>Whatever contracts are asked for one after the other, those that are let in are never in force together.</summary>
    [Test]
    public async Task FindOverlap_AnyContractsAskedForInTurn_LetsInWhatLeavesOneInForceOnAnyDay()
    {
        var random = TestContext.CurrentContext.Random;
        var taken = new List<(LocalDate From, LocalDate To)>();
        for (var i = 0; i < 60; i++)
        {
            var from = Day("2026-01-01").PlusDays(random.Next(400));
            var to = from.PlusDays(random.Next(60));
            var contract = New(DbDay(from), DbDay(to));

            var isFree = taken.TrueForAll(other => other.To < from || other.From > to);
            Assert.That(await OverlapAsync(contract) is null, Is.EqualTo(isFree), $"{from} {to}");
            if (!isFree)
                continue;

            await Database.UseAsync<IContractStore>(contracts => contracts.AddAsync(contract, None));
            taken.Add((from, to));
        }
    }

    [Test]
    public async Task List_Filtered_HasThoseThatMatchAtTheInstant()
    {
        var ended = await AddedAsync("2024-12-01");
        var inForce = await AddedAsync("2026-12-01");
        inForce.ChangePlan(Gold, Day("2027-03-01"), Now);
        await SaveAsync(inForce);
        var upcoming = await AddedAsync("2028-01-01");
        var stranger = await AddedAsync("2026-12-01", customer: await AddedCustomerAsync());
        stranger.Terminate(null, "Closed down", Now);
        await SaveAsync(stranger);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ListedAsync(Now), Is.EqualTo((ContractId[])[ended.Id, inForce.Id, upcoming.Id, stranger.Id]));
            Assert.That(await ListedAsync(Now, states: ContractState.InForce), Is.EqualTo((ContractId[])[inForce.Id]));
            Assert.That(await ListedAsync(Now, states: ContractState.Upcoming), Is.EqualTo((ContractId[])[upcoming.Id]));
            Assert.That(await ListedAsync(Now, states: ContractState.Terminated), Is.EqualTo((ContractId[])[stranger.Id]));
            Assert.That(await ListedAsync(Now, states: ContractState.Ended), Is.EqualTo((ContractId[])[ended.Id]));
            Assert.That(
                await ListedAsync(Now - Duration.FromTicks(10), states: ContractState.InForce),
                Is.EqualTo((ContractId[])[inForce.Id, stranger.Id]));
            Assert.That(await ListedAsync(Now, plan: Gold), Is.Empty);
            Assert.That(await ListedAsync(Moments.Rome("2027-03-01 00:00"), plan: Gold), Is.EqualTo((ContractId[])[inForce.Id]));
            Assert.That(await ListedAsync(Now, customer: _customer.Id), Has.Exactly(3).Items);
            Assert.That(await ListedAsync(Now, reach: CustomerReach.Of([stranger.Customer])), Is.EqualTo((ContractId[])[stranger.Id]));
            Assert.That(await ListedAsync(Now, customer: _customer.Id, reach: CustomerReach.Of([stranger.Customer])), Is.Empty);
        }
    }

    [Test]
    public async Task ClaimDue_ChangesOfPlan_AreThoseThatCountAndWereNotTaken()
    {
        var contract = await AddedAsync("2026-12-01");
        contract.ChangePlan(Silver, null, Now);
        await SaveAsync(contract);
        contract.ChangePlan(Gold, Day("2027-03-01"), Now);
        await SaveAsync(contract);
        var (first, second) = (
            new DuePlanChange(contract.Id, _customer.Id, Silver, Now),
            new DuePlanChange(contract.Id, _customer.Id, Gold, Moments.Rome("2027-03-01 00:00")));

        Assert.That(await ClaimAsync(Now - Duration.FromTicks(10)), Is.Empty);
        Assert.That(await ClaimAsync(second.FromAt, ContractId.New(Now)), Is.Empty);
        Assert.That(await ClaimAsync(Now), Is.EqualTo(new[] { first }));

        contract.Renew(12, null, Now);
        await SaveAsync(contract);

        Assert.That(await ClaimAsync(second.FromAt, contract.Id), Is.EqualTo(new[] { second }));
        Assert.That(await ClaimAsync(second.FromAt), Is.Empty);
    }

    [Test]
    public async Task ClaimDue_OfSeveralContracts_TakesOneAfterTheOtherWithAllItsChanges()
    {
        var (late, early) = (await AddedAsync("2026-12-01"), await AddedAsync("2026-12-01", customer: await AddedCustomerAsync()));
        await ChangeAsync(late, Gold, Day("2027-02-20"));
        await ChangeAsync(early, Silver, null);
        await ChangeAsync(early, Gold, Day("2027-03-01"));
        var when = Moments.Rome("2027-04-01 00:00");

        var claimed = new List<IReadOnlyList<DuePlanChange>>();
        for (var i = 0; i < 3; i++)
            claimed.Add(await ClaimAsync(when));

        Assert.That(
            claimed.Select(changes => string.Join(", ", changes.Select(change => $"{change.Plan} of {(change.Contract == late.Id ? "late" : "early")}"))),
            Is.EqualTo(new[] { "silver of early, gold of early", "gold of late", "" }));
    }

    private static Contract New(string startsOn, string? endsOn, CustomerId customer) => Contract.Conclude(
        customer, ContractTerm.Create(Day(startsOn), endsOn is null ? null : Day(endsOn)), Bronze, Now - Duration.FromDays(100));

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static string DbDay(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private Contract New(string startsOn, string? endsOn = null, Customer? customer = null) => New(startsOn, endsOn, (customer ?? _customer).Id);

    private async Task<Contract> AddedAsync(string startsOn, string? endsOn = null, Customer? customer = null)
    {
        _count++;
        var contract = Contract.Conclude(
            (customer ?? _customer).Id, ContractTerm.Create(Day(startsOn), endsOn is null ? null : Day(endsOn)), Bronze,
            Now - Duration.FromDays(100) + Duration.FromSeconds(_count));
        await Database.UseAsync<IContractStore>(contracts => contracts.AddAsync(contract, None));
        return contract;
    }

    private async Task<Customer> AddedCustomerAsync()
    {
        var customer = CustomerSamples.Customer();
        await Database.UseAsync<ICustomerStore>(customers => customers.AddAsync(customer, None));
        return customer;
    }

    private Task SaveAsync(Contract contract) => Database.UseAsync<IContractStore>(contracts => contracts.SaveAsync(contract, None));

    private Task<Contract?> FindAsync(ContractId id, CustomerReach reach) =>
        Database.UseAsync<IContractStore, Contract?>(contracts => contracts.FindAsync(id, reach, None));

    private Task<ContractId?> OverlapAsync(Contract contract) =>
        Database.UseAsync<IContractStore, ContractId?>(contracts => contracts.FindOverlapAsync(contract, None));

    private Task<ContractInForce?> InForceAsync(Instant at) =>
        Database.UseAsync<IContractReader, ContractInForce?>(contracts => contracts.FindInForceAsync(_customer.Id, at, None));

    private async Task ChangeAsync(Contract contract, PlanCode plan, LocalDate? from)
    {
        contract.ChangePlan(plan, from, Now);
        await SaveAsync(contract);
    }

    private Task<IReadOnlyList<DuePlanChange>> ClaimAsync(Instant now, ContractId? of = null) =>
        Database.UseAsync<IContractPlanChanges, IReadOnlyList<DuePlanChange>>(changes => changes.ClaimDueAsync(of, now, None));

    private async Task<IEnumerable<ContractId>> ListedAsync(
        Instant at, ContractState? states = null, PlanCode? plan = null, CustomerId? customer = null, CustomerReach? reach = null)
    {
        var filter = new ContractFilter(
            customer is { } whose ? [whose] : [], plan is { } code ? [code] : [], states is { } state ? [state] : [], at);
        var page = await Database.UseAsync<IContractStore, Application.Shared.Page<Contract>>(
            contracts => contracts.ListAsync(filter, reach ?? CustomerReach.All, 10, null, None));
        return page.Items.Select(contract => contract.Id);
    }
}
